"""From a story's record to an unsaved page: every field by the rules for moving in, and a note where one gave way."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils.translation import gettext as _

from news.intake.mapping import lost_words, map_body, page_body
from news.intake.record import Access, Status
from news.intake.writing.index import State
from news.intake.writing.options import DRAFT
from news.intake.writing.slugs import clean_slug, cut_on_word
from news.models import ArticlePage
from news.text import count_words, plain_text, stream_text
from portal import clock

LATER = timedelta(hours=24)
"""A change that came no later than this after publication is not shown as an update."""
AHEAD = timedelta(hours=24)
"""A live story dated no further ahead than this has a clock that goes wrong, or a date whose zone was guessed."""
TITLE_WORDS = 8
LONGEST = {"title": 255, "standfirst": 300, "seo_title": 255, "social_title": 120, "lead_alt": 255, "lead_caption": 500}
# Of the portal's own export: fields that say something and follow from nothing else.
EXTRA = (
    "kicker", "short_title", "kind", "origin", "sponsor", "original_url", "index_reason", "ai_use", "risk_class",
    "evidence", "evidence_note",
)  # fmt: skip


@dataclass
class Draft:
    """A page that is ready to be written. ``restricted`` closes it to all who are not signed in."""

    record: object
    page: object
    item: object = None
    parent: object = None
    authors: list = field(default_factory=list)
    topics: list = field(default_factory=list)
    restricted: bool = False
    notes: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    links: list = field(default_factory=list)
    words: int = 0
    lost: list = field(default_factory=list)

    def note(self, code, name="", detail=""):
        """Note something that a person should know of."""
        self.notes.append((code, str(name), str(detail)))


def is_to_come(record, now):
    """Whether the old system calls a story published whose date is still ahead."""
    published = record.published_at or record.modified_at
    return record.status == Status.LIVE and published is not None and published > now + AHEAD


def state_of(record, options, now):
    """Return who may read what a story becomes here, as `index.State`; ``options`` are those of the run."""
    if record.status != Status.LIVE or is_to_come(record, now):
        return State.UNPUBLISHED
    if record.access == Access.PUBLIC:
        return State.OPEN
    return State.UNPUBLISHED if options.get("private") == DRAFT else State.CLOSED


class Composer:
    """Makes pages of records. ``page_model`` is the type of plain pages."""

    def __init__(self, run, source, holdings, page_model):
        self.run = run
        self.source = source
        self.holdings = holdings
        self.page_model = page_model
        self.now = clock.now()

    def compose(self, record, page=None):
        """Return the Draft of a record: of a new page, or of ``page`` written over."""
        model = ArticlePage if record.kind == "post" else self.page_model
        draft = Draft(record, page or model())
        self.holdings.missing = draft.missing
        to_blocks = map_body if record.kind == "post" else page_body
        mapped = to_blocks(record, self.holdings, self.source)
        draft.page.body = mapped.stream
        draft.links = list(mapped.links)
        for note in mapped.notes:
            if note.code != "link_unresolved":  # told in the end, when every page stands
                draft.note(note.code, note.name, note.detail)
        written = stream_text(draft.page.body)
        draft.words = count_words(mapped.visible_text)
        draft.lost = lost_words(mapped.visible_text, written)
        for trouble in record.trouble:
            draft.note("trouble", "", trouble)
        self._text(draft, mapped.visible_text)
        self._dates(draft)
        if record.kind == "post":
            self._lead(draft, mapped.first_image)
            self._extra(draft)
        if record.canonical_url and record.canonical_url.rstrip("/") != record.url.rstrip("/"):
            draft.note("canonical_elsewhere", record.canonical_url)
        if record.sticky:
            draft.note("sticky", record.title)
        if record.comments:
            draft.note("comments_left_out", str(record.comments))
        return draft

    def _text(self, draft, visible):
        record, page = draft.record, draft.page
        title = " ".join(record.title.split())
        if not title:
            words = visible.split()[:TITLE_WORDS]
            title = " ".join(words) or record.slug or record.key or _("Untitled")
            draft.note("title_made", title)
        excerpt = " ".join(plain_text(record.excerpt).split())
        values = {"title": title, "standfirst": excerpt, "seo_title": record.seo_title}
        values |= {"social_title": record.social_title}
        if record.kind == "post":
            values |= {"lead_alt": record.featured_alt, "lead_caption": plain_text(record.featured_caption)}
        for name, value in values.items():
            cut = cut_on_word(value, LONGEST[name])
            if cut != value:
                draft.note("shortened", name, value)
            setattr(page, name, cut)
        page.draft_title = page.title
        page.search_description = record.seo_description
        page.noindex = record.noindex

    def _dates(self, draft):
        """Set the dates, and whether and to whom the page is open. What is not plainly public is not.

        A story that the old system calls published, with a date ahead of today, is one to come: it waits until then.
        """
        record, page = draft.record, draft.page
        closed = record.access != Access.PUBLIC
        published = record.published_at or record.modified_at
        to_come = is_to_come(record, self.now)
        state = state_of(record, self.run.options, self.now)
        page.live = state != State.UNPUBLISHED
        draft.restricted = state == State.CLOSED
        page.has_unpublished_changes = not page.live
        page.go_live_at = page.first_published_at = None
        if record.date_guess:
            draft.note("date_guessed", record.date_guess)
        if page.live and record.published_at is None:
            draft.note("date_missing", "", str(published or self.now))
            published = published or self.now
        if to_come or (page.live and published > self.now):
            draft.note("date_in_future", str(published))
        if page.live:
            published = min(published, self.now)
        if closed:
            draft.note(record.access, record.title)
        if page.live:
            page.first_published_at = published
        elif (to_come or record.status == Status.SCHEDULED) and not closed:
            if published and published > self.now:
                page.go_live_at = published
                draft.note("scheduled", str(published))
            else:
                draft.note("schedule_past", str(published or ""))
        elif record.status == Status.TRASHED:
            draft.note("was_trashed", record.title)
        changed = min(record.modified_at or published or self.now, self.now)
        page.last_published_at = max(changed, published) if page.live else None
        page.latest_revision_created_at = changed
        if record.kind == "post":
            later = page.live and changed - published > LATER
            page.updated_at = changed if later else None

    def _lead(self, draft, first_image):
        """Set the lead picture; where the story has none, or it is lost, its first one."""
        record, page = draft.record, draft.page
        page.lead_image_id = None
        if record.featured_key or record.featured_url:
            page.lead_image_id = self.holdings.lead(record.featured_key, record.featured_url)
            if page.lead_image_id is None:
                draft.note("lead_missing", record.featured_url or record.featured_key)
        if page.lead_image_id is None and first_image:
            page.lead_image_id = first_image
            draft.note("lead_from_body", record.title)

    def _extra(self, draft):
        for name in EXTRA:
            if name in draft.record.extra:
                setattr(draft.page, name, draft.record.extra[name])

    def slug_for(self, draft, slugs, parent, *, at_root=False):
        """Return the end of a new page's address, kept as it was where that is possible."""
        record = draft.record
        wanted = clean_slug(record.slug, draft.page.title, record.old_id, record.key) or "story"
        free = slugs.claim(parent, wanted, at_root=at_root)
        if record.slug and free != record.slug:
            draft.note("slug_changed", record.slug, free)
        return free
