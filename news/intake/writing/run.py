"""One import from beginning to end: read what there is, write it in batches, and keep account of every thing."""

import logging
from contextlib import ExitStack

from django.apps import apps
from django.conf import settings
from django.db import reset_queries, transaction
from django.utils.translation import gettext as _

from news.bulk import weigh_titles
from news.intake.readers import ReaderOptions, open_export
from news.intake.record import (
    AuthorRecord,
    FrontRecord,
    MediaRecord,
    RedirectRecord,
    SectionRecord,
    SettingRecord,
    Skipped,
    StoryRecord,
    TopicRecord,
)
from news.intake.under_way import SITE, Busy, holding, note_cut_off
from news.intake.writing.compose import state_of
from news.intake.writing.own import OwnExport
from news.intake.writing.own_site import is_own
from news.intake.writing.parts import Parts
from news.intake.writing.places import find_root, find_section, site_of
from news.intake.writing.summary import status_of
from news.models import ImportRun
from news.syndication.story_months import refresh_all_months
from portal import clock
from portal.page_cache.purge import purge_everything

logger = logging.getLogger("news.intake")

MEDIA_BATCH = 20
TELL_EVERY = 200


def run_import(paths, options, *, user=None, progress=None, run=None, system=""):
    """Bring an export in. Returns the `ImportRun`, unsaved after a dry run; its ``summary`` is the account.

    ``paths`` are the files of one export, ``options`` `ImportOptions`.
    ``progress(stage, done, total, read, size)`` is called now and then: things
    done of how many there are (0: nobody knows), bytes read of how many. A ``run``
    that waits may be given, by whoever holds its lock; it is filled in. ``system`` refuses the exports of any other.

    Raises `news.intake.errors.IntakeError` (its ``exit_code`` says which) where nothing can be
    read, or no further; what was written until then stays, and the run says how
    far it came. Raises `Busy` while another import is writing. A KeyboardInterrupt leaves the run ready to be resumed.
    """
    reading = ReaderOptions(
        timezone=options.timezone, recover=options.recover, trash=options.trash, types=options.types, system=system
    )
    export = open_export(paths, options=reading)
    with ExitStack() as locks:
        if not options.dry_run:
            _take(locks, SITE)
            note_cut_off()
        run = _started(run, export, paths, options, user=user, locks=locks)
        work = Import(run, export, options, progress or (lambda *_facts: None))
        state, error = ImportRun.State.FAILED, ""
        try:
            work.do()
            state = ImportRun.State.FINISHED
        except KeyboardInterrupt:
            state = ImportRun.State.STOPPED
            raise
        except Exception as failure:
            error = str(failure) or type(failure).__name__
            raise
        finally:
            _finish(run, state, error)
    return run


def _take(locks, number):
    """Hold a lock until the import ends. Raises `Busy`."""
    if not locks.enter_context(holding(number)):
        raise Busy


def _started(run, export, paths, options, *, user, locks):
    """Return the run to go on with: a new one, or with ``resume`` the newest of this very export that did not end."""
    source = export.source
    key = next(iter(source.base_urls), "") or f"{source.system}:{source.name}"
    unfinished = ImportRun.objects.filter(source=key[:300], sha256=export.sha256, dry_run=False).exclude(
        state__in=[ImportRun.State.FINISHED, ImportRun.State.WAITING]
    )
    is_given = run is not None
    if options.resume and not options.dry_run:
        run = run or unfinished.first()
    run = run or ImportRun(started_at=clock.now())
    run.source, run.system, run.name = key[:300], source.system[:60], source.name[:300]
    run.version, run.base_urls = source.version[:60], source.base_urls
    if not is_given:
        run.files = [str(path) for path in paths]
    run.sha256, run.options, run.dry_run = export.sha256, options.as_json(), options.dry_run
    run.state, run.error, run.finished_at = ImportRun.State.RUNNING, "", None
    run.started_by = run.started_by or user
    if run.dry_run:
        run.summary = {}  # it has written nothing to go on from
    else:
        with transaction.atomic():  # nobody sees it running before its lock is held
            run.save()
            if not is_given:
                _take(locks, run.pk)
    return run


def _finish(run, state, error):
    """Make true what was put off while the batches were written, and close the run."""
    run.state, run.error, run.stage = state, error, ""
    if run.dry_run:
        run.finished_at = clock.now()
        return
    refresh_all_months()
    weigh_titles()
    purge_everything()
    run.finished_at = clock.now() if state != ImportRun.State.STOPPED else None
    run.save(update_fields=["state", "error", "stage", "finished_at"])


class Import:
    """The steps of one import, in order."""

    def __init__(self, run, export, options, progress):
        self.run = run
        self.export = export
        self.options = options
        self.progress = progress
        self.left = options.limit or None
        self.stage = ""

    def do(self):
        """Do everything."""
        root, default = find_root(self.options.section_root), find_section(self.options.default_section)
        pages = {"site": site_of(root), "page_model": apps.get_model(settings.INTAKE_PAGE_MODEL)}
        with Parts(self.run, self.export.source, self.options, root=root, default=default, **pages) as parts:
            self.parts = parts
            self._read()
            self._in_one(_("Sections, topics and authors"), parts.write_lists)
            self._media()
            self._pages()
            self._stories()
            self._in_one(_("Old addresses"), parts.write_list_redirects)
            self._media_redirects()
            self._links()
            self._own()
            self._save()

    def _read(self):
        """Find out what is in the export, and write nothing."""
        self._enter(_("Reading"))
        parts, summary = self.parts, self.parts.summary
        summary.read.clear()
        summary.passed_over.clear()
        for number, record in enumerate(self.export.records()):
            if number % TELL_EVERY == 0:
                self._tell(number, 0)
            match record:
                case StoryRecord():
                    summary.read[record.kind][status_of(record)] += 1
                    parts.index.add_story(record, state_of(record, self.run.options, parts.composer.now))
                    parts.use(record)
                case MediaRecord():
                    summary.read["media"]["in"] += 1
                    parts.index.add_media(record)
                case AuthorRecord():
                    parts.people.add(record)
                case SectionRecord():
                    parts.sections.add_record(record)
                case TopicRecord():
                    parts.topics.add_record(record)
                case RedirectRecord():
                    parts.kept_redirects.append(record)
                case SettingRecord() | FrontRecord():
                    parts.keep_setting(record)
                case Skipped():
                    summary.pass_over(record)
        summary.repairs = list(self.export.repairs)
        parts.name_lists()
        parts.look_around()

    def _media(self):
        self._enter(_("Pictures and files"))
        batch, total, done = [], self.parts.index.number("media"), 0
        for record in self.parts.index.all_media():
            batch.append(record)
            if len(batch) == MEDIA_BATCH:
                done += self._bring_in(batch)
                batch = []
                self._tell(done, total)
        self._bring_in(batch)

    def _bring_in(self, batch):
        with transaction.atomic():
            self.parts.media.bring_in(batch)
            self._save()
        return len(batch)

    def _pages(self):
        """Write plain pages, none in one batch with the page above it."""
        self._enter(_("Pages"))
        batch, done, total = [], 0, sum(self.parts.summary.read["page"].values())
        for record in self.parts.index.pages():
            if len(batch) >= self.options.batch or record.parent_key in {waiting.key for waiting in batch}:
                done += self._write(batch)
                self._tell(done, total)
                batch = []
            batch.append(record)
        self._write(batch)

    def _stories(self):
        """Write stories, in the order of the export."""
        self._enter(_("Stories"))
        batch, done, total = [], 0, sum(self.parts.summary.read["post"].values())
        for record in self.export.records():
            if not isinstance(record, StoryRecord) or record.kind != "post":
                continue
            batch.append(record)
            if len(batch) >= self.options.batch:
                done += self._write(batch)
                self._tell(done, total)
                batch = []
                if self.left == 0:
                    return
        done += self._write(batch)
        self._tell(done, total)

    def _write(self, batch):
        """Write a batch, as much of it as the limit allows. Returns how many records that were."""
        batch = list({record.key: record for record in batch}.values())
        if self.left is not None:
            batch = batch[: self.left]
            self.left -= len(batch)
        if batch:
            self.parts.batches.write(batch)
        return len(batch)

    def _links(self):
        self._enter(_("Links between stories"))
        if self.run.dry_run:
            for key, title, links in self.parts.index.pending_links():
                self.parts.links.tell(key, title, links)
            return
        done, total = 0, self.parts.index.number("pending")
        for some in self.parts.index.pending(self.options.batch):
            with transaction.atomic():
                for kind in ("page", "post"):
                    self.parts.links.rewrite(kind, [key for of_kind, key in some if of_kind == kind])
                self._save()
            done += len(some)
            self._tell(done, total)

    def _own(self):
        """Finish what comes from an export of this portal; nothing to do for any other."""
        if not is_own(self.export.source):
            return
        self._enter(_("What only this portal knows"))
        own = OwnExport(self.parts)
        for number, record in enumerate(() if self.run.dry_run else self.export.records(), start=1):
            own.finish(record)
            if number % TELL_EVERY == 0:
                self._tell(number, 0)
        own.finish_site(self.parts.kept_settings)
        self._save()

    def _media_redirects(self):
        total = self.parts.index.number("media")
        batch, done = [], 0
        for record in self.parts.index.all_media():
            batch.append(record)
            if len(batch) == 500:
                done += len(batch)
                self._redirect(batch)
                self._tell(done, total)
                batch = []
        self._redirect(batch)

    def _redirect(self, batch):
        with transaction.atomic():
            self.parts.write_media_redirects(batch)
            self._save()

    def _in_one(self, stage, step):
        self._enter(stage)
        with transaction.atomic():
            step()
            self._save()

    def _enter(self, stage):
        self.stage = stage
        self._tell(0, 0)

    def _save(self):
        self.parts.save()

    def _tell(self, done, total):
        reset_queries()  # while debugging, Django keeps each statement in memory, texts and all
        read, size = self.export.position
        self.progress(self.stage, done, total, read, size)
        if not self.run.dry_run:
            self.run.stage = self.stage[:60]
            self.run.progress = {"done": done, "total": total, "read": read, "size": size}
            self.run.save(update_fields=["stage", "progress"])
