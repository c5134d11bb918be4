"""The account of an import: what was in the export, what came of it, and what was left to look after.

It is kept as the run goes along and never grows with the size of the export, but
for the names of authors and months; so it tells of a dry run, which writes
nothing, as well as of a real one. It is stored on the run as plain JSON.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from news.intake.record import Access, Status

WORST = 50
"""Stories named with the words that they lost."""
MOST_DETAILS = 200
"""Failures, and notes of one kind, that are named one by one; the rest are counted."""
MOST_PLANNED = 501
"""Stories and pages of a dry run that are named with their addresses: one more than a report shows, to tell of more."""
MOST_NAMES, FURTHER = 500, "…"
"""Names under which notes of one kind are counted, and the one that stands for all further ones."""


@dataclass
class Summary:
    """What stands in ``ImportRun.summary``.

    ``read`` and ``outcomes`` count by kind ("post", "page", "media", "author",
    "section", "topic"): ``read[kind][status]`` what was in the export, and
    ``outcomes[kind][outcome]`` what came of it, in the words of
    `ImportedItem.Outcome`. ``authors`` and ``months`` hold ``[in, out]`` of
    stories. ``passed_over`` counts what is no story, by its type, and says why.
    ``notes[code][name]`` counts what a person should know of; ``details[code]``
    are the first of them as ``[key, title, name, detail]``. ``worst`` are the stories that lost most
    words: ``[lost, words, key, title, [the words]]``. ``failures`` are
    ``[kind, key, title, reason]``. ``planned`` are the first stories and pages of
    a dry run as ``[kind, key, old address, new address]``.
    """

    read: dict = field(default_factory=lambda: defaultdict(Counter))
    outcomes: dict = field(default_factory=lambda: defaultdict(Counter))
    authors: dict = field(default_factory=dict)
    months: dict = field(default_factory=dict)
    passed_over: dict = field(default_factory=dict)
    notes: dict = field(default_factory=lambda: defaultdict(Counter))
    details: dict = field(default_factory=dict)
    worst: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    planned: list = field(default_factory=list)
    repairs: list = field(default_factory=list)
    words_in: int = 0
    words_lost: int = 0
    redirects: int = 0
    comments: int = 0

    def note(self, code, name="", *, key="", title="", detail=""):
        """Count something to know of, and name it while it is among the first of its kind."""
        names = self.notes[code]
        names[name if name in names or len(names) < MOST_NAMES else FURTHER] += 1
        named = self.details.setdefault(code, [])
        if len(named) < MOST_DETAILS:
            named.append([key, title, name, detail])

    def pass_over(self, skipped):
        """Count what the reader says is no story (a `record.Skipped`)."""
        entry = self.passed_over.setdefault(skipped.type, {"count": 0, "reason": skipped.reason})
        entry["count"] += 1

    def story(self, record, outcome, *, words=0, lost=()):
        """Count a story or page, with the words that a reader of the old system saw and those that got lost."""
        self.outcomes[record.kind][outcome] += 1
        self.words_in += words
        self.words_lost += len(lost)
        self.comments += record.comments
        arrived = outcome != "failed"
        month = f"{record.published_at:%Y-%m}" if record.published_at else ""
        for table, names in ((self.authors, record.authors or [""]), (self.months, [month])):
            for name in names:
                counted = table.setdefault(name, [0, 0])
                counted[0] += 1
                counted[1] += arrived
        if lost:
            self.worst.append([len(lost), words, record.key, record.title, [*lost[:100]]])
            self.worst.sort(key=lambda row: -row[0])
            del self.worst[WORST:]

    def fail(self, kind, key, title, reason):
        """Name something that could not be brought in. The outcome is counted by whoever counts the outcomes."""
        if len(self.failures) < MOST_DETAILS:
            self.failures.append([kind, key, title, reason])

    def plan(self, record, address):
        """Say where a story or page would stand, while it is among the first."""
        if len(self.planned) < MOST_PLANNED:
            self.planned.append([record.kind, record.key, record.url, address])

    def as_json(self):
        """Return the account as plain values."""
        return json.loads(json.dumps(vars(self)))

    def restore(self, values):
        """Say again what `as_json` said: what was counted since has not come about."""
        vars(self).update(vars(Summary.from_json(values)))

    @classmethod
    def from_json(cls, values):
        """Return the account that `as_json` made."""
        summary = cls(**{name: value for name, value in values.items() if name in cls.__dataclass_fields__})
        for name in ("read", "outcomes", "notes"):
            counters = {key: Counter(counted) for key, counted in getattr(summary, name).items()}
            setattr(summary, name, defaultdict(Counter, counters))
        return summary


def status_of(record):
    """Return how the account calls what a story was in the old system: its status, or who alone could read it."""
    closed = record.status == Status.LIVE and record.access != Access.PUBLIC
    return record.access if closed else record.status
