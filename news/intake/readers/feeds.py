"""Feeds as archives: RSS 0.91 to 2.0, RSS 1.0 and Atom, Medium's and podcasts' included."""

import re
from html import escape, unescape

from news.intake.readers.addresses import base_url, last_segment, without_tracking
from news.intake.readers.base import ITEMS, Keys, XmlReader, broken
from news.intake.readers.dates import any_time
from news.intake.readers.text import name_of, slug_of
from news.intake.record import AuthorRecord, BodyFormat, Skipped, Source, StoryRecord, TopicRecord

_MAIL_AND_NAME = re.compile(r"\s*[^\s@]+@[^\s@]+\s*\((.+)\)\s*")
KIND_SCHEME = "http://schemas.google.com/g/2005#kind"
"""What Blogger writes in the categories that say what an entry is."""

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class FeedReader(XmlReader):
    """Reads RSS and Atom. All stories of a feed are public; what it calls categories are topics."""

    system = "feed"

    def __init__(self, files, options, repairs, headers):
        super().__init__(files, options, repairs)
        header = headers[0]
        bases = [base_url(_channel_link(each)) for each in headers]
        self.source = Source(
            system=self.system,
            name=name_of(header.text("title") or header.text("atom:title")),
            base_urls=list(dict.fromkeys(filter(None, bases))),
            language=header.text("language") or header.root.attributes.get("xml:lang", ""),
            version="Atom"
            if header.root.name == "atom:feed"
            else f"RSS {header.root.attributes.get('version', '')}".strip(),
        )

    def records(self):
        """Yield a record of every story, each after those of its authors and topics that came in no story before."""
        named, self.keys = set(), Keys()
        for file in self.files:
            for node in self.nodes(file):
                if node.name in ITEMS:
                    for record in self.read(node):
                        identity = type(record), record.key
                        if identity not in named:
                            yield record
                        if isinstance(record, (AuthorRecord, TopicRecord)):
                            named.add(identity)
                else:
                    skipped = broken(node)
                    if skipped:
                        yield skipped

    def read(self, node):
        """Return the records of an item: its authors, its topics, the story itself."""
        atom = node.name == "atom:entry"
        authors, topics = _authors(node), _topics(node)
        body, excerpt = _atom_body(node) if atom else _rss_body(node)
        link = _alternate(node) or node.first("link")
        guid = node.first("guid") or node.first("atom:id")
        if not link and guid.startswith(("http://", "https://")):
            link = guid
        url = without_tracking(link)
        published, guess = self._published(node)
        title = name_of(_inner_text(node, "atom:title") if atom else node.first("title"))
        if not (title or body.strip() or excerpt or _enclosures(node)):
            return [Skipped("empty item", "says nothing", guid or url)]
        story = StoryRecord(
            key=self.keys.unique(guid or url or title, url or title),
            title=title,
            slug=last_segment(url),
            published_at=published,
            modified_at=self._time(node, "atom:updated", "dcterms:modified"),
            date_guess=guess,
            authors=list(dict.fromkeys(author.key for author in authors)),
            topics=list(dict.fromkeys(topic.key for topic in topics)),
            excerpt=excerpt,
            body=body,
            body_format=BodyFormat.HTML,
            featured_url=_image(node),
            enclosures=_enclosures(node),
            guid=guid,
            url=url,
            addresses=list(dict.fromkeys(filter(None, (url, link)))),
        )
        return [*authors, *topics, story]

    def _published(self, node):
        exact = self._time(node, "pubDate", "atom:published", "dc:date")
        if exact:
            return exact, ""
        updated = self._time(node, "atom:updated")
        return updated, "from its last change" if updated else "no date in the export"

    def _time(self, node, *names):
        return next(filter(None, (any_time(node.first(name), self.options.zone) for name in names)), None)


def xhtml(node):
    """Return what is inside an element as HTML."""
    pieces = []
    for part in node.parts:
        if isinstance(part, str):
            pieces.append(escape(part, quote=False))
        else:
            tag = part.name.rpartition(":")[2].rpartition("}")[2]
            attributes = "".join(
                f' {name}="{escape(value)}"' for name, value in part.attributes.items() if not name.startswith("xmlns")
            )
            pieces.append(f"<{tag}{attributes}>" + ("" if tag in _VOID else f"{xhtml(part)}</{tag}>"))
    return "".join(pieces)


def _inner_text(node, name):
    """Return the HTML of a construct of Atom, whichever of its three types it has."""
    found = next(iter(node.all(name)), None)
    if found is None:
        return ""
    kind = found.attributes.get("type", "text")
    if kind == "xhtml":
        inner = next((child for child in found.children if child.name.endswith("div")), found)
        return xhtml(inner)
    if kind in ("html", "text/html"):
        return found.text
    return escape(found.text, quote=False)


def _atom_body(node):
    content, summary = _inner_text(node, "atom:content"), _inner_text(node, "atom:summary")
    return (content, summary) if content.strip() else (summary, "")


def _rss_body(node):
    """Return body and excerpt: where a feed has the full text beside its description, the description is an excerpt."""
    content = next((child.text for child in node.children if child.name == "content:encoded"), "")
    description = next((child.text for child in node.children if child.name == "description"), "")
    content = content or _inner_text(node, "atom:content")
    description = description or node.first("itunes:summary")
    if content.strip():
        return content, "" if description.strip() == content.strip() else description.strip()
    return description, ""


def _authors(node):
    """Return who signed an item. A feed names people by their names only: one name is one person."""
    found = []
    for author in node.all("atom:author"):
        found.append((author.first("atom:name"), author.first("atom:uri"), author.first("atom:email")))
    names = [child.text for child in node.all("dc:creator")]
    if not names and not found:
        names = [node.first("author") or node.first("itunes:author")]
    for name in names:
        mail = _MAIL_AND_NAME.fullmatch(name)
        found.append((mail[1] if mail else name, "", ""))
    people = [(name_of(name), url, mail) for name, url, mail in found if slug_of(name_of(name))]
    return [
        AuthorRecord(slug_of(name), name, slug_of(name), url=url, email=mail, made=True) for name, url, mail in people
    ]


def _topics(node):
    names = [name_of(child.text) for child in node.all("category")]
    for child in node.all("atom:category"):
        if child.attributes.get("scheme") == KIND_SCHEME:
            continue
        names.append(name_of(child.attributes.get("label") or unescape(child.attributes.get("term", ""))))
    return [TopicRecord(slug_of(name), name, slug_of(name)) for name in names if slug_of(name)]


def _alternate(node):
    """Return the address of the page that shows an entry, from its links."""
    for link in node.all("atom:link"):
        if link.attributes.get("rel", "alternate") == "alternate" and link.attributes.get("href"):
            return link.attributes["href"].strip()
    return ""


def _channel_link(header):
    shell = type(header.root)("", {})
    shell.parts = header.channel
    return header.text("link") or _alternate(shell)


def _enclosures(node):
    """Return the addresses of the sound and films of an item: of its pictures, the first is its lead."""
    found = (address.strip() for address, kind in _enclosed(node) if not kind.startswith("image/"))
    return list(dict.fromkeys(filter(None, found)))


def _enclosed(node):
    """Return what hangs on an item as pairs of address and kind."""
    links = (link for link in node.all("atom:link") if link.attributes.get("rel") == "enclosure")
    hanging = [("url", child) for child in node.all("enclosure")] + [("href", link) for link in links]
    return [(part.attributes.get(name, ""), part.attributes.get("type", "").strip()) for name, part in hanging]


def _image(node):
    """Return the address of an item's picture, where the feed names one beside the body; the largest kind first."""
    for child in node.all("media:content"):
        if child.attributes.get("medium") == "image" or child.attributes.get("type", "").startswith("image/"):
            return child.attributes.get("url", "")
    pictures = (address.strip() for address, kind in _enclosed(node) if kind.startswith("image/"))
    picture = next(filter(None, pictures), "")
    if picture:
        return picture
    for name, attribute in (("itunes:image", "href"), ("media:thumbnail", "url")):
        for child in node.all(name):
            return child.attributes.get(attribute, "")
    return ""
