"""Where the systems that we know kept their lists of stories, so that those addresses lead to ours."""

# Below the address of the site: for a section, a topic, an author.
SHAPES = {
    "wordpress": ("category/{way}", "tag/{slug}", "author/{slug}"),
    "ghost": ("tag/{slug}", "tag/{slug}", "author/{slug}"),
    "blogger": ("search/label/{name}", "search/label/{name}", ""),
}
# How WordPress calls the same lists by their numbers and names: each answers on every site of it.
QUERIES = {
    "wordpress": (
        ("cat={number}", "category_name={slug}"),
        ("tag_id={number}", "tag={slug}"),
        ("author={number}", "author_name={slug}"),
    ),
}
FEED = "feed/"
# Where the systems offered the feed of everything, and the map of the site.
FEEDS = {
    "wordpress": ("?feed=rss2", "?feed=rss", "?feed=atom", "?feed=rdf", "comments/feed/", "wp-rss2.php", "wp-atom.php"),
    "ghost": ("rss/",),
    "blogger": ("feeds/posts/default", "rss.xml", "atom.xml"),
}
MAPS = {"wordpress": ("wp-sitemap.xml", "sitemap_index.xml")}


def list_addresses(source, which, *, slug="", way="", name="", number=""):
    """Return the old addresses of the list of a section (``which`` 0), a topic (1) or an author (2), maybe none.

    ``way`` are the slugs from the top down to a section, with slashes between.
    """
    shape = SHAPES.get(source.system.lower(), ("", "", ""))[which]
    if not shape or not slug:
        return []
    bare = shape.format(way=slug, slug=slug, name=name)
    whole = shape.format(way=way or slug, slug=slug, name=name)
    shapes = QUERIES.get(source.system.lower(), ((), (), ()))[which]
    queries = [shape.format(number=number, slug=slug) for shape in shapes if number or "{number}" not in shape]
    paths = [f"{path}/" for path in dict.fromkeys((whole, bare))] + [f"?{query}" for query in queries]
    return below(source, paths)


def feeds_of(addresses):
    """Return where the feeds of such lists stood."""
    return [f"{address}{FEED}" for address in addresses if "?" not in address]


def feeds_of_all(source):
    """Return where the old system offered the feed of everything."""
    return below(source, FEEDS.get(source.system.lower(), ()))


def maps_of_site(source):
    """Return where the old system kept the map of the site for search engines."""
    return below(source, MAPS.get(source.system.lower(), ()))


def below(source, paths):
    """Return paths as addresses of the old site."""
    return [f"{base}/{path}" for base in source.base_urls or [""] for path in paths]
