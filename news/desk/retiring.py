"""The screen on which a story is taken out of the world for good, with the reason that readers will see."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter, log

from news.models import ArticlePage

URL_NAME = "news_retire"
RETIRED = "news.retire"
"""What a story's history calls it."""


class RetireForm(forms.Form):
    """Why, in words for readers, and whether the law asks for it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        help_text=gettext_lazy("One sentence for readers: it will stand at the story’s address."),
        error_messages={"required": gettext_lazy("Say why: readers who come for the story see only this.")},
    )
    for_law = forms.BooleanField(
        label=gettext_lazy("For legal reasons"),
        required=False,
        help_text=gettext_lazy("Such as the order of a court. Machines are told so (451 in place of 410)."),
    )


class RetireView(WagtailAdminTemplateMixin, FormView):
    """Asks for the reason, then takes a public story off the site; its text stays in the newsroom."""

    form_class = RetireForm
    template_name = "news/desk/retire.html"
    header_icon = "no-view"
    page_title = gettext_lazy("Retire")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the story; nobody who may not take it off the site gets any further, nor is a draft retired."""
        super().setup(request, *args, **kwargs)
        self.story = get_object_or_404(ArticlePage, pk=page_id).specific
        if not self.story.permissions_for_user(request.user).can_unpublish():
            raise PermissionDenied

    def get_page_subtitle(self):
        """Return the headline."""
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Return the way here: by the editor of the story."""
        editor = {"url": self.get_success_url(), "label": self.get_page_subtitle()}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, editor, here]

    def get_success_url(self):
        """Return to the editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.story.pk])

    def get_context_data(self, **kwargs):
        """Add the story."""
        return super().get_context_data(story=self.story, editor_url=self.get_success_url(), **kwargs)

    def form_valid(self, form):
        """Retire it, and write down who did and why."""
        reason, for_law = form.cleaned_data["reason"], form.cleaned_data["for_law"]
        with transaction.atomic():
            self.story.retire(reason, for_law=for_law, user=self.request.user)
            log(self.story, RETIRED, user=self.request.user, data={"reason": reason, "for_law": for_law})
        messages.success(
            self.request, _("“%(title)s” is retired. Its address gives the reason.") % {"title": self.story.title}
        )
        return super().form_valid(form)


def header_button(page, user, view_name, next_url=None):
    """Lead from the editor of a public story to the screen on which it is retired."""
    if view_name == "edit" and isinstance(page, ArticlePage) and page.permissions_for_user(user).can_unpublish():
        yield Button(_("Retire…"), url=reverse(URL_NAME, args=[page.pk]), icon_name="no-view", priority=41)


def register_log_actions(actions):
    """Teach a story's history what retiring is. For the hook of the same name."""

    @actions.register_action(RETIRED)
    class Retired(LogFormatter):
        label = gettext_lazy("Retire")

        def format_message(self, log_entry):
            return _("Retired for legal reasons") if log_entry.data["for_law"] else _("Retired")

        def format_comment(self, log_entry):
            return log_entry.data["reason"]
