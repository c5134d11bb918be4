"""The neutral record: what every system's export is turned into before any of it is written here.

A record knows nothing of Wagtail and nothing of the system it came from. Keys
are unique within one source and stay the same from export to export, so that a
second run finds again what the first one wrote. Times are aware, in UTC.
What the portal's own export knows of a thing beyond the fields that every
system has stands in ``extra``.
"""

from dataclasses import dataclass, field
from datetime import datetime

YEARS = range(1000, 9000)
"""What a story may be of: an address of the archive has four digits, and months and zones need room on either side."""
LARGEST = 2**31 - 1
"""The largest whole number that every database holds."""
DAMAGED = "damaged"
"""The type of what is skipped because the export was cut or broken there."""


@dataclass
class Source:
    """Where the records come from. ``base_urls`` are the site's own addresses, without a slash at their ends."""

    system: str
    name: str = ""
    base_urls: list[str] = field(default_factory=list)
    language: str = ""
    version: str = ""


@dataclass
class AuthorRecord:
    """A person who signed stories. The key is the login or slug, never the name: two may share a name.

    ``name`` is plain text, ``bio`` may be HTML. ``made`` says that the export
    names this person in stories only, and has no record of theirs.
    """

    key: str
    name: str = ""
    slug: str = ""
    bio: str = ""
    url: str = ""
    image_url: str = ""
    email: str = ""
    made: bool = False
    old_id: str = ""
    extra: dict = field(default_factory=dict)


@dataclass
class SectionRecord:
    """A section (elsewhere: a category). Its parent may come later in the export, or not at all."""

    key: str
    name: str = ""
    slug: str = ""
    parent_key: str = ""
    description: str = ""
    old_id: str = ""
    extra: dict = field(default_factory=dict)


@dataclass
class TopicRecord:
    """What stories are about (elsewhere: a tag). The key is the slug, in small letters."""

    key: str
    name: str = ""
    slug: str = ""
    description: str = ""
    old_id: str = ""
    extra: dict = field(default_factory=dict)


@dataclass
class MediaRecord:
    """A picture or file that the old system kept.

    ``url`` is where it stood; ``path`` is its place below the folder of
    uploads (``2012/12/dcp.jpg``). ``parent_key`` is the story that it was
    uploaded to, ``address`` the page that showed it alone. ``title`` and
    ``alt`` are plain text, ``caption`` and ``description`` may be HTML.
    """

    key: str
    url: str = ""
    path: str = ""
    old_id: str = ""
    title: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    description: str = ""
    mime_type: str = ""
    parent_key: str = ""
    address: str = ""
    extra: dict = field(default_factory=dict)


@dataclass
class CorrectionRecord:
    """A public correction of a story, with the fields of `news.models.Correction` by name."""

    kind: str
    text: str
    published_at: datetime
    fields: dict = field(default_factory=dict)


class Status:
    """What a story is at the time of the export."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    TRASHED = "trashed"


class Access:
    """Who may read a live story."""

    PUBLIC = "public"
    PRIVATE = "private"
    PASSWORD = "password"  # noqa: S105 - the name of a state


class BodyFormat:
    """How a body is written."""

    BLOCKS = "blocks"  # HTML with WordPress' block comments
    CLASSIC = "classic"  # WordPress before blocks: HTML in which a blank line ends a paragraph, and short codes
    HTML = "html"
    LEXICAL = "lexical"
    MOBILEDOC = "mobiledoc"
    STREAM = "stream"  # the portal's own, as JSON: an export of this portal


@dataclass
class StoryRecord:
    """A story or a plain page.

    ``kind`` is "post" or "page". ``addresses`` are all old addresses that the
    reader knows, absolute, the permalink (``url``) included. ``date_guess``
    says in words how the date was found where the export does not name it.
    ``featured_key`` is the key of the lead picture, ``featured_url`` its
    address where the system knows no keys. ``trouble`` holds what the reader
    could not make out, in sentences. ``body`` is in ``body_format``.
    ``title`` is plain text, empty where the story has none; ``excerpt`` may be HTML.
    ``home_section`` is the key of the section that the system itself names as the story's home, where it does.
    ``guid`` is what the system calls the story for ever, where that is not the key: some systems give one to two.
    ``extra`` holds further fields of the portal's own model by name, as its own export writes them.
    """

    key: str
    kind: str = "post"
    old_id: str = ""
    title: str = ""
    slug: str = ""
    old_slugs: list[str] = field(default_factory=list)
    status: str = Status.LIVE
    access: str = Access.PUBLIC
    published_at: datetime | None = None
    modified_at: datetime | None = None
    date_guess: str = ""
    authors: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    home_section: str = ""
    topics: list[str] = field(default_factory=list)
    parent_key: str = ""
    order: int = 0
    excerpt: str = ""
    body: str = ""
    body_format: str = BodyFormat.HTML
    footnotes: list[dict] = field(default_factory=list)
    featured_key: str = ""
    featured_url: str = ""
    featured_alt: str = ""
    featured_caption: str = ""
    sticky: bool = False
    seo_title: str = ""
    seo_description: str = ""
    social_title: str = ""
    social_description: str = ""
    canonical_url: str = ""
    noindex: bool = False
    enclosures: list[str] = field(default_factory=list)
    guid: str = ""
    url: str = ""
    addresses: list[str] = field(default_factory=list)
    comments: int = 0
    corrections: list[CorrectionRecord] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    extra: dict = field(default_factory=dict)


@dataclass
class RedirectRecord:
    """An address of former times that leads elsewhere, as the portal's own export tells it."""

    old_path: str
    target: str
    permanent: bool = True


@dataclass
class SettingRecord:
    """What the site is set to, as the portal's own export tells it: ``key`` names the model, ``extra`` its fields."""

    key: str
    extra: dict = field(default_factory=dict)


@dataclass
class FrontRecord:
    """What the front page says, or one that lists people, topics or corrections: the portal's own export tells it.

    ``key`` is the way from the front page to the page, "" for the front page itself; ``type`` names the model.
    """

    key: str
    type: str = ""
    title: str = ""
    extra: dict = field(default_factory=dict)


@dataclass
class Skipped:
    """Something in the export that is no record here: counted by type, never passed over in silence."""

    type: str
    reason: str
    key: str = ""
    title: str = ""


Record = (
    Source
    | AuthorRecord
    | SectionRecord
    | TopicRecord
    | MediaRecord
    | StoryRecord
    | RedirectRecord
    | SettingRecord
    | FrontRecord
    | Skipped
)
