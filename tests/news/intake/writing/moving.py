"""Bringing small exports in, for the tests of what becomes of them."""

import io

from PIL import Image as PillowImage

from news.intake.writing.options import ImportOptions
from news.intake.writing.run import run_import
from news.models import ArticlePage, ImportedItem
from tests.exports import BLOG, wxr, wxr_item

FILM = "<wp:category><wp:category_nicename>film</wp:category_nicename><wp:cat_name>Film</wp:cat_name></wp:category>"
IN_FILM = [("category", "film", "Film")]


def category(slug, name, parent=""):
    """Return a category of WXR."""
    return (
        f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename>"
        f"<wp:category_parent>{parent}</wp:category_parent><wp:cat_name>{name}</wp:cat_name></wp:category>"
    )


def post(number=1, **fields):
    """Return a post in the category Film."""
    return wxr_item(number, **{"categories": IN_FILM} | fields)


def page(number=1, **fields):
    """Return a plain page."""
    return wxr_item(number, **{"post_type": "page", "link": f"{BLOG}/page-{number}/"} | fields)


def attachment(number, path="2024/06/bell.jpg", **fields):
    """Return a picture that was uploaded."""
    url = f"{BLOG}/wp-content/uploads/{path}"
    said = {
        "post_type": "attachment",
        "status": "inherit",
        "link": f"{BLOG}/picture-{number}/",
        "attachment_url": url,
        "guid": url,
        "content": "",
    }
    return wxr_item(number, **said | fields)


def jpeg(colour=(120, 30, 60), size=(60, 40)):
    """Return the bytes of a small picture."""
    buffer = io.BytesIO()
    PillowImage.new("RGB", size, colour).save(buffer, "JPEG")
    return buffer.getvalue()


def bring_in(folder, *items, progress=None, system="", terms=FILM, **options):
    """Bring in a WXR file of these items. Returns the run."""
    file = folder / "export.xml"
    file.write_text(wxr(*items, terms=terms), encoding="utf-8")
    return run_import([file], ImportOptions(**options), progress=progress, system=system)


def story(number=1):
    """Return the story that came of the post of that number."""
    item = ImportedItem.objects.get(kind="post", old_url__contains=f"story-{number}/")
    return ArticlePage.objects.get(pk=item.page_id)


def noted(run, code):
    """Return the names of a run's notes of one kind, with how often each was noted."""
    return run.summary["notes"].get(code, {})
