"""What a CDN or Varnish is told about a page: its tags, by which it can be purged there.

``Surrogate-Key`` is how Fastly and Varnish read them, ``Cache-Tag`` how
Cloudflare does. They stand on remembered pages only, which are public.
"""

# Every page carries it, so that everything can be purged like anything else.
ALL = "all"
# A page with more tags than fit carries this one, and every purge names it: it is purged too often, never too seldom.
MANY = "many"
# For each of the two headers, in bytes. CDNs take 16 KB, but a proxy such as nginx takes 4 KB of headers in all.
LIMIT = 1200


def tag_headers(tags):
    """Return the two headers for a page that shows what the tags name."""
    names = [ALL, *sorted(tags, key=lambda name: (name[-1].isdigit(), name))]
    if len(" ".join(names)) > LIMIT:
        names = [ALL, MANY, *_as_many_as_fit(names[1:], LIMIT - len(ALL) - len(MANY) - 2)]
    return [("Surrogate-Key", " ".join(names)), ("Cache-Tag", ",".join(names))]


def _as_many_as_fit(names, room):
    kept = []
    for name in names:
        room -= len(name) + 1
        if room < 0:
            break
        kept.append(name)
    return kept
