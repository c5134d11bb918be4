"""Pictures and files: each once, whatever its size or name, and each that is missing told."""

from pathlib import Path

import pytest
from wagtail.models import ReferenceIndex

from news.models import ArticlePage, ImportedItem
from portal.models import PortalDocument, PortalImage
from portal.security.outgoing import Refused, Response
from tests.news.intake.writing.moving import attachment, bring_in, jpeg, noted, post, story

pytestmark = pytest.mark.django_db


def shows(path="2024/06/bell.jpg", host="https://old.example"):
    """Return the body of a post that shows an upload."""
    return f'<figure class="wp-block-image"><img src="{host}/wp-content/uploads/{path}" alt="A bell"/></figure>'


def figures(page):
    """Return the keys of the pictures in a story's text."""
    return [block["value"]["image"]["image"] for block in page.body.raw_data if block["type"] == "figure"]


def test_a_picture_comes_in_with_what_was_said_of_it(tmp_path, uploads):
    said = {"title": "The bell", "excerpt": "It rings at <b>eight</b>.", "meta": {"_wp_attachment_image_alt": "A bell"}}
    run = bring_in(tmp_path, attachment(9, **said), post(1, meta={"_thumbnail_id": "9"}), media=uploads())
    image = PortalImage.objects.get()
    assert (image.title, image.description, image.caption) == ("The bell", "A bell", "It rings at eight.")
    assert image.collection.name == "Imported"
    assert (image.credit, image.rights) == ("", "unknown")
    assert noted(run, "credit_unknown")
    assert story().lead_image == image


def test_a_picture_that_came_in_is_found_at_the_desk_and_counts_as_used(tmp_path, uploads):
    bring_in(tmp_path, attachment(9, title="The bell"), post(1, meta={"_thumbnail_id": "9"}), media=uploads())
    image = PortalImage.objects.search("bell")[0]
    assert (image.width, image.height, image.file_size) == (60, 40, len(jpeg()))
    assert [page.title for page, _references in image.get_usage()] == [story().title]
    assert ReferenceIndex.get_references_to(image.collection).filter(object_id=image.pk).exists()


@pytest.mark.parametrize("name", ["bell-300x200.jpg", "bell-scaled.jpg", "bell.jpg?w=300"])
def test_a_cut_leads_to_its_original(tmp_path, uploads, name):
    bring_in(tmp_path, attachment(9), post(1, content=shows(f"2024/06/{name}")), media=uploads())
    assert figures(story()) == [PortalImage.objects.get().pk]


def test_a_picture_that_no_record_speaks_of_is_found_in_the_folder(tmp_path, uploads):
    bring_in(tmp_path, post(1, content=shows("2024/06/bell-300x200.jpg")), post(2, content=shows()), media=uploads())
    assert figures(story(1)) == figures(story(2)) == [PortalImage.objects.get().pk]


def test_where_only_a_cut_is_left_it_is_taken_and_told(tmp_path, uploads):
    run = bring_in(
        tmp_path, post(1, content=shows("2024/06/bell-300x200.jpg")), media=uploads("2024/06/bell-300x200.jpg")
    )
    assert PortalImage.objects.count() == 1
    assert noted(run, "image_degraded")


def test_one_file_under_two_names_comes_in_once(tmp_path, uploads):
    uploads("2024/06/bell.jpg")
    folder = uploads("2024/07/copy.jpg")
    run = bring_in(tmp_path, attachment(8), attachment(9, "2024/07/copy.jpg"), media=folder)
    assert PortalImage.objects.count() == 1
    assert ImportedItem.objects.filter(kind="media", image__isnull=False).count() == 2
    assert noted(run, "image_duplicate")


def test_a_missing_picture_is_told_and_found_by_a_later_run(tmp_path, uploads):
    items = attachment(9), post(1, content="<p>Text.</p>" + shows())
    run = bring_in(tmp_path, *items, media=str(tmp_path))
    assert noted(run, "image_missing")
    assert figures(story()) == []
    later = bring_in(tmp_path, *items, media=uploads())
    assert later.summary["outcomes"]["post"] == {"updated": 1}
    assert figures(story()) == [PortalImage.objects.get().pk]
    assert bring_in(tmp_path, *items, media=uploads()).summary["outcomes"]["post"] == {"unchanged": 1}


def test_a_lost_lead_picture_is_told_and_the_first_of_the_text_stands_in(tmp_path, uploads):
    run = bring_in(tmp_path, post(1, content=shows(), meta={"_thumbnail_id": "77"}), media=uploads())
    assert story().lead_image == PortalImage.objects.get()
    assert noted(run, "lead_missing")
    assert noted(run, "lead_from_body")


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'/>", b"<html>", b"\xff\xd8\xff broken"])
def test_what_is_no_picture_is_refused_and_told(tmp_path, uploads, content):
    run = bring_in(tmp_path, attachment(9), media=uploads(content=content))
    assert not PortalImage.objects.exists()
    assert noted(run, "media_refused")
    assert run.summary["outcomes"]["media"] == {"missing": 1}


def test_a_picture_with_a_wrong_ending_gets_the_right_one(tmp_path, uploads):
    bring_in(tmp_path, attachment(9, "2024/06/bell.png"), media=uploads("2024/06/bell.png"))
    assert PortalImage.objects.get().file.name.endswith(".jpg")


def test_a_picture_of_another_host_is_not_taken_from_the_folder(tmp_path, uploads):
    run = bring_in(tmp_path, post(1, content=shows(host="https://foreign.example")), media=uploads())
    assert not PortalImage.objects.exists()
    assert noted(run, "image_missing")


def test_no_path_leads_out_of_the_folder(tmp_path, uploads):
    (tmp_path / "secret.jpg").write_bytes(jpeg())
    bring_in(tmp_path, attachment(9, "../secret.jpg"), media=uploads())
    assert not PortalImage.objects.exists()


def test_no_path_leads_out_of_the_uploads_of_a_site(tmp_path, uploads):
    site = uploads("wp-content/uploads/2024/06/bell.jpg")
    Path(site, "secret.jpg").write_bytes(jpeg())
    bring_in(tmp_path, post(1, content=shows("%2e%2e/%2e%2e/secret.jpg")), media=site)
    assert not PortalImage.objects.exists()


def test_a_document_comes_in_by_what_it_is(tmp_path, uploads):
    folder = uploads("2024/06/paper.pdf", b"%PDF-1.7 words")
    bring_in(tmp_path, attachment(9, "2024/06/paper.pdf", title="The paper"), media=folder)
    assert PortalDocument.objects.get().title == "The paper"


def test_without_a_folder_nothing_is_asked_of_anybody(tmp_path, monkeypatch):
    monkeypatch.setattr("news.intake.writing.files.fetch", lambda *args, **options: pytest.fail("asked the network"))
    run = bring_in(tmp_path, attachment(9), post(1, content=shows()))
    assert noted(run, "media_left_out")


def test_what_is_fetched_is_judged_like_an_upload(tmp_path, monkeypatch):

    answers = {
        "bell": Response(200, {}, jpeg(), ""),
        "page": Response(200, {}, b"<html>", ""),
        "gone": Response(404, {}, b"", ""),
    }

    def fetched(url, *, purpose, max_bytes, timeout):
        for name, answer in answers.items():
            if name in url:
                return answer
        raise Refused("not on the public internet")

    monkeypatch.setattr("news.intake.writing.files.fetch", fetched)
    paths = ["bell.jpg", "page.jpg", "gone.jpg", "inside.jpg"]
    run = bring_in(tmp_path, *(attachment(n, path) for n, path in enumerate(paths, 1)), media="fetch")
    assert PortalImage.objects.count() == 1
    assert sum(noted(run, "image_missing").values()) == 2
    assert sum(noted(run, "media_refused").values()) == 1


def test_a_picture_that_the_old_site_has_no_more_changes_nothing_on_a_second_run(tmp_path, monkeypatch):
    gone = Response(404, {}, b"", "")
    monkeypatch.setattr("news.intake.writing.files.fetch", lambda url, **options: gone)
    bring_in(tmp_path, post(1, content=shows()), media="fetch")
    run = bring_in(tmp_path, post(1, content=shows()), media="fetch")
    assert run.summary["outcomes"]["post"] == {"unchanged": 1}
    monkeypatch.setattr("news.intake.writing.files.fetch", lambda url, **options: Response(200, {}, jpeg(), url))
    bring_in(tmp_path, post(1, content=shows()), media="fetch")
    assert figures(story()) == [PortalImage.objects.get().pk]


def test_old_addresses_of_pictures_lead_to_what_is_shown_here(tmp_path, uploads, client):
    bring_in(tmp_path, attachment(9, post_parent="1"), post(1), media=uploads())
    for path in ("/wp-content/uploads/2024/06/bell.jpg", "/wp-content/uploads/2024/06/bell-300x200.jpg"):
        answer = client.get(path)
        assert answer.status_code == 301
        assert client.get(answer["Location"])["Content-Type"] == "image/jpeg"


def test_the_original_of_a_picture_that_wordpress_made_smaller_leads_there_too(tmp_path, uploads, client):
    bring_in(tmp_path, attachment(9, "2024/06/bell-scaled.jpg", post_parent="1"), post(1), media=uploads())
    assert client.get("/wp-content/uploads/2024/06/bell.jpg").status_code == 301


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"post_date_gmt": "2199-01-01 00:00:00"}])
def test_pictures_of_a_story_that_is_not_public_have_no_address(tmp_path, uploads, client, fields):
    bring_in(tmp_path, attachment(9, post_parent="1"), post(1, **fields), media=uploads())
    assert ArticlePage.objects.get().live is False
    for path in ("/wp-content/uploads/2024/06/bell.jpg", "/picture-9/"):
        assert client.get(path).status_code == 404
