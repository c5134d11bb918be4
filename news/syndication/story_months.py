"""Keeping the months of stories true: called by what changes a story, inside the same transaction."""

from collections import defaultdict
from itertools import groupby

from django.db.models import Count, F
from wagtail.models import Site

from news.models.story_months import StoryMonth
from news.months import month_of, span_of
from news.querysets import stories
from portal import clock

FILE_LIMIT = 50_000
"""The most addresses one sitemap may hold: sitemaps.org, protocol."""


def stories_of(site, month):
    """Return the stories of a month that search engines may list, oldest first."""
    first, end = span_of(month)
    return (
        stories()
        .indexable()
        .filter(path__startswith=site.root_page.path, published_at__gte=first, published_at__lt=end)
        .order_by("published_at", "page_ptr_id")
    )


def refresh_months(months):
    """Count the months anew and say that they changed now, for every site. Two statements each, and one for all."""
    months = set(months)
    for site in _sites() if months else ():
        for month in months:
            found = stories_of(site, month)
            number = found.order_by().aggregate(number=Count("pk"))["number"]
            _write(site, month, number, clock.now(), _starts(found, number))


def refresh_all_months(*, addresses_changed=False):
    """Count every month anew, after a change to the tree. Reads each story's date once.

    Only a month that holds another number of stories counts as changed, unless
    their addresses have changed.
    """
    moment = clock.now()
    for site in _sites():
        known = dict(StoryMonth.objects.filter(site=site).values_list("month", "stories"))
        numbers = defaultdict(int)
        listed = stories().indexable().filter(path__startswith=site.root_page.path).order_by("published_at")
        dates = listed.values_list("published_at", flat=True).iterator(chunk_size=5000)
        for month, same in groupby(dates, key=month_of):
            numbers[month] += sum(1 for _date in same)
        for month in {*known, *numbers}:
            number = numbers[month]
            if addresses_changed or number != known.get(month, 0):
                _write(site, month, number, moment, _starts(stories_of(site, month), number))


def forget_story(story):
    """Take a deleted story out of its month: one statement, since a deleted section takes thousands with it."""
    if story.is_public and not story.is_unlisted:
        month = StoryMonth.objects.filter(month=month_of(story.published_at), stories__gt=0)
        month.filter(site__in=_sites_above(story)).update(stories=F("stories") - 1, changed_at=clock.now())


def _sites():
    return Site.objects.select_related("root_page")


def _sites_above(page):
    steps = range(page.steplen, len(page.path) + 1, page.steplen)
    return Site.objects.filter(root_page__path__in=[page.path[:length] for length in steps])


def _starts(found, number):
    """Return where the further files of a month begin."""
    places = range(FILE_LIMIT, number, FILE_LIMIT)
    rows = (found.values_list("published_at", "pk")[place] for place in places)
    return [[moment.isoformat(), key] for moment, key in rows]


def _write(site, month, number, moment, starts):
    values = {"stories": number, "changed_at": moment, "starts": starts}
    if not StoryMonth.objects.filter(site=site, month=month).update(**values) and number:
        StoryMonth.objects.bulk_create(
            [StoryMonth(site=site, month=month, **values)],
            update_conflicts=True,
            unique_fields=["site", "month"],
            update_fields=[*values],
        )
