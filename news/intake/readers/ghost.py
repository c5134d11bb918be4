"""Ghost's export: a file of JSON with the tables of its database, or with stories that hold their authors and tags.

    {"db": [{"data": {"posts": […], "tags": […], "posts_tags": […], …}}]}   Ghost itself; also without the outer shells
    {"posts": [{"url": "…", "data": {…, "author": {…}, "tags": […]}}]}      Ghost's tools for moving in

Ghost writes no address of the site itself: where a story has none of its own,
its addresses are paths.
"""

import re
from collections import Counter
from datetime import UTC, datetime
from html import escape

from news.intake.errors import Refused
from news.intake.readers.addresses import base_url
from news.intake.readers.base import Keys
from news.intake.readers.dates import iso_time
from news.intake.readers.json_rows import json_rows
from news.intake.readers.text import name_of, slug_of
from news.intake.record import Access, AuthorRecord, BodyFormat, Skipped, Source, Status, StoryRecord, TopicRecord

_PARENTS = ("", "data", "db.item.data", "result")
_SITE = re.compile(r"__GHOST_URL__(?=(\\?/)?)")
_STATUSES = {"published": Status.LIVE, "scheduled": Status.SCHEDULED, "draft": Status.DRAFT}
_META = ("feature_image_alt", "feature_image_caption", "meta_title", "meta_description", "og_title", "og_description")


class GhostReader:
    """Reads Ghost's JSON. What ties stories, people and tags together is read when the export is opened."""

    system = "ghost"

    def __init__(self, files, options, repairs, _headers):
        self.files, self.options, self.repairs = files, options, repairs
        self.users, self.tags, self.meta = {}, {}, {}
        self.authors_of, self.tags_of = {}, {}
        self.others, self.settings = Counter(), {}
        self.bases = {}
        stories = sum(self._index(file) for file in files)
        if not stories:
            raise Refused(
                f"{files[0].name} is JSON, but neither an export of Ghost with posts nor JSON Lines of records."
            )
        self.source = Source(
            system=self.system,
            name=name_of(str(self.settings.get("title") or "")),
            base_urls=list(self.bases),
            language=str(self.settings.get("locale") or self.settings.get("lang") or ""),
            version=str(self.settings.get("version") or ""),
        )

    def records(self):
        """Yield a record of every person, tag and story; other tables are told with their sizes."""
        named, self.keys = {}, Keys()
        for user in self.users.values():
            yield from _once(named, _author(user))
        for tag in self.tags.values():
            if not _topic(tag).key:
                yield Skipped("tag without a name", "says nothing", str(tag.get("id", "")))
            elif _is_internal(tag):
                yield Skipped(
                    "internal tag", "is for the use of Ghost's theme only", str(tag.get("id", "")), _name(tag)
                )
            else:
                yield from _once(named, _topic(tag))
        for file in self.files:
            for table, row in json_rows(file, _PARENTS):
                if table == "posts":
                    yield from self._story(row, named)
        for table, rows in sorted(self.others.items()):
            yield Skipped(f"table {table}", f"holds nothing that is imported ({rows} rows)")

    def _index(self, file):
        """Take in the small tables of a file, and return how many stories it has."""
        stories = 0
        for table, row in json_rows(file, _PARENTS):
            if table == "posts":
                stories += 1
                base = base_url(str(row.get("url") or ""))
                if isinstance(row.get("data"), dict) and base:
                    self.bases["/".join(base.split("/")[:3])] = True
            elif table == "users":
                self.users[_key(row)] = _inner(row)
            elif table == "tags":
                self.tags[_key(row)] = _inner(row)
            elif table == "posts_tags":
                self.tags_of.setdefault(str(row.get("post_id")), []).append(_link(row, "tag_id"))
            elif table == "posts_authors":
                self.authors_of.setdefault(str(row.get("post_id")), []).append(_link(row, "author_id"))
            elif table == "posts_meta":
                self.meta[str(row.get("post_id"))] = {key: row[key] for key in _META if row.get(key)}
            elif table == "settings":
                self.settings[str(row.get("key"))] = row.get("value")
            else:
                self.others[table] += 1
        return stories

    def _story(self, row, named):
        """Yield the record of a story, after those of people and tags that nothing else has named."""
        post = _inner(row)
        number = str(post.get("id") or "")
        meta = self.meta.get(number, {}) | {key: post[key] for key in _META if post.get(key)}
        title = name_of(str(post.get("title") or ""))
        kind = "page" if post.get("type") == "page" or post.get("page") in (True, 1) else "post"
        if kind not in self.options.kinds:
            yield Skipped(kind, "is of a type that is not imported", number, title)
            return
        authors = [_author(user) for user in self._authors(post, number)]
        authors = [author for author in authors if author.key]
        topics = [_topic(tag) for tag in self._tags(post, number) if not _is_internal(tag)]
        topics = [topic for topic in topics if topic.key]
        for record in (*authors, *topics):
            yield from _once(named, record)
        body, body_format = _body(post)
        slug = str(post.get("slug") or "")
        url = str(row.get("url") or post.get("url") or "") or (f"/{slug}/" if slug else "")
        status = str(post.get("status") or "published")
        story = StoryRecord(
            key=self.keys.unique(number or url or title, url or title),
            kind=kind,
            old_id=number,
            title=title,
            slug=slug,
            status=_STATUSES.get(status, Status.DRAFT),
            access=Access.PUBLIC if post.get("visibility") in (None, "", "public") else Access.PRIVATE,
            published_at=_time(post.get("published_at")),
            modified_at=_time(post.get("updated_at")),
            authors=list(dict.fromkeys(author.key for author in authors)),
            topics=list(dict.fromkeys(topic.key for topic in topics)),
            excerpt=str(post.get("custom_excerpt") or ""),
            body=body,
            body_format=body_format,
            featured_url=_without_marker(str(post.get("feature_image") or post.get("image") or "")),
            featured_alt=name_of(str(meta.get("feature_image_alt") or "")),
            featured_caption=_without_marker(str(meta.get("feature_image_caption") or "")),
            sticky=post.get("featured") in (True, 1),
            seo_title=str(meta.get("meta_title") or ""),
            seo_description=str(meta.get("meta_description") or ""),
            social_title=str(meta.get("og_title") or ""),
            social_description=str(meta.get("og_description") or ""),
            canonical_url=_without_marker(str(post.get("canonical_url") or "")),
            guid=str(post.get("uuid") or ""),
            url=url,
            addresses=[url] if url else [],
        )
        if story.published_at is None:
            story.published_at = _time(post.get("created_at"))
            story.date_guess = "from the time at which it was begun" if story.published_at else "no date in the export"
        if status == "sent":
            story.trouble.append("The story was sent by mail only and stood on no page; it is a draft.")
        elif status not in _STATUSES:
            story.trouble.append(f"The status “{status}” is unknown here; the story is a draft.")
        yield story

    def _authors(self, post, number):
        """Return the rows of a story's authors, first of all the first."""
        inside = post.get("authors") or [post.get("author")]
        users = [_inner(user) for user in inside if isinstance(user, dict)] if isinstance(inside, list) else []
        if users:
            return users
        keys = [key for _order, key in sorted(self.authors_of.get(number, []))] or [str(post.get("author_id") or "")]
        return [self.users[key] for key in keys if key in self.users]

    def _tags(self, post, number):
        inside = post.get("tags")
        if isinstance(inside, list) and inside:
            return [_inner(tag) for tag in inside if isinstance(tag, dict)]
        return [self.tags[key] for _order, key in sorted(self.tags_of.get(number, [])) if key in self.tags]


def _inner(row):
    return row["data"] if isinstance(row.get("data"), dict) else row


def _key(row):
    inner = _inner(row)
    return str(inner.get("id") or inner.get("slug") or row.get("url") or "")


def _link(row, key):
    order = row.get("sort_order")
    return order if isinstance(order, int) else 0, str(row.get(key))


def _once(named, record):
    """Yield a record unless one of its kind and key was yielded before."""
    if (type(record), record.key) not in named:
        named[type(record), record.key] = True
        yield record


def _name(row):
    return name_of(str(row.get("name") or ""))


def _author(user):
    name = _name(user)
    slug = str(user.get("slug") or "") or slug_of(name)
    return AuthorRecord(
        key=slug,
        name=name or slug,
        slug=slug,
        bio=str(user.get("bio") or ""),
        url=str(user.get("website") or ""),
        image_url=_without_marker(str(user.get("profile_image") or user.get("image") or "")),
        email=str(user.get("email") or ""),
    )


def _topic(tag):
    slug = (str(tag.get("slug") or "") or slug_of(_name(tag))).casefold()
    return TopicRecord(slug, _name(tag) or slug, slug, str(tag.get("description") or ""))


def _is_internal(tag):
    return tag.get("visibility") == "internal" or _name(tag).startswith("#")


def _body(post):
    """Return a story's body in the format that holds most of it, and the name of that format."""
    for key, body_format in (("lexical", BodyFormat.LEXICAL), ("mobiledoc", BodyFormat.MOBILEDOC)):
        if isinstance(post.get(key), str) and post[key].strip():
            return _without_marker(post[key]), body_format
    html = str(post.get("html") or "")
    if not html.strip() and isinstance(post.get("plaintext"), str):
        html = "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", post["plaintext"]) if part.strip())
    return _without_marker(html), BodyFormat.HTML


def _without_marker(text):
    """Return a text with paths in place of addresses that begin with the marker that Ghost writes for its own."""
    return _SITE.sub(lambda match: "" if match[1] else "/", text)


def _time(value):
    if isinstance(value, (int, float)) and value > 0:
        # Ghost before 1.0 wrote milliseconds since 1970.
        try:
            return iso_time(datetime.fromtimestamp(value / 1000, UTC))
        except (ValueError, OverflowError, OSError):
            return None
    return iso_time(value) if value else None
