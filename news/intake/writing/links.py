"""The second pass over the texts: links to addresses of the old site become links to what stands here now.

In rich text a link to a page becomes one that follows the page wherever it
moves, and is plain words while the page is not published. A link to a place in
a page (``#part``) and one in imported HTML is an ordinary address, from which a
redirect leads on where the page moves later.
"""

import re
from html import escape, unescape
from urllib.parse import urljoin

from django.urls import resolve
from wagtail.models import Page, Revision

from news.bulk import index_references_of_body
from news.intake.mapping.anchors import anchor_of, heading_id, leads_into
from news.intake.references import exchanged
from news.intake.writing.index import State
from news.intake.writing.old_addresses import bare_host, split
from news.models import ImportNote
from portal.routing import NOWHERE, TREE

ROWS = 50
"""Texts written in one statement."""
ANCHOR = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>', re.IGNORECASE)
LINK = re.compile(f"{ANCHOR.pattern}(.*?)</a>", re.IGNORECASE | re.DOTALL)
UNRESOLVED, CLOSED = "link_unresolved", "link_closed"
RICH, PLAIN, BARE = "rich", "plain", "bare"
"""How a link is written: in rich text, in imported HTML, as an address alone."""


class LinkWriter:
    """Rewrites links in stored texts. ``targets`` knows what stands here for each old address."""

    def __init__(self, targets, holdings, ledger, summary, index):
        self.targets = targets
        self.holdings = holdings
        self.ledger = ledger
        self.summary = summary
        self.index = index

    def own_links(self, page):
        """Return the old addresses of our own in a page's text, in full, each with how it is written there."""
        found = []

        def visit(text, how):
            addresses = [text] if how == BARE else map(unescape, ANCHOR.findall(text))
            found.extend((url, how) for url in map(self._ours, addresses) if url)
            return text

        _walked(page, visit)
        return list(dict.fromkeys(found))

    def tell(self, key, title, links):
        """Note of a story that a dry run would have written which of its links would lead nowhere."""
        is_closed = self.index.state(key) == State.CLOSED
        told = (self._judged(url, how, is_closed)[0] for url, how in links)
        for code, url in dict.fromkeys((code, url) for code, (url, _how) in zip(told, links, strict=True) if code):
            self.summary.note(code, url, key=key, title=title)

    def rewrite(self, kind, keys):
        """Rewrite the links of some stories of one kind, each in its row and in the revision that the import wrote.

        Whoever calls it holds the transaction, and saves the account in it.
        """
        found = self.ledger.find(kind, keys)
        written = ((key, found[key]) for key in keys if key in found)
        written = [(key, item) for key, item in written if item.page_id and item.revision_id]
        items = [(key, item) for key, item in written if item.page.latest_revision_id == item.revision_id]
        pages = {
            page.pk: page for page in Page.objects.filter(pk__in=[item.page_id for _key, item in items]).specific()
        }
        left, changed = [], []
        for key, item in items:
            page = pages[item.page_id]
            left.append((item, []))
            if self._rewrite(key, page, left[-1][1]):
                changed.append((page, item.revision_id))
        self._note(left)
        _write(changed)

    def opened(self, items):
        """Return the keys of ``items`` in whose text a link was dropped to what is open to all now."""
        notes = self.ledger.notes_on(items, CLOSED)
        return {key for key, url in notes if not self._judged(url, PLAIN, is_closed=False)[0]}

    def _rewrite(self, key, page, left):
        """Rewrite the links of a page, unsaved, and add to ``left`` what is to be noted. Returns whether it changes."""
        is_closed = self.index.state(key) == State.CLOSED

        def visit(text, how):
            if how == BARE:
                return self._address(text, is_closed, left)
            return LINK.sub(lambda link: self._link(link, how, is_closed, left), text)

        before = list(page.body.raw_data)
        after = _walked(page, visit)
        if after == before:
            return False
        page.body = after
        return True

    def _note(self, left):
        """Note which links lead nowhere, by item, but for what this run noted before it was interrupted."""
        run, notes = self.ledger.run, []
        noted = ImportNote.objects.filter(run=run, item__in=[item for item, _found in left])
        known = set(noted.filter(code__in=(UNRESOLVED, CLOSED)).values_list("item_id", "code", "name"))
        for item, found in left:
            for code, url in dict.fromkeys(found):
                if (item.pk, code, url[:200]) not in known:
                    self.summary.note(code, url, key=item.key, title=item.title)
                    notes.append(ImportNote(run=run, item=item, code=code, name=url[:200]))
        ImportNote.objects.bulk_create(notes, batch_size=500)

    def _ours(self, url):
        """Return an address of the old site in full, or "" for any other."""
        parts = split(url)
        if parts is None or (parts.netloc and bare_host(parts.netloc) not in self.holdings.hosts):
            return ""
        if parts.netloc:
            return url if parts.scheme in ("http", "https", "") else ""
        if not url.startswith("/") or url.startswith("/documents/"):
            return ""
        # The mapper leaves the path alone of an address of ours, so that it answers on any host.
        return urljoin(self.holdings.base, url)

    def _judged(self, url, how, is_closed):
        """Return what is to be noted of a link, "" where nothing is, and its Target, None where there is none."""
        fragment = leads_into(split(url).fragment)
        target = self.targets.find(url, needs_path=how != RICH or bool(fragment))
        if target is None:
            # An address such as /2012/12/ is answered by a pattern.
            return ("" if resolve(split(url).path or "/").url_name not in (TREE, NOWHERE) else UNRESOLVED), None
        if target.is_closed and not is_closed:
            return CLOSED, target
        if how != RICH and target.page and not target.path:
            return CLOSED, target
        return "", target

    def _link(self, link, how, is_closed, left):
        """Return what stands for a link in a text."""
        url = self._ours(unescape(link[1]))
        code, target = self._judged(url, how, is_closed) if url else ("", None)
        if code:
            left.append((code, url))
        if code == CLOSED:
            return link[2]
        if target is None:
            return link[0]
        path = self._path(url, target)
        if how == RICH and target.page and "#" not in path:
            return f'<a linktype="page" id="{target.page}">{link[2]}</a>'
        return f'<a href="{escape(path)}">{link[2]}</a>' if path else link[0]

    def _address(self, url, is_closed, left):
        """Return what stands for an address to which a picture leads."""
        own = self._ours(url)
        code, target = self._judged(own, BARE, is_closed) if own else ("", None)
        if code:
            left.append((code, own))
        if code == CLOSED:
            return ""
        path = self._path(own, target) if target else ""
        # A system that does not tell its own address leaves paths, and what is no address cannot be stored.
        return urljoin(target.site, path) if path else url if "//" in url else ""

    def _path(self, url, target):
        """Return where a target is found, with the place in it to which the link leads."""
        fragment = leads_into(split(url).fragment)
        if not fragment or not target.path:
            return target.path
        here = self.targets.heading_ids(target.page) if target.page else ()
        return f"{target.path}#{anchor_of(fragment) if heading_id(fragment) in here else fragment}"


def _write(changed):
    """Write the new texts of pages, given with the keys of their revisions."""
    of_type = {}
    for page, _revision in changed:
        of_type.setdefault(type(page), []).append(page)
    for model, pages in of_type.items():
        # The words stay what they were: nothing that is derived from them changes.
        model._base_manager.bulk_update(pages, ["body"], batch_size=ROWS)
        index_references_of_body(pages)
    revisions = Revision.objects.in_bulk([revision for _page, revision in changed])
    for page, revision in changed:
        revisions[revision].content["body"] = page._meta.get_field("body").value_to_string(page)
    Revision.objects.bulk_update(revisions.values(), ["content"], batch_size=ROWS)


def _walked(page, visit):
    """Return the raw body of a page with ``visit(text, how)`` in place of each text that may hold links."""
    blocks = page._meta.get_field("body").stream_block
    raw = [_with_addresses(block, visit) for block in page.body.raw_data]
    return exchanged(
        blocks,
        raw,
        chosen=lambda _model, key: key,
        text=lambda html: visit(html, RICH) if "<a " in html else html,
    )


def _with_addresses(block, visit):
    """Return a raw block with its links that do not stand in rich text visited."""
    kind, value = block["type"], block["value"]
    if kind == "imported_html":
        return {**block, "value": {**value, "html": visit(value["html"], PLAIN)}}
    if kind == "figure":
        return {**block, "value": _figure(value, visit)}
    if kind == "gallery":
        images = [{**item, "value": _figure(item["value"], visit)} for item in value["images"]]
        return {**block, "value": {**value, "images": images}}
    return block


def _figure(value, visit):
    return {**value, "link": visit(value["link"], BARE)} if value.get("link") else value
