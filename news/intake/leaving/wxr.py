"""The export for WordPress: WXR 1.2, as its own importer takes it, with bodies as blocks of its editor."""

import json
import mimetypes
import os
from email.utils import format_datetime
from html import escape
from pathlib import Path

from django.db.models import Max
from django.utils import timezone

from news.intake.errors import IntakeError
from news.intake.leaving.keys import Keys
from news.intake.leaving.pieces import Places, story_pieces
from news.intake.leaving.records import SiteRecords
from news.intake.record import Access, Status
from news.syndication.xml import writable, xml_text
from portal.models import PortalImage

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
TAIL = "</channel>\n</rss>\n"
STATUSES = {Status.LIVE: "publish", Status.SCHEDULED: "future", Status.DRAFT: "draft"}
NO_DATE = "0000-00-00 00:00:00"


def export_wxr(site, path, *, media_url="", progress):
    """Write the site into one file at ``path`` and return how many of each it holds.

    ``media_url`` is where WordPress will find the media of the folder; it
    fetches them itself. The file has its name once it is complete.
    """
    path = Path(path).absolute()
    if path.exists():
        raise IntakeError(f"{path} exists already; nothing is written over it.")
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            export = WxrExport(site, media_url, progress)
            file.writelines(export.lines())
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise IntakeError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return export.counts


class WxrExport:
    """One site as the lines of a WXR file."""

    def __init__(self, site, media_url, progress):
        self.keys = Keys(site)
        self.records = SiteRecords(site, self.keys)
        self.media_url = (media_url or f"{self.keys.base}/media").rstrip("/")
        self.progress = progress
        self.counts = {}
        # WordPress counts pictures, files and posts in one row; numbers of pages stay as they are.
        self.first_image = self.records.below.aggregate(last=Max("pk"))["last"] or 0
        self.first_document = self.first_image + (PortalImage.objects.aggregate(last=Max("pk"))["last"] or 0)
        self.places = Places(
            base=self.keys.base,
            picture=lambda image: f"{self.media_url}/{image.file.name}",
            text=self.keys.rich_text,
            number=lambda image: self.first_image + image.pk,
        )
        self.terms = 0

    def lines(self):
        """Yield the file."""
        yield HEAD
        yield from self._channel()
        for record in self.records.authors():
            yield self._counted("authors", self._author(record))
        for record in self.records.sections():
            yield self._counted("sections", self._section(record))
        for record in self.records.topics():
            yield self._counted("topics", self._topic(record))
        for kept, record in self.records.media():
            yield self._counted("media", self._attachment(kept, record))
        for page, record in self.records.stories():
            yield self._counted("stories", self._post(page, record))
        for page, record in self.records.pages():
            yield self._counted("pages", self._post(page, record))
        yield TAIL

    def _counted(self, name, lines):
        self.counts[name] = self.counts.get(name, 0) + 1
        self.progress(f"Writing {name} for WordPress: {self.counts[name]:,}")
        return "".join(lines)

    def _channel(self):
        source = self.records.source()
        yield tag("title", source.name)
        yield tag("link", self.keys.base)
        yield tag("description", "")
        yield tag("language", source.language)
        yield tag("wp:wxr_version", "1.2")
        yield tag("wp:base_site_url", self.keys.base)
        yield tag("wp:base_blog_url", self.keys.base)

    def _author(self, record):
        yield "<wp:author>"
        yield tag("wp:author_id", self._term())
        yield data("wp:author_login", record.key)
        yield data("wp:author_email", record.email)
        yield data("wp:author_display_name", record.name)
        yield "</wp:author>\n"

    def _section(self, record):
        yield "<wp:category>"
        yield tag("wp:term_id", self._term())
        yield data("wp:category_nicename", nicename(record.key))
        yield data("wp:category_parent", nicename(record.parent_key))
        yield data("wp:cat_name", html(record.name))
        yield data("wp:category_description", html(record.description))
        yield "</wp:category>\n"

    def _topic(self, record):
        yield "<wp:tag>"
        yield tag("wp:term_id", self._term())
        yield data("wp:tag_slug", record.key)
        yield data("wp:tag_name", html(record.name))
        yield data("wp:tag_description", html(record.description))
        yield "</wp:tag>\n"

    def _attachment(self, kept, record):
        number = (self.first_image if isinstance(kept, PortalImage) else self.first_document) + kept.pk
        address = f"{self.media_url}/{record.path}"
        yield "<item>"
        yield tag("title", html(record.title))
        yield tag("link", address)
        yield tag("pubDate", format_datetime(kept.created_at))
        yield data("dc:creator", "")
        yield f'<guid isPermaLink="false">{xml_text(record.key)}</guid>'
        yield data("content:encoded", html(record.credit))
        yield data("excerpt:encoded", html(record.caption))
        yield from _state(number, kept.created_at, kept.created_at, "inherit", "attachment", name=record.key)
        yield data("wp:attachment_url", address)
        yield meta("_wp_attached_file", record.path)
        if record.alt:
            yield meta("_wp_attachment_image_alt", record.alt)
        if kind := record.mime_type or mimetypes.guess_type(record.path)[0]:
            yield tag("wp:post_mime_type", kind)
        yield "</item>\n"

    def _post(self, page, record):
        told = page if page.live else page.get_latest_revision_as_object()
        yield "<item>"
        yield tag("title", html(record.title))
        yield tag("link", record.url)
        yield tag("pubDate", format_datetime(record.published_at) if record.published_at else "")
        yield data("dc:creator", record.authors[0] if record.authors else "")
        yield f'<guid isPermaLink="false">{xml_text(self.keys.base)}/{xml_text(record.key)}</guid>'
        yield tag("description", "")
        yield data("content:encoded", "\n\n".join(map(commented, story_pieces(told, self.places))))
        yield data("excerpt:encoded", html(record.excerpt))
        status = STATUSES[record.status]
        if record.status == Status.LIVE and record.access != Access.PUBLIC:
            status = "private"  # WordPress has no other door, and no password of ours leaves
        kind = "post" if record.kind == "post" else "page"
        parent = record.parent_key.rpartition("-")[2]
        dated = record.published_at or record.modified_at
        yield from _state(record.old_id, dated, record.modified_at, status, kind, name=record.slug, parent=parent)
        for key in record.sections:
            yield term("category", nicename(key), page.section.title)
        for link in told.topic_links.all() if kind == "post" else ():
            yield term("post_tag", link.topic.slug.lower(), link.topic.title)
        links = told.contributions.all() if kind == "post" else ()
        signed = {link.author.slug: link.author.name for link in links if link.author.slug in record.authors}
        # Only Co-Authors Plus knows such terms, and WordPress complains of each: dc:creator names one author alone.
        for slug, name in signed.items() if len(signed) > 1 else ():
            yield term("author", slug, name)
        if record.featured_key:
            yield meta("_thumbnail_id", self.first_image + told.lead_image_id)
        yield meta("_yoast_wpseo_title", record.seo_title) if record.seo_title else ""
        yield meta("_yoast_wpseo_metadesc", record.seo_description) if record.seo_description else ""
        yield meta("_yoast_wpseo_meta-robots-noindex", 1) if record.noindex else ""
        yield "</item>\n"

    def _term(self):
        self.terms += 1
        return self.terms


def commented(piece):
    """Return a piece as WordPress' editor stores a block: its HTML between two comments."""
    told = f" {json.dumps(piece.attributes)}" if piece.attributes else ""
    return f"<!-- wp:{piece.block}{told} -->\n{piece.html}\n<!-- /wp:{piece.block} -->"


def html(text):
    """Return plain text as WordPress keeps titles, names and excerpts, which are HTML there."""
    return escape(text, quote=False)


def tag(name, value):
    """Return an element with text."""
    return f"<{name}>{xml_text(str(value))}</{name}>\n"


def data(name, value):
    """Return an element with text that stands as it is, as WordPress writes it."""
    text = writable(str(value)).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{text}]]></{name}>\n"


def meta(name, value):
    """Return one field of a post's own."""
    return f"<wp:postmeta>{data('wp:meta_key', name)}{data('wp:meta_value', value)}</wp:postmeta>\n"


def term(domain, slug, name):
    """Return that a post stands under a category, tag or author."""
    text = writable(html(name)).replace("]]>", "]]]]><![CDATA[>")
    quoted = xml_text(slug).replace('"', "&quot;")
    return f'<category domain="{domain}" nicename="{quoted}"><![CDATA[{text}]]></category>\n'


def nicename(key):
    """Return the name of a section for WordPress, which knows no slashes in it."""
    return key.replace("/", "-")


def _state(number, dated, modified, status, kind, *, name, parent=""):
    """Yield the elements that say what an item is and when it was made."""
    yield tag("wp:post_id", number)
    for element, moment in (("post_date", dated), ("post_modified", modified or dated)):
        yield data(f"wp:{element}", f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}" if moment else NO_DATE)
        utc = moment.astimezone(timezone.get_fixed_timezone(0)) if moment else None
        yield data(f"wp:{element}_gmt", f"{utc:%Y-%m-%d %H:%M:%S}" if utc else NO_DATE)
    yield data("wp:comment_status", "closed")
    yield data("wp:ping_status", "closed")
    yield data("wp:post_name", name)
    yield data("wp:status", status)
    yield tag("wp:post_parent", parent or 0)
    yield tag("wp:menu_order", 0)
    yield data("wp:post_type", kind)
    yield data("wp:post_password", "")
    yield tag("wp:is_sticky", 0)
