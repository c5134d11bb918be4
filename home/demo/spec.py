"""What a demo story is made of, before it becomes pages.

Plain frozen records with no import of Django, so that the text modules beside
this one stay readable prose. `home.demo.build` turns them into pages through
the same builders that the tests use.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoSource:
    """One reference under a health story.

    ``kind`` is one of: systematic_review, trial, observational, guideline,
    agency, interview, press_release, preprint, dataset, document.
    """

    kind: str
    title: str
    publisher: str
    year: int
    url: str = ""


@dataclass(frozen=True)
class DemoCorrection:
    """A public correction. ``kind``: correction, clarification, update, editors_note, retraction."""

    kind: str
    was_wrong: str
    is_right: str
    hours_ago: float
    severe: bool = False


@dataclass(frozen=True)
class DemoUpdate:
    """One entry of a live blog, with a body of the same shapes as a story's."""

    headline: str
    by: str
    hours_ago: float
    body: list
    key: bool = False
    pinned: bool = False


@dataclass(frozen=True)
class DemoStory:
    """One story. Times are hours before the moment of seeding.

    ``body`` is a list of ``(block name, plain value)``; pictures are named by
    their file in ``home/demo/art`` without the ending, stories by their slug.
    ``state`` is one of: published, draft, in_review, scheduled, retired, private.
    """

    slug: str
    section: str
    headline: str
    standfirst: str
    by: tuple
    hours_ago: float
    body: list
    kicker: str = ""
    kind: str = "news"
    origin: str = "staff"
    state: str = "published"
    lead: str = ""
    lead_caption: str = ""
    lead_alt: str = ""
    poster: str = ""
    topics: tuple = ()
    related: tuple = ()
    updated_hours_ago: float | None = None
    edited_by: str = ""
    fact_checked_by: str = ""
    photos_by: str = ""
    reviewed_by: str = ""
    review_days_ago: int = 0
    risk_class: str = ""
    evidence: str = ""
    evidence_note: str = ""
    sources: tuple = ()
    sponsor: str = ""
    corrections: tuple = ()
    retired_reason: str = ""
    updates: list = field(default_factory=list)
    live_state: str = ""
