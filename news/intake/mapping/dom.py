"""HTML of any kind as a small tree: parsed as browsers parse it, with nothing in it that could run.

nh3 does what is hard (the parsing rules of HTML 5, and whatever an attacker
thought of); what it writes is so regular that a few lines read it into a tree.
"""

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

import nh3

from news.intake.mapping.comments import uncommented

MAX_DEPTH = 100
"""Deeper elements lose their tags and keep their text: no post needs them, and recursion has an end."""

GONE = {
    "script", "style", "template", "select", "textarea", "datalist", "canvas", "svg", "title", "noframes", "noembed",
    "head", "param", "applet",
}  # fmt: skip
"""Elements whose content is no text for readers."""

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
_RAW = {"xmp", "plaintext", "noscript", "iframe", "html", "body", "frameset", "frame"}
_OPTIONAL_END = {
    "p", "li", "td", "th", "tr", "dt", "dd", "tbody", "thead", "tfoot", "colgroup", "option",
}  # fmt: skip

_ATTRIBUTES = {
    "*": {
        *("href", "src", "alt", "title", "class", "id", "width", "height", "colspan", "rowspan", "scope", "start"),
        *("reversed", "data", "name", "value", "type", "lang", "dir", "poster"),
    }
}
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_OPEN_NAME = re.compile(r"<([a-zA-Z][\w:.-]*)")
_FRAME = re.compile(r"<iframe\b([^<>]*)>(?:(?:(?!<iframe).)*?</iframe\s*>)?", re.IGNORECASE | re.DOTALL)
_NO_SCRIPT = re.compile(r"<noscript\b[^<>]*>((?:(?!<noscript).)*?)</noscript\s*>", re.IGNORECASE | re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class Node:
    """An element: its name in small letters, its attributes, and what stands in it (elements and strings)."""

    __slots__ = ("tag", "attrs", "children")

    def __init__(self, tag, attrs=None):
        self.tag, self.attrs, self.children = tag, attrs or {}, []

    def get(self, name, default=""):
        """Return an attribute."""
        return self.attrs.get(name, default)

    @property
    def classes(self):
        """The words of the class attribute."""
        return self.attrs.get("class", "").split()

    def elements(self):
        """Return the elements directly below."""
        return [child for child in self.children if isinstance(child, Node)]

    def all(self, *tags):
        """Yield every element below, in order, of these names (any name without)."""
        for child in self.children:
            if isinstance(child, Node):
                if not tags or child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def first(self, *tags):
        """Return the first element below of these names, or None."""
        return next(self.all(*tags), None)

    def remove(self, unwanted):
        """Take an element out, however deep it stands."""
        self.children = [child for child in self.children if child is not unwanted]
        for child in self.elements():
            child.remove(unwanted)

    @property
    def text(self):
        """The text below, without any of the markup."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def html(self, rename=None):
        """Return the children as HTML; ``rename`` maps names of elements to others."""
        return "".join(
            escape(child, quote=False) if isinstance(child, str) else child.outer_html(rename)
            for child in self.children
        )

    def outer_html(self, rename=None):
        """Return the element as HTML."""
        tag = (rename or {}).get(self.tag, self.tag)
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attrs.items())
        if tag in VOID:
            return f"<{tag}{attributes}>"
        return f"<{tag}{attributes}>{self.html(rename)}</{tag}>"


def around(*children):
    """Return a node without a name that holds these elements and strings."""
    node = Node("")
    node.children = list(children)
    return node


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.stack = [self.root]
        self.beyond = 0

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.stack[-1].children.append(node)
        elif self.beyond or len(self.stack) > MAX_DEPTH:
            self.beyond += 1
        else:
            self.stack[-1].children.append(node)
            self.stack.append(node)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.beyond:
            self.beyond -= 1
        elif len(self.stack) > 1:
            self.stack.pop()

    def handle_data(self, data):
        children = self.stack[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)


def parse(html):
    """Return the root of the tree that a browser would make of the HTML, without scripts, styles and comments."""
    builder = _Builder()
    builder.feed(balanced(html))
    builder.close()
    return builder.root


def balanced(html):
    """Return HTML with every element closed, nothing in it that could run, and frames as ``<x-frame>``."""
    html = uncommented(_CONTROLS.sub("", html))
    html = _NO_SCRIPT.sub(lambda match: match[1] if "<img" in match[1].lower() else "", html)
    html = _FRAME.sub(r"<x-frame \1></x-frame>", html)
    if html.count("<") > MAX_DEPTH:
        html = _shallow(html)
    names = frozenset(name.lower() for name in _OPEN_NAME.findall(html)) - GONE - _RAW
    return _cleaner(names).clean(html)


@lru_cache(maxsize=256)
def _cleaner(names):
    return nh3.Cleaner(
        tags=set(names),
        clean_content_tags=set(GONE),
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"data-"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def _shallow(html):
    """Return HTML without the tags that stand deeper than any post needs: parsers take the square of their depth."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name not in VOID and name not in _OPTIONAL_END:
            depth = max(0, depth + (-1 if match[1] else 1))
            deepest = max(deepest, depth)
    if deepest <= 2 * MAX_DEPTH:
        return html
    depth = 0

    def kept(match):
        nonlocal depth
        name = match[2].lower()
        if name in VOID or name in _OPTIONAL_END:
            return match[0]
        depth = max(0, depth + (-1 if match[1] else 1))
        return match[0] if depth < 2 * MAX_DEPTH else " "

    return _WHOLE_TAG.sub(kept, html)


_WHOLE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>")
