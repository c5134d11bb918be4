"""HTML from another system that fits no block of ours: one allow-list, applied as it comes in and as it is shown."""

import nh3
from django.utils.safestring import mark_safe

TAGS = {
    "p", "br", "hr", "div", "h2", "h3", "h4", "blockquote", "pre",
    "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
    "a", "b", "strong", "i", "em", "cite", "sup", "sub", "code", "s", "del", "ins", "u", "mark", "small", "q", "abbr",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start", "reversed"},
    "abbr": {"title"},
}
# Their content is no text for readers.
GONE = {"script", "style", "template", "select", "textarea", "datalist", "object", "svg", "iframe", "title", "noscript"}
SCHEMES = {"http", "https", "mailto", "tel"}

_CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, clean_content_tags=GONE, url_schemes=SCHEMES, link_rel=None)


def safe_imported_html(source):
    """Return HTML of any origin as HTML that is safe to show: the text of whatever is not allowed stays."""
    return mark_safe(_CLEANER.clean(str(source or "")))  # noqa: S308 - nh3 has just cleaned it
