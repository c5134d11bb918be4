"""The report of a run: its account as tables, and what the database says of the same things today."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count
from django.utils.translation import gettext as _
from wagtail.models import Page

from news.intake.record import DAMAGED, Access, Status
from news.intake.verification.addresses import ask_all
from news.intake.verification.words import PICTURES, kind_words, note_words
from news.models import ImportedItem, ImportNote
from portal.visibility import open_to_all

SHOWN = 500
"""Rows of a table on a page; the files hold all."""
OUTCOMES = ("created", "updated", "unchanged", "skipped", "missing", "failed")
CHUNK = 500


@dataclass
class Table:
    """One table of a report. ``rows`` are the first; ``every_row`` returns all where there are more."""

    name: str
    title: str
    headings: list
    rows: list
    every_row: Callable[[], Iterator] | None = None
    hint: str = ""

    def all_rows(self):
        """Return every row."""
        return self.every_row() if self.every_row else iter(self.rows)


@dataclass
class Report:
    """What came of one run. ``facts`` are pairs of name and value; ``is_whole``: nothing failed or got lost."""

    title: str
    facts: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    is_whole: bool = True

    def table(self, name):
        """Return one table by its name, or None."""
        return next((table for table in self.tables if table.name == name), None)


def report_of(run, *, verify=False, progress=None):
    """Return the `Report` of a run, with tables that hold nothing left out.

    ``verify`` asks every old address what it answers now, within this process;
    ``progress(done)`` is called meanwhile.
    """
    account = run.summary or {}
    tables = [
        _outcomes(account),
        _states(run, account),
        _failures(account),
        _worst(account),
        _pairs(account, "months", _("Month")),
        _pairs(account, "authors", _("Author")),
        _counted(account, "pictures", _("Pictures and files"), lambda code: code in PICTURES),
        _counted(account, "notes", _("What else a person should know of"), lambda code: code not in PICTURES),
        _details(run, account),
        _passed_over(account),
        Table("repairs", _("Mended"), [_("What")], [[line] for line in account.get("repairs", ())]),
        _plan(account) if run.dry_run else _map(run),
    ]
    wrong = 0
    if verify and _is_written(run):
        answers = list(ask_all(run, progress=progress))
        wrong = sum(not answer.is_right for answer in answers)
        tables.insert(2, _addresses(answers))
    lost = account.get("words_lost", 0)
    failed = sum(outcomes.get("failed", 0) for outcomes in account.get("outcomes", {}).values())
    return Report(
        title=_("Import of %(name)s") % {"name": run.name or run.source},
        facts=_facts(run, account),
        tables=[table for table in tables if table.rows],
        is_whole=not (lost or failed or wrong or run.error or DAMAGED in account.get("passed_over", {})),
    )


def _is_written(run):
    """Whether the database can be asked what became of the things of a run."""
    return run.pk is not None and not run.dry_run


def _facts(run, account):
    words, lost = account.get("words_in", 0), account.get("words_lost", 0)
    share = f"{100 * (words - lost) / words:.3f} %" if words else "–"
    facts = [
        (_("System"), " ".join(filter(None, (run.system, run.version)))),
        (_("Old site"), ", ".join(run.base_urls) or run.source),
        (_("Files"), ", ".join(str(name).rpartition("/")[2] for name in run.files)),
        (_("SHA-256 of the files"), run.sha256),
        (_("State"), _("Dry run: nothing was written") if run.dry_run else run.get_state_display()),
        (_("Began"), _moment(run.started_at)),
        (_("Ended"), _moment(run.finished_at)),
        (_("Words in the old system"), f"{words:,}"),
        (_("Words that came in"), f"{words - lost:,} ({share})"),
        (_("Redirects"), f"{account.get('redirects', 0):,}"),
        (_("Comments counted and left out"), f"{account.get('comments', 0):,}"),
        (_("Why it failed"), run.error),
    ]
    return [(name, value) for name, value in facts if value]


def _moment(value):
    return f"{value:%Y-%m-%d %H:%M} UTC" if value else ""


def _outcomes(account):
    """In against out by kind."""
    read, outcomes = account.get("read", {}), account.get("outcomes", {})
    rows = []
    for kind in [*read, *(kind for kind in outcomes if kind not in read)]:
        counted = outcomes.get(kind, {})
        rows.append([kind_words(kind), sum(read.get(kind, {}).values()) or sum(counted.values())])
        rows[-1] += [counted.get(outcome, 0) for outcome in OUTCOMES]
    words = [_("Created"), _("Updated"), _("Unchanged"), _("Left alone"), _("Missing"), _("Failed")]
    return Table("outcomes", _("In and out"), [_("What"), _("In the export"), *words], rows)


def _states(run, account):
    """In against out by what a story was in the old system."""
    here, public = Counter(), Counter()
    if _is_written(run):
        items = ImportedItem.objects.filter(run=run, page__isnull=False, kind__in=("post", "page"))
        here = _by_state(items)
        public = _by_state(items.filter(page__in=Page.objects.filter(open_to_all())))
    rows = []
    for kind in ("post", "page"):
        for status, number in account.get("read", {}).get(kind, {}).items():
            found, seen = here[kind, status], public[kind, status]
            rows.append([kind_words(kind), status, number, *((found, seen, found - seen) if _is_written(run) else ())])
    more = [_("Here"), _("Public"), _("Not public")] if _is_written(run) else []
    return Table("states", _("By status"), [_("What"), _("In the old system"), _("In the export"), *more], rows)


def _by_state(items):
    """Count stories by kind and by what they were: their status, or who alone could read them."""
    counted = Counter()
    for kind, status, access, number in items.values_list("kind", "status", "access").annotate(number=Count("pk")):
        closed = status == Status.LIVE and access not in ("", Access.PUBLIC)
        counted[kind, access if closed else status] += number
    return counted


def _pairs(account, name, heading):
    rows = [[key or _("(none)"), *counted] for key, counted in sorted(account.get(name, {}).items())]
    titles = {"months": _("By month"), "authors": _("By author")}
    return Table(name, titles[name], [heading, _("In"), _("Out")], rows)


def _worst(account):
    rows = [
        [title or key, words, lost, " ".join(missing)] for lost, words, key, title, missing in account.get("worst", ())
    ]
    headings = [_("Story"), _("Words"), _("Lost"), _("Which")]
    return Table("words", _("Stories that lost words, the worst first"), headings, rows)


def _failures(account):
    rows = [[kind_words(kind), key, title, reason] for kind, key, title, reason in account.get("failures", ())]
    return Table("failures", _("Could not be brought in"), [_("What"), _("Key"), _("Title"), _("Why")], rows)


def _counted(account, name, title, wanted):
    """Notes by what they say and of what: short codes and blocks by name."""
    rows = []
    for code, names in sorted(account.get("notes", {}).items()):
        if wanted(code):
            rows.append([note_words(code), "", sum(names.values())])
            # Where each thing has a name of its own, such as an address, the list of details says more.
            if len(names) < sum(names.values()) or len(names) <= SHORT:
                rows += [["", of, number] for of, number in sorted(names.items(), key=_most_first)[:SHORT] if of]
    return Table(name, title, [_("What"), _("Which"), _("How often")], rows)


SHORT = 30


def _most_first(counted):
    return -counted[1], counted[0]


def _details(run, account):
    headings = [_("What"), _("Key"), _("Title"), _("Which"), _("Detail")]
    rows = [
        [note_words(code), key, title, name, detail[:500]]
        for code, found in sorted(account.get("details", {}).items())
        for key, title, name, detail in found
    ]
    return Table("details", _("One by one"), headings, rows[:SHOWN], every_row=lambda: _every_note(run, rows))


def _every_note(run, rows):
    if not _is_written(run):
        return iter(rows)
    notes = ImportNote.objects.filter(run=run).select_related("item").order_by("code", "pk")
    found = ([note_words(n.code), *_of(n.item), n.name, n.detail] for n in notes.iterator(CHUNK))
    return found if notes.exists() else iter(rows)


def _of(item):
    return (item.key, item.title) if item else ("", "")


def _passed_over(account):
    rows = [[name, entry["count"], entry["reason"]] for name, entry in sorted(account.get("passed_over", {}).items())]
    return Table("passed_over", _("Passed over"), [_("Type"), _("How many"), _("Why")], rows)


def _plan(account):
    """Each thing of the old system and where it would be."""
    rows = [[kind_words(kind), *told] for kind, *told in account.get("planned", ())]
    headings = [_("What"), _("Key"), _("Old address"), _("Planned")]
    hint = _("The first %(number)d; the real run names all.") % {"number": SHOWN} if len(rows) > SHOWN else ""
    return Table("map", _("From the old address to the planned one"), headings, rows[:SHOWN], hint=hint)


def _map(run):
    """Each thing of the old system and where it is now, so that anybody can check."""
    headings = [_("What"), _("Key"), _("Old address"), _("Now")]
    if not _is_written(run):
        return Table("map", "", headings, [])

    def every_row():
        items = ImportedItem.objects.filter(run=run, kind__in=("post", "page")).select_related("page").order_by("pk")
        for item in items.iterator(CHUNK):
            yield [kind_words(item.kind), item.key, item.old_url, (item.page and item.page.get_full_url()) or ""]

    rows = [row for row, _number in zip(every_row(), range(SHOWN), strict=False)]
    return Table("map", _("From the old address to the new one"), headings, rows, every_row=every_row)


def _addresses(answers):
    """What every old address answers now; on a page, the wrong ones first."""
    rows = [[a.old, a.status, a.leads_to, _("right") if a.is_right else a.verdict] for a in answers]
    wrong_first = sorted(zip(answers, rows, strict=True), key=lambda pair: pair[0].is_right)
    headings = [_("Old address"), _("Answer"), _("Leads to"), _("Verdict")]
    hint = _("%(right)d of %(all)d are right.") % {"right": sum(a.is_right for a in answers), "all": len(answers)}
    shown = [row for _answer, row in wrong_first[:SHOWN]]
    return Table("addresses", _("Old addresses"), headings, shown, every_row=lambda: iter(rows), hint=hint)
