"""Ghost's cards, as HTML or as specials that the mapper asks about."""

import re
from functools import cache
from html import escape

from markdown_it import MarkdownIt

NOT_ON_THE_PAGE = {"signup", "email", "email-cta", "paywall"}
"""Cards that members see elsewhere, or that Ghost fills anew."""

_WORDS = ("title", "heading", "header", "subheader", "text", "textValue", "html", "content", "description", "caption")


# Footnotes, of which CommonMark knows nothing: ``word[^1]``, and at the start of a line ``[^1]: what it says``.
_NOTE = re.compile(r"^\[\^([\w-]+)\]:[ \t]*", re.MULTILINE)
_MARK = re.compile(r"\[\^([\w-]+)\]")


@cache
def _markdown():
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def as_text(value):
    """Return a value of a document as text."""
    return value if isinstance(value, str) else "" if value is None or isinstance(value, (dict, list)) else str(value)


def as_dicts(value):
    """Return the objects in a list of a document."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def card(name, payload, specials):
    """Return a card as HTML; those that stand on no page are counted."""
    name = name.removeprefix("card-")
    if name in NOT_ON_THE_PAGE:
        specials.note("dropped", name)
        return ""
    if name in _CARDS:
        return _CARDS[name](payload, specials)
    specials.note("unknown_block", name)
    return "".join(f"<div>{as_text(payload.get(word))}</div>" for word in _WORDS if payload.get(word))


def _caption(payload, name="caption"):
    words = as_text(payload.get(name))
    return f"<figcaption>{words}</figcaption>" if words else ""


def _picture(payload, source="src"):
    html = f'<img src="{escape(as_text(payload.get(source)))}" alt="{escape(as_text(payload.get("alt")))}">'
    href = as_text(payload.get("href"))
    return f'<a href="{escape(href)}">{html}</a>' if href else html


def _image(payload, _specials):
    return f"<figure>{_picture(payload)}{_caption(payload)}</figure>"


def _gallery(payload, _specials):
    pictures = "".join(f"<figure>{_picture(one)}{_caption(one)}</figure>" for one in as_dicts(payload.get("images")))
    return f'<figure class="kg-gallery-card">{pictures}{_caption(payload)}</figure>'


def _embed(payload, specials):
    inner = as_text(payload.get("html"))
    return specials.add("embed", {"url": as_text(payload.get("url"))}, inner=inner + _caption(payload))


def _bookmark(payload, _specials):
    told = payload.get("metadata") if isinstance(payload.get("metadata"), dict) else payload
    address = escape(as_text(payload.get("url") or told.get("url")))
    says = "".join(
        f"<p>{escape(as_text(told.get(word)))}</p>" for word in ("description", "author", "publisher") if told.get(word)
    )
    title = escape(as_text(told.get("title"))) or address
    return f'<p><a href="{address}">{title}</a></p>{says}{_paragraph(as_text(payload.get("caption")))}'


def _paragraph(html):
    return f"<p>{html}</p>" if html else ""


def _html(payload, specials):
    html = as_text(payload.get("html"))
    return specials.add("html", {"name": "html"}, inner=html, raw=html)


def _markdown_card(payload, _specials):
    source = _NOTE.sub(lambda note: f"\n\n<sup>{note[1]}</sup> ", as_text(payload.get("markdown")))
    return _markdown().render(_MARK.sub(lambda mark: f"<sup>{mark[1]}</sup>", source))


def _code(payload, specials):
    return specials.add("code", raw=as_text(payload.get("code"))) + _paragraph(as_text(payload.get("caption")))


def _callout(payload, _specials):
    text = as_text(payload.get("calloutEmoji")), as_text(payload.get("calloutText"))
    return f'<div class="kg-callout-card"><p>{" ".join(filter(None, text))}</p></div>'


def _toggle(payload, _specials):
    heading, content = as_text(payload.get("heading")), as_text(payload.get("content"))
    return f"<details><summary>{heading}</summary>{content}</details>"


def _button(payload, _specials, text="buttonText", address="buttonUrl"):
    words, target = as_text(payload.get(text)), as_text(payload.get(address))
    return f'<p><a href="{escape(target)}">{escape(words)}</a></p>' if words else ""


def _recording(kind):
    def written(payload, _specials):
        source = escape(as_text(payload.get("src")))
        words = _caption(payload) or (f"<figcaption>{escape(as_text(payload.get('title')))}</figcaption>")
        return f'<figure><{kind} src="{source}"></{kind}>{words}</figure>'

    return written


def _file(payload, _specials):
    name = escape(as_text(payload.get("fileTitle") or payload.get("fileName")))
    link = f'<a href="{escape(as_text(payload.get("src")))}">{name}</a>'
    return f'<div class="kg-file-card">{link}{_paragraph(escape(as_text(payload.get("fileCaption"))))}</div>'


def _header(payload, specials):
    heading = as_text(payload.get("header") or payload.get("heading"))
    below = as_text(payload.get("subheader") or payload.get("subheading"))
    title = f"<h2>{heading}</h2>" if heading else ""
    return f"{title}{_paragraph(below)}{_button(payload, specials)}"


def _product(payload, specials):
    source = as_text(payload.get("productImageSrc"))
    picture = f'<img src="{escape(source)}">' if source else ""
    title, about = as_text(payload.get("productTitle")), as_text(payload.get("productDescription"))
    button = _button(payload, specials, "productButton", "productUrl")
    return f"{picture}<h4>{title}</h4><div>{about}</div>{button}"


def _call_to_action(payload, specials):
    source = as_text(payload.get("imageUrl"))
    picture = f'<img src="{escape(source)}">' if source else ""
    label = as_text(payload.get("sponsorLabel")) if payload.get("hasSponsorLabel", True) else ""
    return f"{label}{picture}<div>{as_text(payload.get('textValue'))}</div>{_button(payload, specials)}"


_CARDS = {
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "bookmark": _bookmark,
    "html": _html,
    "markdown": _markdown_card,
    "code": _code,
    "codeblock": _code,
    "callout": _callout,
    "toggle": _toggle,
    "button": _button,
    "audio": _recording("audio"),
    "video": _recording("video"),
    "file": _file,
    "header": _header,
    "hr": lambda _payload, _specials: "<hr>",
    "horizontalrule": lambda _payload, _specials: "<hr>",
    "product": _product,
    "call-to-action": _call_to_action,
}
