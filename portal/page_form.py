"""PageForm: the form of every page's editor."""

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

NO_VERSION = "no_version_yet"
"""The field of a form that was opened while the page had no version at all."""


class PageForm(WagtailAdminPageForm):
    """Holds a save up while a colleague's newer version waits for a decision; see `portal.newer_versions`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.instance.latest_revision_id:
            self.fields[NO_VERSION] = forms.CharField(required=False, initial="1", widget=forms.HiddenInput)

    def is_valid(self):
        """Ask about a newer version before anything is saved over it; what was typed comes back with the question."""
        valid = super().is_valid()
        newer = getattr(self.instance, "newer_version", None)
        if not self.is_bound or not newer:
            return valid
        newer.ask(self.save(commit=False) if valid else self.instance)
        self.add_error(None, _("Nothing of yours is saved yet: %(name)s saved before you.") % {"name": newer.by})
        return False
