"""Ghost's two ways to keep a body, Lexical and Mobiledoc, as the HTML that Ghost itself would make of them."""

import re
from html import escape

from news.intake.characters import kept_json
from news.intake.mapping.dom import MAX_DEPTH
from news.intake.mapping.ghost_cards import as_dicts, as_text, card

_FORMATS = ((1, "b"), (2, "i"), (4, "s"), (16, "code"), (32, "sub"), (64, "sup"))
_STRINGS = re.compile(r'"text"\s*:\s*"((?:[^"\\]|\\.)*)"')
_TAG_NAME = re.compile(r"[a-z][a-z0-9]*")


def lexical_html(body, specials):
    """Return a Lexical document, which is JSON, as HTML."""
    root = _loaded(body).get("root")
    return _lexical(root, specials) if isinstance(root, dict) else _rough(body, specials)


def _loaded(body):
    try:
        document = kept_json(body or "{}")
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _rough(body, specials):
    """Return the texts in a document that is broken or nested beyond reason."""
    if not body.strip():
        return ""
    specials.note("unknown_block", "document")
    texts = (_text_of_json(match[1]) for match in _STRINGS.finditer(body))
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _text_of_json(source):
    try:
        return kept_json(f'"{source}"')
    except ValueError:
        return source


# --- Lexical ------------------------------------------------------------------------


def _lexical(node, specials, depth=0):
    kind = as_text(node.get("type"))
    if depth > MAX_DEPTH:
        return _texts_below(node)
    inner = "".join(_lexical(child, specials, depth + 1) for child in as_dicts(node.get("children")))
    if kind in {"text", "extended-text", "code-highlight"}:
        return _formatted(as_text(node.get("text")), node.get("format"))
    if kind == "linebreak":
        return "<br>"
    if kind == "tab":
        return "\t"
    if kind in {"link", "autolink", "at-link"}:
        return f'<a href="{escape(as_text(node.get("url")))}">{inner}</a>'
    tag = _lexical_tag(kind, node)
    if tag:
        start = f' start="{node["start"]}"' if tag == "ol" and isinstance(node.get("start"), int) else ""
        return f"<{tag}{start}>{inner}</{tag}>"
    if kind in {"root", "", "unknown"} or "children" in node:
        return inner
    return card(kind, node, specials)


def _lexical_tag(kind, node):
    kind = kind.removeprefix("extended-")
    if kind in {"heading", "list"}:
        named = as_text(node.get("tag"))
        return named if named in {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"} else "ul" if kind == "list" else "h2"
    return {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}.get(kind, "")


def _texts_below(node):
    found, work = [], [node]
    while work:
        part = work.pop()
        if isinstance(part.get("text"), str):
            found.append(escape(part["text"]))
        work += reversed(as_dicts(part.get("children")))
    return " ".join(found)


def _formatted(text, flags):
    html = escape(text)
    for flag, tag in _FORMATS if isinstance(flags, int) else ():
        if flags & flag:
            html = f"<{tag}>{html}</{tag}>"
    return html


# --- Mobiledoc ----------------------------------------------------------------------


def mobiledoc_html(body, specials):
    """Return a Mobiledoc document, which is JSON, as HTML."""
    document = _loaded(body)
    sections = document.get("sections")
    if not isinstance(sections, list):
        return _rough(body, specials)
    return "".join(_section(section, document, specials) for section in sections if isinstance(section, list))


def _at(document, name, number):
    items = document.get(name)
    found = items[number] if isinstance(items, list) and isinstance(number, int) and 0 <= number < len(items) else []
    return found if isinstance(found, list) else []


def _section(section, document, specials):
    match section:
        case [1, str(tag), list(markers), *_]:
            tag = {"aside": "blockquote", "pull-quote": "blockquote"}.get(tag, tag)
            tag = tag if _TAG_NAME.fullmatch(tag) else "p"
            return f"<{tag}>{_markers(markers, document)}</{tag}>"
        case [2, str(source), *_]:
            return f'<img src="{escape(source)}">'
        case [3, str(tag), list(items), *_]:
            tag = "ol" if tag == "ol" else "ul"
            entries = (f"<li>{_markers(item, document)}</li>" for item in items if isinstance(item, list))
            return f"<{tag}>{''.join(entries)}</{tag}>"
        case [10, number, *_]:
            match _at(document, "cards", number):
                case [str(name), dict(payload), *_]:
                    return card(name, payload, specials)
                case [str(name), *_]:
                    return card(name, {}, specials)
    return ""


def _markers(markers, document):
    html, opened = [], []
    for marker in markers:
        match marker:
            case [int(kind), list(opens), int(closes), value, *_]:
                for number in opens:
                    opened.append(_markup(_at(document, "markups", number)))
                    html.append(opened[-1][0])
                if kind == 1:
                    atom = _at(document, "atoms", value)
                    html.append("<br>" if atom[:1] == ["soft-return"] else escape(as_text(atom[1] if atom[1:] else "")))
                else:
                    html.append(escape(as_text(value)))
                for _number in range(min(closes, len(opened))):
                    html.append(opened.pop()[1])
    return "".join([*html, *(closing for _opening, closing in reversed(opened))])


def _markup(markup):
    match markup:
        case ["a", list(pairs), *_]:
            named = dict(zip(pairs[::2], pairs[1::2], strict=False)) if all(isinstance(p, str) for p in pairs) else {}
            return f'<a href="{escape(named.get("href", ""))}">', "</a>"
        case [str(tag), *_] if _TAG_NAME.fullmatch(tag):
            return f"<{tag}>", f"</{tag}>"
    return "", ""
