"""Links in rich text to pages of ours: they lead to where the page stands now, and nowhere while it is not public."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

LONGEST_KEY = 18


def open_addresses(keys):
    """Return the addresses of the published pages among ``keys``, as a dict of key to address. One query.

    ``keys`` are strings, as they stand in the text; what is no key is passed over.
    """
    keys = {key for key in keys if key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY}
    if not keys:
        return {}
    # Of pages that are not published only those with something below them matter here: they are few.
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = Page.objects.filter(live=False, numchild__gt=0).annotate(below=path).filter(below__startswith=F("path"))
    pages = Page.objects.live().filter(~Exists(closed), pk__in=keys)
    return {str(page.pk): page.localized.url for page in pages}


class OpenPageLinkHandler(PageLinkHandler):
    """Makes a link to a page that is not published plain words, so that nothing tells its address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Return the opening tags of the links, in their order."""
        addresses = open_addresses({attrs.get("id", "") for attrs in attrs_list})
        found = (addresses.get(attrs.get("id")) for attrs in attrs_list)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in found]
