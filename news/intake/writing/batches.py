"""Writing stories and pages, a batch at a time: each batch is there as a whole, or not at all."""

import logging
from itertools import groupby

from django.db import transaction
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from wagtail.models import PageViewRestriction, ReferenceIndex

from news.bulk import add_links, add_pages, add_revisions, add_stories, index_for_search, index_references
from news.intake.errors import reason_of
from news.intake.writing.index import record_hash
from news.intake.writing.ledger import Outcome
from news.models import ArticlePage, ArticleTopic, Contribution, Correction

logger = logging.getLogger("news.intake")

# What of a page that is written over says where it stands, and is none of an export's business.
KEPT = {"path", "depth", "numchild", "url_path", "slug"}


class BatchWriter:
    """Writes batches of story records of one kind. ``parts`` is the `Parts` of the import."""

    def __init__(self, parts):
        self.parts = parts
        self.dry_run = parts.run.dry_run

    def write(self, records):
        """Write a batch; where that fails, each of its records by itself, so that one that fails stops no other."""
        account = self.parts.run.summary
        try:
            with transaction.atomic():
                self._write(records)
                self.parts.save()
        except Exception as error:
            self.parts.run.summary = account  # a batch may fail as late as at its commit
            self.parts.forget()
            if len(records) > 1:
                for record in records:
                    self.write([record])
            else:
                self._fail(records[0], error)

    def _write(self, records):
        parts = self.parts
        known = parts.ledger.find(records[0].kind, [record.key for record in records])
        opened = parts.links.opened(known)
        drafts = []
        for record in records:
            item = known.get(record.key)
            if parts.ledger.is_done(item):
                # Its links wait for the second pass, to which the interrupted run did not come.
                parts.index.add_pending(record.kind, record.key)
                continue
            page = self._page_to_write_over(record, item, has_news=record.key in opened)
            if page is False:
                continue
            draft = parts.composer.compose(record, page)
            draft.item = item
            self._place(draft)
            drafts.append(draft)
        if not self.dry_run:
            self._insert([draft for draft in drafts if draft.page.pk is None])
        for draft in drafts:
            self._finish(draft)

    def _page_to_write_over(self, record, item, *, has_news):
        """Return the page of an earlier run that the record says something new of, None for a new page.

        ``has_news``: something that it refers to can be had now, and could not then.
        False means that there is nothing to do: it is unchanged, or an editor has decided otherwise since.
        """
        parts, force = self.parts, self.parts.run.options.get("force")
        if item is None or not item.was_written:
            return None
        page = item.page.specific if item.page_id else None
        same = parts.ledger.is_unchanged(item, record)
        found_now = same and (has_news or any(map(parts.holdings.can_find, item.missing)))
        if page is None:
            if force:
                return None
            return self._leave(record, item, Outcome.SKIPPED, [("deleted_here", record.title, "")])
        if same and not found_now:
            return self._leave(record, item, Outcome.UNCHANGED)
        if item.revision_id != page.latest_revision_id and not force:
            return self._leave(record, item, Outcome.SKIPPED, [("edited_here", record.title, "")])
        return page

    def _leave(self, record, item, outcome, notes=()):
        self.parts.ledger.keep(record.kind, record, outcome, item=item, notes=notes)
        self.parts.summary.story(record, outcome)
        self._tell_place(record, item.page)
        return False

    def _tell_place(self, record, page):
        """Say in a dry run where a story stands, or would: the real one is asked for it when it is over."""
        if self.dry_run:
            path = escape_uri_path(self.parts.redirects.path_of(page)) if page else ""
            self.parts.summary.plan(record, f"{self.parts.site.root_url}{path}" if self.parts.site and path else path)

    def _place(self, draft):
        """Say where a new page stands, who wrote it and what it is about."""
        parts, record, page = self.parts, draft.record, draft.page
        if record.kind == "page":
            draft.parent = parts.place_of_page(draft)
        else:
            draft.parent = parts.sections.home_of(record.sections, record.home_section)
            others = parts.sections.secondary(record.sections, record.home_section)
            keys = [*record.topics, *map(parts.topic_of_section, others)]
            draft.topics = [parts.topics.pages[key] for key in dict.fromkeys(keys) if key]
            draft.authors = [parts.people.authors[key] for key in dict.fromkeys(record.authors) if key]
            if not draft.authors:
                draft.note("author_missing", record.title)
        if page.pk is None:
            at_root = draft.parent.pk == parts.root.pk and parts.root_is_site
            page.slug = parts.composer.slug_for(draft, parts.slugs, draft.parent, at_root=at_root)
            if self.dry_run:
                page.set_url_path(draft.parent)

    def _insert(self, drafts):
        """Insert new pages, those below one parent together."""
        of_parent = sorted(drafts, key=lambda draft: (draft.parent.pk, draft.restricted))
        for (_parent, restricted), same in groupby(of_parent, key=lambda draft: (draft.parent.pk, draft.restricted)):
            same = list(same)
            pages = [draft.page for draft in same]
            if isinstance(pages[0], ArticlePage):
                stories = [(draft.page, draft.authors, draft.topics) for draft in same]
                add_stories(same[0].parent, stories, restricted=restricted, count=False)
            else:
                add_pages(same[0].parent, pages)
                for page in pages if restricted else ():
                    _restrict(page)
            add_revisions(pages)
            index_references(pages)
            index_for_search(pages)
        for draft in drafts:
            self._correct(draft)

    def _correct(self, draft):
        """Write the public corrections that a story has had."""
        made = [_correction(draft.page, said) for said in draft.record.corrections]
        if made and isinstance(draft.page, ArticlePage):
            Correction.objects.bulk_create(made)
            severe = Correction.objects.filter(article=draft.page).newest_severe()
            ArticlePage.objects.filter(pk=draft.page.pk).update(severely_corrected_at=severe)

    def _finish(self, draft):
        """Write over what was here, and keep the account."""
        parts, record, page = self.parts, draft.record, draft.page
        is_new = draft.item is None or draft.item.page_id is None
        if not is_new and not self.dry_run:
            self._write_over(draft)
        outcome = Outcome.CREATED if is_new else Outcome.UPDATED
        addresses = [url for url in record.addresses if not self._is_another_ones(url, draft)]
        parts.redirects.add(filter(None, (record.url, *addresses)), page, key=record.key)
        parts.summary.story(record, outcome, words=draft.words, lost=draft.lost)
        if draft.lost:
            draft.note("words_lost", str(len(draft.lost)), " ".join(draft.lost[:100]))
        if draft.links:
            links = parts.links.own_links(page) if self.dry_run else ()
            parts.index.add_pending(record.kind, record.key, page.title, links)
        if self.dry_run:
            parts.index.plan(record.key, page.title, page.url_path)
        self._tell_place(record, page)
        parts.ledger.keep(
            record.kind,
            record,
            outcome,
            item=draft.item,
            notes=draft.notes,
            record_hash=record_hash(record),
            status=record.status,
            access=record.access,
            author=(record.authors or [""])[0][:200],
            dated=record.published_at,
            old_url=record.url,
            addresses=addresses,
            words_in=draft.words,
            words_lost=len(draft.lost),
            missing=sorted(filter(None, set(draft.missing))),
            **({} if self.dry_run else {"page": page, "revision_id": page.latest_revision_id}),
        )

    def _is_another_ones(self, url, draft):
        """Whether an address that a story had once is what another one has now; that is noted."""
        record = draft.record
        taken = url != record.url and self.parts.index.led_elsewhere(url, record.kind, record.key)
        if taken:
            draft.note("redirect_taken", url)
        return taken

    def _write_over(self, draft):
        """Write a page anew in its place, with a revision of its own. No reader is told: nothing is news here.

        What an earlier run has scheduled is off: the page says what the export says now, and when.
        """
        page = draft.page
        page.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
        if isinstance(page, ArticlePage):
            page.derive()
            if draft.restricted:
                page.is_public = False
        fields = [field for field in page._meta.concrete_fields if not field.primary_key and field.name not in KEPT]
        values = {field.attname: getattr(page, field.attname) for field in fields}
        type(page)._base_manager.filter(pk=page.pk).update(**values)
        if isinstance(page, ArticlePage):
            Contribution.objects.filter(article=page, role=Contribution.Role.BY).delete()
            ArticleTopic.objects.filter(article=page).delete()
            add_links([(page, draft.authors, draft.topics)])
        logins = page.view_restrictions.filter(restriction_type=PageViewRestriction.LOGIN)
        if draft.restricted and not logins.exists():
            _restrict(page)
        elif page.live and not draft.restricted and logins.exists():
            draft.note("still_closed", page.title)
        add_revisions([page])
        ReferenceIndex.create_or_update_for_object(page)
        index_for_search([page])

    def _fail(self, record, error):
        """Name a record that could not be written, and go on."""
        logger.warning("%s %s could not be brought in", record.kind, record.key, exc_info=error)
        parts = self.parts
        reason = reason_of(error)
        item = parts.ledger.find(record.kind, [record.key]).get(record.key)
        parts.summary.story(record, Outcome.FAILED)
        parts.summary.fail(record.kind, record.key, record.title, reason)
        parts.ledger.keep(record.kind, record, Outcome.FAILED, item=item, notes=[("failed", record.title, reason)])
        with transaction.atomic():
            parts.save()


def _correction(story, said):
    """Return the unsaved `Correction` that a record speaks of. Raises ValueError for a field that it does not have."""
    known = {field.name for field in Correction._meta.concrete_fields if not (field.primary_key or field.is_relation)}
    if unknown := said.fields.keys() - known:
        raise ValueError(_("A correction has no “%(name)s”.") % {"name": sorted(unknown)[0]})
    values = {"was_wrong": said.text, **said.fields, "kind": said.kind, "published_at": said.published_at}
    return Correction(article=story, **values)


def _restrict(page):
    """Close a page to all who are not signed in, without the events that follow when an editor does so."""
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page_id=page.pk, restriction_type=login)])
