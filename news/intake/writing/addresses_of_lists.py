"""Where the systems that we know kept their lists of stories, so that those addresses lead to ours."""

# Below the address of the site: for a section, a topic, an author.
SHAPES = {
    "wordpress": ("category/{way}", "tag/{slug}", "author/{slug}"),
    "ghost": ("tag/{slug}", "tag/{slug}", "author/{slug}"),
    "blogger": ("search/label/{name}", "search/label/{name}", ""),
}
FEED = "feed/"


def list_addresses(source, which, *, slug="", way="", name=""):
    """Return the old addresses of the list of a section (``which`` 0), a topic (1) or an author (2), maybe none.

    ``way`` are the slugs from the top down to a section, with slashes between.
    """
    shape = SHAPES.get(source.system.lower(), ("", "", ""))[which]
    if not shape or not slug:
        return []
    bare = shape.format(way=slug, slug=slug, name=name)
    whole = shape.format(way=way or slug, slug=slug, name=name)
    return [f"{base}/{path}/" for base in source.base_urls or [""] for path in dict.fromkeys((whole, bare))]


def feeds_of(addresses):
    """Return where the feeds of such lists stood."""
    return [f"{address}{FEED}" for address in addresses]
