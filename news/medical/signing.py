"""Signing a story: who may, what is kept of them, and until when it holds."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from news.models import Contribution, DeskTask, MedicalReview
from portal import clock

MONTH = 365.25 / 12
REVIEW_MONTHS = {"C": 12, "B": 24}
OTHER_MONTHS = 24


def next_due(risk_class, signed_at):
    """Return the day on which a story signed at a moment is to be reviewed again, by its risk class."""
    months = REVIEW_MONTHS.get(risk_class, OTHER_MONTHS)
    return clock.day_of(signed_at) + timedelta(days=round(months * MONTH))


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
    if reviewer.former:
        found.append(_("%(name)s no longer works here.") % {"name": reviewer})
    if not credentials_of(reviewer):
        found.append(_("The profile of %(name)s names no credentials.") % {"name": reviewer})
    if reviewer.conflicts == reviewer.Conflicts.UNDECLARED:
        found.append(_("%(name)s has not declared conflicts of interest; “none” counts as one.") % {"name": reviewer})
    authors = {c.author_id for c in story.contributions.all() if c.role in Contribution.AUTHOR_ROLES}
    if reviewer.pk in authors:
        found.append(_("%(name)s is an author of this story.") % {"name": reviewer})
    elif reviewer.user_id and reviewer.user_id == story.owner_id:
        found.append(_("%(name)s started this story.") % {"name": reviewer})
    return found


def sign(revision, reviewer, *, decision, scope="", note=""):
    """Put a reviewer's decision under the words of one revision of a story, and return the `MedicalReview`.

    Raises `ValidationError` where the reviewer may not vouch for the story, or asks for changes without a word.
    """
    story = revision.as_object()
    found = objections(story, reviewer)
    if decision == MedicalReview.Decision.CHANGES and not note:
        found.append(_("Say what should change."))
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


@dataclass(frozen=True)
class Outcome:
    """What came of a reviewer's decision.

    ``ended`` tells whether it also ended the medical review in the story's
    workflow; ``refusal`` says in words why the story could not go on, if it could not.
    """

    review: MedicalReview
    ended: bool = False
    refusal: str = ""


@transaction.atomic
def decide(revision, reviewer, **decision):
    """Put a reviewer's decision on record, and let it be what its story's workflow waits for: one act.

    A signature approves the running medical review, a wish for changes sends the
    story back with the note as the reason, where the words are those of the
    newest version. A story that something else keeps back stays in review, and
    the signature stands. Takes what `sign` takes; returns an `Outcome`.
    """
    review = sign(revision, reviewer, **decision)
    state = _locked(running_review(review.article))
    if state is None or review.content_hash != review.article.get_latest_revision_as_object().compute_content_hash():
        return Outcome(review)
    if review.decision == MedicalReview.Decision.APPROVED:
        action, comment = "approve", _("Signed by %(name)s.") % {"name": reviewer}
    else:
        action, comment = "reject", review.note
    try:
        with transaction.atomic():
            state.task.specific.on_action(state, reviewer.user, action, comment=comment)
    except ValidationError as error:
        return Outcome(review, refusal=" ".join(error.messages))
    return Outcome(review, ended=True)


def running_review(story):
    """Return the state of the task of a story's workflow that waits for a medical signature, or None."""
    state = story.current_workflow_task_state
    task = state.task.specific if state else None
    return state if isinstance(task, DeskTask) and task.needs_signature else None


def _locked(state):
    """Return a running task, or None; of two who sign at once, the second waits here and finds it done."""
    running = TaskState.objects.select_for_update().filter(status=TaskState.STATUS_IN_PROGRESS)
    return running.filter(pk=state.pk).first() if state else None
