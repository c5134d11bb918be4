"""What came in from another system: each run, what each of its things became here, and what was left to look after."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import clock


class ImportRun(models.Model):
    """One run of an import: from which files, how, and with what result.

    ``source`` is the key space: the old site's own address. What two runs bring
    from one source is the same thing; keys of different sources never meet.
    ``summary`` is the account of the run, kept true after every batch
    (`news.intake.writing.summary.Summary` says what stands in it), so that a run
    that was interrupted can be told of and resumed.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        STOPPED = "stopped", _("Interrupted")
        FINISHED = "finished", _("Finished")
        FAILED = "failed", _("Failed")

    source = models.CharField(_("source"), max_length=300)
    system = models.CharField(_("system"), max_length=60, blank=True)
    name = models.CharField(_("name of the old site"), max_length=300, blank=True)
    version = models.CharField(_("version of the format"), max_length=60, blank=True)
    base_urls = models.JSONField(_("addresses of the old site"), default=list)
    files = models.JSONField(_("files"), default=list)
    sha256 = models.CharField(_("checksum"), max_length=64, blank=True)
    options = models.JSONField(_("options"), default=dict)
    dry_run = models.BooleanField(_("dry run"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    stage = models.CharField(_("what it is at"), max_length=60, blank=True)
    progress = models.JSONField(_("progress"), default=dict)
    summary = models.JSONField(_("account"), default=dict)
    error = models.TextField(_("why it failed"), blank=True)
    started_by = models.ForeignKey(
        "portal.User",
        verbose_name=_("started by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started"), default=clock.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self):
        return f"{self.name or self.source} ({self.started_at:%Y-%m-%d %H:%M})"


class ImportedItem(models.Model):
    """What one thing of the old system became here. By its key a later run finds it again.

    ``record_hash`` tells whether the export says anything new of it, and
    ``revision`` whether somebody has edited it here since: then the newest
    revision of the page is another one. Where everything it could have become
    is empty, it was deleted here, or never written (``was_written`` says which).
    """

    class Kind(models.TextChoices):
        AUTHOR = "author", _("Author")
        SECTION = "section", _("Section")
        TOPIC = "topic", _("Topic")
        MEDIA = "media", _("Picture or file")
        POST = "post", _("Story")
        PAGE = "page", _("Page")

    class Outcome(models.TextChoices):
        CREATED = "created", _("Created")
        UPDATED = "updated", _("Updated")
        UNCHANGED = "unchanged", _("Unchanged")
        SKIPPED = "skipped", _("Left alone: edited here since")
        FAILED = "failed", _("Failed")

    source = models.CharField(_("source"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    key = models.CharField(_("key"), max_length=400)
    run = models.ForeignKey(ImportRun, verbose_name=_("last run"), on_delete=models.CASCADE, related_name="items")
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices)
    record_hash = models.CharField(_("checksum of the record"), max_length=64, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    status = models.CharField(_("status in the old system"), max_length=12, blank=True)
    access = models.CharField(_("access in the old system"), max_length=10, blank=True)
    author = models.CharField(_("first author’s key"), max_length=200, blank=True)
    dated = models.DateTimeField(_("date in the old system"), null=True, blank=True)
    old_url = models.TextField(_("old address"), blank=True)
    addresses = models.JSONField(_("every old address"), default=list)
    words_in = models.PositiveIntegerField(_("words in"), default=0)
    words_lost = models.PositiveIntegerField(_("words lost"), default=0)
    # Addresses of pictures and files that were not to be found: a later run looks for them again.
    missing = models.JSONField(_("missing pictures"), default=list)
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.ForeignKey(
        "news.Author", verbose_name=_("author"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    image = models.ForeignKey(
        "portal.PortalImage", verbose_name=_("picture"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    document = models.ForeignKey(
        "portal.PortalDocument", verbose_name=_("file"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", verbose_name=_("revision"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    # That something came in by an import is no use of it, which would keep an editor from deleting it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="news_imported_once")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.title or self.key}"

    @property
    def was_written(self):
        """Whether it was written here once, whatever has become of it since, or of later tries."""
        return bool(self.record_hash)


class ImportNote(models.Model):
    """Something that a person should know of, or look after. ``code`` says what, the same for all of its kind.

    A new run of an item replaces the notes on it: together they say what is the case now.
    """

    run = models.ForeignKey(ImportRun, verbose_name=_("run"), on_delete=models.CASCADE, related_name="notes")
    item = models.ForeignKey(
        ImportedItem, verbose_name=_("item"), null=True, on_delete=models.CASCADE, related_name="notes"
    )
    code = models.CharField(_("what"), max_length=40)
    name = models.CharField(_("name"), max_length=200, blank=True)
    detail = models.TextField(_("detail"), blank=True)

    class Meta:
        verbose_name = _("note of an import")
        verbose_name_plural = _("notes of imports")
        indexes = [models.Index(fields=["run", "code"], name="news_import_notes")]

    def __str__(self):
        return f"{self.code}: {self.name}"
