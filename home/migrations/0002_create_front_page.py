"""Put a front page in the place of the welcome page of a new installation."""

from django.db import migrations


def create_front_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    HomePage = apps.get_model("home.HomePage")
    Locale = apps.get_model("wagtailcore.Locale")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")

    if HomePage.objects.exists():
        return
    content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
    root = Page.objects.filter(depth=1).first()
    welcome = Page.objects.filter(depth=2, content_type__app_label="wagtailcore", content_type__model="page").first()
    if root is None:
        return
    if welcome is not None:
        path = welcome.path
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
    else:
        last = Page.objects.filter(depth=2).order_by("-path").first()
        path = root.path + ("0001" if last is None else f"{int(last.path[-4:], 36) + 1:04d}")
    front = HomePage.objects.create(
        title="Front page",
        draft_title="Front page",
        slug="front",
        content_type=content_type,
        path=path,
        depth=2,
        numchild=0,
        url_path="/front/",
        locale=Locale.objects.first(),
        live=True,
        front="[]",
    )
    Page.objects.filter(pk=root.pk).update(numchild=Page.objects.filter(depth=2).count())
    if not Site.objects.exists():
        Site.objects.create(hostname="localhost", port=80, root_page_id=front.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_front_page, migrations.RunPython.noop)]
