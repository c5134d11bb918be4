"""Moving in at the desk: an administrator uploads an export, sees what would come of it, and brings it in."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.urls import reverse

from news.desk import import_views
from news.intake import background
from news.intake.under_way import SITE, holding
from news.intake.writing.batches import BatchWriter
from news.models import ArticlePage, ImportedItem, ImportNote, ImportRun
from portal.backups import media
from tests.builders import make_article, make_user

WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old Post</title><link>https://old.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<item><title>A bell</title><link>https://old.example/2012/bell/</link><dc:creator>ada</dc:creator>
<content:encoded><![CDATA[<p>It rings twice.</p>]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_date_gmt>2012-03-04 05:06:07</wp:post_date_gmt><wp:post_name>bell</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item></channel></rss>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel>&a;</channel></rss>'


pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings, tmp_path, monkeypatch, django_capture_on_commit_callbacks):
    """An administrator's browser; runs that it begins are done at once, by what their own process would do."""
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr(background, "spawn", lambda arguments: background.do_waiting(int(arguments[1])))
    client.force_login(make_user("root", superuser=True))

    def send(name, *args, **data):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse(f"{import_views.NAME}:{name}", args=args), data)

    client.send = send
    return client


def upload(desk, text=WXR):
    """Upload an export, and return its run."""
    file = SimpleUploadedFile("old.xml", text.encode(), content_type="text/xml")
    desk.send("new", file=file, timezone="UTC", private="login", media="skip")
    return ImportRun.objects.get()


def seen(desk, run):
    """Return the words of the page of a run."""
    return desk.get(reverse(f"{import_views.NAME}:run", args=[run.pk])).content.decode()


def test_an_upload_is_tried_out_and_nothing_is_written(desk):
    run = upload(desk)
    assert (run.state, run.dry_run, run.name) == ("finished", True, "Old Post")
    assert not ArticlePage.objects.exists()
    assert not ImportedItem.objects.exists()
    page = seen(desk, run)
    assert "Dry run: nothing was written" in page
    assert "Bring it in" in page


def test_what_was_tried_out_is_brought_in_by_a_click_and_the_upload_goes(desk):
    run = upload(desk)
    response = desk.send("run", run.pk, begin="1")
    story = ArticlePage.objects.get()
    assert (story.title, story.live) == ("A bell", True)
    done = ImportRun.objects.get()
    assert response.url == reverse(f"{import_views.NAME}:run", args=[done.pk])
    assert (done.state, done.dry_run, done.started_by.username) == ("finished", False, "root")
    assert list(media.names(f"{background.FOLDER}/")) == []
    assert "https://old.example/2012/bell/" in seen(desk, done)


def test_two_clicks_at_the_same_moment_bring_it_in_once(desk, rf):
    run = upload(desk)
    request = rf.post("/", {"begin": "1"})
    request.user = run.started_by
    views = [import_views.RunView(), import_views.RunView()]
    for view in views:
        view.setup(request, run_id=run.pk)
    views[0].post(request)
    with pytest.raises(Http404):
        views[1].post(request)
    assert ImportRun.objects.count() == 1


def test_an_upload_can_be_thrown_away(desk):
    run = upload(desk)
    desk.send("run", run.pk, discard="1")
    assert not ImportRun.objects.exists()
    assert list(media.names(f"{background.FOLDER}/")) == []


@pytest.mark.parametrize("text", [BOMB, "no export", WXR.replace("</item>", "")], ids=["bomb", "text", "malformed"])
def test_what_cannot_be_read_is_said_and_cannot_be_brought_in(desk, text):
    run = upload(desk, text)
    assert run.state == "failed"
    assert run.error.startswith("old.xml")
    assert "Bring it in" not in seen(desk, run)
    assert "Nothing failed" not in seen(desk, run)
    desk.send("run", run.pk, begin="1")
    assert ImportRun.objects.get() == run
    assert not ArticlePage.objects.exists()


def test_a_damaged_upload_is_mended_by_a_click_and_tried_out_again(desk):
    run = upload(desk, WXR.replace("rings twice.", "rings &loud; twice.").replace("<title>A bell", "<title>A & bell"))
    assert "Mend what can be mended" in seen(desk, run)
    desk.send("run", run.pk, mend="1")
    run.refresh_from_db()
    assert (run.state, run.dry_run, run.error) == ("finished", True, "")
    assert "Mend what can be mended" not in seen(desk, run)
    desk.send("run", run.pk, begin="1")
    assert ArticlePage.objects.get().title == "A & bell"


def test_what_nothing_mends_is_not_offered_to_be_mended(desk):
    run = upload(desk, "no export")
    assert "Mend what can be mended" not in seen(desk, run)
    assert desk.send("run", run.pk, mend="1").status_code in (302, 403)
    run.refresh_from_db()
    assert run.state == "failed"


def test_while_it_goes_on_the_page_shows_how_far_it_is_and_asks_again(desk):
    run = ImportRun.objects.create(
        source="https://old.example", state="running", stage="Stories", progress={"done": 20, "total": 70}
    )
    with holding(run.pk):
        response = desk.get(reverse(f"{import_views.NAME}:run", args=[run.pk]))
    assert response["Refresh"] == "3"
    assert "20 of 70" in response.content.decode()


@pytest.mark.parametrize("screen", ["run", "runs"])
def test_a_run_whose_process_was_ended_is_shown_as_interrupted(desk, screen):
    run = ImportRun.objects.create(source="https://old.example", state="running", files=["/srv/old paper.xml"])
    page = desk.get(reverse(f"{import_views.NAME}:{screen}", args=[run.pk] if screen == "run" else [])).content.decode()
    assert ImportRun.objects.get().state == "stopped"
    assert ("import_site &#x27;/srv/old paper.xml&#x27; --resume" in page) == (screen == "run")
    assert "interrupted" in page.lower()


def test_an_interrupted_run_of_the_desk_goes_on_by_a_click(desk, monkeypatch):
    run = upload(desk)

    def ended(self, records):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(BatchWriter, "write", ended)
        with pytest.raises(KeyboardInterrupt):
            desk.send("run", run.pk, begin="1")
    run = ImportRun.objects.get()
    ImportRun.objects.update(state="running")  # as where the process had no time to say so
    assert "Go on" in seen(desk, run)
    desk.send("run", run.pk, again="1")
    assert ImportRun.objects.get().state == "finished"
    assert ArticlePage.objects.get().title == "A bell"
    assert list(media.names(f"{background.FOLDER}/")) == []


def test_an_import_waits_for_no_other_one_and_says_so(desk):
    run = upload(desk)
    with holding(SITE):
        desk.send("run", run.pk, begin="1")
    run = ImportRun.objects.get()
    assert "Another import is under way" in seen(desk, run)
    assert not ArticlePage.objects.exists()
    desk.send("run", run.pk, again="1")
    assert ArticlePage.objects.get().title == "A bell"


def test_a_run_that_somebody_does_already_is_left_alone(desk):
    run = upload(desk)
    ImportRun.objects.update(state="running")
    background.do_waiting(run.pk)
    assert ImportRun.objects.get().state == "running"


def test_an_upload_that_is_gone_is_said(desk):
    run = upload(desk)
    default_storage.delete(run.files[0])
    desk.send("run", run.pk, begin="1")
    assert "Upload it again" in ImportRun.objects.get().error


def test_a_file_that_is_too_large_is_refused_with_a_way_out(desk, monkeypatch):
    monkeypatch.setattr(import_views, "MAX_BYTES", 10)
    file = SimpleUploadedFile("old.xml", WXR.encode())
    response = desk.send("new", file=file, timezone="UTC", private="login", media="skip")
    assert "import_wordpress" in response.content.decode()
    assert not ImportRun.objects.exists()


def test_a_time_zone_that_is_none_is_refused(desk):
    file = SimpleUploadedFile("old.xml", WXR.encode())
    response = desk.send("new", file=file, timezone="../../etc/passwd", private="login", media="skip")
    assert "no such time zone" in response.content.decode()


def test_the_worker_is_asked_where_there_is_one(desk, settings, monkeypatch):
    asked = []
    settings.TASKS_BACKEND = "database"
    monkeypatch.setattr(background, "bring_in", type("Task", (), {"enqueue": staticmethod(asked.append)}))
    run = upload(desk)
    assert asked == [run.pk]
    assert run.state == "waiting"


@pytest.mark.parametrize("name", ["runs", "new", "html", "pictures"])
def test_nobody_else_gets_in(client, name):
    client.force_login(make_user("editor", groups=[Group.objects.get(name="Editors")]))
    assert client.get(reverse(f"{import_views.NAME}:{name}")).status_code == 302


def test_the_work_lists_lead_to_the_stories(desk):
    run = ImportRun.objects.create(source="https://old.example", state="finished")
    story = make_article("With a form")
    item = ImportedItem.objects.create(
        run=run, source=run.source, kind="post", key="7", outcome="created", title="With a form", page=story.page_ptr
    )
    ImportNote.objects.create(run=run, item=item, code="imported_html", name="form")
    ImportNote.objects.create(run=run, item=item, code="image_missing", name="https://old.example/a.jpg")
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    for name, words in (("html", "form"), ("pictures", "https://old.example/a.jpg")):
        page = desk.get(reverse(f"{import_views.NAME}:{name}")).content.decode()
        assert edit in page
        assert words in page
