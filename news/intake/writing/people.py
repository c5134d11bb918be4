"""Authors come in as those who sign stories: each login is a person of its own, and none gets an account."""

from django.utils.html import format_html_join

from news.bulk import index_for_search
from news.intake.record import AuthorRecord
from news.intake.writing.index import record_hash
from news.intake.writing.ledger import Kind, Outcome
from news.intake.writing.slugs import clean_slug, cut_on_word
from news.models import Author
from news.text import plain_text
from portal.web_addresses import web_address

LONGEST_NAME = 120
LONGEST_BIO = 300


class AuthorWriter:
    """Brings in the authors of an export. ``authors`` are the people by key, once `write` has run."""

    def __init__(self, ledger, summary, holdings):
        self.ledger = ledger
        self.summary = summary
        self.holdings = holdings
        self.records = {}
        self.used = {}
        self.authors = {}

    def add(self, record):
        """Note an author of the export."""
        self.records.setdefault(record.key, record)

    def use(self, keys):
        """Note by whom a story is; some of them no record may speak of."""
        self.used.update(dict.fromkeys(keys))

    def write(self):
        """Write those who are not here yet, update those who are and changed in the export alone."""
        for key in self.used:
            if key and key not in self.records:
                self.records[key] = AuthorRecord(key=key, made=True)
        for key, record in self.records.items():
            if record.made:
                self.summary.note("author_made", key)
        known = self.ledger.find(Kind.AUTHOR, self.records)
        here = Author.objects.in_bulk([item.person_id for item in known.values() if item.person_id])
        taken = set(Author.objects.values_list("slug", flat=True))
        created = []
        for key, record in self.records.items():
            item = known.get(key)
            author = here.get(item.person_id) if item else None
            if author is None:
                slug = clean_slug(record.slug, _login(key), record.name) or "author"
                author = Author(live=True, slug=_free(taken, slug))
                self._fill(author, record)
                created.append((author, record, item))
            elif not self.ledger.is_done(item):
                self._look_again(author, record, item)
            self.authors[key] = author
        self._create(created)

    def _create(self, created):
        if not self.ledger.run.dry_run:
            authors = [author for author, _record, _item in created]
            Author.objects.bulk_create(authors, batch_size=200)
            index_for_search(authors)
        for author, record, item in created:
            self._keep(record, Outcome.CREATED, item, author)

    def _look_again(self, author, record, item):
        """Update an author of an earlier run whose record is another one, unless somebody edited the author here."""
        if self.ledger.is_unchanged(item, record):
            self._keep(record, Outcome.UNCHANGED, item, author)
        elif author.latest_revision_id is not None and not self.ledger.run.options.get("force"):
            self.summary.outcomes[Kind.AUTHOR][Outcome.SKIPPED] += 1
            self.ledger.keep(Kind.AUTHOR, record, Outcome.SKIPPED, item=item, notes=[("edited_here", record.name, "")])
        else:
            self._fill(author, record)
            if not self.ledger.run.dry_run:
                author.save()
            self._keep(record, Outcome.UPDATED, item, author)

    def _keep(self, record, outcome, item, author):
        self.summary.outcomes[Kind.AUTHOR][outcome] += 1
        self.ledger.keep(
            Kind.AUTHOR,
            record,
            outcome,
            item=item,
            record_hash=record_hash(record),
            person=None if self.ledger.run.dry_run else author,
        )

    def _fill(self, author, record):
        bio = plain_text(record.bio)
        named = record.name if record.name != record.key else ""
        author.name = " ".join(named.split())[:LONGEST_NAME] or _name_from(record.key)
        author.short_bio = cut_on_word(" ".join(bio.split()), LONGEST_BIO)
        author.bio = format_html_join("", "<p>{}</p>", ((line,) for line in bio.splitlines())) if bio else ""
        url = web_address(record.url)
        if url:
            label = url.partition("//")[2].partition("/")[0].removeprefix("www.")
            author.profiles = [{"type": "profile", "value": {"label": label[:60], "url": url}}]
        if record.image_url:
            author.photo_id = self.holdings.image(url=record.image_url)


def _login(key):
    """Return the part of a login that may stand in an address: of an e-mail address, what comes before the @."""
    return key.partition("@")[0]


def _name_from(key):
    """Return a name made from a login: jane.doe becomes Jane Doe."""
    return " ".join(_login(key).replace(".", " ").replace("-", " ").replace("_", " ").split()).title()[:LONGEST_NAME]


def _free(taken, slug):
    """Return the slug, or the first of slug-2, slug-3 … that no author has, and take it."""
    number, free = 1, slug[:LONGEST_NAME]
    while free in taken:
        number += 1
        free = f"{slug[: LONGEST_NAME - len(str(number)) - 1]}-{number}"
    taken.add(free)
    return free
