"""What a rule is, and what it says of a story."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Level(StrEnum):
    """How much weight a finding has."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class Terms:
    """What rules know beside the story: the moment at which it would be public, and the newsroom's lists of words.

    ``affiliate_domains`` are those that pay us when a reader buys.
    """

    at: datetime
    health_words: tuple = ()
    cure_words: tuple = ()
    sensitive_words: tuple = ()
    affiliate_domains: tuple = ()


class LinkedSentence(str):
    """What a rule says of a story, with the address of another page that shows it."""

    def __new__(cls, words, address):
        sentence = super().__new__(cls, words)
        sentence.address = address
        return sentence


@dataclass(frozen=True)
class Rule:
    """One rule of the newsroom.

    ``check`` takes a story and the `Terms`, and returns a sentence for each
    fault that it finds, a `LinkedSentence` where another page shows it.
    ``field`` names the field of the editor in which the fault is mended.
    ``asks`` and ``why`` are for people: what the rule wants, and the reason.
    """

    code: str
    level: Level
    field: str
    asks: str
    why: str
    check: Callable
    can_be_overridden: bool = True

    def findings(self, story, terms):
        """Return what the rule has to say of the story, as a list of `Finding`."""
        return [
            Finding(
                self.code,
                self.level,
                self.field,
                str(words),
                str(self.why),
                self.can_be_overridden,
                getattr(words, "address", ""),
            )
            for words in self.check(story, terms)
        ]


@dataclass(frozen=True)
class Finding:
    """One fault of one story: ``message`` says what it is, ``why`` why it matters, ``field`` where to mend it.

    ``address`` is another page that shows it, if there is one.
    """

    code: str
    level: Level
    field: str
    message: str
    why: str
    can_be_overridden: bool = True
    address: str = ""

    @property
    def blocks(self):
        """Whether the story may not be published with it."""
        return self.level == Level.BLOCKER


class StandardsError(ValidationError):
    """A story was not published, since it does not meet the standards.

    ``story`` is the story, ``findings`` are the blockers that nobody overrode.
    A `ValidationError`, so that whatever knows how to report one reports this one.
    """

    def __init__(self, story, findings):
        self.story = story
        self.findings = list(findings)
        super().__init__(self.sentence)

    @property
    def sentence(self):
        """The refusal in words, with every reason."""
        reasons = " ".join(finding.message for finding in self.findings)
        return _("“%(headline)s” was not published. %(reasons)s") % {"headline": self.story.title, "reasons": reasons}


class SignatureNeeded(StandardsError):
    """A medical review was to be approved without a signature under exactly the story's words."""

    def __init__(self, story):
        super().__init__(story, [])

    @property
    def sentence(self):
        """The refusal in words, with what approves it."""
        return _(
            "“%(headline)s” was not approved. Its medical review ends with a reviewer's signature under exactly "
            "these words, and signing approves it."
        ) % {"headline": self.story.title}
