"""Links in rich text to pages of ours: they lead to where the page stands now, and nowhere while it is not public."""

import re

from django.utils.functional import cached_property
from django.utils.html import escape
from wagtail.models import Page

from portal.addresses import address_of
from portal.page_cache.tags import tag
from portal.visibility import published

# Longer numbers are no keys: no database counts so far.
_KEY = re.compile(r"[0-9]{1,18}")
_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="([0-9]{1,18})"[^>]*>')


def page_key(text):
    """Return the key of a page as a number, or None for a text that cannot be one."""
    return int(text) if _KEY.fullmatch(text) else None


def page_keys(text):
    """Return the keys of the pages that links in a stored rich text lead to."""
    return [int(key) for key in _PAGE_LINK.findall(text)]


def linked_tag(key):
    """Return the tag of whatever links to a page from its text: its address may change, and come or go."""
    return f"linked-{key}"


def open_addresses(keys, request=None):
    """Return the addresses of the published pages with these keys, as a dict of key to address. One query.

    The page being rendered is tagged with all of them: what is a plain word now may be a link tomorrow.
    """
    if not keys:
        return {}
    tag(*map(linked_tag, keys))
    pages = Page.objects.filter(published(), pk__in=keys)
    return {page.pk: page.localized.get_url(request) for page in pages}


def opening_tag(address):
    """Return the tag that opens a link to the address; without one it leads nowhere, and its words are plain."""
    return f'<a href="{escape(address)}">' if address else "<a>"


class PageLinks:
    """The links to pages in all the texts of one page, resolved at once when the first unknown one is met.

    Paragraph by paragraph each would cost a query of its own.
    """

    def __init__(self, request, *streams):
        self.request = request
        texts = (text for stream in streams for text in _texts(list(stream.raw_data)))
        self.keys = {key for text in texts for key in page_keys(text)}
        self.known = {}

    def learn(self, pages):
        """Take the addresses of public pages that were fetched for another purpose."""
        pages = [page for page in pages if page.pk in self.keys]
        tag(*(linked_tag(page.pk) for page in pages))
        self.known |= {page.pk: address_of(page, self.request) for page in pages}

    @cached_property
    def _others(self):
        return open_addresses(self.keys - self.known.keys(), self.request)

    def _opening_tag(self, link):
        key = int(link[1])
        return opening_tag(self.known.get(key) or self._others.get(key))

    def resolved(self, source):
        """Return rich text as it is stored with its links to pages made ordinary links."""
        return _PAGE_LINK.sub(self._opening_tag, source)


def _texts(raw):
    """Return every text in the raw data of a stream."""
    if isinstance(raw, str):
        return [raw] if "linktype" in raw else []
    if isinstance(raw, dict):
        raw = list(raw.values())
    return [text for part in raw for text in _texts(part)] if isinstance(raw, list) else []
