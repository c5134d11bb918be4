"""The screen on which topics are merged: from the list of pages for several at once, or from a topic's own editor."""

from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from news.models import TopicPage
from news.topic_merging import MERGED, TOOK_IN, merge, survey

ACTION = "merge_topics"


class MergeForm(forms.Form):
    """Into which topic; asked a second time when it has been said what that would change."""

    target = forms.ModelChoiceField(
        label=gettext_lazy("Topic that stays"),
        queryset=TopicPage.objects.live(),
        widget=AdminPageChooser(target_models=[TopicPage]),
        error_messages={"invalid_choice": gettext_lazy("Choose a topic that is public.")},
    )
    # The key of the topic about which the editor was asked, and said yes.
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.topics = user, topics
        self.must_be_confirmed = False

    def clean(self):
        """Ask once more, with the numbers, before anything happens."""
        data = super().clean()
        target = data.get("target")
        if target is None:
            return data
        if target.pk in {topic.pk for topic in self.topics}:
            raise ValidationError({"target": _("This topic is one of those that are to go. Choose another one.")})
        if not target.permissions_for_user(self.user).can_publish():
            raise ValidationError({"target": _("You may not change this topic.")})
        if data["confirmed"] != str(target.pk):
            self.data = self.data.copy()
            self.data["confirmed"] = str(target.pk)
            self.must_be_confirmed = True
            raise ValidationError(_("This waits for a second press of the button."))
        return data

    def non_field_errors(self):
        """Leave the question out, which is no mistake: the screen puts it in its own place."""
        return self.error_class() if self.must_be_confirmed else super().non_field_errors()


class MergeTopicsAction(PageBulkAction):
    """Merges the chosen topics into another one, in one transaction."""

    display_name = gettext_lazy("Merge topics into…")
    action_type = ACTION
    aria_label = gettext_lazy("Merge the selected topics into another one")
    template_name = "news/desk/merge_topics.html"
    action_priority = 60
    form_class = MergeForm

    def check_perm(self, page):
        """Whether a page is a topic that this person may take off the site; one that is not public may be deleted."""
        if not issubclass(page.specific_class, TopicPage):
            return False
        permissions = page.permissions_for_user(self.request.user)
        return permissions.can_unpublish() if page.live else permissions.can_publish()

    @cached_property
    def topics(self):
        """The chosen topics, as topics."""
        objects, _refused = self.get_actionable_objects()
        return [page.specific for page in objects]

    def get_form_kwargs(self):
        """Tell the form who asks, and what is to go."""
        return {**super().get_form_kwargs(), "user": self.request.user, "topics": self.topics}

    def get_context_data(self, **kwargs):
        """Add what would change, topic by topic."""
        context = super().get_context_data(**kwargs)
        form = context["form"]
        target = form.cleaned_data.get("target") if form.is_bound and form.must_be_confirmed else None
        context["surveys"] = [(topic, survey(topic, target)) for topic in self.topics]
        context["target"] = target
        return context

    def get_execution_context(self):
        """Hand the chosen topic on."""
        return {**super().get_execution_context(), "target": self.cleaned_form.cleaned_data["target"]}

    @classmethod
    def execute_action(cls, objects, user=None, target=None, **kwargs):
        """Merge one topic after the other."""
        for page in objects:
            merge(page.specific, target, user=user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say what was done."""
        words = ngettext(
            "%(count)d topic is part of “%(name)s” now.",
            "%(count)d topics are part of “%(name)s” now.",
            num_parent_objects,
        )
        return words % {"count": num_parent_objects, "name": self.cleaned_form.cleaned_data["target"].title}


def header_button(page, user, view_name, next_url=None):
    """Offer the screen in the menu above a topic's editor, to whoever may take the topic off the site."""
    if view_name == "edit" and isinstance(page, TopicPage) and page.permissions_for_user(user).can_unpublish():
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", ACTION])
        index = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
        query = urlencode({"id": page.pk, "next": index})
        yield Button(_("Merge into…"), url=f"{address}?{query}", icon_name="collapse-down", priority=46)


def register_log_actions(actions):
    """Teach the history of both topics what a merger is."""

    @actions.register_action(MERGED)
    class Merged(LogFormatter):
        label = gettext_lazy("Merge a topic")

        def format_message(self, log_entry):
            return _("Merged into “%(into)s”: %(stories)d stories, %(elsewhere)d other places") % log_entry.data

    @actions.register_action(TOOK_IN)
    class TookIn(LogFormatter):
        label = gettext_lazy("Take in a topic")

        def format_message(self, log_entry):
            return _("Took in “%(from)s”: %(stories)d stories, %(elsewhere)d other places") % log_entry.data
