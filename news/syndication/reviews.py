"""Reviews as machines meet them: a rating, of a title of a known kind."""

from portal.structured_data import moment, reference, said
from portal.web_addresses import web_address

# The schema.org type of a reviewed title, and as what its makers are known there.
TITLES = {
    "movie": ("Movie", "creator"),
    "tv": ("TVSeries", "creator"),
    "album": ("MusicAlbum", "byArtist"),
    "book": ("Book", "author"),
    "game": ("VideoGame", "creator"),
    "stage": ("Play", "creator"),
}
# Whom readers know by a name of their own, which may hold a comma or an “and”.
GROUPS = {"album": "MusicGroup", "game": "Organization"}
WITH_CAST = ("movie", "tv")
DIRECTOR = "director"


def is_whole(verdict):
    """Whether there is a verdict, and it says what machines need: drafts that are previewed may lack any of it."""
    return bool(verdict and verdict["rating"] is not None and verdict["scale"] and verdict["title"]["type"] in TITLES)


def review_node(article, verdict, *, canonical, authors, publisher):
    """Return the review in a story: what is reviewed, the rating and its scale, the verdict in a sentence."""
    return said(
        {
            "@type": "Review",
            "@id": f"{canonical}#review",
            "itemReviewed": reviewed_title(verdict["title"]),
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": _number(verdict["rating"]),
                "bestRating": verdict["scale"],
                "worstRating": 0,
            },
            "reviewBody": verdict["summary"],
            "positiveNotes": notes(verdict["works"]),
            "negativeNotes": notes(verdict["fails"]),
            "author": authors,
            "datePublished": moment(article.published_at),
            "publisher": publisher,
            "mainEntityOfPage": reference(canonical),
        }
    )


def reviewed_title(title):
    """Return the title under review, with the facts that stand beside the review."""
    schema_type, makers_are = TITLES[title["type"]]
    if schema_type == "Movie" and title["creator_label"].strip().casefold() == DIRECTOR:
        makers_are = DIRECTOR
    node = {
        "@type": schema_type,
        "name": title["name"],
        makers_are: named(title["creators"], GROUPS.get(title["type"], "")),
        "datePublished": str(title["year"]) if title["year"] else "",
        "sameAs": web_address(title["external_url"]),
    }
    if title["type"] in WITH_CAST:
        node["actor"] = named(title["cast"])
    return said(node)


def named(text, group=""):
    """Return the people whose names stand in ``text`` with commas between, or one ``group`` of that type."""
    if group:
        return {"@type": group, "name": text} if text else None
    return [{"@type": "Person", "name": name.strip()} for name in (text or "").split(",") if name.strip()]


def notes(points):
    """Return what works, or what does not, in the reviewer's order."""
    items = [{"@type": "ListItem", "position": place, "name": str(point)} for place, point in enumerate(points, 1)]
    return {"@type": "ItemList", "itemListElement": items} if items else None


def _number(value):
    """Return a decimal as JSON's number, whole where it is whole."""
    return int(value) if value == int(value) else float(value)
