"""The second pass over the texts: links to addresses of the old site become links to the pages that stand here now."""

import re
from html import unescape
from urllib.parse import urljoin

from wagtail.models import ReferenceIndex, Revision

from news.intake.writing.old_addresses import bare_host, split

ANCHOR = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>', re.IGNORECASE)


class LinkWriter:
    """Rewrites links in stored texts. Asks what stands here where each old address leads."""

    def __init__(self, holdings, ledger, summary):
        self.holdings = holdings
        self.ledger = ledger
        self.summary = summary

    def rewrite(self, kind, keys):
        """Rewrite the links of some stories of one kind, each in its row and in the revision that the import wrote.

        Whoever calls it holds the transaction, and saves the account in it.
        """
        for item in self.ledger.find(kind, keys).values():
            if item.page_id and item.revision_id and item.page.latest_revision_id == item.revision_id:
                self._rewrite(item)

    def _rewrite(self, item):
        page = item.page.specific
        left = []
        before = list(page.body.raw_data)
        after = self._within(before, left)
        if left:
            self._note(item, dict.fromkeys(left))
        if after == before:
            return
        page.body = after
        # The words stay what they were: nothing that is derived from them changes.
        type(page)._base_manager.filter(pk=page.pk).update(body=page.body)
        revision = Revision.objects.get(pk=item.revision_id)
        revision.content["body"] = page._meta.get_field("body").value_to_string(page)
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)
        ReferenceIndex.create_or_update_for_object(page)

    def _note(self, item, addresses):
        """Note which links lead nowhere, but for what this run noted before it was interrupted."""
        code, run = "link_unresolved", self.ledger.run
        known = set(item.notes.filter(run=run, code=code).values_list("name", flat=True))
        fresh = [address for address in addresses if address[:200] not in known]
        for address in fresh:
            self.summary.note(code, address, key=item.key, title=item.title)
        item.notes.bulk_create(
            [item.notes.model(run=run, item=item, code=code, name=address[:200]) for address in fresh]
        )

    def _within(self, value, left):
        if isinstance(value, str):
            return ANCHOR.sub(lambda anchor: self._anchor(anchor, left), value) if "<a " in value else value
        if isinstance(value, dict):
            return {name: self._within(part, left) for name, part in value.items()}
        if isinstance(value, list):
            return [self._within(part, left) for part in value]
        return value

    def _anchor(self, anchor, left):
        url = unescape(anchor[1])
        parts = split(url)
        if parts is None or (parts.netloc and bare_host(parts.netloc) not in self.holdings.hosts):
            return anchor[0]
        if not parts.netloc:
            if not url.startswith("/") or url.startswith("/documents/"):
                return anchor[0]
            # The mapper leaves the path alone of an address of ours, so that it answers on any host.
            url = urljoin(self.holdings.base, url)
        page = self.holdings.page(url)
        if page is None:
            left.append(url)
            return anchor[0]
        return f'<a linktype="page" id="{page}">'
