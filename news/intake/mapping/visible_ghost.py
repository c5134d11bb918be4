"""The text that a reader saw of Ghost's documents, found without any of the mapper's work, as HTML for `visible`."""

import re
from html import escape

from news.intake.characters import kept_json

_HIDDEN = {"signup", "email", "email-cta", "paywall"}
_LINES = {"text", "extended-text", "code-highlight", "link", "autolink", "at-link"}
_SHOWN = {
    "image": ["caption"],
    "embed": ["html", "caption"],
    "html": ["html"],
    "code": ["code", "caption"],
    "codeblock": ["code", "caption"],
    "callout": ["calloutText"],
    "toggle": ["heading", "content"],
    "button": ["buttonText"],
    "audio": ["title"],
    "video": ["caption"],
    "file": ["fileTitle", "fileCaption"],
    "header": ["header", "heading", "subheader", "buttonText"],
    "product": ["productTitle", "productDescription", "productButton"],
    "call-to-action": ["textValue", "buttonText"],
}
"""What each card shows of itself, in its order."""

_PLAIN = {"code", "buttonText", "fileTitle", "fileCaption", "productButton", "title"}
_ALL = ("title", "heading", "header", "subheader", "text", "html", "content", "description", "caption")
_MARKDOWN_NOISE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|^\s*\[[^\]]+\]:.*$|^```.*$", re.MULTILINE)


def document_html(body):
    """Return the texts of a Lexical or Mobiledoc document as HTML, a paragraph each."""
    try:
        document = kept_json(body or "{}")
    except (ValueError, RecursionError):
        return "".join(f"<p>{text}</p>" for text in re.findall(r'"text"\s*:\s*"((?:[^"\\]|\\.)*)"', body))
    if not isinstance(document, dict):
        return ""
    if isinstance(document.get("sections"), list):
        return "".join(_mobiledoc(document))
    return "".join(_lexical(document.get("root")))


def _lexical(root):
    """Yield the pieces of a Lexical document; without recursion, as nothing here knows how deep it goes."""
    work = [root]
    while work:
        node = work.pop()
        if isinstance(node, str):
            yield node
            continue
        if not isinstance(node, dict):
            continue
        kind = node.get("type")
        if isinstance(node.get("children"), list):
            edge = "" if kind in _LINES else "\n<p>"
            work += [edge, *reversed(node["children"]), edge]
        elif kind in _LINES:
            yield escape(str(node.get("text", "")))
        elif kind == "linebreak":
            yield "<br>"
        elif kind not in _HIDDEN:
            yield _card(kind, node)


def _mobiledoc(document):
    for section in document["sections"]:
        match section:
            case [1, str(), list(markers), *_]:
                yield f"<p>{_markers(markers, document)}</p>"
            case [3, str(), list(items), *_]:
                yield "".join(f"<p>{_markers(item, document)}</p>" for item in items if isinstance(item, list))
            case [10, int(number), *_]:
                match _numbered(document.get("cards"), number):
                    case [str(name), dict(payload), *_] if name not in _HIDDEN:
                        yield _card(name, payload)


def _markers(markers, document):
    pieces = []
    for marker in markers:
        match marker:
            case [0, _, _, str(text), *_]:
                pieces.append(escape(text))
            case [1, _, _, int(number), *_]:
                match _numbered(document.get("atoms"), number):
                    case ["soft-return", *_]:
                        pieces.append("<br>")
                    case [str(), str(text), *_]:
                        pieces.append(escape(text))
    return "".join(pieces)


def _numbered(items, number):
    return items[number] if isinstance(items, list) and 0 <= number < len(items) else None


def _card(name, payload):
    name = str(name).removeprefix("card-")
    if name == "markdown":
        return f"<p>{_MARKDOWN_NOISE.sub(' ', str(payload.get('markdown') or ''))}</p>"
    pieces = []
    if name == "bookmark":
        told = payload.get("metadata") if isinstance(payload.get("metadata"), dict) else payload
        pieces = [escape(str(told.get(word) or "")) for word in ("title", "description", "author", "publisher")]
        pieces.append(str(payload.get("caption") or ""))
    elif name == "gallery":
        images = payload.get("images") if isinstance(payload.get("images"), list) else []
        pieces = [str(image.get("caption") or "") for image in [*images, payload] if isinstance(image, dict)]
    else:
        for field in _SHOWN.get(name, _ALL):
            words = str(payload.get(field) or "") if not isinstance(payload.get(field), (dict, list)) else ""
            pieces.append(escape(words) if field in _PLAIN else words)
    return "".join(f"<p>{piece}</p>" for piece in pieces)
