"""The form of the story editor: what it asks when somebody publishes."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models.update_types import UpdateType
from news.standards import gate
from portal.page_form import PageForm

PUBLISH = "action-publish"
MAY_OVERRIDE = "news.override_standards"


def reason_field(label):
    """Return the field in which somebody says why a story goes out against the standards."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "What you write here is kept under your name, with the story and in the report of overrides."
        ),
    )


class StoryForm(PageForm):
    """Judges a story by the standards when it is published; drafts and what goes to review are never held up."""

    override_reason = reason_field(gettext_lazy("Publish against the standards, because"))

    decided = None

    def clean_title(self):
        """Take a headline that was typed or pasted over several lines as one line."""
        lines = map(str.strip, self.cleaned_data["title"].splitlines())
        return " ".join(line for line in lines if line)

    def is_valid(self):
        """Judge the story as a whole once all of its parts are valid by themselves."""
        if not super().is_valid():
            return False
        if self.is_bound and PUBLISH in self.data and not self.is_deferred_validation:
            story = self.save(commit=False)
            self._ask_for_kind_of_change(story)
            self._judge(story)
        return self.is_bound and not self.errors

    def save(self, commit=True):
        """Hand a decision to override on to the story, which puts it on record."""
        self.instance.override = self.decided
        return super().save(commit=commit)

    def _judge(self, story):
        if not story.pk:
            story.section = self.parent_page.specific
        found = gate.not_overridden(story, gate.blockers(story))
        reason = self.cleaned_data.get("override_reason", "").strip()
        can_be_overridden = all(finding.can_be_overridden for finding in found)
        if not found or (reason and can_be_overridden):
            self.decided = gate.Decision(self.for_user, reason, gate.codes_of(found)) if found else None
            return
        for finding in found:
            self.add_error(None, finding.message)
        if "override_reason" in self.fields and can_be_overridden:
            self.add_error("override_reason", _("To publish it all the same, say why."))

    def _ask_for_kind_of_change(self, story):
        if story.update_type == UpdateType.CORRECTION and not story.correction_was_wrong.strip():
            self.add_error("correction_was_wrong", _("Say what was wrong: readers will see it with the story."))
        if not story.pk or story.update_type:
            return
        public = type(story).objects.filter(pk=story.pk, is_public=True).values_list("content_hash", flat=True).first()
        if public and public != story.compute_content_hash():
            self.add_error("update_type", _("Readers know this story. Say what kind of change you publish."))
