"""WordPress' block comments: ``<!-- wp:name {"attribute": 1} -->…<!-- /wp:name -->``.

Most blocks are good HTML between their comments, so the comments just go. What
is more than its HTML, or unknown, becomes an element that the mapper asks about.
"""

import re
from dataclasses import dataclass, field
from html import escape

from news.intake.characters import kept_json
from news.intake.mapping.block_attributes import words_of_attributes
from news.intake.mapping.specials import CLASSIC, FOOTNOTES, HTML, UNKNOWN
from news.text import plain_text

MAX_DEPTH = 60
"""Comments nested deeper than this just go."""

PLAIN = {
    "paragraph", "heading", "list", "list-item", "quote", "pullquote", "image", "gallery", "table", "code",
    "preformatted", "verse", "details", "accordion", "accordion-item", "accordion-heading", "accordion-panel",
    "columns", "column", "group", "row", "stack", "grid", "cover", "media-text", "buttons", "button", "separator",
    "spacer", "audio", "video", "file", "social-links", "missing", "classic", "freeform", "text-columns", "subhead",
    "more", "nextpage", "query", "post-template", "query-pagination", "query-no-results", "comments",
    "comment-template", "comments-pagination", "navigation", "template-part", "block", "pattern", "post-content",
    "home-link", "term-template", "tabs", "tab",
}  # fmt: skip
"""Blocks whose HTML says it all, and those that only hold others."""

MADE_ANEW = {
    "archives", "avatar", "calendar", "categories", "comment-author-name", "comment-content", "comment-date",
    "comment-edit-link", "comment-reply-link", "comments-pagination-next", "comments-pagination-numbers",
    "comments-pagination-previous", "comments-title", "latest-comments", "latest-posts", "loginout",
    "navigation-link", "navigation-submenu", "page-list", "page-list-item", "post-author", "post-author-biography",
    "post-author-name", "post-comments", "post-comments-count", "post-comments-form", "post-comments-link",
    "post-date", "post-excerpt", "post-featured-image", "post-navigation-link", "post-terms", "post-time-to-read",
    "post-title", "query-pagination-next", "query-pagination-numbers", "query-pagination-previous", "query-title",
    "query-total", "read-more", "rss", "search", "site-logo", "site-tagline", "site-title", "social-link",
    "tag-cloud", "term-description", "term-name", "term-count", "legacy-widget", "widget-group",
}  # fmt: skip
"""Blocks that WordPress fills when it shows them: an export holds nothing of what they show."""

_COMMENT = re.compile(
    r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+(?P<attrs>\{(?:(?!-->|<!--).)*?\}\s+)?"
    r"(?P<void>/)?-->",
    re.DOTALL,
)


@dataclass
class Block:
    """A block: its name without ``core/``, its attributes, its HTML and blocks in order."""

    name: str
    attrs: dict = field(default_factory=dict)
    content: list = field(default_factory=list)
    start: int = 0

    @property
    def html(self):
        """The block's HTML with that of all blocks in it, without comments."""
        return "".join(part if isinstance(part, str) else part.html for part in self.content)


def has_blocks(body):
    """Whether a body is written in blocks."""
    return "<!-- wp:" in body


def blocks_of(body):
    """Return the blocks and the HTML between them, in order; comments that match nothing are left out."""
    root = Block("")
    stack, end = [root], 0
    for match in _COMMENT.finditer(body):
        stack[-1].content.append(body[end : match.start()])
        end = match.end()
        name = match["name"].removeprefix("core/")
        if match["close"]:
            if any(block.name == name for block in stack[1:]):
                while stack.pop().name != name:
                    pass
            continue
        block = Block(name, _attributes(match["attrs"]), start=match.start())
        if match["void"]:
            stack[-1].content.append(block)
        elif len(stack) <= MAX_DEPTH:
            stack[-1].content.append(block)
            stack.append(block)
    stack[-1].content.append(body[end:])
    return root.content


def _attributes(text):
    try:
        found = kept_json(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def without_comments(body, specials):
    """Return a body in blocks as HTML; what is more than its HTML is remembered in ``specials``."""
    return "".join(
        _between(part, specials) if isinstance(part, str) else _block(part, specials) for part in blocks_of(body)
    )


def _between(html, specials):
    """Return what stands between blocks: text of the editor of former times, as a rule."""
    return specials.add(CLASSIC, inner=html) if html.strip() else html


def _content(block, specials):
    return "".join(part if isinstance(part, str) else _block(part, specials) for part in block.content)


def _block(block, specials):
    name = block.name
    if name.startswith("core-embed/") or name == "embed":
        return specials.add("embed", block.attrs, inner=block.html)
    if name == "html":
        return specials.add(HTML, {"name": "html"}, inner=block.html, raw=block.html)
    if name == "footnotes":
        return specials.add(FOOTNOTES, block.attrs, inner=block.html)
    if name == "shortcode":
        return specials.add(CLASSIC, inner=block.html)
    if name in MADE_ANEW:
        specials.note("dropped", name)
        return _content(block, specials)
    if name == "gallery" and "<img" not in block.html and block.attrs.get("ids"):
        ids = block.attrs["ids"]
        listed = ",".join(map(str, ids)) if isinstance(ids, list) else str(ids)
        return specials.add("gallery", {"ids": listed}, inner=block.html)
    if name == "cover" and "<img" not in "".join(part for part in block.content if isinstance(part, str)):
        return _background(block.attrs) + _content(block, specials)
    if name in PLAIN or name.removeprefix("syntaxhighlighter/") == "code":
        return _content(block, specials)
    specials.note("unknown_block", name)
    if any(isinstance(part, Block) for part in block.content):
        return _beside(block, specials) + _content(block, specials)
    inner = block.html if plain_text(block.html) else block.html + words_of_attributes(block.attrs)
    return specials.add(UNKNOWN, {"name": name}, inner=inner, raw=inner)


def _beside(block, specials):
    """Return what a block that holds others says itself, where it has no HTML that says it."""
    if plain_text("".join(part for part in block.content if isinstance(part, str))):
        return ""
    said = words_of_attributes(block.attrs, standing=plain_text(block.html))
    return specials.add(UNKNOWN, {"name": block.name}, inner=said, raw=said) if said else ""


def _background(attrs):
    """Return the picture behind a cover, which older exports hold in the comment alone."""
    url, number = str(attrs.get("url") or ""), str(attrs.get("id") or "")
    if not url or attrs.get("backgroundType") == "video":
        return ""
    return f'<figure><img src="{escape(url)}" class="wp-image-{escape(number)}"></figure>'
