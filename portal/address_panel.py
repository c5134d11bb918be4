"""What an editor should know beside the slug: who knows the address, and what a new one does to them."""

from django.contrib.contenttypes.models import ContentType
from wagtail.admin.panels import Panel
from wagtail.models import Page, ReferenceIndex


def pages_linking_to(page):
    """Return how many other pages lead to a page by a link in their text, a chosen story or a front. One query."""
    rows = ReferenceIndex.get_references_to(page).filter(base_content_type=ContentType.objects.get_for_model(Page))
    return rows.exclude(object_id=str(page.pk)).values("object_id").distinct().count()


class AddressPanel(Panel):
    """Says, on a page that was ever public, how many pages lead to it and that its old address will redirect."""

    class BoundPanel(Panel.BoundPanel):
        """The panel for one page."""

        template_name = "portal/panels/address.html"

        def is_shown(self):
            """Leave it out where nobody can know the address yet."""
            page = self.instance
            return bool(super().is_shown() and page.pk and (page.live or page.last_published_at))

        def get_context_data(self, parent_context=None):
            """Add the address as it is now, and the number of pages that lead to it."""
            return {
                **super().get_context_data(parent_context),
                "address": self.instance.get_url(self.request),
                "number": pages_linking_to(self.instance),
            }
