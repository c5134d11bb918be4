"""What works together in one import."""

import json
from operator import attrgetter

from django.utils.translation import gettext as _
from wagtail.models import Page

from news.intake.on_disk import DiskMap
from news.intake.record import MediaRecord, Skipped
from news.intake.writing.addresses_of_lists import feeds_of, feeds_of_all, list_addresses, maps_of_site
from news.intake.writing.batches import BatchWriter
from news.intake.writing.compose import Composer
from news.intake.writing.files import Files
from news.intake.writing.holdings import Holdings
from news.intake.writing.index import ExportIndex, Standing, State
from news.intake.writing.ledger import Kind, Ledger
from news.intake.writing.links import LinkWriter
from news.intake.writing.media import MediaWriter
from news.intake.writing.old_addresses import original_of
from news.intake.writing.own_site import KIND as SETTINGS
from news.intake.writing.own_site import is_own
from news.intake.writing.people import AuthorWriter
from news.intake.writing.redirects import RedirectWriter
from news.intake.writing.slugs import Slugs
from news.intake.writing.summary import Summary
from news.intake.writing.targets import Targets
from news.intake.writing.taxonomy import SectionWriter, TopicWriter, index_page_of
from news.models import AuthorIndexPage, ImportedItem, TopicIndexPage
from portal.images import PICTURES
from portal.pictures import address
from portal.visibility import open_to_all

# The cut to which the old address of a picture leads: originals are nobody's but the desk's.
SHOWN_CUT = PICTURES["figure"].fallback()
STANDING = ("kind", "key", *Standing._fields)


class Parts:
    """The parts of one import, wired together. Use it in ``with``: it keeps an index on disk."""

    def __init__(self, run, source, options, *, root, default, site, page_model):
        self.run, self.source, self.options = run, source, options
        self.summary = summary = Summary.from_json(run.summary)
        self.root = root
        self.root_is_site = site is not None and site.root_page_id == root.pk
        self.site, self.front = site, site.root_page if site else root
        self.slugs = Slugs()
        self.index = ExportIndex()
        self.ledger = Ledger(run, summary)
        self.media = MediaWriter(self.ledger, Files(options.media), summary)
        self.holdings = Holdings(run, self.index, self.media)
        self.people = AuthorWriter(self.ledger, summary, self.holdings)
        self.sections = SectionWriter(self.ledger, summary, self.slugs, root, default)
        self.topics = TopicWriter(self.ledger, summary, self.slugs, None)
        self.redirects = RedirectWriter(run, site, summary, self.index)
        self.composer = Composer(run, source, self.holdings, page_model)
        self.batches = BatchWriter(self)
        self.targets = Targets(run, self.index, self.holdings, self.front, site)
        self.links = LinkWriter(self.targets, self.holdings, self.ledger, summary, self.index)
        self.author_index = None
        self.kept_redirects = []
        self.kept_settings = []
        self._combinations = DiskMap()

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        self.index.close()

    # --- What the first pass finds ----------------------------------------------

    def use(self, record):
        """Note whom and what a story names."""
        self.people.use(record.authors)
        if record.kind == "post":
            self.topics.use(record.topics)
            self.sections.use([*record.sections, record.home_section])
            self._combinations.add(json.dumps([record.home_section, *record.sections]))

    def keep_setting(self, record):
        """Keep what an export of this portal says of the site itself; another system's word for it means nothing."""
        if is_own(self.source):
            self.summary.read[SETTINGS]["in"] += 1
            self.kept_settings.append(record)
        else:
            self.summary.pass_over(Skipped(SETTINGS, _("Only an export of this portal brings its settings.")))

    def name_lists(self):
        """Note which sections become topics, and where the old site kept its lists."""
        self.sections.settle()
        self.topics.settle()
        for home, *keys in map(json.loads, self._combinations):
            for key in self.sections.secondary(keys, home):
                self.topics.use_section(self.sections.records[key])
        for key, record in self.sections.records.items():
            for url in self._section_addresses(key, record):
                self.index.add_address(url, Kind.SECTION, key)
        for key, record in self.topics.records.items():
            for url in self._topic_addresses(key, record):
                self.index.add_address(url, Kind.TOPIC, key)

    def look_around(self):
        """Note what earlier runs of this source have brought here."""
        items = ImportedItem.objects.filter(source=self.run.source)
        self.index.add_standing(items.values_list(*STANDING).iterator())

    def topic_of_section(self, key):
        """Return the key of the topic that stands for a section in which a story was besides its home."""
        return self.topics.use_section(self.sections.records[key])

    # --- What is written --------------------------------------------------------

    def write_lists(self):
        """Write sections, topics and authors."""
        dry_run = self.run.dry_run
        self.sections.write()
        if self.topics.records:
            self.topics.index_page = index_page_of(
                TopicIndexPage, self.front, _("Topics"), "topics", self.slugs, dry_run=dry_run
            )
            self.topics.write()
        if self.people.records or any(self.people.used):
            self.author_index = index_page_of(
                AuthorIndexPage, self.front, _("Authors"), "authors", self.slugs, dry_run=dry_run
            )
            self.people.write()

    def place_of_page(self, draft):
        """Return the page below which a plain page stands.

        A page that everybody may read goes below one that everybody may read:
        under a draft or behind a login nobody would find it.
        """
        key = self.index.parent_of(draft.record.key)
        seen = set()
        while key and key not in seen:
            seen.add(key)
            item = self.ledger.find(Kind.PAGE, [key]).get(key)
            above = (item.page if item else None) or self._planned(key)
            if above is not None:
                is_open = self.index.state(key) == State.OPEN
                if above.pk:
                    is_open = type(above).objects.filter(open_to_all(), pk=above.pk).exists()
                if is_open or not draft.page.live or draft.restricted:
                    return above
                draft.note("parent_closed", above.title)
            key = self.index.parent_of(key)
        return self.front

    def _planned(self, key):
        """Return the page that a dry run would have written for a story or page, None in any other run."""
        title, way = self.index.planned(key)
        return Page(title=title, url_path=way) if way else None

    def write_list_redirects(self):
        """Lead the old addresses of lists, and those of former redirects, to ours."""
        for key, page in self.sections.listed().items():
            if key in self.sections.records:
                urls = self._section_addresses(key, self.sections.records[key])
                self.redirects.add(urls, page)
                self.redirects.add(feeds_of(urls), link=f"{self.redirects.path_of(page)}feed/")
        for key, page in self.topics.pages.items():
            record = self.topics.records[key]
            urls = self._topic_addresses(key, record)
            self.redirects.add(urls, page)
            self.redirects.add(feeds_of(urls), link=f"{self.redirects.path_of(page)}feed/")
        for key, author in self.people.authors.items():
            record = self.people.records[key]
            urls = list_addresses(self.source, 2, slug=record.slug or key, number=record.old_id)
            self.redirects.add(urls, self.author_index, route=f"{author.slug}/")
            feed = f"{self.redirects.path_of(self.author_index)}{author.slug}/feed/"
            self.redirects.add(feeds_of(urls), link=feed)
        self.redirects.add(feeds_of_all(self.source), link="/feed/")
        self.redirects.add(maps_of_site(self.source), link="/sitemap.xml")
        for record in self.kept_redirects:
            page = self._page_at(record.target)
            self.redirects.add([record.old_path], page, link="" if page else record.target)

    def _page_at(self, address):
        """Return the page that stands here for an old address, or would after a dry run, or None."""
        kind, key = self.index.at_address(address) or ("", "")
        item = self.holdings.item(kind, key) if kind else None
        if item and item.page_id:
            return Page.objects.filter(pk=item.page_id).first()
        lists = {Kind.SECTION: self.sections.pages, Kind.TOPIC: self.topics.pages}
        return lists[kind].get(key) if kind in lists else self._planned(key)

    def write_media_redirects(self, records: list[MediaRecord]):
        """Lead the old addresses of pictures and files to where they are now, and their own pages to the story.

        What was uploaded to a story that is not public stays unknown.
        """
        items = self.ledger.find(Kind.MEDIA, [record.key for record in records])
        stories = {}
        for kind in (Kind.POST, Kind.PAGE):
            stories |= self.ledger.find(kind, [record.parent_key for record in records if record.parent_key])
        for record in records:
            if record.parent_key and self.index.state(record.parent_key) != State.OPEN:
                continue
            item = items.get(record.key)
            link = ""
            if self.media.planned(record.key):
                link = f"{record.key} in the library"
            elif item and item.image_id:
                link = address(item.image, SHOWN_CUT)
            elif item and item.document_id:
                link = item.document.url
            story = stories.get(record.parent_key)
            page = (story.page if story and story.page_id else None) or self._planned(record.parent_key)
            if link:
                self.redirects.add([record.url, original_of(record.url)], link=link)
            shown_alone = [record.address] if record.address else []
            if record.old_id and self.source.system == "wordpress":
                shown_alone += [f"{base}/?attachment_id={record.old_id}" for base in self.source.base_urls]
            if page is not None:
                self.redirects.add(shown_alone, page)
            elif link:
                self.redirects.add(shown_alone, link=link)

    def _section_addresses(self, key, record):
        way = [self.sections.records[above].slug or above for above in self.sections.way(key)]
        said = {"slug": record.slug or key, "way": "/".join(way), "name": record.name, "number": record.old_id}
        return list_addresses(self.source, 0, **said)

    def _topic_addresses(self, key, record):
        return list_addresses(self.source, 1, slug=record.slug or key, name=record.name, number=record.old_id)

    # --- Batches ----------------------------------------------------------------

    def save(self):
        """Write what was collected, inside the batch's transaction, with the account of it all."""
        self.redirects.flush()
        written = self.ledger.flush()
        self.index.add_standing(map(attrgetter(*STANDING), written))
        self.run.summary = self.summary.as_json()
        if not self.run.dry_run:
            self.run.save(update_fields=["summary"])

    def forget(self):
        """Forget what a failed batch has left in memory, the account included."""
        self.ledger.forget()
        self.redirects.forget()
        self.slugs.forget()
        self.media.forget()
        self.summary.restore(self.run.summary)
