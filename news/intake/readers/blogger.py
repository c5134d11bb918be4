"""Blogger's export: an Atom feed of everything, in the schema of its API or in the one of Google Takeout.

Labels are topics. A page has no label and no place in a tree. Comments are
entries of their own; what a post says of their number is kept, and each is
told as skipped.
"""

from news.intake.readers.addresses import last_segment
from news.intake.readers.feeds import KIND_SCHEME, FeedReader
from news.intake.readers.text import whole_number
from news.intake.record import Skipped, Status

_KIND = "http://schemas.google.com/blogger/2008/kind#"
_STATUSES = {"LIVE": Status.LIVE, "SCHEDULED": Status.SCHEDULED, "SOFT_TRASHED": Status.TRASHED}


def is_blogger(header):
    """Tell whether an Atom feed is an export of Blogger, by its first entry and by who says to have made it."""
    if header.text("atom:generator").casefold() == "blogger":
        return True
    return header.first is not None and bool(_kind(header.first))


class BloggerReader(FeedReader):
    """Reads Blogger's Atom."""

    system = "blogger"

    def __init__(self, files, options, repairs, headers):
        super().__init__(files, options, repairs, headers)
        self.source.version = ""

    def read(self, node):
        """Return the records of an entry, or why it is none."""
        kind = _kind(node) or "post"
        found = super().read(node)
        story = found[-1]
        if kind not in self.options.kinds:
            return [Skipped(kind, "is of a type that is not imported", story.key, story.title)]
        if isinstance(story, Skipped):
            return found
        story.status = _status(node)
        if story.status == Status.TRASHED:
            if self.options.trash == "skip":
                return [Skipped("trash", f"a {kind} in the trash", story.key, story.title)]
            story.status = Status.DRAFT
            story.trouble.append("The story lay in the trash; it is a draft.")
        story.kind = self.options.kinds[kind]
        if not story.url and node.first("blogger:filename"):
            story.url = next(iter(self.source.base_urls), "") + node.first("blogger:filename")
            story.addresses, story.slug = [story.url], last_segment(story.url)
        # Blogger names a thumbnail of 72 pixels; the picture itself stands in the body.
        story.featured_url = ""
        story.seo_description = node.first("blogger:metaDescription")
        story.comments = whole_number(node.first("thr:total"))
        return found


def _kind(node):
    """Return what an entry is, as Blogger calls it: post, page, comment, settings, template …"""
    for category in node.all("atom:category"):
        if category.attributes.get("scheme") == KIND_SCHEME:
            return category.attributes.get("term", "").removeprefix(_KIND)
    return node.first("blogger:type").casefold()


def _status(node):
    told = node.first("blogger:status")
    if told:
        return _STATUSES.get(told, Status.DRAFT)
    draft = any(control.first("app:draft") == "yes" for control in node.all("app:control"))
    return Status.DRAFT if draft else Status.LIVE
