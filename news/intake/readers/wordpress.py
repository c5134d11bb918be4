"""WordPress' export: WXR 1.0 to 1.2, as one file or several.

Stories and media are known by their numbers (``wp:post_id``), people by their
logins, categories and tags by their slugs: those refer to each other in the
file, and stay the same from export to export. (A guid does not do for that:
duplicated posts keep the guid of the first.)
"""

import re

from news.intake.errors import Refused
from news.intake.readers.addresses import base_url
from news.intake.readers.base import XmlReader, broken
from news.intake.readers.text import name_of, slug_of, term_slug
from news.intake.readers.wordpress_items import ItemReader
from news.intake.readers.wordpress_patterns import Patterns
from news.intake.record import AuthorRecord, SectionRecord, Skipped, Source, TopicRecord

_VERSION = re.compile(r"1\.\d+")
_NO_VERSION = (
    "is an export of WordPress without its version (<wp:wxr_version>). WordPress itself refuses such a file: it was "
    "cut or changed after it was made. Export it anew, or read it all the same with --recover"
)


class WordpressReader(XmlReader):
    """Reads WXR."""

    system = "wordpress"

    def __init__(self, files, options, repairs, headers):
        super().__init__(files, options, repairs)
        self.source = self._source(headers)

    def records(self):
        """Yield a record of everything in the files; people, categories and tags that only stories name come last."""
        known = _Known()
        items = ItemReader(self.options, self.source, known, Patterns(self.files, self.options))
        for file in self.files:
            for node in self.nodes(file):
                if node.name == "item":
                    yield from known.declare(items.read(node))
                elif node.name == "wp:author":
                    yield from known.declare(_author(node))
                elif node.name in ("wp:category", "wp:tag", "wp:term"):
                    yield from known.declare(*_term(node))
                else:
                    skipped = broken(node)
                    if skipped:
                        yield skipped
        yield from known.undeclared()

    def _source(self, headers):
        versions, bases, links = [], [], []
        for file, header in zip(self.files, headers, strict=True):
            version = header.text("wp:wxr_version")
            if _VERSION.fullmatch(version):
                versions.append(version)
            elif self.options.recover:
                self.repairs.append(f"{file.name}: <wp:wxr_version> is missing or wrong; it was read as 1.2.")
            elif version:
                raise Refused(f"{file.name} is WXR of version “{version}”. Versions 1.0 to 1.2 are known here.")
            else:
                raise Refused(f"{file.name} {_NO_VERSION}.")
            bases.append(base_url(header.text("wp:base_blog_url")))
            links.append(base_url(header.text("link")))
        blogs = dict.fromkeys(base or link for base, link in zip(bases, links, strict=True) if base or link)
        if len({re.sub(r"^https?://(www\.)?", "", blog) for blog in blogs}) > 1:
            raise Refused(f"These files are exports of several sites: {', '.join(blogs)}. Import one site at a time.")
        return Source(
            system=self.system,
            name=name_of(headers[0].text("title")),
            base_urls=list(dict.fromkeys(filter(None, (*blogs, *links)))),
            language=headers[0].text("language"),
            version=max(versions, default="1.2"),
        )


class _Known:
    """People, categories and tags: those that the export declares, and those that stories alone name."""

    def __init__(self):
        self.declared = set()
        self.named = {}
        self.logins = {}
        self.numbers = {}

    def declare(self, record, number=""):
        """Yield a record that the export declares; of people, categories and tags once, though every file has them."""
        if not isinstance(record, (AuthorRecord, SectionRecord, TopicRecord)):
            yield record
            return
        if isinstance(record, AuthorRecord):
            self.logins.setdefault(record.slug, record.key)
        elif isinstance(record, SectionRecord) and number:
            self.numbers[number] = record.key
        if (type(record), record.key) not in self.declared:
            self.declared.add((type(record), record.key))
            yield record

    def name(self, record):
        """Remember someone or something that a story names, and return the key."""
        identity = type(record), record.key
        if identity not in self.declared:
            self.named.setdefault(identity, record)
        return record.key

    def is_declared(self, kind, key):
        return (kind, key) in self.declared

    def undeclared(self):
        """Yield a record of each whom or which stories named and the export never declared."""
        return (record for identity, record in self.named.items() if identity not in self.declared)


def _author(node):
    login = node.first("wp:author_login")
    full = f"{node.first('wp:author_first_name')} {node.first('wp:author_last_name')}".strip()
    return AuthorRecord(
        key=login,
        name=name_of(node.first("wp:author_display_name")) or name_of(full) or login,
        slug=slug_of(login),
        email=node.first("wp:author_email"),
        old_id=node.first("wp:author_id"),
    )


def _term(node):
    """Return the record of a category or tag, or the ``Skipped`` of another taxonomy's term, and its number."""
    number = node.first("wp:term_id")
    taxonomy = node.first("wp:term_taxonomy") or {"wp:category": "category", "wp:tag": "post_tag"}.get(node.name, "")
    if taxonomy == "category":
        name = name_of(node.first("wp:cat_name") or node.first("wp:term_name"))
        slug = term_slug(node.first("wp:category_nicename") or node.first("wp:term_slug"), name)
        parent = term_slug(node.first("wp:category_parent") or node.first("wp:term_parent"), "")
        description = node.first("wp:category_description") or node.first("wp:term_description")
        record = SectionRecord(slug, name or slug, slug, parent, description, old_id=number)
    elif taxonomy in ("post_tag", "tag"):
        name = name_of(node.first("wp:tag_name") or node.first("wp:term_name"))
        slug = term_slug(node.first("wp:tag_slug") or node.first("wp:term_slug"), name).casefold()
        description = node.first("wp:tag_description") or node.first("wp:term_description")
        record = TopicRecord(slug, name or slug, slug, description, old_id=number)
    else:
        name = name_of(node.first("wp:term_name"))
        record = Skipped(f"term of {taxonomy or 'no taxonomy'}", "is neither a category nor a tag", number, name)
    return record, number
