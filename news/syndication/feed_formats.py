"""Feeds as bytes: RSS 2.0, Atom and JSON Feed 1.1.

RSS and Atom are Django's, with what they leave out: full texts, credited
pictures, every author, and the hub that tells readers of news. For people who
open a feed in a browser, a style sheet turns it into a page; its few words
stand in elements of a namespace of our own, which feed readers pass over.
"""

import json

from django.templatetags.static import static
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, Stylesheet, rfc3339_date
from django.utils.translation import gettext as _

from news.syndication.xml import writable

NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
    "xmlns:page": "urn:portal:page",
    "xmlns:h": "http://www.w3.org/1999/xhtml",
}
JSON_FEED = "https://jsonfeed.org/version/1.1"


class _ForPeople:
    """What both XML formats add for pictures and for people."""

    def latest_post_date(self):
        return self.feed["updated"]

    def add_page(self, handler):
        """Say above the items what a feed is, and lead back to the page that it belongs to."""
        handler.startElement("page:about", {})
        handler.addQuickElement(
            "h:p",
            _("This is a feed: new stories as they appear. Give the address of this page to a feed reader to follow."),
        )
        handler.addQuickElement("h:a", self.feed["title"], {"href": self.feed["link"]})
        handler.endElement("page:about")

    def add_picture(self, handler, picture):
        """Add the picture with its credit and its description."""
        if picture is None:
            return
        size = {"width": str(picture.width), "height": str(picture.height)}
        handler.startElement("media:content", {"url": picture.url, "medium": "image", "type": "image/jpeg", **size})
        if picture.alt:
            handler.addQuickElement("media:description", writable(picture.alt), {"type": "plain"})
        if picture.credit:
            handler.addQuickElement("media:credit", writable(picture.credit), {"role": "photographer"})
        handler.endElement("media:content")

    def add_link(self, handler, item):
        """Add the headline as a link for people."""
        handler.startElement("page:open", {})
        handler.addQuickElement("h:a", item["title"], {"href": item["link"]})
        handler.endElement("page:open")


class RssFeed(_ForPeople, Rss201rev2Feed):
    """RSS 2.0 after the profile of the RSS Advisory Board."""

    def rss_attributes(self):
        return {**super().rss_attributes(), **NAMESPACES}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": self.feed["hub"]})
        self.add_page(handler)

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for person in item["people"]:
            handler.addQuickElement("dc:creator", writable(person.name))
        if item["html"]:
            handler.addQuickElement("content:encoded", item["html"])
        self.add_picture(handler, item["picture"])
        self.add_link(handler, item)


class AtomFeed(_ForPeople, Atom1Feed):
    """Atom, RFC 4287."""

    def root_attributes(self):
        return {**super().root_attributes(), **NAMESPACES}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})
        self.add_page(handler)

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for person in item["people"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", writable(person.name))
            if person.url:
                handler.addQuickElement("uri", person.url)
            handler.endElement("author")
        if item["html"]:
            handler.addQuickElement("content", item["html"], {"type": "html"})
        self.add_picture(handler, item["picture"])
        self.add_link(handler, item)


def write_xml(generator, feed, form):
    """Return a feed as the bytes of ``generator``, one of the two classes above."""
    title = writable(feed.title)
    written = generator(
        title,
        feed.url,
        writable(feed.description),
        language=feed.language,
        subtitle=writable(feed.description),
        author_name=writable(feed.publisher) if generator is AtomFeed else None,
        feed_url=feed.address(form),
        stylesheets=[Stylesheet(static("portal/css/feed.css"), "text/css")],
        updated=feed.updated,
        hub=feed.hub,
    )
    for item in feed.items:
        # Both formats read it as HTML.
        summary = writable(item.summary)
        written.add_item(
            writable(item.title),
            item.url,
            _escaped(summary),
            pubdate=item.published,
            updateddate=item.updated,
            unique_id=item.key,
            unique_id_is_permalink=False,
            categories=[writable(name) for name in item.categories],
            people=item.people,
            html=writable(item.html),
            picture=item.picture,
        )
    return written.writeString("utf-8").encode()


def _escaped(text):
    """Return plain text for where HTML is expected."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_json(feed, form):
    """Return a feed as JSON Feed 1.1."""
    body = {
        "version": JSON_FEED,
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.url,
        "feed_url": feed.address(form),
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "items": [_json_item(item) for item in feed.items],
    }
    if feed.hub:
        body["hubs"] = [{"type": "WebSub", "url": feed.hub}]
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _json_item(item):
    found = {
        "id": item.key,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        # The format asks for one of the two.
        "content_text": "" if item.html else item.summary,
        "image": item.picture.url if item.picture else "",
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated),
        "authors": [{"name": person.name, **({"url": person.url} if person.url else {})} for person in item.people],
        "tags": list(item.categories),
    }
    return {name: value for name, value in found.items() if value}


# Chromium shows what is called application/rss+xml or application/atom+xml as bare source, without our stylesheet;
# feed readers take all three names.
XML = "application/xml"
WRITERS = {
    "": (XML, lambda feed, form: write_xml(RssFeed, feed, form)),
    "atom": (XML, lambda feed, form: write_xml(AtomFeed, feed, form)),
    "json": ("application/feed+json", write_json),
}
"""Formats by the end of their address: content type, and what writes them."""
