"""Saying where a story stands: what became of it when it was sent on, and why it came back to its writer."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, WorkflowState

from news.models import Assignment
from news.schedule.times import spoken
from portal import clock

SENT_ON = ("action-submit", "action-restart-workflow")
DECISIONS = ("approve", "reject")


def next_step(key):
    """Return in a sentence who has a page now, or when it goes live, or that it is; "" for a plain draft.

    ``key`` is the page's, which is read afresh: what was decided a moment ago counts.
    """
    page = Page.objects.get(pk=key)
    review = page.current_workflow_state
    if review and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("It is back with its writer, with your reason.")
    if review:
        state = review.current_task_state
        assignment = Assignment.objects.filter(task_state=state).select_related("assignee").first()
        values = {"task": state.task.name, "who": assignment and get_user_display_name(assignment.assignee)}
        return (_("It waits for: %(task)s (%(who)s).") if assignment else _("It waits for: %(task)s.")) % values
    if page.scheduled_revision:
        at, zone = page.scheduled_revision.approved_go_live_at, timezone.get_current_timezone()
        return _("It goes live on %(time)s.") % {"time": spoken(at, zone, clock.now())}
    return _("It is live.") if page.live and not page.has_unpublished_changes else ""


def tell_next_step(request, page):
    """Add to Wagtail's message what is next, after a page was submitted or decided on. For the hooks after saving."""
    decided = "action-workflow-action" in request.POST and request.POST.get("workflow-action-name") in DECISIONS
    submitted = any(name in request.POST for name in SENT_ON)
    if (decided or submitted) and (sentence := next_step(page.pk)):
        messages.info(request, sentence)


def tell_reason(request, page):
    """Show who opens the editor why the page came back, until it is submitted again. For ``before_edit_page``."""
    if request.method != "GET" or not page.pk:
        return
    review = page.current_workflow_state
    if not review or review.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    state = review.current_task_state
    who = get_user_display_name(state.finished_by) if state.finished_by else state.task.name
    messages.warning(request, _("%(who)s asks for changes: %(reason)s") % {"who": who, "reason": state.get_comment()})
