"""Exports of other systems, written for tests: what the tests of imports have in common."""

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"'
)
BLOG = "https://old.example"


def cdata(text):
    """Return text as WordPress writes it, in CDATA sections that it cannot end."""
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def wxr_item(number=1, **fields):
    """Return an item of WXR. ``fields`` are its elements by their local names (``post_date``, ``title``, ``creator``).

    Beside those: ``categories`` as ``(domain, slug, name)``, ``meta`` as a
    dictionary (a list stands for several fields of one key), ``comments`` as a number.
    An element that is to be missing is ``None``.
    """
    told = {
        "title": f"Story {number}",
        "link": f"{BLOG}/2024/06/05/story-{number}/",
        "pubDate": "Wed, 05 Jun 2024 16:04:48 +0000",
        "creator": "ada",
        "guid": f"{BLOG}/?p={number}",
        "content": f"<p>Text of story {number}.</p>",
        "excerpt": "",
        "post_id": str(number),
        "post_date": "2024-06-05 18:04:48",
        "post_date_gmt": "2024-06-05 16:04:48",
        "post_name": f"story-{number}",
        "status": "publish",
        "post_parent": "0",
        "menu_order": "0",
        "post_type": "post",
        "post_password": "",
        "is_sticky": "0",
    } | fields
    categories, meta, comments = (told.pop(name, ()) for name in ("categories", "meta", "comments"))
    names = {"creator": "dc:creator", "content": "content:encoded", "excerpt": "excerpt:encoded"}
    plain = {"title", "link", "pubDate", "guid"}
    parts = []
    for name, value in told.items():
        if value is not None:
            full = names.get(name) or (name if name in plain else f"wp:{name}")
            parts.append(f"<{full}>{cdata(value)}</{full}>")
    for domain, slug, name in categories:
        parts.append(f"<category domain={quoteattr(domain)} nicename={quoteattr(slug)}>{cdata(name)}</category>")
    for key, value in dict(meta or {}).items():
        for single in value if isinstance(value, list) else [value]:
            parts.append(
                f"<wp:postmeta><wp:meta_key>{cdata(key)}</wp:meta_key>"
                f"<wp:meta_value>{cdata(single)}</wp:meta_value></wp:postmeta>"
            )
    comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>Well!</wp:comment_content></wp:comment>"
    return "<item>\n" + "\n".join(parts) + "\n" + comment * (comments or 0) + "</item>\n"


def wxr_head(*, version="1.2", blog=BLOG, terms=""):
    """Return the beginning of a WXR file, up to its first item."""
    told = f"<wp:wxr_version>{version}</wp:wxr_version>\n" if version else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {NAMESPACES}>\n<channel>\n'
        f"<title>The Old Paper</title>\n<link>{blog}</link>\n<language>en-GB</language>\n{told}"
        f"<wp:base_site_url>{blog}/</wp:base_site_url>\n<wp:base_blog_url>{blog}/</wp:base_blog_url>\n"
        "<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ada</wp:author_login>"
        "<wp:author_email>ada@old.example</wp:author_email>"
        f"<wp:author_display_name>{escape('Ada Lovelace')}</wp:author_display_name></wp:author>\n{terms}"
    )


WXR_TAIL = "</channel>\n</rss>\n"


def wxr(*items, **head):
    """Return a whole WXR file of these items."""
    return wxr_head(**head) + "".join(items) + WXR_TAIL
