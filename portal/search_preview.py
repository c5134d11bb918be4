"""The editor's view of what others will see: a search result, a shared link, and how long the words for them are."""

from urllib.parse import urlsplit

from django import forms
from django.templatetags.static import static
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from portal.head import LONGEST_DESCRIPTION, LONGEST_TITLE
from portal.pictures import share_cut
from portal.site_settings import Publication

# The characters between which each text is neither lost nor cut, by the name of its field.
LENGTHS = {
    "title": (40, 95),
    "short_title": (15, 50),
    "standfirst": (60, 200),
    "seo_title": (30, 60),
    "search_description": (70, 155),
    "social_title": (40, 90),
}


class SearchPreviewPanel(Panel):
    """Shows the page as a search result and as a shared link while its words are being written.

    It follows the same chain as `portal.head.build_head`, and counts the
    characters of the fields that it is made from.
    """

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page."""

        template_name = "portal/panels/search_preview.html"

        def get_context_data(self, parent_context=None):
            """Add the address as it will be shown, the picture that stands for the page, and the rules."""
            page = self.instance
            publication = Publication.for_request(self.request)
            address = urlsplit(
                (page.get_full_url(self.request) if page.pk else "") or self.request.build_absolute_uri("/")
            )
            picture = share_cut(page.head_image()) or share_cut(publication.share_image)
            return {
                **super().get_context_data(parent_context),
                "host": address.netloc,
                "path": " › ".join(part for part in address.path.split("/") if part),
                "picture": picture,
                "rules": {
                    "brand": publication.name,
                    "longestTitle": LONGEST_TITLE,
                    "longestDescription": LONGEST_DESCRIPTION,
                    "lengths": {name: lengths for name, lengths in LENGTHS.items() if name in self.form.fields},
                    "words": {
                        "count": _("%(count)s characters; aim for %(low)s to %(high)s."),
                        "short": _("%(count)s characters, a little short; aim for %(low)s to %(high)s."),
                        "long": _("%(count)s characters, may be cut; aim for %(low)s to %(high)s."),
                    },
                },
            }

        @property
        def media(self):
            """The script that keeps the preview up to date, and its style."""
            return forms.Media(
                js=[static("portal/js/search-preview.js")], css={"all": [static("portal/css/search-preview.css")]}
            )
