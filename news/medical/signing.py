"""Signing a story: who may, what is kept of them, and until when it holds."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from news.models import Contribution, MedicalReview
from portal import clock

MONTH = 365.25 / 12
REVIEW_MONTHS = {"C": 12, "B": 24}
OTHER_MONTHS = 24


def next_due(risk_class, signed_at):
    """Return the day on which a story signed at a moment is to be reviewed again, by its risk class."""
    months = REVIEW_MONTHS.get(risk_class, OTHER_MONTHS)
    return (signed_at + timedelta(days=round(months * MONTH))).date()


def credentials_of(reviewer):
    """Return what qualifies a reviewer today, as it is kept with a signature."""
    licence = " ".join(filter(None, [reviewer.registration_body, reviewer.registration_number]))
    parts = [reviewer.credentials, reviewer.speciality, licence, reviewer.country]
    return "; ".join(filter(None, parts))[:300]


def objections(story, reviewer):
    """Return, in words, why this person may not vouch for this story; empty if they may."""
    found = []
    if not reviewer.is_reviewer:
        found.append(_("%(name)s is not a medical reviewer.") % {"name": reviewer})
    if not credentials_of(reviewer):
        found.append(_("The profile of %(name)s names no credentials.") % {"name": reviewer})
    if reviewer.conflicts == reviewer.Conflicts.UNDECLARED:
        found.append(_("%(name)s has not declared conflicts of interest; “none” counts as one.") % {"name": reviewer})
    authors = {c.author_id for c in story.contributions.all() if c.role in Contribution.AUTHOR_ROLES}
    if reviewer.pk in authors:
        found.append(_("%(name)s is an author of this story.") % {"name": reviewer})
    return found


def sign(revision, reviewer, *, decision, scope="", note=""):
    """Put a reviewer's decision under the words of one revision of a story, and return the `MedicalReview`.

    Raises `ValidationError` where the reviewer may not vouch for the story.
    """
    story = revision.as_object()
    found = objections(story, reviewer)
    if found:
        raise ValidationError(found)
    now = clock.now()
    return MedicalReview.objects.create(
        article_id=story.pk,
        revision=revision,
        content_hash=story.compute_content_hash(),
        reviewer=reviewer,
        credentials=credentials_of(reviewer),
        decision=decision,
        note=note,
        signed_at=now,
        next_due=next_due(story.risk_class, now) if decision == MedicalReview.Decision.APPROVED else None,
        **({"scope": scope} if scope else {}),
    )
