"""Fills a front with stories: hand-placed ones first, then the newest, none twice.

The number of queries does not depend on how many bands or stories a front has:
one for the sections, one for the keys of everything that may stand on it, one
for the stories that do, and a few for their pictures and bylines.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import IntegerField, Prefetch, Value, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone

from news.fronts.plan import default_heading, plan_by_itself, plan_of
from news.fronts.sources import Source, find_sources, top_sections
from news.querysets import stories
from portal import clock
from portal.images import filter_specs
from portal.models import PortalImage, PortalRendition

BANDS_NAMED_AFTER_SOURCE = {"section_strip", "evidence_strip", "headlines", "latest"}
STORY_PICTURES = ("front_lead", "feature", "card")
OTHER_PICTURES = (*STORY_PICTURES, "poster", "avatar")
PLACED = -1


@dataclass(frozen=True)
class Entry:
    """One story on a front, with the headline and the picture that it shows there, if not its own."""

    story: object
    headline: str = ""
    picture: object = None


@dataclass(frozen=True)
class Band:
    """One band of a front, ready for its template. ``topic`` is that of readers' questions."""

    kind: str
    heading: str
    slots: dict
    source: Source | None = None
    topic: Source | None = None
    options: dict = field(default_factory=dict)

    @property
    def template(self):
        """The template that shows the band."""
        return f"news/fronts/{self.kind}.html"

    @property
    def desk(self):
        """The colour of the band: its source's, or that of its first story."""
        if self.options.get("colour"):
            return "health" if self.options["colour"] == "tonic" else "entertainment"
        if self.source:
            return self.source.desk
        first = next((entry for entries in self.slots.values() for entry in entries), None)
        return first.story.desk if first else "entertainment"

    @property
    def newest_day(self):
        """The moment of the newest story in the list of the latest: the day which that list is about."""
        entries = self.slots.get("latest") or self.slots.get("stories") or ()
        return max((entry.story.published_at for entry in entries), default=None)

    @property
    def feed(self):
        """The list of the latest as pairs of entry and whether it is of the newest day."""
        entries = self.slots.get("latest") or self.slots.get("stories") or ()
        day = timezone.localdate(self.newest_day) if entries else None
        return [(entry, timezone.localdate(entry.story.published_at) == day) for entry in entries]

    @property
    def link(self):
        """Where the heading leads, if anywhere."""
        return self.source.url if self.source else self.options.get("url") or ""

    def story_keys(self):
        """Return the keys of all stories in the band."""
        return {entry.story.pk for entries in self.slots.values() for entry in entries}


def compose(front, request=None, section=None):
    """Return the bands of a front, each filled with stories.

    ``front`` is the value of a StreamField of `news.fronts.blocks.FRONT_BLOCKS`.
    With ``section``, a SectionPage, bands without a source of their own take
    their stories from it. A band that finds no story is left out; so is, by
    itself, a story that is not public or whose pin has run out.
    """
    plans = plan_of(front, section.pk if section else None)
    if not plans and section:
        return []
    sources = find_sources([key for plan in plans for key in plan.sources()], request)
    if not plans:
        plans = plan_by_itself(top_sections(sources))
    choice = _choose(plans, sources)
    shown = _fetch([pick for picks in choice.values() for pick in picks])
    bands = [_band(position, plan, choice, shown, sources) for position, plan in enumerate(plans)]
    return [band for band in bands if band.story_keys() or (band.kind == "promo" and band.link)]


# --- Choosing keys ----------------------------------------------------------


@dataclass(frozen=True)
class _Chosen:
    """A story that stands in a slot; the shape of a pick, for stories that came by themselves."""

    story: int
    headline: str = ""
    picture: int | None = None


def _choose(plans, sources):
    """Return what stands in each slot: a dict of (band position, slot name) to picks."""
    slots = [((position, slot.name), slot) for position, plan in enumerate(plans) for slot in plan.slots]
    now = clock.now()
    standing = {key: [pick for pick in slot.picks if pick.holds(now)] for key, slot in slots}
    candidates = _candidates(slots, standing, sources)
    public = {story for story, _has_picture in candidates.get(PLACED, ())}
    taken = set()
    chosen = {}
    for key, slot in slots:
        chosen[key] = []
        for pick in standing[key]:
            if pick.story in public and pick.story not in taken and len(chosen[key]) < slot.size:
                chosen[key].append(pick)
                taken.add(pick.story)
    for number, (key, slot) in enumerate(slots):
        free = [pair for pair in candidates.get(number, ()) if pair[0] not in taken]
        if slot.opens_large and not chosen[key]:
            pictured = next((pair for pair in free if pair[1]), None)
            free = [pictured, *(pair for pair in free if pair != pictured)] if pictured else free
        fill = [_Chosen(story) for story, _has_picture in free[: slot.size - len(chosen[key])]]
        chosen[key] += fill
        taken.update(pick.story for pick in fill)
    return chosen


def _candidates(slots, standing, sources):
    """Return what may stand in each slot, in one query.

    The result maps the number of a slot to pairs (story key, has a picture),
    newest first, and `PLACED` to the hand-placed stories that are public. Each
    slot gets as many candidates as it has places, and one more for every place
    before it, so that it is filled even if those take the same stories.
    """
    placed = {pick.story for picks in standing.values() for pick in picks}
    arms = [_arm(PLACED, stories().filter(is_public=True, pk__in=placed))] if placed else []
    enough = len(placed)
    for number, (_key, slot) in enumerate(slots):
        newest = _newest(slot, sources)
        enough += slot.size
        if newest is not None:
            keys = newest.order_by("-published_at", "-page_ptr_id").values("pk")[:enough]
            arms.append(_arm(number, stories().filter(pk__in=keys)))
    if not arms:
        return {}
    rows = sorted(arms[0].union(*arms[1:], all=True), key=lambda row: (row[1], row[2]), reverse=True)
    found = {}
    for number, _published_at, key, image in rows:
        found.setdefault(number, []).append((key, bool(image)))
    return found


def _arm(number, queryset):
    return (
        queryset.order_by()
        .annotate(slot=Value(number, output_field=IntegerField()), image=Coalesce("lead_image_id", 0))
        .values_list("slot", "published_at", "pk", "image")
    )


def _newest(slot, sources):
    """Return the stories that may come into a slot by themselves, or None when none may.

    What somebody paid for never does.
    """
    source = sources.get(slot.source)
    if not slot.fill or (slot.source and source is None):
        return None
    found = stories().filter(is_public=True).exclude(origin="sponsored").exclude(kind="advertorial")
    if source and source.is_section:
        found = found.filter(section__in=source.section_keys())
    elif source:
        link = apps.get_model("news", "ArticleTopic")
        found = found.filter(pk__in=link.objects.filter(topic=source.key, is_public=True).values("article_id"))
    if slot.kinds:
        found = found.filter(kind__in=slot.kinds)
    if slot.rated:
        found = found.exclude(evidence="")
    return found


# --- Fetching stories -------------------------------------------------------


def _fetch(picks):
    """Return the stories and pictures that stand on the front: ({key: story}, {key: picture})."""
    keys = [pick.story for pick in picks]
    listed = stories().published().filter(pk__in=keys).select_related("poster").for_cards(*STORY_PICTURES)
    found = {story.pk: story for story in listed}
    own_pictures = {pick.picture for pick in picks if pick.picture}
    pictures = PortalImage.objects.in_bulk(own_pictures) if own_pictures else {}
    people = [c.author for story in found.values() for c in story.card_contributions]
    prefetch_related_objects(people, "photo")
    images = [
        *(story.poster for story in found.values() if story.poster),
        *(person.photo for person in people if person.photo),
        *pictures.values(),
    ]
    if images:
        specs = filter_specs(*OTHER_PICTURES)
        prefetch_related_objects(images, Prefetch("renditions", PortalRendition.objects.filter(filter_spec__in=specs)))
    return found, pictures


def _band(position, plan, choice, shown, sources):
    found, pictures = shown
    slots = {
        slot.name: [
            Entry(found[pick.story], pick.headline, pictures.get(pick.picture))
            for pick in choice[position, slot.name]
            if pick.story in found
        ]
        for slot in plan.slots
    }
    source = sources.get(plan.source)
    named = source.title if source and plan.kind in BANDS_NAMED_AFTER_SOURCE else ""
    return Band(
        kind=plan.kind,
        heading=plan.heading or named or default_heading(plan.kind),
        slots=slots,
        source=source,
        topic=sources.get(plan.options.get("questions")),
        options=plan.options,
    )
