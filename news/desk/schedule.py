"""The one screen on which a page is given its time: go live, come off, or out of the schedule again."""

import zoneinfo
from datetime import UTC, timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.localization import get_available_admin_time_zones
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page

from news.desk.completeness import gaps
from news.desk.story_form import MAY_OVERRIDE, reason_field
from news.models import ArticlePage, ScheduleFailure
from news.schedule.times import moment, presets, spoken
from news.standards import gate
from news.standards.findings import StandardsError
from portal import clock

FARTHEST = timedelta(days=36525)
"""A day that lies farther away was mistyped; at either end of the calendar, zones make it none at all."""

URL_NAME = "news_schedule"
ACTION = "action-schedule"
REASON = "news.reason_to_override"
"""Where a session keeps the reason that was typed in the editor, and for which page, until the screen shows it."""


class ScheduleMenuItem(ActionMenuItem):
    """The button in the editor's foot. It saves the draft, and a hook leads on to the screen."""

    label = gettext_lazy("Schedule…")
    name = ACTION
    icon_name = "calendar-alt"

    def is_shown(self, context):
        """Show it to whoever may edit the page, and on a page that only its schedule has locked."""
        return context["view"] != "revisions_revert" and (super().is_shown(context) or _is_locked_by_time(context))

    def get_url(self, context):
        """Lead straight on where nothing can be saved; elsewhere the button saves first."""
        return reverse(URL_NAME, args=[context["page"].pk]) if _is_locked_by_time(context) else None


def _is_locked_by_time(context):
    return isinstance(context.get("lock"), ScheduledForPublishLock)


def lead_on(request, page):
    """Lead from the saved draft to the screen, where the editor pressed that button. For the hooks after saving.

    A reason to override the standards that was typed in the editor goes along.
    """
    if ACTION not in request.POST:
        return None
    if reason := request.POST.get("override_reason", "").strip():
        request.session[REASON] = {"page": page.pk, "reason": reason}
    return redirect(URL_NAME, page.pk)


class ScheduleForm(forms.Form):
    """A day and a time as the clocks of a zone show them, and as an option the same for the end."""

    zone = forms.ChoiceField(label=gettext_lazy("Time zone"))
    day = forms.DateField(label=gettext_lazy("Goes live on"), required=False)
    time = forms.TimeField(label=gettext_lazy("at"), required=False)
    end_day = forms.DateField(label=gettext_lazy("Comes off on"), required=False)
    end_time = forms.TimeField(label=gettext_lazy("at"), required=False)
    # The times about which the editor was asked, and said yes.
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)
    override_reason = reason_field(gettext_lazy("Schedule it against the standards, because"))

    def __init__(self, *args, preset="", live=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.preset, self.live = preset, live
        self.notes = []
        self.fields["zone"].choices = [(name, name) for name in get_available_admin_time_zones()]
        for name in ("day", "end_day"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        for name in ("time", "end_time"):
            self.fields[name].widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")

    def clean(self):
        """Turn what the clocks show into moments: ``go_live_at`` and ``expire_at``, in UTC or None."""
        data = super().clean()
        if "zone" not in data or self.errors:
            return data
        now, zone = clock.now(), zoneinfo.ZoneInfo(data["zone"])
        chosen = {preset.key: preset.at for preset in presets(now, zone)}.get(self.preset)
        data["go_live_at"] = chosen or self._moment("day", "time", zone)
        data["expire_at"] = self._moment("end_day", "end_time", zone)
        if self.errors:
            return data
        start, end = data["go_live_at"], data["expire_at"]
        if not start and not (self.live and end):
            raise ValidationError({"day": _("Choose a day and a time, or one of the times above.")})
        if start and start <= now:
            raise ValidationError({"time": _("That time has passed. Choose one to come, or publish it now.")})
        if end and end <= (start or now):
            raise ValidationError({"end_time": _("The end must come after the beginning.")})
        asked = " ".join(moment.isoformat() for moment in (start, end) if moment)
        if self.notes and data["confirmed"] != asked:
            self.data = {**self.data.dict(), "confirmed": asked}
            raise ValidationError(self.notes + [_("Press the button again if that is what you mean.")])
        return data

    def _moment(self, day, time, zone):
        """Return the moment in two fields, or None for none; one without the other is an error."""
        data = self.cleaned_data
        if not data[day] and not data[time]:
            return None
        if not data[day] or not data[time]:
            self.add_error(time if data[day] else day, _("Both a day and a time are needed."))
            return None
        if abs(data[day] - clock.now().date()) > FARTHEST:
            self.add_error(day, _("That day is more than a hundred years away."))
            return None
        found = moment(data[day], data[time], zone)
        if found.note:
            self.notes.append(found.note)
        return found.at


class ScheduleView(WagtailAdminTemplateMixin, FormView):
    """Shows and changes the schedule of one page. Whoever may not publish leaves a time for those who approve."""

    form_class = ScheduleForm
    template_name = "news/desk/schedule.html"
    header_icon = "calendar-alt"
    page_title = gettext_lazy("Schedule")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the page; nobody who may not edit it gets any further."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=page_id).specific
        permissions = self.page.permissions_for_user(request.user)
        lock = self.page.get_lock()
        locked = lock and not isinstance(lock, ScheduledForPublishLock) and lock.for_user(request.user)
        if locked or not permissions.can_edit():
            raise PermissionDenied
        self.may_publish = permissions.can_publish()
        self.may_override = self.may_publish and request.user.has_perm(MAY_OVERRIDE)
        self.draft = self.page.get_latest_revision_as_object()
        self.scheduled = self.page.get_scheduled_revision_as_object()
        self.may_change = self.may_publish or not self.scheduled

    def get_page_subtitle(self):
        """Return the headline of the draft."""
        return self.draft.title

    def get_breadcrumbs_items(self):
        """Return the way here: by the editor of the page."""
        return [
            *self.breadcrumbs_items,
            {"url": self.editor_url, "label": self.draft.title},
            {"url": "", "label": self.get_page_title(), "sublabel": self.draft.title},
        ]

    def get_success_url(self):
        """Return to the list in which the page stands."""
        return reverse("wagtailadmin_explore", args=[self.page.get_parent().pk])

    @property
    def editor_url(self):
        """The address of the page's editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def go_live_at(self):
        """The time that stands now, whether approved or only asked for; None for none or a past one."""
        at = (self.scheduled or self.draft).go_live_at
        return at if at and (self.scheduled or at > clock.now()) else None

    def get_form_kwargs(self):
        """Add which button was pressed."""
        return {**super().get_form_kwargs(), "preset": self.request.POST.get("preset", ""), "live": self.page.live}

    def get_initial(self):
        """Return what stands now, as the editor's own clocks show it."""
        zone = timezone.get_current_timezone()
        initial = {"zone": timezone.get_current_timezone_name()}
        for name, at in (("", self.go_live_at), ("end_", self.draft.expire_at)):
            if at:
                local = at.astimezone(zone)
                initial |= {f"{name}day": local.date(), f"{name}time": local.time()}
        if self.request.session.get(REASON, {}).get("page") == self.page.pk:
            initial["override_reason"] = self.request.session.pop(REASON)["reason"]
        return initial

    def get_context_data(self, **kwargs):
        """Add what stands now, in words, and the times to pick with one click."""
        now, zone = clock.now(), timezone.get_current_timezone()
        found = self.blockers
        return super().get_context_data(
            page=self.page,
            may_publish=self.may_publish,
            may_change=self.may_change,
            approved=bool(self.scheduled),
            standing=spoken(self.go_live_at, zone, now) if self.go_live_at else "",
            in_utc=self.go_live_at.astimezone(UTC) if self.go_live_at else None,
            failure=ScheduleFailure.objects.open().filter(page=self.page).first(),
            presets=[(preset, spoken(preset.at, zone, now)) for preset in presets(now, zone)],
            gaps=gaps(self.draft) if self.may_publish else [],
            blockers=found,
            asks_for_reason=self.may_override and all(finding.can_be_overridden for finding in found),
            editor_url=self.editor_url,
            **kwargs,
        )

    @property
    def blockers(self):
        """What the standards hold against the draft as it stands, for those who may publish it."""
        if not self.may_publish or not isinstance(self.draft, ArticlePage):
            return []
        return gate.not_overridden(self.draft, gate.blockers(self.draft))

    def post(self, request, *args, **kwargs):
        """Take the page out of the schedule, or read the form. An approved time is not for those who only write."""
        if not self.may_change:
            raise PermissionDenied
        if "unschedule" in request.POST:
            self.give_time(None, self.draft.expire_at)
            messages.success(request, _("“%(title)s” is out of the schedule.") % {"title": self.draft.title})
            return redirect(self.editor_url)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Give the page its time; say what became of it."""
        go_live_at, expire_at = form.cleaned_data["go_live_at"], form.cleaned_data["expire_at"]
        try:
            with transaction.atomic():
                if go_live_at and self.may_publish and (found := gaps(self.draft)):
                    raise ValidationError(found)
                revision = self.give_time(go_live_at, expire_at)
                if go_live_at and self.may_publish:
                    revision.override = self.decision(form.cleaned_data["override_reason"].strip())
                    revision.publish(user=self.request.user)
        except StandardsError as refusal:
            return self.refused_by_standards(form, refusal.findings)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.refused(form)
        messages.success(self.request, self._told(go_live_at, expire_at, zoneinfo.ZoneInfo(form.cleaned_data["zone"])))
        return redirect(self.get_success_url())

    def refused_by_standards(self, form, findings):
        """Show the form again with what keeps the draft back: each fault once, whether it is one now or at its time."""
        if self.may_override and all(finding.can_be_overridden for finding in findings):
            form.add_error("override_reason", _("To schedule it all the same, say why."))
        form.add_error(None, _("It was not scheduled: the standards keep it back."))
        response = self.refused(form)
        listed = {finding.message for finding in response.context_data["blockers"]}
        for finding in findings:
            if finding.message not in listed:
                form.add_error(None, finding.message)
        return response

    def refused(self, form):
        """Show the form again beside the draft as it stands: what was saved with the new times is undone."""
        self.page.refresh_from_db()
        self.draft = self.page.get_latest_revision_as_object()
        return self.form_invalid(form)

    def decision(self, reason):
        """Return the decision to override the standards for a reason, or None without reason or permission."""
        return gate.Decision(self.request.user, reason) if reason and self.may_override else None

    def give_time(self, go_live_at, expire_at):
        """Save a draft with these times, which takes back an approved schedule. Returns its revision."""
        with transaction.atomic():
            if self.scheduled:
                approved = self.page.scheduled_revision
                approved.approved_go_live_at = None
                approved.save(user=self.request.user, update_fields=["approved_go_live_at"])
            self.draft.go_live_at, self.draft.expire_at = go_live_at, expire_at
            Page.objects.filter(pk=self.page.pk).update(
                go_live_at=go_live_at, **({"expire_at": expire_at} if self.page.live and self.may_publish else {})
            )
            return self.draft.save_revision(user=self.request.user, log_action=True, clean=False)

    def _told(self, go_live_at, expire_at, zone):
        now, values = clock.now(), {"title": self.draft.title}
        if go_live_at is None:
            return _("“%(title)s” comes off on %(end)s.") % {**values, "end": spoken(expire_at, zone, now)}
        values["start"] = spoken(go_live_at, zone, now)
        if not self.may_publish:
            return _("Noted: once it is approved, “%(title)s” goes live on %(start)s.") % values
        return _("“%(title)s” goes live on %(start)s.") % values
