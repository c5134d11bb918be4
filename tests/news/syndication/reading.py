"""Reading what machines read."""

import re
from html import unescape


def locations(client, path):
    """Return the addresses that one sitemap names, in its order."""
    response = client.get(path)
    assert response.status_code == 200, path
    return [unescape(loc) for loc in re.findall("<loc>([^<]*)</loc>", response.content.decode())]


def sitemaps_of(client):
    """Return the paths of all sitemaps of the site, the index first."""
    return ["/sitemap.xml", *("/" + loc.split("/", 3)[3] for loc in locations(client, "/sitemap.xml"))]


def listed_in_sitemaps(client):
    """Return the full addresses in all sitemaps of the site but that of the news, which repeats the others'."""
    files = [path for path in sitemaps_of(client)[1:] if "-news" not in path]
    return [loc for path in files for loc in locations(client, path)]
