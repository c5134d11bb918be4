"""Lists: their entries are rich text, and may hold lists of their own."""

import uuid

from news.intake.mapping import boxes, pictures
from news.intake.mapping.dom import Node, around

_COMPLEX = (
    *("table", "pre", "figure", "blockquote", "details", "audio", "video", "x-frame", "object", "embed", "section"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "dl"),
)
"""What no entry of a list can hold: a list with one of them is written as ordinary text."""


def any_list(mapper, node):
    """Write a list as a block; within another list's entry as a list of rich text."""
    if pictures.is_gallery(node):
        pictures.gallery(mapper, node)
    elif node.first(*_COMPLEX):
        _unrolled(mapper, node)
    elif mapper.nests_lists:
        mapper.rich(_nested(mapper, node))
    elif node.tag == "ol" and (node.get("start", "1") != "1" or "reversed" in node.attrs):
        boxes.imported(mapper, around(node), node.outer_html(), "ol")
    else:
        _block(mapper, node)


def _unrolled(mapper, node):
    mapper.note("list_unrolled", node.tag)
    for child in node.children:
        if isinstance(child, str):
            mapper.write(child)
        else:
            mapper.on_its_own(child) if child.tag == "li" else mapper.element(child)
    mapper.end_paragraph()


def _entries(mapper, node):
    """Yield ``(rich text, other blocks)`` for each entry."""
    for child in node.children:
        if isinstance(child, str):
            entry = Node("li")
            entry.children.append(child)
        else:
            entry = child if child.tag == "li" else around(child)
        part = mapper.part()
        part.nests_lists = True
        part.children(entry)
        stream = part.finish()
        prose = "".join(block["value"] for block in stream if block["type"] == "paragraph")
        yield prose, [block for block in stream if block["type"] != "paragraph"]


def _block(mapper, node):
    items, others = [], []
    for prose, beside in _entries(mapper, node):
        others += beside
        if prose:
            items.append({"type": "item", "value": prose, "id": str(uuid.uuid4())})
    if items:
        mapper.block("list", {"style": "number" if node.tag == "ol" else "bullet", "items": items})
    for block in others:
        mapper.block(block["type"], block["value"])


def _nested(mapper, node):
    items = []
    for prose, beside in _entries(mapper, node):
        if prose:
            items.append(f"<li>{lines(prose)}</li>")
        for block in beside:
            mapper.block_beside(block["type"], block["value"])
    return f"<{node.tag}>{''.join(items)}</{node.tag}>" if items else ""


def lines(prose):
    """Return paragraphs of rich text as lines of one."""
    return prose.replace("</p><p>", "<br/>").replace("<p>", "").replace("</p>", "")


def entry(mapper, node):
    """Write an entry that stands in no list."""
    mapper.on_its_own(node)


def term(mapper, node):
    """Write a term of a list of definitions, in bold."""
    mapper.end_paragraph()
    mapper.open("b")
    mapper.children(node)
    mapper.close()
    mapper.end_paragraph()


HANDLERS = {"ul": any_list, "ol": any_list, "li": entry, "dl": entry, "dd": entry, "dt": term}
