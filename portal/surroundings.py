"""What stands around every page: masthead, navigation, menu, notice and foot.

Many hundred pages share a few dozen forms of it, which differ by the link that
is marked as the current one. Each form is rendered once and kept in the process
under everything that it shows, so that it can never be out of date.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

FORMS = 256


@dataclass(frozen=True)
class Profile:
    """A public profile elsewhere."""

    label: str
    url: str


@dataclass(frozen=True)
class Masthead:
    """What the surroundings say of the publication."""

    name: str
    tagline: str
    wordmark_view_box: str
    wordmark_path: str
    wordmark_accent_path: str
    footer_note: str
    profiles: tuple

    @classmethod
    def of(cls, publication):
        """Return the masthead of a Publication."""
        values = (item["value"] for item in publication.profiles.raw_data)
        return cls(
            name=publication.name,
            tagline=publication.tagline,
            wordmark_view_box=publication.wordmark_view_box,
            wordmark_path=publication.wordmark_path,
            wordmark_accent_path=publication.wordmark_accent_path,
            footer_note=publication.footer_note,
            profiles=tuple(Profile(value.get("label") or "", value.get("url") or "") for value in values),
        )


def surroundings(template_name, publication, navigation, *, at_front, desk):
    """Return one part of the surroundings as HTML. ``desk`` is the colour of the page, "" for the default."""
    render = _rendered.__wrapped__ if settings.DEBUG else _rendered
    masthead, links = Masthead.of(publication), navigation.without_way()
    return render(template_name, masthead, links, at_front=at_front, desk=desk, language=get_language())


@lru_cache(maxsize=FORMS)
def _rendered(template_name, masthead, navigation, *, at_front, desk, language):
    return get_template(template_name).render(
        {"publication": masthead, "site_navigation": navigation, "at_front": at_front, "desk": desk}
    )
