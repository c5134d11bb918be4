"""Count the stories of every month, and find the videos in those that are there already."""

import json
from collections import defaultdict
from datetime import UTC

from django.db import migrations
from django.db.models import TextField
from django.db.models.functions import Cast

from news.clips import clips_in


def find_clips(apps, schema_editor):
    ArticlePage = apps.get_model("news", "ArticlePage")
    bodies = ArticlePage.objects.annotate(raw=Cast("body", TextField())).filter(raw__contains='"embed"')
    for key, raw in bodies.values_list("pk", "raw").iterator():
        found = clips_in(json.loads(raw))
        if found:
            ArticlePage.objects.filter(pk=key).update(clips=found)


def count_months(apps, schema_editor):
    ArticlePage = apps.get_model("news", "ArticlePage")
    StoryMonth = apps.get_model("news", "StoryMonth")
    for site in apps.get_model("wagtailcore", "Site").objects.select_related("root_page"):
        numbers, changes = defaultdict(int), {}
        listed = ArticlePage.objects.filter(is_public=True, noindex=False, path__startswith=site.root_page.path)
        for published, updated in listed.values_list("published_at", "updated_at").iterator():
            month = f"{published.astimezone(UTC):%Y-%m}"
            numbers[month] += 1
            changes[month] = max(updated or published, changes.get(month, published))
        StoryMonth.objects.bulk_create(
            StoryMonth(site=site, month=month, stories=number, changed_at=changes[month])
            for month, number in numbers.items()
        )


class Migration(migrations.Migration):
    dependencies = [("news", "0004_story_months"), ("portal", "0001_user")]

    operations = [
        migrations.RunPython(find_clips, migrations.RunPython.noop),
        migrations.RunPython(count_months, migrations.RunPython.noop),
    ]
