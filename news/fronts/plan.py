"""What stands where on a front, before any story is fetched.

Pure data: a front's stored blocks become plans of bands, each with slots that
say which stories were placed by hand and which may come by themselves.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

TRENDING_MOST = 5


@dataclass(frozen=True)
class Pick:
    """One story placed by hand: its key, and what it shows instead of its own headline and picture."""

    story: int
    headline: str = ""
    picture: int | None = None
    pin_until: datetime | None = None

    def holds(self, now):
        """Whether the pin has not run out."""
        return self.pin_until is None or self.pin_until > now


@dataclass(frozen=True)
class Slot:
    """Places for ``size`` stories of a band.

    ``source`` is the key of a section or topic, ``kind`` and ``rated`` narrow
    what comes by itself, ``opens_large`` asks for a picture in the first place.
    """

    name: str
    size: int
    picks: tuple = ()
    fill: bool = True
    source: int | None = None
    kind: str = ""
    rated: bool = False
    opens_large: bool = False


@dataclass(frozen=True)
class BandPlan:
    """One band: its kind, its words and its slots, the first of which choose first."""

    kind: str
    heading: str = ""
    source: int | None = None
    slots: tuple = ()
    options: dict = field(default_factory=dict)


# --- Reading the stored blocks ----------------------------------------------


def moment_of(value):
    """Return a stored date and time as an aware datetime, or None for none."""
    if not value:
        return None
    moment = value if isinstance(value, datetime) else parse_datetime(str(value))
    return timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment


def picks_of(items):
    """Return the picks in the raw value of a list block."""
    values = [item.get("value", item) for item in items or ()]
    return tuple(
        Pick(
            story=value["story"],
            headline=value.get("headline") or "",
            picture=value.get("picture"),
            pin_until=moment_of(value.get("pin_until")),
        )
        for value in values
        if value.get("story")
    )


def _slot(name, value, *, default_size, default_source=None, kind="", **options):
    """Return the slot that the common fields of a band describe."""
    return Slot(
        name=name,
        size=value.get("size") or default_size,
        picks=picks_of(value.get("picks")),
        fill=value.get("fill", True),
        source=value.get("source") or default_source,
        kind=value.get("kind") or kind,
        **options,
    )


def _lead_package(value, source):
    top = _slot("top", value | {"size": 1 + (value.get("size") or 3)}, default_size=4, default_source=source)
    slots = [replace(top, opens_large=True)]
    if value.get("latest", 10):
        slots.append(Slot("latest", value.get("latest", 10), source=value.get("source") or source))
    return slots


def _evidence_strip(value, source):
    source = value.get("source") or source
    fill = value.get("fill", True)
    questions = [Slot("questions", 3, source=value["questions"])] if value.get("questions") else []
    checks = Slot("checks", value.get("checks_size") or 5, picks_of(value.get("checks")), fill, source, rated=True)
    return [*questions, checks, _slot("stories", value, default_size=5, default_source=source, opens_large=True)]


def _slots(kind, value, source):
    """Return the slots of a band, in the order in which they choose their stories."""
    if kind == "lead_package":
        return _lead_package(value, source)
    if kind == "evidence_strip":
        return _evidence_strip(value, source)
    if kind == "trending":
        return [Slot("stories", TRENDING_MOST, picks_of(value.get("picks")), fill=False)]
    if kind == "promo":
        return []
    sizes = {"headlines": 4, "section_strip": 7, "latest": 9, "reviews_strip": 6, "media_strip": 4, "opinion_strip": 3}
    kinds = {"reviews_strip": "review", "media_strip": "gallery", "opinion_strip": "opinion"}
    return [
        _slot(
            "stories",
            value,
            default_size=sizes[kind],
            default_source=source,
            kind=kinds.get(kind, ""),
            opens_large=kind == "section_strip",
        )
    ]


def default_heading(kind):
    """Return what stands above a band when nobody wrote a heading and no section lends its name."""
    return {
        "lead_package": _("Top stories"),
        "headlines": _("More stories"),
        "latest": _("Latest"),
        "trending": _("Trending"),
        "reviews_strip": _("Reviews"),
        "media_strip": _("Screening room"),
        "opinion_strip": _("Opinion"),
        "evidence_strip": _("Health"),
    }.get(kind, _("Stories"))


def plan_of(front, section=None):
    """Return the plans of the bands of a front, a StreamField's value.

    ``section`` is the key of the section whose front it is: bands without a
    source of their own take their stories from there.
    """
    plans = []
    for block in front.raw_data:
        kind, value = block["type"], block["value"]
        plans.append(
            BandPlan(
                kind=kind,
                heading=value.get("heading") or "",
                source=value.get("source") or value.get("page"),
                slots=tuple(_slots(kind, value, section)),
                options=value,
            )
        )
    return plans


def named_sources(plans):
    """Return the keys of all pages that the bands name."""
    return {key for plan in plans for key in (plan.source, *(slot.source for slot in plan.slots)) if key}


def plan_by_itself(sections):
    """Return the plans of a front that nobody has composed: the newest, then each section, then reviews and opinion.

    ``sections`` are `news.fronts.sources.Source` of the sections at the top of
    the tree. Those with sub-sections are the desks of a publication; where no
    section has any, each stands for itself.
    """

    def band(kind, source=None):
        return BandPlan(kind, source=source, slots=tuple(_slots(kind, {"source": source}, None)))

    desks = [section for section in sections if section.children] or sections
    strips = [band("evidence_strip" if desk.health else "section_strip", desk.key) for desk in desks]
    special = [band("reviews_strip"), band("media_strip")]
    return [band("lead_package"), *strips[:1], *special, *strips[1:], band("opinion_strip")]
