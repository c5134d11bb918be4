from django.db import migrations, models
from wagtail.images.models import Filter


def note_cuts(apps, schema_editor):
    """Write down for every picture which cuts of it exist."""
    images = apps.get_model("portal", "PortalImage")
    renditions = apps.get_model("portal", "PortalRendition")
    for image in images.objects.filter(pk__in=renditions.objects.values("image_id")).iterator():
        rows = renditions.objects.filter(image=image)
        rows = rows.values_list("filter_spec", "focal_point_key", "file", "width", "height")
        cuts = {spec: cut for spec, key, *cut in rows if key == Filter(spec=spec).get_cache_key(image)}
        images.objects.filter(pk=image.pk).update(cuts=cuts)


class Migration(migrations.Migration):
    dependencies = [("portal", "0007_affiliate_domains")]

    operations = [
        migrations.AddField("portalimage", "cuts", models.JSONField(default=dict, editable=False)),
        migrations.RunPython(note_cuts, migrations.RunPython.noop, elidable=True),
    ]
