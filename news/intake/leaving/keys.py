"""What stands in an export for the things of this database: words that are the same in every export."""

from functools import lru_cache

from django.contrib.auth import get_user_model
from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.rewriters import LinkRewriter

from news.intake.references import exchanged
from news.models import Author
from portal.models import PortalDocument, PortalImage

REMEMBERED = 20_000


class Keys:
    """Names things of one site. ``base`` is the site's address, without a slash at its end."""

    def __init__(self, site):
        self.site = site
        self.base = site.root_url
        self.address_of_page = lru_cache(REMEMBERED)(self._address_of_page)
        self._document = lru_cache(REMEMBERED)(self._find_document)
        self._links = LinkRewriter({"page": self._page_link, "document": self._document_link})

    @staticmethod
    def image(key):
        """Return the name of a picture."""
        return f"image-{key}"

    @staticmethod
    def document(key):
        """Return the name of a file."""
        return f"document-{key}"

    @staticmethod
    def page(key):
        """Return the name of a story or page."""
        return f"page-{key}"

    def section(self, page):
        """Return the name of a section: its way from the front page."""
        return page.url_path.removeprefix(self.site.root_page.url_path).strip("/")

    def related(self, model, key):
        """Return the name of something that a field refers to: pages by their address, people by what they are called.

        None where it is not to be named.
        """
        if key is None:
            return None
        if issubclass(model, PortalImage):
            return self.image(key)
        if issubclass(model, PortalDocument):
            return self.document(key)
        if issubclass(model, Page):
            return self.address_of_page(key) or None
        names = {Author: "slug", get_user_model(): "username"}
        field = names.get(model)
        return model.objects.filter(pk=key).values_list(field, flat=True).first() if field else None

    def stream(self, block, raw):
        """Return the stored value of a StreamField with names in place of keys."""
        return exchanged(block, list(raw), chosen=self.related, text=self.rich_text)

    def rich_text(self, html):
        """Return stored rich text whose links to pages and files of ours are plain addresses."""
        return self._links(html)

    def _address_of_page(self, key):
        page = Page.objects.filter(pk=key).first()
        return (page and page.get_full_url()) or ""

    def _find_document(self, key):
        document = PortalDocument.objects.filter(pk=key).first()
        return self.base + document.url if document else ""

    def _page_link(self, attributes):
        return _anchor(self.address_of_page(attributes.get("id")))

    def _document_link(self, attributes):
        return _anchor(self._document(attributes.get("id")))


def _anchor(address):
    return f'<a href="{escape(address)}">' if address else "<a>"
