"""Tables: rows and columns as a block, whatever else as safe HTML."""

import re

from news.intake.mapping import boxes, pictures
from news.intake.mapping.dom import around
from news.intake.mapping.lists import lines
from news.intake.mapping.prose import line_of

_SIMPLE = {
    "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col", "p", "div", "br", "span", "font", "b",
    "strong", "i", "em", "cite", "a", "sup", "sub", "u", "mark", "small", "big", "abbr", "acronym", "q", "time",
    "center", "nobr",
}  # fmt: skip
_NUMBER = re.compile(r"[-+−–]?[\d.,\s\xa0]*\d[\d.,\s\xa0]*\s?%?")


def table(mapper, node, caption_node=None):
    """Write a table; ``caption_node`` is a caption that stands outside of it."""
    rows = list(node.all("tr"))
    cells = [[cell for cell in row.elements() if cell.tag in {"td", "th"}] for row in rows]
    cells = [row for row in cells if row]
    if "tr-caption-container" in node.classes and node.first("img") is not None:
        _captioned_picture(mapper, node)
    elif sum(map(len, cells)) == 1 and not node.first("th", "caption") and caption_node is None:
        mapper.on_its_own(cells[0][0])
    elif not cells or not _is_simple(node, cells):
        if caption_node is not None:
            mapper.on_its_own(caption_node)
        boxes.imported(mapper, around(node), node.outer_html(), "table")
    else:
        _block(mapper, node, cells, caption_node)


def _captioned_picture(mapper, node):
    """Write a picture with its caption, for which Blogger uses a table."""
    caption = next((cell for cell in node.all("td") if "tr-caption" in cell.classes), None)
    picture = node.first("img")
    link = next((element for element in node.all("a") if element.first("img") is picture), None)
    if caption is not None:
        node.remove(caption)
    node.remove(picture)
    pictures.picture(mapper, picture, caption, link)
    if node.text.strip():
        mapper.on_its_own(node)


def _is_simple(node, cells):
    if any(element.tag not in _SIMPLE for element in node.all()):
        return False
    if any(cell.get(span, "1") not in {"", "1"} for row in cells for cell in row for span in ("colspan", "rowspan")):
        return False
    return not any(part for part in node.children if isinstance(part, str) and part.strip())


def _block(mapper, node, cells, caption_node):
    caption_node = caption_node or node.first("caption")
    caption = line_of(mapper.prose_of(caption_node)) if caption_node is not None else ""
    width = max(map(len, cells))
    texts = [[mapper.prose_of(cell) for cell in row] + [""] * (width - len(row)) for row in cells]
    headed = _has_heading_row(node, cells)
    headings = [line_of(text) for text in texts[0]] if headed else [""] * width
    body = texts[1:] if headed else texts
    columns = [
        {"type": _kind_of([row[number] for row in body], number), "heading": headings[number]}
        for number in range(width)
    ]
    rows = [
        {"values": [_value(text, column["type"]) for text, column in zip(row, columns, strict=True)]} for row in body
    ]
    mapper.block("table", {"table": {"caption": caption, "columns": columns, "rows": rows}, "source": ""})


def _has_heading_row(node, cells):
    head = node.first("thead")
    first = cells[0]
    if any(cell.first("a") for cell in first):
        return False
    return (head is not None and any(cell in first for cell in head.all("td", "th"))) or all(
        cell.tag == "th" for cell in first
    )


def _kind_of(texts, number):
    if any(text != f"<p>{_inner(text)}</p>" or "<" in _inner(text) for text in texts if text):
        return "rich"
    filled = [_inner(text) for text in texts if text]
    return "number" if number and filled and all(_NUMBER.fullmatch(text) for text in filled) else "text"


def _inner(text):
    return lines(text)


def _value(text, kind):
    return text if kind == "rich" else line_of(text)


def row(mapper, node):
    """Write a row or a cell that stands in no table."""
    mapper.on_its_own(node)


HANDLERS = {"table": table, "tr": row, "td": row, "th": row, "caption": row}
