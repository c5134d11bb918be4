"""A step in the way of a story: which group looks at it, who of them, and until when."""

import datetime

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import models
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, TaskState

from news.models.article_links import Contribution
from news.models.articles import ArticlePage
from news.models.medical_reviews import MedicalReview
from news.notifications import tell
from news.standards.findings import SignatureNeeded


class ReasonForm(TaskStateCommentForm):
    """What has to change: a story that comes back without a reason comes back unchanged."""

    comment = forms.CharField(
        label=_("What has to change"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say what has to change: whoever wrote it sees only this.")},
    )


def wrote(user, page):
    """Tell whether an account wrote a page: it started it, or its own author stands in the byline."""
    if page.owner_id == user.pk:
        return True
    byline = getattr(page, "contributions", None)
    if byline is None:
        return False
    return any(c.role in Contribution.AUTHOR_ROLES and c.author.user_id == user.pk for c in byline.all())


class DeskTask(AbstractGroupApprovalTask):
    """Approval by one of a group: with four eyes, a reason for every refusal, and a name on every open task."""

    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_("Nobody approves what they wrote themselves. For health stories this holds in any case."),
    )
    needs_signature = models.BooleanField(
        _("medical signature"),
        default=False,
        help_text=_("A medical reviewer's signature under the story's words approves it, and nothing else does."),
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "four_eyes", "needs_signature"]

    class Meta:
        verbose_name = _("desk approval")
        verbose_name_plural = _("desk approvals")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups approve it; nobody approves their own story.")

    def members(self):
        """Return the active accounts that may do this task."""
        accounts = get_user_model().objects.filter(is_active=True, groups__in=self.groups.all())
        return accounts.distinct().order_by("username")

    def may_approve(self, obj, user):
        """Tell whether a user may approve, as far as four eyes are concerned."""
        strict = self.four_eyes or isinstance(obj, ArticlePage) and obj.is_health
        return not (strict and user is not None and wrote(user, obj))

    def awaits_signature(self, obj):
        """Tell whether an object cannot be approved before a medical reviewer has signed its newest version."""
        if not self.needs_signature or not isinstance(obj, ArticlePage):
            return False
        return not MedicalReview.objects.vouch_for(obj.get_latest_revision_as_object())

    def get_actions(self, obj, user):
        """Return what a user may do: the group's own actions, to take or give the task, never to approve oneself."""
        actions = super().get_actions(obj, user)
        if not actions:
            return []
        obj = obj.get_latest_revision_as_object()
        if not self.may_approve(obj, user):
            actions = [action for action in actions if action[0] != "approve"]
        state = obj.current_workflow_task_state
        assignment = Assignment.objects.filter(task_state_id=state.pk).first() if state else None
        if assignment is None or assignment.assignee_id != user.pk:
            actions.append(("claim", gettext("I take it"), False))
        return [*actions, ("assign", gettext("Give it to somebody…"), True)]

    def get_form_for_action(self, action):
        """Return the form of an action: a reason for refusing, a person and a time for giving it away."""
        if action == "reject":
            return ReasonForm
        if action == "assign":
            return type("AssignTaskForm", (AssignForm,), {"task": self})
        return TaskStateCommentForm

    def on_action(self, task_state, user, action_name, **kwargs):
        """Do it, whichever way the user came; ``user`` is None for a reviewer who signed without an account.

        Raises PermissionDenied for who approves their own story, and `SignatureNeeded` where a signature is
        missing under the words that the approval would let through.
        """
        story = task_state.revision.as_object()
        if action_name == "approve" and not self.may_approve(story, user):
            raise PermissionDenied(gettext("Nobody approves their own story. Ask somebody else of the desk."))
        if action_name == "approve" and self.awaits_signature(story):
            raise SignatureNeeded(story)
        if action_name == "claim":
            Assignment.give(task_state, user, by=user)
        elif action_name == "assign":
            assignee = self.members().filter(pk=kwargs["assignee"]).first()
            if assignee is None:
                raise PermissionDenied(gettext("That account may not do this task."))
            due = parse_datetime(kwargs["due"]).replace(tzinfo=get_current_timezone()) if kwargs["due"] else None
            Assignment.give(task_state, assignee, by=user, due_at=due, note=kwargs["note"])
        else:
            return super().on_action(task_state, user, action_name, **kwargs)
        return None


class AssignForm(forms.Form):
    """Who shall do a task, until when, and what they should know. Its values are plain: they travel as JSON."""

    task = None
    assignee = forms.ChoiceField(label=_("Who"))
    due = forms.CharField(
        label=_("Until"), required=False, widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = self.task.members()
        self.fields["assignee"].choices = [(str(user.pk), user.get_full_name() or user.username) for user in people]

    def clean_due(self):
        """Refuse what is no day and time; keep the text, which names no zone: it is the clock of who gives the task."""
        due = self.cleaned_data["due"]
        try:
            known = parse_datetime(due) if due else None
        except ValueError:
            known = None
        # A browser sends the clock on the wall, and the calendar has no zone left to go to on its last day.
        if due and (known is None or known.tzinfo or known.year == datetime.MAXYEAR):
            raise forms.ValidationError(_("This is no day and time."))
        return due


class Assignment(models.Model):
    """Whose task it is. Others of the group may still do it: a name, not a lock."""

    task_state = models.OneToOneField(TaskState, on_delete=models.CASCADE, related_name="assignment")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    due_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self):
        return f"{self.assignee}: {self.task_state_id}"

    @classmethod
    def give(cls, task_state, assignee, *, by, due_at=None, note=""):
        """Give an open task to somebody, from whoever had it, and tell them unless they took it themselves."""
        values = {"assignee": assignee, "assigned_by": by, "due_at": due_at, "note": note}
        assignment, _created = cls.objects.update_or_create(task_state=task_state, defaults=values)
        if assignee != by and assignee.email:
            assignment.tell_assignee()
        return assignment

    def tell_assignee(self):
        """Mail whoever has got the task: what it is, from whom, until when."""
        revision = self.task_state.revision
        lines = [
            gettext("%(who)s asks you to look at “%(title)s” (%(task)s).")
            % {"who": self.assigned_by, "title": revision.object_str, "task": self.task_state.task.name}
        ]
        if self.due_at:
            due = date_format(self.due_at.astimezone(get_current_timezone()), "j F Y H:i")
            lines.append(gettext("Until: %(due)s") % {"due": due})
        if self.note:
            lines.append(self.note)
        path = reverse("wagtailadmin_pages:edit", args=[revision.object_id])
        tell(
            gettext("For you: %(title)s") % {"title": revision.object_str},
            "\n".join(lines),
            [self.assignee.email],
            path=path,
        )
