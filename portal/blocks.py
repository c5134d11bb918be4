"""Blocks that any page or setting may use."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.colours import Colour


class _NeverNone:
    """Says "" where stock blocks say None, which pages and search would read as a word."""

    def to_python(self, value):
        """Return the stored text, "" for none."""
        return super().to_python(value) or ""

    def normalize(self, value):
        """Return the given text, "" for none."""
        return super().normalize(value) or ""


class CharBlock(_NeverNone, blocks.CharBlock):
    """A line of text."""


class TextBlock(_NeverNone, blocks.TextBlock):
    """Some lines of text."""


class LinkValue(blocks.StructValue):
    """A link that goes to a page of ours or to an address elsewhere."""

    @property
    def text(self):
        """The label, or the page's own title."""
        page = self.get("page")
        return self.get("label") or (page.title if page else "")


class LinkBlock(blocks.StructBlock):
    """One link: a page of this site, or any other web address, with an optional label."""

    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or web address"))
    label = blocks.CharBlock(required=False, max_length=60, label=_("Label"))

    def clean(self, value):
        """Ask for exactly one target, and for a label where the target has no title."""
        cleaned = super().clean(value)
        errors = {}
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            errors["page"] = ValidationError(_("Choose a page or type a web address, one of the two."))
        elif cleaned.get("url") and not cleaned.get("label"):
            errors["label"] = ValidationError(_("A web address needs a label."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label} {page} {url}"
        description = _("A page of this site or another web address.")
        value_class = LinkValue


class NavigationGroupBlock(blocks.StructBlock):
    """A section with its sub-sections, in one of the publication's colours."""

    page = blocks.PageChooserBlock(label=_("Section"))
    label = blocks.CharBlock(required=False, max_length=30, label=_("Label"))
    colour = blocks.ChoiceBlock(choices=Colour.choices, default="velour", label=_("Colour"))
    children = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages below it"), default=[])

    class Meta:
        icon = "folder-open-inverse"
        label = _("Section with sub-sections")
        label_format = "{label} {page}"
        description = _("Stands in the navigation bar, in the menu and at the foot of every page.")


class LinkColumnBlock(blocks.StructBlock):
    """A titled column of links at the foot of the page."""

    title = blocks.CharBlock(max_length=40, label=_("Title"))
    links = blocks.ListBlock(LinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column of links")
        label_format = "{title}"
        description = _("A title and the links below it, at the foot of every page.")


class ProfileBlock(blocks.StructBlock):
    """A public profile elsewhere: of the publication, or of an author."""

    label = blocks.CharBlock(max_length=40, label=_("Name of the service"))
    url = blocks.URLBlock(label=_("Address of the profile"))

    class Meta:
        icon = "site"
        label = _("Profile")
        label_format = "{label}"
        description = _("A profile on another service.")
