"""The box in which an update is written, and the one in which it is written again."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import BlockField, StreamBlockValidationError
from wagtail.blocks.stream_block import StreamValue
from wagtail.snippets.widgets import AdminSnippetChooser

from news.models import Author, LiveUpdate
from news.models.update_types import UpdateType


class BodyField(BlockField):
    """The text of an update. A paragraph in which nobody wrote anything is left out instead of refused."""

    def clean(self, value):
        """Judge the blocks that say something; their errors stand where they were written."""
        kept = [(place, child) for place, child in enumerate(value) if not _is_blank(child)]
        blocks = [(child.block_type, child.value, child.id) for _place, child in kept]
        try:
            return super().clean(StreamValue(self.block, blocks))
        except StreamBlockValidationError as error:
            at = {kept[number][0]: found for number, found in error.block_errors.items()}
            raise StreamBlockValidationError(block_errors=at, non_block_errors=error.non_block_errors) from error


def _is_blank(child):
    return child.block_type == "paragraph" and not strip_tags(child.value.source).replace("&nbsp;", "").strip()


class UpdateForm(WagtailAdminModelForm):
    """An update to be published. ``submission`` makes sending it twice harmless."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = LiveUpdate
        fields = ["headline", "body", "is_key", "is_pinned", "author"]
        field_classes = {"body": BodyField}
        widgets = {"author": AdminSnippetChooser(Author)}

    def clean(self):
        """Refuse an update that says nothing."""
        data = super().clean()
        if not self.errors and not data["headline"] and not data["body"]:
            raise ValidationError(_("Write something first: a headline, a text or a picture."))
        return data

    def _post_clean(self):
        super()._post_clean()
        self.instance.submission = self.cleaned_data.get("submission", self.instance.submission)


class RewriteForm(UpdateForm):
    """Other words for an update, and what readers are told of that.

    ``seen`` is when its words were last changed, as the writer knows it.
    """

    submission = None
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of change is this?"), widget=forms.RadioSelect, choices=UpdateType.choices
    )
    was_wrong = forms.CharField(
        label=gettext_lazy("For a correction: what was wrong"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("It stands with the update and in the public log, and cannot be changed or deleted."),
    )
    is_right = forms.CharField(
        label=gettext_lazy("For a correction: what is right"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    class Meta(UpdateForm.Meta):
        fields = ["headline", "body", "author"]

    def __init__(self, *args, may_correct=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_of(self.instance)
        self.version_now = version_of(self.instance)
        if not may_correct:
            kinds = [(value, label) for value, label in UpdateType.choices if value != UpdateType.CORRECTION]
            self.fields["kind"].choices = kinds
            del self.fields["was_wrong"], self.fields["is_right"]

    def clean(self):
        """Refuse to write over what a colleague has just written, and a correction that does not say of what."""
        data = super().clean()
        if data.get("seen") != self.version_now:
            # What they have read now is what they write over when they press again.
            self.data = self.data.copy()
            self.data["seen"] = self.version_now
            raise ValidationError(
                _("A colleague has changed this update meanwhile. Read it below, then press again to publish yours.")
            )
        if data.get("kind") == UpdateType.CORRECTION and not data.get("was_wrong", "").strip():
            self.add_error("was_wrong", _("Say what was wrong."))
        return data


def version_of(update):
    """Return what tells the words of an update from those that it had before."""
    return update.changed_at.isoformat() if update.changed_at else "first"


class CloseForm(forms.Form):
    """The summary with which coverage ends: a point a line."""

    summary = forms.CharField(
        label=gettext_lazy("What happened, one point a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("It stands above the updates from now on."),
    )

    def clean_summary(self):
        """Return the points as a list; each has the length that a point of a summary may have."""
        points = [line.strip(" \t•*-–") for line in self.cleaned_data["summary"].splitlines()]
        points = [point for point in points if point]
        too_long = next((point for point in points if len(point) > 300), None)
        if too_long:
            raise ValidationError(_("A point has at most 300 characters: “%(point)s…”") % {"point": too_long[:60]})
        return points
