"""Rules about stories on health."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models.medical_reviews import MedicalReview
from news.models.sources import Source
from news.standards.findings import Level, Rule
from news.standards.reading import Reading, has_word
from portal import clock

SOURCES_NEEDED = 2
NEED_SOURCES = ("B", "C")
# What cannot carry advice alone: nobody independent has read it.
UNCHECKED = (Source.Kind.PRESS_RELEASE, Source.Kind.PREPRINT)
_EFFECT = re.compile(
    r"\d[\d.,]*\s?(%|per ?cent|percent)|\b(twice|half|\d+ times) (as|more|less|the)\b|\b\d+ in \d[\d,.]*\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\[(\d{1,3}(?:\s?,\s?\d{1,3})*)\]")


def standing_sources(story):
    """Return the sources of a story that nobody has taken back."""
    return [source for source in story.sources.all() if not source.retracted]


def too_few_sources(story, terms):
    """Advice on health rests on two sources, and never on what nobody independent has read."""
    if story.risk_class not in NEED_SOURCES:
        return
    sources = standing_sources(story)
    if len(sources) < SOURCES_NEEDED:
        yield _(
            "A story of risk class %(risk_class)s needs two sources that have not been retracted; it has %(number)d."
        ) % {
            "risk_class": story.risk_class,
            "number": len(sources),
        }
    elif story.risk_class == "C" and all(source.kind in UNCHECKED for source in sources):
        yield _("A story of risk class C cannot rest on press releases and preprints alone.")


def no_medical_sign_off(story, terms):
    """A clinician has signed exactly these words."""
    if story.risk_class != "C":
        return
    signed = MedicalReview.objects.signed_for(story)
    if signed is None:
        yield _("A story of risk class C needs the signature of a medical reviewer.")
    elif signed.content_hash != story.compute_content_hash():
        yield _("The words have changed since the medical reviewer signed them.")


def no_risk_class(story, terms):
    """The desk has thought about what harm a story on health can do."""
    if story.is_health and not story.risk_class:
        yield _("It stands in a health section and has no risk class.")


def evidence_not_rated(story, terms):
    """Readers are told how sure we are."""
    if story.risk_class in NEED_SOURCES and not story.evidence:
        yield _("How strong the evidence is has not been rated.")


def promise_of_cure(story, terms):
    """No story promises what medicine cannot."""
    found = has_word(Reading(story).words, terms.cure_words) if story.is_health else ""
    if found:
        yield _("“%(word)s” promises more than medicine can keep.") % {"word": found}


def number_without_reference(story, terms):
    """A number about benefit or risk says where it comes from."""
    if not story.is_health:
        return
    for paragraph in Reading(story).paragraphs:
        found = _EFFECT.search(paragraph)
        if found and not _MARK.search(paragraph):
            yield _("“%(number)s” stands without a reference: “%(text)s…”") % {
                "number": found[0],
                "text": paragraph[:60],
            }


def broken_reference(story, terms):
    """Every mark in the text leads to a source."""
    number = len(story.sources.all())
    marks = {int(n) for text in Reading(story).paragraphs for mark in _MARK.findall(text) for n in mark.split(",")}
    for missing in sorted(mark for mark in marks if story.is_health and mark > number):
        yield _("The text cites source %(number)d, which does not exist.") % {"number": missing}


def retracted_source(story, terms):
    """Nothing rests on what its authors took back."""
    for source in story.sources.all():
        if source.retracted:
            yield _("The source “%(title)s” has been retracted.") % {"title": source.title}


def sensitive_without_help(story, terms):
    """Who reads about despair finds help beside it."""
    found = has_word(Reading(story).words, terms.sensitive_words)
    if found and not any(block.block_type == "callout" for block in story.body):
        yield _("It speaks of “%(word)s” and has no box that says where to get help.") % {"word": found}


def touches_health(story, terms):
    """A story of another desk that speaks of medicine has been seen by the health desk."""
    found = "" if story.is_health else has_word(Reading(story).words, terms.health_words)
    if found:
        yield _("It speaks of “%(word)s”: ask a health editor, who sets the risk class.") % {"word": found}


def review_overdue(story, terms):
    """A signature is not for ever."""
    signed = MedicalReview.objects.signed_for(story) if story.risk_class in NEED_SOURCES else None
    if signed and signed.next_due and signed.next_due < clock.day_of(terms.at):
        yield _("The next medical review was due on %(day)s.") % {"day": signed.next_due.isoformat()}


RULES = (
    Rule(
        "health-sources",
        Level.BLOCKER,
        "sources",
        gettext_lazy(
            "A story of risk class B or C has two sources; class C rests on more than press releases and preprints."
        ),
        gettext_lazy("Readers act on what we write about their bodies."),
        too_few_sources,
    ),
    Rule(
        "medical-sign-off",
        Level.BLOCKER,
        "risk_class",
        gettext_lazy("A story of risk class C carries the signature of a medical reviewer under exactly its words."),
        gettext_lazy("A wrong dose can kill."),
        no_medical_sign_off,
    ),
    Rule(
        "no-risk-class",
        Level.WARNING,
        "risk_class",
        gettext_lazy("A story in a health section has a risk class."),
        gettext_lazy("The class decides which sources and whose signature it needs."),
        no_risk_class,
    ),
    Rule(
        "evidence-not-rated",
        Level.WARNING,
        "evidence",
        gettext_lazy("Class B and C say how strong the evidence is."),
        gettext_lazy("A study in mice is no advice for people."),
        evidence_not_rated,
    ),
    Rule(
        "promise-of-cure",
        Level.WARNING,
        "body",
        gettext_lazy("No story about health uses the words of miracle cures."),
        gettext_lazy("They are the mark of quackery, for readers and for search engines."),
        promise_of_cure,
    ),
    Rule(
        "number-without-reference",
        Level.WARNING,
        "body",
        gettext_lazy("A number about benefit or risk has a reference mark in its paragraph."),
        gettext_lazy("A number that nobody can check is worth nothing."),
        number_without_reference,
    ),
    Rule(
        "broken-reference",
        Level.WARNING,
        "sources",
        gettext_lazy("Every reference mark leads to a source."),
        gettext_lazy("A mark that leads nowhere is a false promise."),
        broken_reference,
    ),
    Rule(
        "retracted-source",
        Level.WARNING,
        "sources",
        gettext_lazy("No source has been retracted."),
        gettext_lazy("Its own authors do not stand by it."),
        retracted_source,
    ),
    Rule(
        "help-box",
        Level.WARNING,
        "body",
        gettext_lazy("A story on a sensitive subject has a callout that says where to get help."),
        gettext_lazy("Somebody who needs it will read the story."),
        sensitive_without_help,
    ),
    Rule(
        "touches-health",
        Level.WARNING,
        "risk_class",
        gettext_lazy("A story of another desk that speaks of medicine has been seen by a health editor."),
        gettext_lazy("Harm does not ask which section it is done in."),
        touches_health,
    ),
    Rule(
        "review-overdue",
        Level.WARNING,
        "risk_class",
        gettext_lazy("The medical review is not overdue."),
        gettext_lazy("Medicine moves on."),
        review_overdue,
    ),
)
