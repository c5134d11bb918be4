"""Fills a front with stories: hand-placed ones first, then the newest, none twice.

The number of queries does not depend on how many bands or stories a front has:
one for the sections, one for the keys of everything that may stand on it, and
one for the stories that do, with their pictures and bylines.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import IntegerField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from news.cache_tags import FRONT, on_topic, tag_sections
from news.fronts.plan import default_heading, named_sources, plan_by_itself, plan_of
from news.fronts.sources import Source, find_sources, top_sections
from news.months import day_path
from news.querysets import PUBLIC, stories
from portal import clock
from portal.colours import desk_of
from portal.models import PortalImage
from portal.page_cache.tags import fresh_until, tag
from portal.prepared import Prepared

BANDS_NAMED_AFTER_SOURCE = {"section_strip", "evidence_strip", "headlines", "latest"}
RATED = ("strong", "moderate", "early")
PLACED = -1


@dataclass(frozen=True)
class Entry:
    """One story on a front, with the headline and the picture that it shows there, if not its own."""

    story: object
    headline: str = ""
    picture: object = None


@dataclass(frozen=True)
class Band:
    """One band of a front, ready for its template.

    ``topic`` is that of readers' questions, ``position`` the band's number among all bands of the front, of which
    those without stories are left out.
    """

    kind: str
    heading: str
    slots: dict
    source: Source | None = None
    topic: Source | None = None
    options: dict = field(default_factory=dict)
    position: int = 0

    @property
    def template(self):
        """The template that shows the band."""
        return f"news/fronts/{self.kind}.html"

    @property
    def desk(self):
        """The colour of the band: its own or its source's, or "" for that of the page."""
        if self.options.get("colour"):
            return desk_of(self.options["colour"])
        return self.source.desk if self.source else ""

    @property
    def newest_day(self):
        """The moment of the newest story in the list of the latest: the day which that list is about."""
        entries = self.slots.get("latest") or self.slots.get("stories") or ()
        return max((entry.story.published_at for entry in entries), default=None)

    @property
    def day_path(self):
        """The address of all stories of that day."""
        return day_path(self.newest_day)

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


@dataclass(frozen=True)
class Front:
    """A composed front."""

    bands: list

    def story_keys(self):
        """Return the keys of all stories on the front."""
        return {key for band in self.bands for key in band.story_keys()}


def compose(front, request=None):
    """Return a `Front`: each band filled with stories, none of which stands twice.

    ``front`` is the value of a StreamField of `news.fronts.blocks.FRONT_BLOCKS`;
    an empty one is composed of what the tree holds. A band that finds no story
    is left out; so is, by itself, a story that is not public or whose pin has
    run out.
    """
    plans = plan_of(front)
    sources = find_sources(named_sources(plans), request)
    return _filled(plans or plan_by_itself(top_sections(sources)), sources)


def compose_section(front, sources, section, fetch=None):
    """Return the `Front` of a section. Bands without a source take their stories from ``section``, a key.

    ``sources`` are those of `find_sources` for whatever the front names.
    ``fetch`` returns the stories with given keys, as `ArticleQuerySet.for_fronts`
    reads them; it may return others besides.
    """
    return _filled(plan_of(front, section), sources, fetch)


def standing_on(front, sources, section=None):
    """Return the keys of the stories that the bands of a front show; the arguments are those of `compose_section`."""
    choice = _choose(plan_of(front, section), sources)
    return {pick.story for picks in choice.values() for pick in picks}


def _tag_sources(plans, sources):
    """Say that the page lists whatever the bands take their stories from."""
    named = {slot.source for plan in plans for slot in plan.slots if slot.fill}
    for source in (sources[key] for key in named if key in sources):
        if source.is_section:
            tag_sections(source.section_keys())
        else:
            tag(on_topic(source.key))
    if None in named:
        tag(FRONT)


def _filled(plans, sources, fetch=None):
    _tag_sources(plans, sources)
    choice = _choose(plans, sources)
    standing = [pick for picks in choice.values() for pick in picks]
    found, pictures = _fetch(standing, fetch or _stories)
    bands = [_band(position, plan, choice, (found, pictures), sources) for position, plan in enumerate(plans)]
    return Front([band for band in bands if band.story_keys() or (band.kind == "promo" and band.link)])


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
    for pick in (pick for picks in standing.values() for pick in picks):
        fresh_until(pick.pin_until)
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
    for number, (key, slot) in enumerate(_narrow_first(slots)):
        free = [pair for pair in candidates.get(number, ()) if pair[0] not in taken]
        if slot.opens_large and not chosen[key]:
            pictured = next((pair for pair in free if pair[1]), None)
            free = [pictured, *(pair for pair in free if pair != pictured)] if pictured else free
        fill = [_Chosen(story) for story, _has_picture in free[: slot.size - len(chosen[key])]]
        chosen[key] += fill
        taken.update(pick.story for pick in fill)
    return chosen


def _narrow_first(slots):
    """Return the slots in the order in which they are filled.

    From the top of the front, but after those that take one kind of story
    only: else a section would take the columns and leave no opinion.
    """
    return sorted(slots, key=lambda pair: not pair[1].kind)


def _candidates(slots, standing, sources):
    """Return what may stand in each slot, in one query.

    The result maps the number of a slot to pairs (story key, has a picture),
    newest first, and `PLACED` to the hand-placed stories that are public. Each slot gets as many
    candidates as it has places, and one more for every place before it, so that
    it is filled even if those take the same stories.
    """
    placed = {pick.story for picks in standing.values() for pick in picks}
    enough, arms = len(placed), []
    for number, (_key, slot) in enumerate(_narrow_first(slots)):
        enough += slot.size
        source = sources.get(slot.source)
        if slot.fill and not (slot.source and source is None):
            sections = tuple(source.section_keys()) if source and source.is_section else ()
            topic = source.key if source and not source.is_section else None
            arms.append(_Arm(number, enough, sections, topic, slot.kind, slot.rated))
    if not (placed or arms):
        return {}
    rows = sorted(_keys_of(placed, arms=tuple(arms)), key=lambda row: (row[1], row[2]), reverse=True)
    found = {}
    for number, _published_at, key, image in rows:
        found.setdefault(number, []).append((key, bool(image)))
    return found


@dataclass(frozen=True)
class _Arm:
    """What may come into a slot by itself: so many stories of these sections, or on this topic, of this kind."""

    number: int
    enough: int
    sections: tuple
    topic: int | None
    kind: str
    rated: bool

    def keys(self):
        """Return the keys of the stories, newest first. What somebody paid for is never among them."""
        found = stories().filter(**PUBLIC).exclude(origin="sponsored")
        found = found.filter(kind=self.kind) if self.kind else found.exclude(kind="advertorial")
        if self.sections:
            found = found.filter(section__in=self.sections)
        elif self.topic:
            link = apps.get_model("news", "ArticleTopic")
            found = found.filter(pk__in=link.objects.filter(topic=self.topic, **PUBLIC).values("article_id"))
        if self.rated:
            found = found.filter(evidence__in=RATED)
        return found.order_by("-published_at").values("pk")[: self.enough]


@Prepared
def _keys_of(placed, *, arms):
    """Return rows (number of the slot, moment, key, picture or 0) of what is placed and of the arms."""
    parts = [_rows(PLACED, stories().filter(**PUBLIC, pk__in=placed))] if placed else []
    parts += [_rows(arm.number, stories().filter(pk__in=arm.keys())) for arm in arms]
    return parts[0].union(*parts[1:], all=True)


def _rows(number, queryset):
    return (
        queryset.order_by()
        .annotate(slot=Value(number, output_field=IntegerField()), image=Coalesce("lead_image_id", 0))
        .values_list("slot", "published_at", "pk", "image")
    )


# --- Fetching stories -------------------------------------------------------


def _fetch(picks, fetch):
    """Return the stories and pictures that stand on the front: ({key: story}, {key: picture})."""
    found = {story.pk: story for story in fetch([pick.story for pick in picks])}
    own_pictures = {pick.picture for pick in picks if pick.picture}
    return found, PortalImage.objects.in_bulk(own_pictures) if own_pictures else {}


@Prepared
def _stories(keys):
    return stories().published().filter(pk__in=keys).for_fronts()


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
        position=position,
    )
