"""The items of a WXR file: posts, pages, attachments, and whatever plug-ins add."""

import re
from urllib.parse import quote, urlsplit

from news.intake.readers.addresses import below_uploads, decoded, urlsplit_or_none, with_last_segment
from news.intake.readers.base import Keys
from news.intake.readers.dates import mail_time, sql_time
from news.intake.readers.text import name_of, slug_of, term_slug, whole_number
from news.intake.readers.wordpress_meta import enclosures, footnotes, post_meta, primary_category, seo_fields
from news.intake.record import (
    Access,
    AuthorRecord,
    BodyFormat,
    MediaRecord,
    SectionRecord,
    Skipped,
    Status,
    StoryRecord,
    TopicRecord,
)

_TRASHED = re.compile(r"__trashed(-\d+)?$")
_NUMBERED = re.compile(r"[?&](p|page_id|attachment_id)=(\d+)")
_STATUSES = {
    "publish": Status.LIVE,
    "private": Status.LIVE,
    "future": Status.SCHEDULED,
    "draft": Status.DRAFT,
    "pending": Status.DRAFT,
    "auto-draft": Status.DRAFT,
    "trash": Status.DRAFT,
}


class ItemReader:
    """Turns items into records.

    ``known`` holds the people, categories and tags met so far, and takes those
    that only stories name; ``patterns`` are the texts that several stories show.
    """

    def __init__(self, options, source, known, patterns):
        self.options, self.source, self.known, self.patterns = options, source, known, patterns
        self.zone, self.kinds = options.zone, options.kinds
        self.base = source.base_urls[0] if source.base_urls else ""
        self.keys, self.count = Keys(), 0

    def read(self, item):
        """Return the record of an item: a story, a medium, a guest author, or why it is none of them."""
        post_type = item.first("wp:post_type") or "post"
        number = item.first("wp:post_id")
        if number == "0":
            number = ""
        status = item.first("wp:status")
        self.count += 1
        if post_type == "attachment" and status != "trash":
            return self._media(item, number)
        if post_type == "guest-author":
            return _guest_author(item)
        title = name_of(item.first("title"))
        if post_type == "wp_block":
            return Skipped(post_type, "stands in the stories that show it", number, title)
        if post_type not in self.kinds:
            return Skipped(post_type, "is of a type that is not imported", number, title)
        if status == "trash" and self.options.trash == "skip":
            return Skipped("trash", f"a {post_type} in the trash", number, title)
        if status == "auto-draft" and not (_text(item, "content:encoded").strip() or title):
            return Skipped("auto-draft", "an empty draft that WordPress made by itself", number)
        if status == "inherit":
            return Skipped("revision", "belongs to another post", number, title)
        return self._story(item, number, post_type, status, title)

    def _story(self, item, number, post_type, status, title):
        meta = post_meta(item)
        seo, trouble = seo_fields(meta, title=title, site=self.source.name)
        if not status:
            trouble.append("The export does not say whether the story is published; it is a draft.")
        elif status not in _STATUSES:
            trouble.append(f"The status “{status}” is unknown here; the story is a draft.")
        if status == "trash":
            trouble.append("The story lay in the trash; it is a draft.")
        notes, readable = footnotes(meta)
        if not readable:
            trouble.append("The texts of the footnotes could not be read.")
        published, guess = self._published(item)
        modified = sql_time(item.first("wp:post_modified_gmt")) or sql_time(item.first("wp:post_modified"), self.zone)
        slug, old_slugs = _slugs(item.first("wp:post_name"), meta)
        sections, topics = self._terms(item)
        parent = item.first("wp:post_parent")
        body, missing = self.patterns.put_in(_text(item, "content:encoded"))
        trouble.extend(f"The pattern {each} is not in the export; its text is missing." for each in missing)
        url = self._address(item.first("link"))
        guid = item.first("guid")
        comments = item.all("wp:comment")
        story = StoryRecord(
            key=self.keys.unique(number or guid or url or f"item {self.count}", url or title),
            kind=self.kinds[post_type],
            old_id=number,
            title=title,
            slug=slug,
            old_slugs=old_slugs,
            status=_STATUSES.get(status, Status.DRAFT),
            access=_access(item, status),
            published_at=published,
            modified_at=modified,
            date_guess=guess,
            authors=self._authors(item),
            sections=sections,
            home_section=self.known.numbers.get(primary_category(meta), ""),
            topics=topics,
            parent_key="" if parent == "0" else parent,
            order=whole_number(item.first("wp:menu_order")),
            excerpt=_text(item, "excerpt:encoded").strip(),
            body=body,
            body_format=BodyFormat.BLOCKS if "<!-- wp:" in body else BodyFormat.CLASSIC,
            footnotes=notes,
            featured_key=_number(meta, "_thumbnail_id"),
            sticky=item.first("wp:is_sticky") == "1",
            enclosures=enclosures(meta),
            guid=guid,
            url=url,
            comments=len(comments),
            trouble=trouble,
            **seo,
        )
        story.addresses = self._addresses(story, post_type, meta)
        return story

    def _media(self, item, number):
        url = item.first("wp:attachment_url") or item.first("guid")
        meta = post_meta(item)
        parent = item.first("wp:post_parent")
        attached = meta.get("_wp_attached_file", [""])[0].strip()
        return MediaRecord(
            key=self.keys.unique(number or url or f"item {self.count}", url),
            url=url,
            path=below_uploads(f"/wp-content/uploads/{quote(attached)}" if attached else url),
            old_id=number,
            title=name_of(item.first("title")),
            alt=name_of(meta.get("_wp_attachment_image_alt", [""])[0]),
            caption=_text(item, "excerpt:encoded").strip(),
            description=_text(item, "content:encoded").strip(),
            parent_key="" if parent == "0" else parent,
            address=self._address(item.first("link")) or (f"{self.base}/?attachment_id={number}" if number else ""),
        )

    def _published(self, item):
        """Return when an item was published, and in words how that was found where it is not told in UTC."""
        exact = sql_time(item.first("wp:post_date_gmt"))
        if exact:
            return exact, ""
        local = sql_time(item.first("wp:post_date"), self.zone)
        if local:
            return local, f"from the local time, read as {self.options.timezone}"
        mailed = mail_time(item.first("pubDate"))
        return mailed, "from the date in the feed" if mailed else "no date in the export"

    def _authors(self, item):
        """Return the keys of who signed an item: its co-authors in their order, or else its creator."""
        signed = [node for node in item.all("category") if node.attributes.get("domain") == "author"]
        keys = [self._co_author(node) for node in signed]
        # No login has angle brackets; exports that were changed by hand leave some around it.
        creator = item.first("dc:creator").strip("<> ")
        if not keys and creator:
            keys = [self.known.name(AuthorRecord(creator, creator, slug_of(creator), made=True))]
        return list(dict.fromkeys(key for key in keys if key))

    def _co_author(self, node):
        """Return the key of a co-author, whom the plug-in names by slug, mostly with ``cap-`` before it."""
        name = name_of(node.text)
        slug = decoded(node.attributes.get("nicename", "")).removeprefix("cap-") or slug_of(name)
        for login in (slug, node.text.strip()):
            if self.known.is_declared(AuthorRecord, login):
                return login
        return self.known.logins.get(slug) or self.known.name(AuthorRecord(slug, name or slug, slug, made=True))

    def _terms(self, item):
        """Return the keys of an item's categories and of its tags, in order."""
        sections, topics = [], []
        for node in item.all("category"):
            domain, name = node.attributes.get("domain"), name_of(node.text)
            slug = term_slug(node.attributes.get("nicename", ""), name)
            if not slug:
                continue
            if domain == "category":
                sections.append(self.known.name(SectionRecord(slug, name or slug, slug)))
            elif domain in ("post_tag", "tag"):
                slug = slug.casefold()
                topics.append(self.known.name(TopicRecord(slug, name or slug, slug)))
        return list(dict.fromkeys(sections)), list(dict.fromkeys(topics))

    def _addresses(self, story, post_type, meta):
        """Return all addresses at which an item could be found: by its number, by former slugs, by former dates."""
        found = [story.url]
        number, url = story.old_id, story.url
        if number and self.base:
            found.append(f"{self.base}/?p={number}")
            if post_type == "page":
                found.append(f"{self.base}/?page_id={number}")
            elif post_type != "post":
                found.append(f"{self.base}/?post_type={post_type}&p={number}")
        if self._is_own(story.guid):
            other = _NUMBERED.search(story.guid)
            if not other or other[2] == number:
                found.append(story.guid)
        if url and not urlsplit(url).query:
            found.extend(with_last_segment(url, quote(slug)) for slug in story.old_slugs)
            found.extend(_with_date(url, date) for date in meta.get("_wp_old_date", []))
        return list(dict.fromkeys(address for address in found if address))

    def _address(self, link):
        """Return the whole address of a link, which some systems write without their host; an empty text of no link."""
        if link.startswith("/") and not link.startswith("//"):
            return self.base + link
        parts = urlsplit_or_none(link)
        return link if parts and parts.scheme in ("http", "https") and parts.netloc else ""

    def _is_own(self, address):
        parts = urlsplit_or_none(address)
        hosts = {urlsplit(base).netloc for base in self.source.base_urls}
        return bool(parts and parts.scheme in ("http", "https") and parts.netloc in hosts)


def _guest_author(item):
    meta = {key: values[0].strip() for key, values in post_meta(item).items()}
    slug = decoded(meta.get("cap-user_login") or item.first("wp:post_name")).removeprefix("cap-")
    return AuthorRecord(
        key=slug,
        name=name_of(meta.get("cap-display_name") or item.first("title")) or slug,
        slug=slug_of(slug),
        bio=meta.get("cap-description", ""),
        url=meta.get("cap-website", ""),
        email=meta.get("cap-user_email", ""),
    )


def _access(item, status):
    if item.first("wp:post_password"):
        return Access.PASSWORD
    return Access.PRIVATE if status == "private" else Access.PUBLIC


def _slugs(name, meta):
    """Return an item's slug, without what the trash adds to it, and its former slugs; all of them decoded."""
    slug = re.sub(r"\.html?$", "", decoded(name).rstrip("/").rpartition("/")[2])
    if _TRASHED.search(slug):
        desired = decoded(meta.get("_wp_desired_post_slug", [""])[0].strip())
        slug = desired or _TRASHED.sub("", slug)
    old = (decoded(value.strip()) for value in meta.get("_wp_old_slug", []))
    return slug, [value for value in dict.fromkeys(old) if value and value != slug and "/" not in value]


def _with_date(url, date):
    """Return a permalink of the shape /2013/01/11/slug/ with another date, or an empty text for other shapes."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date.strip())
    if not found:
        return ""
    changed, count = re.subn(
        r"/\d{4}/\d\d(/\d\d)?/",
        lambda shape: f"/{found[1]}/{found[2]}/" + (f"{found[3]}/" if shape[1] else ""),
        url,
        count=1,
    )
    return changed if count else ""


def _text(item, name):
    """Return the text of an item's first child of a name, to the letter."""
    return next((part.text for part in item.children if part.name == name), "")


def _number(meta, key):
    value = meta.get(key, [""])[0].strip()
    return value if value.isdigit() and value != "0" else ""
