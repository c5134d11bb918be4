"""The gate itself: judges a story, and lets nothing through that has a blocker which nobody overrode.

Every way to publish leads through one of two places, whatever screen or program
it starts from: a story is saved as live (`ArticlePage.save`), or one of its
revisions is given a time to go live (`judge_schedule`). Screens ask earlier, to
say what is wrong beside the field; these two places decide.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from wagtail.log_actions import log

from news.models.standards import Standards, StandardsOverride
from news.standards.findings import StandardsError, Terms
from news.standards.rules import BLOCKERS, RULES
from portal import clock
from portal.commerce import parse_domains
from portal.site_settings import Publication

OVERRIDDEN = "news.standards.override"

_waiver = ContextVar("standards_waiver", default="")


@dataclass(frozen=True)
class Decision:
    """A decision to publish against the rules, before it is on record. ``codes`` are set where it is made use of."""

    user: object
    reason: str
    codes: tuple = ()


@contextmanager
def waived(reason):
    """Publish everything inside the block whatever the rules say, and put the reason on record for each story.

    For programs that bring in what was published elsewhere already; a person
    overrides by a permission and a reason of their own.
    """
    token = _waiver.set(reason)
    try:
        yield
    finally:
        _waiver.reset(token)


def findings(story, at=None):
    """Return everything that the rules say of a story as it would be published at ``at``, blockers first."""
    words = Standards.load()
    terms = Terms(
        at=at or moment_of(story),
        health_words=_lines(words.health_words),
        cure_words=_lines(words.cure_words),
        sensitive_words=_lines(words.sensitive_words),
        affiliate_domains=tuple(_affiliate_domains()),
    )
    found = [finding for rule in RULES for finding in rule.findings(story, terms)]
    return sorted(found, key=lambda finding: not finding.blocks)


def blockers(story, at=None):
    """Return what keeps the story back as it would be published at ``at``."""
    terms = Terms(at=at or moment_of(story))
    return [finding for rule in BLOCKERS for finding in rule.findings(story, terms)]


def moment_of(story):
    """Return when a story would become public if it were published now: at the end of its embargo."""
    return max(story.go_live_at or clock.now(), clock.now())


def require(story, at=None):
    """Raise `StandardsError` where a blocker keeps the story back that nobody has overridden.

    A `Decision` on the story (``override``) and decisions on record both count.
    """
    left = not_overridden(story, blockers(story, at))
    if not left:
        return
    if _waiver.get() and story.override is None:
        story.override = Decision(None, _waiver.get())
    fixed = [finding for finding in left if not finding.can_be_overridden]
    if fixed or story.override is None:
        raise StandardsError(story, left)
    story.override = replace(story.override, codes=codes_of(left))


def not_overridden(story, found):
    """Return the findings without those whose rules somebody overrode for exactly these words."""
    if not found or not story.pk:
        return list(found)
    decisions = StandardsOverride.objects.filter(article_id=story.pk, content_hash=story.compute_content_hash())
    allowed = {code for codes in decisions.values_list("codes", flat=True) for code in codes}
    return [finding for finding in found if finding.code not in allowed]


def codes_of(found):
    """Return the codes of findings, each once."""
    return tuple(sorted({finding.code for finding in found}))


def record_override(story):
    """Put the decision that a story carries on record: in the table, and in the story's own history."""
    decision = story.override
    if decision is None or not decision.codes:
        return
    story.override = None
    StandardsOverride.objects.create(
        article_id=story.pk,
        user=decision.user,
        reason=decision.reason,
        codes=list(decision.codes),
        content_hash=story.compute_content_hash(),
    )
    log(
        instance=story,
        action=OVERRIDDEN,
        user=decision.user,
        data={"codes": list(decision.codes), "reason": decision.reason},
    )


def judge_schedule(instance, update_fields, **kwargs):
    """Refuse to give a revision of a story a time to go live while a blocker keeps the story back.

    A handler for ``pre_save`` of revisions: a story that is live already is not
    saved when its next version is scheduled. A `Decision` on the revision
    (``override``) counts as one on the story.
    """
    if not instance.approved_go_live_at or (update_fields and "approved_go_live_at" not in update_fields):
        return
    model = instance.content_type.model_class()
    if model is None or not hasattr(model, "compute_content_hash"):
        return
    story = instance.as_object()
    story.override = getattr(instance, "override", None)
    require(story, at=max(instance.approved_go_live_at, clock.now()))
    record_override(story)


def _affiliate_domains():
    for domains in Publication.objects.values_list("affiliate_domains", flat=True):
        yield from parse_domains(domains)


def _lines(text):
    return tuple(line.strip() for line in text.splitlines() if line.strip())
