"""The head of a page: what browsers, search engines and those who share it read before the page itself."""

from dataclasses import dataclass
from textwrap import shorten

from django.utils.translation import gettext as _

from portal.pictures import share_cut

LARGE_PREVIEW = "max-image-preview:large"
NOT_LISTED = f"noindex, {LARGE_PREVIEW}"
LONGEST_TITLE = 65
"""Characters of a title for which there is room, the publication's name included."""
LONGEST_DESCRIPTION = 200
"""Characters of a description that search engines may show; a longer one ends at a word."""


@dataclass(frozen=True)
class Head:
    """What stands in the head of a page.

    ``image`` is a cut or None. ``properties`` are further pairs of an Open Graph
    property and its content, ``feeds`` the page's feeds as objects with
    ``title``, ``type`` and ``url``, ``oembed`` the address at which other sites
    ask what to show of it.
    """

    title: str
    description: str
    canonical: str
    social_title: str
    social_description: str
    image: object = None
    image_alt: str = ""
    robots: str = LARGE_PREVIEW
    og_type: str = "website"
    properties: tuple = ()
    feeds: tuple = ()
    oembed: str = ""


def build_head(
    name,
    canonical,
    *,
    search_title="",
    social_title="",
    descriptions=(),
    picture=None,
    picture_alt="",
    noindex=False,
    number=1,
    **others,
):
    """Return the Head of a page called ``name``: the one chain of fall-backs for all kinds of pages.

    First comes what an editor wrote for the purpose, then what the page says
    anyway: the search title before the name, the title for shared links before
    the search title, the first of ``descriptions`` that says something. Each
    page of a list, ``number``, has an address and words of its own. ``others``
    are further fields of Head.
    """
    title = search_title or name
    described = next((text for text in descriptions if text and text.strip()), "")
    description = shorten(described, LONGEST_DESCRIPTION, placeholder="…")
    if number > 1:
        title = _("%(title)s, page %(number)d") % {"title": title, "number": number}
        description = _("Page %(number)d. %(text)s") % {"number": number, "text": description} if description else ""
        canonical = f"{canonical}?page={number}" if canonical else ""
    return Head(
        title=str(title),
        description=str(description),
        canonical=canonical,
        social_title=str(social_title or title),
        social_description=str(description),
        image=share_cut(picture),
        image_alt=(picture_alt or picture.default_alt_text) if picture else "",
        robots=NOT_LISTED if noindex else LARGE_PREVIEW,
        **others,
    )
