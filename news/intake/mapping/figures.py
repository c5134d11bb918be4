"""Figures: whatever they hold, with its caption."""

from news.intake.mapping import boxes, pictures, players, tables


def figure(mapper, node):
    """Write a figure: whatever it holds, with its caption."""
    caption = next((child for child in node.elements() if child.tag == "figcaption"), None)
    classes = set(node.classes)
    inside = node.first("table", "blockquote", "pre", "x-frame", "object", "embed", "video", "audio", "img")
    if pictures.is_gallery(node):
        pictures.gallery(mapper, node, caption)
    elif "kg-bookmark-card" in classes:
        players.bookmark(mapper, node)
    elif "wp-block-embed" in classes or "kg-embed-card" in classes:
        players.embed(mapper, node)
    elif inside is None or node.first("figure"):
        mapper.on_its_own(node)
    else:
        _FIGURES[inside.tag](mapper, inside, node, caption)


def _text_beside(node, *parts):
    """Whether an element holds words outside of these parts of it."""
    if any(node is part for part in parts):
        return False
    return any(child.strip() if isinstance(child, str) else _text_beside(child, *parts) for child in node.children)


def _picture_figure(mapper, picture, node, caption):
    rest = [child for child in node.elements() if child is not caption]
    if len(list(node.all("img"))) > 1 or _text_beside(node, picture, caption) or not rest:
        mapper.on_its_own(node)
        return
    link = next((found for found in node.all("a") if found.first("img")), None)
    pictures.picture(mapper, picture, caption=caption, link=link)


def _table_figure(mapper, table, node, caption):
    if len(list(node.all("table"))) == 1 and not _text_beside(node, table, caption):
        tables.table(mapper, table, caption)
    else:
        mapper.on_its_own(node)


def _quote_figure(mapper, quote, node, caption):
    if "wp-block-pullquote" in node.classes and not _text_beside(node, quote, caption):
        boxes.quotation(mapper, quote, "pull_quote", after=caption)
    else:
        mapper.on_its_own(node)


def _other_figure(mapper, _inside, node, _caption):
    mapper.on_its_own(node)


def _player_figure(mapper, player, node, caption):
    if _text_beside(node, player, caption):
        mapper.on_its_own(node)
    else:
        players.any_player(mapper, player, caption)


_FIGURES = {
    "img": _picture_figure,
    "table": _table_figure,
    "blockquote": _quote_figure,
    "pre": _other_figure,
    **dict.fromkeys(("x-frame", "object", "embed", "video", "audio"), _player_figure),
}

HANDLERS = {"figure": figure}
