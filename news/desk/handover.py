"""The screen on which a story changes hands: given with a note, taken over, or given back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import PageLogEntry

from news.models import ArticlePage, Handover
from news.models.handovers import HANDED_OVER, holder_of, name_of, people_for

URL_NAME = "news_handover"
MOST_SHOWN = 20


class HandoverForm(forms.Form):
    """To whom, and what they should know."""

    to = forms.ChoiceField(label=gettext_lazy("To"))
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
        help_text=gettext_lazy("What is done, what is missing, whom to call."),
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(user.pk): user for user in people}
        self.fields["to"].choices = [("", "—"), *((key, name_of(user)) for key, user in self.people.items())]


class HandoverView(WagtailAdminTemplateMixin, FormView):
    """Shows who has a story and who had it, and lets it change hands."""

    form_class = HandoverForm
    template_name = "news/desk/handover.html"
    header_icon = "user"
    page_title = gettext_lazy("Who has it")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the story; nobody who may not edit it gets any further."""
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(ArticlePage, pk=page_id)
        if not self.story.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.holder = holder_of(self.story)

    def get_page_subtitle(self):
        """Return the headline of the draft."""
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Return the way here: by the editor of the story."""
        editor = {"url": self.get_success_url(), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, editor, {"url": "", "label": self.get_page_title()}]

    def get_success_url(self):
        """Return to the editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.story.pk])

    def get_form_kwargs(self):
        """Offer everybody who may edit it, but for who has it."""
        people = people_for(self.story)
        return {**super().get_form_kwargs(), "people": people.exclude(pk=self.holder.pk) if self.holder else people}

    def get_context_data(self, **kwargs):
        """Add whose it is, and the hands through which it went."""
        entries = PageLogEntry.objects.filter(page=self.story.pk, action=HANDED_OVER).select_related("user")
        handover = Handover.objects.filter(story=self.story).select_related("given_by").first()
        return super().get_context_data(
            story=self.story,
            holder=name_of(self.holder),
            is_mine=self.holder == self.request.user,
            handover=handover,
            entries=entries.order_by("-timestamp", "-pk")[:MOST_SHOWN],
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        """Take the story over, give it back, or read to whom it shall go."""
        if "take" in request.POST:
            if self.holder != request.user:
                Handover.give(self.story, request.user, by=request.user)
            messages.success(request, _("“%(title)s” is with you now.") % {"title": self.get_page_subtitle()})
            return redirect(self.get_success_url())
        if "done" in request.POST:
            handover = Handover.objects.filter(story=self.story, holder=request.user).first()
            if handover:
                handover.end(by=request.user)
            messages.success(request, _("“%(title)s” is not with you any more.") % {"title": self.get_page_subtitle()})
            return redirect(self.get_success_url())
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Hand it over."""
        holder = form.people[form.cleaned_data["to"]]
        Handover.give(self.story, holder, by=self.request.user, note=form.cleaned_data["note"])
        words = {"title": self.get_page_subtitle(), "name": name_of(holder)}
        messages.success(self.request, _("“%(title)s” is with %(name)s now.") % words)
        return super().form_valid(form)


def header_button(page, user, view_name, next_url=None):
    """Say in the menu above the editor who has a story, and lead to where it changes hands."""
    if view_name == "edit" and isinstance(page, ArticlePage) and page.permissions_for_user(user).can_edit():
        holder = holder_of(page)
        label = _("With %(name)s: hand over…") % {"name": name_of(holder)} if holder else _("Hand over…")
        yield Button(label, url=reverse(URL_NAME, args=[page.pk]), icon_name="user", priority=11)


def register_log_actions(actions):
    """Teach a story's history what a handover is. For the hook of the same name."""

    @actions.register_action(HANDED_OVER)
    class HandedOver(LogFormatter):
        label = gettext_lazy("Hand over")

        def format_message(self, log_entry):
            return _("With %(name)s now") % {"name": log_entry.data["to"] or _("nobody")}

        def format_comment(self, log_entry):
            return log_entry.data["note"]
