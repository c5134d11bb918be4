"""Clips, sound, films and files: played here where we hold them or know their service, else a link."""

from html import escape, unescape

from news.embeds import recognise
from news.intake.mapping.addresses import clip_address, file_name, is_picture, parts_of
from news.intake.mapping.dom import Node, around
from news.intake.mapping.prose import line_of

LONGEST_TITLE = 160
LONGEST_CAPTION = 300
_SOUNDS = {"mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "wav", "flac", "wma"}
_FILMS = {"mp4", "m4v", "webm", "ogv", "mov", "mpg", "mpeg", "avi", "wmv", "flv"}
_FILES = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "mov", "wma", "0")


def _prose(mapper, caption):
    return mapper.prose_of(caption) if caption is not None else ""


def clip(mapper, address, prose="", title=""):
    """Write the clip at an address: its player, or a link where we know none."""
    address = clip_address(address)
    known = recognise(address)
    if known is None:
        as_link(mapper, address, prose, title)
        return
    words = line_of(prose)
    caption = words if len(words) <= LONGEST_CAPTION else ""
    named = (title.strip() or known[0])[:LONGEST_TITLE]
    value = {"url": address, "title": named, "poster": None, "duration": "", "caption": caption, "transcript": ""}
    mapper.block("embed", value)
    if words and not caption:
        mapper.rich(prose)


def as_link(mapper, address, prose="", title=""):
    """Write a clip that cannot play here as a link, with the words that stood beside it."""
    absolute = mapper.own.absolute(address) or address
    parts = parts_of(absolute)
    is_ours = bool(mapper.own.absolute(address))
    if parts is None or not (is_ours or (parts.scheme in {"http", "https"} and parts.netloc)):
        mapper.note("removed", "embed", address)
    else:
        mapper.note("embed_as_link", parts.netloc or absolute, absolute)
        mapper.rich(f"<p><a{mapper.link_attributes(absolute)}>{escape(title.strip() or absolute)}</a></p>")
    if prose:
        mapper.rich(prose)


def any_player(mapper, node, caption=None):
    """Write a frame, a film or sound with its caption."""
    if node.tag in {"video", "audio"}:
        _own_file(mapper, node, node.tag, caption)
        return
    address = node.get("src") or node.get("data-src") or node.get("data")
    if node.tag == "object":
        inner = node.first("embed", "x-frame")
        address = address or (inner.get("src") if inner is not None else "")
        mapper.on_its_own(around(*(part for part in node.children if part is not inner)))
    if address:
        clip(mapper, address, _prose(mapper, caption), node.get("title"))
        return
    mapper.note("removed", node.tag)
    if caption is not None:
        mapper.on_its_own(caption)


def player(mapper, node):
    """Write a frame or a player without a caption."""
    mapper.end_paragraph()
    any_player(mapper, node)


def _own_file(mapper, node, kind, caption):
    sources = [node, *node.all("source")]
    address = next((source.get("src") for source in sources if source.get("src")), "")
    prose = _prose(mapper, caption)
    if recognise(clip_address(address)):
        clip(mapper, address, prose)
    else:
        recording(mapper, kind, address, prose)


def recording(mapper, kind, address, prose="", *, title="", old_id=""):
    """Write sound or a film that the old site held itself."""
    address = mapper.own.absolute(address) or address
    key = mapper.holdings.document(url=address, old_id=old_id)
    if key is None:
        mapper.note("file_missing", address or old_id or kind)
        if address:
            as_link(mapper, address, prose, title)
        elif prose:
            mapper.rich(prose)
        return
    words = line_of(prose)
    short = words if len(words) <= LONGEST_CAPTION else ""
    named = (title or file_name(address) or kind)[:LONGEST_TITLE]
    value = {"title": named, "file": key, "text" if kind == "audio" else "caption": short, "transcript": ""}
    mapper.block(kind, value)
    if words and not short:
        mapper.rich(prose)


def episodes(mapper):
    """Write the sound and films that hang on a story, such as a podcast's episode, and do not stand in its text."""
    said = unescape(mapper.story.body)
    for address in mapper.story.enclosures:
        parts = parts_of(address)
        ending = parts.path.rpartition(".")[2].lower() if parts else ""
        kind = "audio" if ending in _SOUNDS else "video" if ending in _FILMS else ""
        if kind and parts.path not in said:
            recording(mapper, kind, address, title=mapper.story.title)
        elif is_picture(address) and parts.path not in said:
            mapper.element(Node("img", {"src": address}))
        elif not kind and address not in said:
            mapper.note("file_missing", address)
            as_link(mapper, address)


def file(mapper, node):
    """Write a file to download: a link with its name, and often a button beside it."""
    link = next((found for found in node.all("a") if found.get("href")), None)
    if link is None:
        mapper.on_its_own(node)
        return
    name = line_of(mapper.prose_of(link)) or file_name(link.get("href"))
    address = mapper.own.absolute(link.get("href")) or link.get("href")
    key = mapper.holdings.document(url=address, old_id="")
    if key is None or len(name) > LONGEST_TITLE:
        mapper.note("file_missing", address)
        mapper.on_its_own(node)
        return
    mapper.block("file", {"title": name, "file": key, "description": ""})
    node.remove(link)
    mapper.on_its_own(node)


def embed(mapper, node, special=None):
    """Write what an embed block holds: an address alone, or the markup that another service gave."""
    caption = node.first("figcaption")
    if caption is not None:
        node.remove(caption)
    address = str(special.attrs.get("url") or special.attrs.get("src") or "") if special else ""
    text = node.text.strip()
    address = address or (text if " " not in text and "//" in text else "")
    if address and (not text or text == address or (" " not in text and "//" in text)):
        mapper.end_paragraph()
        clip(mapper, address, _prose(mapper, caption))
        return
    mapper.on_its_own(node)
    if address and node.first("a", "x-frame", "video", "audio", "object", "embed") is None:
        as_link(mapper, address)
    if caption is not None:
        mapper.on_its_own(caption)


def bookmark(mapper, node):
    """Write a card that recommends a page elsewhere: a link, and what the card said."""
    link = node.first("a")
    title = node.first("kg-bookmark-title") or next(
        (part for part in node.all() if "kg-bookmark-title" in part.classes), None
    )
    if link is None or title is None:
        mapper.on_its_own(node)
        return
    mapper.end_paragraph()
    attributes = mapper.link_attributes(link.get("href"))
    mapper.rich(f"<p><a{attributes}>{escape(title.text.strip())}</a></p>" if attributes else "")
    node.remove(title)
    for picture in list(node.all("img")):
        node.remove(picture)
    for part in node.all():
        if part.tag == "a":
            part.attrs.pop("href", None)
    mapper.on_its_own(node)


# --- Short codes --------------------------------------------------------------------


def embed_code(mapper, node, special):
    """Write ``[embed]``, or the older codes named after a service."""
    attrs = special.attrs
    text = node.text.strip()
    if text and (" " in text or "//" not in text):
        mapper.on_its_own(node)
        text = ""
    address = text or attrs.get("src") or attrs.get("url") or attrs.get("id") or attrs.get("0", "")
    if special.name == "vimeo" and address.isdigit():
        address = f"https://vimeo.com/{address}"
    if special.name == "youtube" and "/" not in address:
        address = f"https://www.youtube.com/watch?v={address}"
    if address:
        clip(mapper, address)


def recording_code(mapper, node, special):
    """Write ``[audio]`` or ``[video]``."""
    attrs = special.attrs
    address = next((attrs[name] for name in _FILES if attrs.get(name)), "")
    text = node.text.strip()
    address = address or (text if "//" in text and " " not in text else "")
    if recognise(clip_address(address)):
        clip(mapper, address)
    elif address or attrs.get("id"):
        recording(mapper, special.name, address, old_id=attrs.get("id", ""))
    if text != address:
        mapper.on_its_own(node)


def playlist_code(mapper, node, special):
    """Write ``[playlist]``: each recording it numbers."""
    kind = "video" if special.attrs.get("type") == "video" else "audio"
    for number in special.attrs.get("ids", "").replace(" ", "").split(","):
        if number:
            recording(mapper, kind, "", old_id=number, title=f"{kind} {number}")
    mapper.on_its_own(node)


def amp_clip(mapper, node):
    """Write a clip of AMP, which names it by its number."""
    mapper.end_paragraph()
    clip(mapper, f"https://www.youtube.com/watch?v={node.get('data-videoid')}")


HANDLERS = {
    "amp-youtube": amp_clip,
    **dict.fromkeys(("amp-iframe", "amp-video", "amp-audio"), player),
    **dict.fromkeys(("x-frame", "object", "embed", "video", "audio"), player),
    "[embed]": lambda mapper, node, special: (
        embed(mapper, node, special) if node.elements() else embed_code(mapper, node, special)
    ),
    "[youtube]": embed_code,
    "[vimeo]": embed_code,
    "[audio]": recording_code,
    "[video]": recording_code,
    "[playlist]": playlist_code,
}
