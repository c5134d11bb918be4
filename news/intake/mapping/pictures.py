"""Pictures: alone, with a caption, linked, in galleries."""

import re
import uuid
from html import escape

from news.intake.mapping import players
from news.intake.mapping.addresses import is_picture
from news.intake.mapping.dom import Node, parse
from news.intake.mapping.prose import line_of
from news.text import plain_text

LONGEST_CAPTION = 500
MOST_IN_A_GALLERY = 40
_NUMBER = re.compile(r"^(?:wp-image-|attachment_)(\d+)$")
_SOURCES = ("data-orig-file", "data-full-url", "src", "data-src", "data-lazy-src", "data-original")
_GALLERIES = {
    *("wp-block-gallery", "blocks-gallery-grid", "kg-gallery-card", "gallery", "tiled-gallery"),
    *("wp-block-jetpack-tiled-gallery", "wp-block-jetpack-slideshow", "wp-block-image-gallery"),
}
_SMILEYS = {"emoji", "wp-smiley"}


def is_gallery(node):
    """Whether an element is a gallery and holds pictures."""
    return bool(_GALLERIES & set(node.classes)) and node.first("img") is not None


def address_and_number(picture):
    """Return where a picture stood and its old number, as far as its element tells."""
    address = next((picture.get(name) for name in _SOURCES if "/" in picture.get(name)), "")
    numbers = [match[1] for match in map(_NUMBER.match, picture.classes) if match]
    return address, (numbers or [picture.get("data-id") or picture.get("data-attachment-id")])[0]


def found(mapper, picture):
    """Return the key of the picture in the library, or None with a note that it is missing."""
    address, number = address_and_number(picture)
    address = mapper.own.absolute(address) or address
    key = mapper.holdings.image(url=address, old_id=number)
    if key is None:
        mapper.note("image_missing", address or number or "?", picture.get("alt"))
    elif mapper.whole.first_image is None:
        mapper.whole.first_image = key
    return key


def _value(key, alt="", caption="", link=""):
    image = {"image": key, "alt_text": alt.strip(), "decorative": not alt.strip()}
    return {"image": image, "caption": caption, "credit": "", "link": link}


def image(mapper, node):
    """Write a picture that stands alone or in a line of text."""
    if _SMILEYS & set(node.classes) or "/images/core/emoji/" in node.get("src"):
        mapper.write(node.get("alt"))
    elif node.get("width") in {"0", "1"} and node.get("height") in {"0", "1"}:
        mapper.note("removed", "tracking pixel", node.get("src"))
    else:
        picture(mapper, node)


def is_linked_picture(node):
    """Whether a link holds a picture and no words."""
    return node.first("img") is not None and not node.text.strip()


def linked_picture(mapper, node):
    """Write the pictures in a link, which keep the link."""
    for inner in node.all("img"):
        picture(mapper, inner, link=node)


def picture(mapper, picture, caption=None, link=None):
    """Write one picture; ``caption`` and ``link`` are elements."""
    prose = mapper.prose_of(caption) if caption is not None else ""
    key = found(mapper, picture)
    target = _target(mapper, picture, caption, link)
    if key is None:
        if prose:
            mapper.rich(prose)
        elif target:
            words = plain_text(picture.get("alt")) or target
            mapper.rich(f"<p><a{mapper.link_attributes(target)}>{escape(words, quote=False)}</a></p>")
        return
    text = line_of(prose)
    short = text if len(text) <= LONGEST_CAPTION else ""
    write = mapper.block if caption is not None else mapper.block_beside
    write("figure", _value(key, picture.get("alt"), short, target))
    if text and not short:
        mapper.rich(prose)


def _target(mapper, picture, caption, link):
    """Return where a picture leads, in full, or "": to itself it leads in any case."""
    if link is not None and not _leads_to_picture(link):
        address = link.get("href").strip()
        own = mapper.own.absolute(address)
        if own:
            mapper.whole.links.append(own)
        return own or (address if address.startswith(("http://", "https://")) else "")
    targets = [found.get("href") for found in caption.all("a")] if caption is not None else []
    targets = [target for target in targets if target.startswith(("http://", "https://"))]
    for target in targets[1:]:
        mapper.note("link_dropped", target, "caption")
    return targets[0] if targets else ""


def _leads_to_picture(link):
    address = link.get("href")
    return is_picture(address) or "attachment" in link.get("rel") or "attachment_id=" in address or not address


def captioned(mapper, node, special):
    """Write ``[caption]``: a picture, linked or not, and the words beside it."""
    player = node.first("img", "x-frame", "video", "object", "embed")
    if player is None or len(list(node.all("img"))) > 1:
        mapper.on_its_own(node)
        if special.attrs.get("caption"):
            mapper.on_its_own(parse(special.attrs["caption"]))
        return
    link = next((element for element in node.all("a") if element.first(player.tag)), None)
    node.remove(player)
    if link is not None and not link.text.strip():
        node.remove(link)
    caption = Node("figcaption")
    caption.children = node.children + (
        parse(special.attrs["caption"]).children if special.attrs.get("caption") else []
    )
    number = _NUMBER.match(special.attrs.get("id", ""))
    if number and "wp-image-" not in player.get("class"):
        player.attrs["class"] = f"{player.get('class')} wp-image-{number[1]}"
    if player.tag == "img":
        picture(mapper, player, caption if caption.text.strip() else None, link)
    else:
        players.any_player(mapper, player, caption)
    mapper.end_paragraph()


# --- Galleries --------------------------------------------------------------------


def gallery(mapper, node, caption=None):
    """Write the pictures of a gallery in their order, each with its caption."""
    captions = _captions(node, caption)
    caption = caption or _gallery_caption(node, captions)
    mapper.end_paragraph()
    entries, left = [], []
    for inner in list(node.all("img")):
        words = captions.get(id(inner))
        prose = mapper.prose_of(words) if words is not None else ""
        text = line_of(prose)
        key = found(mapper, inner)
        if prose and (key is None or len(text) > LONGEST_CAPTION):
            left.append(prose)
            text = ""
        if key is not None:
            link = next((a for a in node.all("a") if inner in a.all("img")), None)
            entries.append(_value(key, inner.get("alt"), text, _target(mapper, inner, words, link)))
    said = mapper.prose_of(caption) if caption is not None else ""
    write_gallery(mapper, entries, "" if left else said)
    for prose in [*left, said] if left else []:
        mapper.rich(prose)
    for taken in [*captions.values(), caption, *list(node.all("img"))]:
        node.remove(taken)
    if node.text.strip():
        mapper.on_its_own(node)


def _captions(node, gallery_caption):
    """Return the elements of the pictures' captions by the identity of their pictures."""
    captions = {}
    for holder in node.all("figure", "li", "dl"):
        words, inner = holder.first("figcaption", "dd"), holder.first("img")
        if words is not None and inner is not None and words is not gallery_caption and words.first("img") is None:
            captions[id(inner)] = words
    return captions


def _gallery_caption(node, captions):
    taken = {id(words) for words in captions.values()}
    return next((words for words in node.all("figcaption") if id(words) not in taken), None)


def write_gallery(mapper, entries, caption=""):
    """Write figures as a gallery: as several where they are many, as a picture where it is one."""
    text = line_of(caption)
    for group in _groups(entries):
        said = text if group[-1] is entries[-1] and len(text) <= LONGEST_CAPTION else ""
        if len(group) == 1:
            mapper.block("figure", {**group[0], "caption": group[0]["caption"] or said})
            caption = "" if said and group[0]["caption"] in {"", said} else caption
            continue
        items = [{"type": "item", "value": entry, "id": str(uuid.uuid4())} for entry in group]
        mapper.block("gallery", {"images": items, "caption": said})
        caption = "" if said else caption
    if caption:
        mapper.rich(caption)


def _groups(entries):
    """Return the entries in groups that a gallery can hold, none of them of one where there are more."""
    number = -(-len(entries) // MOST_IN_A_GALLERY)
    size = -(-len(entries) // number) if number else 1
    return [entries[start : start + size] for start in range(0, len(entries), size)]


def short_code_gallery(mapper, node, special):
    """Write ``[gallery]``: the pictures it numbers, or else those that were uploaded to the story."""
    attrs = special.attrs
    numbers = re.findall(r"\d+", attrs.get("ids") or attrs.get("include") or "")
    if not numbers:
        left_out = set(re.findall(r"\d+", attrs.get("exclude", "")))
        numbers = [old for old in mapper.holdings.attached_images(mapper.story.key) if old not in left_out]
    if not numbers:
        mapper.note("image_missing", "gallery", mapper.story.key)
    entries = []
    for number in numbers:
        picture = Node("img", {"data-id": number})
        key = found(mapper, picture)
        if key is not None:
            entries.append(_value(key))
    write_gallery(mapper, entries)
    mapper.on_its_own(node)


HANDLERS = {
    **dict.fromkeys(("img", "amp-img", "amp-anim"), image),
    "[caption]": captioned,
    "[wp_caption]": captioned,
    "[gallery]": short_code_gallery,
}
