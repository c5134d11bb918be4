"""Short codes of page builders and of other plug-ins that are in use everywhere, as the HTML that they stand for.

The theme of an old site made a page of them, words in their attributes
included. Of those that only arrange others nothing is kept but what they hold.
"""

import base64
import binascii
import re
from html import escape
from urllib.parse import unquote

RAW = {"vc_raw_html", "vc_raw_js"}
"""Those whose content is code that nobody should read."""

_TITLED = {
    "et_pb_accordion_item", "et_pb_blurb", "et_pb_cta", "et_pb_slide", "et_pb_tab", "et_pb_toggle", "su_spoiler",
    "su_tab", "tab", "toggle", "vc_cta", "vc_tab", "vc_toggle", "vc_tta_section", "accordion_item",
}  # fmt: skip
_NOTES = {"efn_note", "footnote", "mfn"}
_ADDRESS_OF_BUTTON = re.compile(r"url:([^|]+)")


def opening_html(name, attrs):
    """Return the HTML for the opening tag of a short code, "" for one that shows nothing of its own."""
    if name in _TITLED:
        title = attrs.get("title") or attrs.get("heading") or attrs.get("h2", "")
        return f"<p><b>{escape(title)}</b></p>" if title else ""
    if name in _NOTES:
        return " ("
    return _OPENING[name](attrs) if name in _OPENING else ""


def closing_html(name):
    """Return the HTML for the closing tag of a short code."""
    return ")" if name in _NOTES else ""


def raw_html(name, content):
    """Return the HTML that was stored as code between two tags; of a script nothing."""
    if name == "vc_raw_js":
        return ""
    try:
        return unquote(base64.b64decode("".join(content.split()), validate=True).decode())
    except (binascii.Error, UnicodeDecodeError):
        return content


def _picture(attrs):
    address, number = attrs.get("src") or attrs.get("url", ""), attrs.get("image", "")
    if not (address or number.isdecimal()):
        return ""
    return f'<img src="{escape(address)}" alt="{escape(attrs.get("alt", ""))}" class="wp-image-{escape(number)}">'


def _heading(attrs):
    words = attrs.get("text") or attrs.get("title", "")
    return f"<h2>{escape(words)}</h2>" if words else ""


def _button(attrs):
    words = attrs.get("button_text") or attrs.get("title", "")
    packed = _ADDRESS_OF_BUTTON.search(attrs.get("link", ""))
    address = attrs.get("button_url") or (unquote(packed[1]) if packed else "")
    return f'<p><a href="{escape(address)}">{escape(words)}</a></p>' if words else ""


def _clip(attrs):
    address = attrs.get("src") or attrs.get("link", "")
    return f'<iframe src="{escape(address)}"></iframe>' if address else ""


_OPENING = {
    "et_pb_image": _picture,
    "vc_single_image": _picture,
    "vc_custom_heading": _heading,
    "et_pb_heading": _heading,
    "et_pb_button": _button,
    "vc_btn": _button,
    "et_pb_video": _clip,
    "vc_video": _clip,
}
