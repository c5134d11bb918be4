"""Sections and topics come in: where stories live, and what they are about."""

from django.utils.translation import gettext as _

from news.bulk import add_pages, add_revisions, index_for_search, index_references
from news.intake.record import SectionRecord, TopicRecord
from news.intake.writing.index import record_hash
from news.intake.writing.ledger import Kind, Outcome
from news.intake.writing.slugs import clean_slug, cut_on_word
from news.models import SectionPage, TopicPage
from news.text import plain_text
from portal import clock

DEFAULT = "default:"
"""The key of the section for stories that had none."""
UNSORTED = "uncategorized"
LONGEST_STANDFIRST = 300


class PageTypeWriter:
    """What sections and topics have in common: finding again, adopting, updating, making."""

    kind = None
    model = None

    def __init__(self, ledger, summary, slugs):
        self.ledger = ledger
        self.summary = summary
        self.slugs = slugs
        self.records = {}
        self.used = {}
        self.pages = {}

    def add_record(self, record):
        """Note a section or topic of the export."""
        self.records.setdefault(record.key, record)

    def look_again(self, page, record, item):
        """Update a page of an earlier run whose record is another one, unless somebody edited the page here."""
        if self.ledger.is_done(item):
            return
        if self.ledger.is_unchanged(item, record):
            self.keep(record, Outcome.UNCHANGED, page, item=item)
        elif item.revision_id != page.latest_revision_id and not self.ledger.run.options.get("force"):
            notes = [("edited_here", page.title, "")]
            self.summary.outcomes[self.kind][Outcome.SKIPPED] += 1
            self.ledger.keep(self.kind, record, Outcome.SKIPPED, item=item, notes=notes)
        else:
            self.fill(page, record)
            if not self.ledger.run.dry_run:
                page.save()
                page.save_revision(clean=False)
                type(page).objects.filter(pk=page.pk).update(live_revision=page.latest_revision_id)
            self.keep(record, Outcome.UPDATED, page, item=item)

    def make(self, parent, page):
        """Place a new page, live, with a revision."""
        page.live = True
        page.first_published_at = page.latest_revision_created_at = clock.now()
        if self.ledger.run.dry_run:
            page.set_url_path(parent)
        else:
            self.add(parent, [page])
        return page

    def add(self, parent, pages):
        """Write new pages below a parent, all at once."""
        add_pages(parent, pages)
        add_revisions(pages)
        index_references(pages)
        index_for_search(pages)

    def keep(self, record, outcome, page, *, item=None, notes=()):
        """Count what became of a record, and remember it."""
        self.summary.outcomes[self.kind][outcome] += 1
        written = not self.ledger.run.dry_run
        self.ledger.keep(
            self.kind,
            record,
            outcome,
            item=item,
            notes=notes,
            record_hash=record_hash(record),
            page=page if written else None,
            revision_id=page.latest_revision_id if written else None,
        )


class SectionWriter(PageTypeWriter):
    """Brings in sections. ``pages`` are the SectionPages by key once `write` has run; unsaved ones in a dry run."""

    kind = Kind.SECTION
    model = SectionPage

    def __init__(self, ledger, summary, slugs, root, default):
        super().__init__(ledger, summary, slugs)
        self.root = root
        self.default = default
        self.has_unsorted = False
        # A section and one level of sub-sections; below a section, sub-sections alone.
        self.levels = 1 if isinstance(root, SectionPage) else 2

    def use(self, keys):
        """Note where a story was."""
        known = [key for key in keys if key]
        self.used.update(dict.fromkeys(known))
        self.has_unsorted = self.has_unsorted or not known

    def settle(self):
        """Make records of what stories name and the export does not speak of: call it when all of it is read."""
        for key in self.used:
            self.records.setdefault(key, SectionRecord(key=key, name=key, slug=key))
        unsorted = self.has_unsorted or any(map(self.is_unsorted, self.used))
        if self.default is None and unsorted:
            self.records.setdefault(DEFAULT, SectionRecord(key=DEFAULT, name=_("News"), slug="news"))
        for record in self.records.values():
            if self._is_in_circle(record):
                self.summary.note("section_circle", record.name, key=record.key)
                record.parent_key = ""

    def _is_in_circle(self, record):
        """Whether a section stands below itself, as some exports say that were changed by hand."""
        above, seen = record.parent_key, set()
        while above in self.records and above not in seen:
            if above == record.key:
                return True
            seen.add(above)
            above = self.records[above].parent_key
        return False

    def is_unsorted(self, key):
        """Whether a section is that of stories to which nobody gave one."""
        record = self.records.get(key)
        return record is not None and UNSORTED in (record.slug, record.key)

    def way(self, key):
        """Return the keys from the top down to a section, itself included."""
        way = [key]
        while True:
            above = self.records[way[0]].parent_key if way[0] in self.records else ""
            if not above or above not in self.records or above in way:
                return way
            way.insert(0, above)

    def home(self, keys, named=""):
        """Return the key of the section in which a story of these sections lives, or "".

        It is the one that the old system ``named`` as such, or else the first of the deepest.
        """
        if named in self.records and not self.is_unsorted(named):
            return named
        keys = [key for key in keys if key in self.records and not self.is_unsorted(key)]
        return max(keys, key=lambda key: len(self.way(key)), default="")

    def secondary(self, keys, named=""):
        """Return which of a story's sections become topics: all but its home, and those above that one."""
        home = self.home(keys, named)
        way = self.way(home) if home else []
        return [key for key in dict.fromkeys(keys) if key and key not in way and not self.is_unsorted(key)]

    def home_of(self, keys, named=""):
        """Return the page of the section in which a story lives."""
        home = self.home(keys, named)
        return self.pages[home] if home else self.pages.get(DEFAULT, self.default)

    def listed(self):
        """Return the pages by key, for what the old site listed: the section of unsorted stories as well."""
        default = self.pages.get(DEFAULT, self.default)
        unsorted = {key: default for key in self.records if default and self.is_unsorted(key)}
        return unsorted | self.pages

    def write(self):
        """Write the sections that are not here yet, upper ones first."""
        known = self.ledger.find(self.kind, self.records)
        here = SectionPage.objects.in_bulk([item.page_id for item in known.values() if item.page_id])
        for key in sorted(self.records, key=lambda key: len(self.way(key))):
            record, item = self.records[key], known.get(key)
            if self.is_unsorted(key):
                self.summary.note("section_default", record.name, key=key)
                continue
            page = here.get(item.page_id) if item else None
            if page is None:
                self._bring_in(record, item)
            else:
                self.pages[key] = page
                self.look_again(page, record, item)

    def _bring_in(self, record, item):
        way = self.way(record.key)
        above = way[:-1][: self.levels - 1]
        parent = self.pages[above[-1]] if above else self.root
        notes = [("section_flattened", record.name, "")] if len(way) > self.levels else []
        slug = clean_slug(record.slug, record.name, record.key) or "section"
        there = SectionPage.objects.child_of(parent).filter(slug=slug).first() if parent.pk else None
        if there:
            self.pages[record.key] = there
            self.keep(record, Outcome.UNCHANGED, there, item=item, notes=[*notes, ("adopted", there.title, "")])
            return
        at_root = parent.pk == self.root.pk and self.levels == 2
        free = self.slugs.claim(parent, slug, at_root=at_root)
        page = SectionPage(slug=free)
        self.fill(page, record)
        self.pages[record.key] = self.make(parent, page)
        notes += [("slug_changed", slug, free)] if free != record.slug else []
        self.keep(record, Outcome.CREATED, page, item=item, notes=notes)

    def fill(self, page, record):
        """Set what the record says."""
        page.title = cut_on_word(plain_text(record.name), 255) or record.key[:255]
        page.standfirst = cut_on_word(" ".join(plain_text(record.description).split()), LONGEST_STANDFIRST)


class TopicWriter(PageTypeWriter):
    """Brings in topics. ``pages`` are the TopicPages by key once `write` has run; unsaved ones in a dry run."""

    kind = Kind.TOPIC
    model = TopicPage

    def __init__(self, ledger, summary, slugs, index_page):
        super().__init__(ledger, summary, slugs)
        self.index_page = index_page

    def use(self, keys):
        """Note what a story is about."""
        self.used.update(dict.fromkeys(filter(None, keys)))

    def settle(self):
        """Make records of what stories name and the export does not speak of: call it when all of it is read."""
        for key in self.used:
            self.records.setdefault(key, TopicRecord(key=key, name=key, slug=key))

    def use_section(self, record):
        """Note a topic that was a section, and return its key: a story lives in one section alone."""
        key = clean_slug(record.slug, record.name, record.key)
        self.records.setdefault(key, TopicRecord(key=key, name=record.name, slug=record.slug))
        return key

    def write(self):
        """Write the topics that are not here yet, all at once; a topic that somebody made here before is used."""
        known = self.ledger.find(self.kind, self.records)
        by_key = TopicPage.objects.in_bulk([item.page_id for item in known.values() if item.page_id])
        # A topic's slug is its name to machines: one that is here already under that slug is the same topic.
        there = TopicPage.objects.child_of(self.index_page) if self.index_page.pk else ()
        by_slug = {page.slug: page for page in there}
        made, pages = [], []
        for key, record in self.records.items():
            item = known.get(key)
            page = by_key.get(item.page_id) if item else None
            slug = clean_slug(record.slug, record.name, key) or "topic"
            if page is not None:
                self.look_again(page, record, item)
            elif slug in by_slug:
                page = by_slug[slug]
                if page.pk:
                    self.keep(record, Outcome.UNCHANGED, page, item=item, notes=[("adopted", page.title, "")])
                else:
                    made.append((record, item, page))
            else:
                page = TopicPage(slug=self.slugs.claim(self.index_page, slug))
                self.fill(page, record)
                page.live = True
                page.first_published_at = page.latest_revision_created_at = clock.now()
                by_slug[slug] = page
                pages.append(page)
                made.append((record, item, page))
            self.pages[key] = page
        if not self.ledger.run.dry_run:
            self.add(self.index_page, pages)
        for page in pages:
            page.set_url_path(self.index_page)
        for record, item, page in made:
            self.keep(record, Outcome.CREATED, page, item=item)

    def fill(self, page, record):
        """Set what the record says."""
        page.title = cut_on_word(plain_text(record.name), 255) or record.key[:255]
        page.description = plain_text(record.description)


def index_page_of(model, root, title, slug, slugs, *, dry_run):
    """Return the one page of a type below a site's root that lists what is there, made where there is none."""
    found = model.objects.descendant_of(root).first()
    if found:
        return found
    page = model(title=title, slug=slugs.claim(root, slug, at_root=True), live=True)
    page.set_url_path(root)
    if dry_run:
        return page
    page.first_published_at = page.latest_revision_created_at = clock.now()
    add_pages(root, [page])
    add_revisions([page])
    index_for_search([page])
    return page
