"""What the commands that import have in common: options, progress on the terminal, and how they end."""

import signal
import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from news.intake.errors import IntakeError
from news.intake.verification import report_of, write_report
from news.intake.verification.writing import terminal_lines
from news.intake.writing.options import DRAFT, FETCH, LOGIN, SKIP, ImportOptions, Unusable
from news.intake.writing.run import run_import

INTERRUPTED = 130
PARTIAL = 1


class ImportCommand(BaseCommand):
    """Brings an export in. ``system`` refuses the exports of any other system, "" takes all that are known."""

    system = ""

    def add_arguments(self, parser):
        """Name every option of an import."""
        say = parser.add_argument
        say("files", nargs="+", metavar="FILE", help="the files of one export; .gz and .zip are read as they are")
        say("--dry-run", action="store_true", help="tell everything and write nothing")
        say("--section-root", default="", metavar="SLUG", help="the section below which all sections land")
        say("--default-section", default="", metavar="SLUG", help="where stories go that had no category")
        say("--types", default="post,page", help="types of posts to read; a custom one as in event:page")
        say(
            "--media",
            default=SKIP,
            metavar=f"DIR|{FETCH}|{SKIP}",
            help="the folder of uploads; or ask the old site for each; or leave pictures and files out (default)",
        )
        say("--timezone", default="UTC", help="of times that say none, such as Europe/Berlin")
        say("--recover", action="store_true", help="mend damaged XML, and say what was mended")
        say("--comments", default=SKIP, choices=[SKIP], help="comments are counted; there is no place for them here")
        say("--trash", default=SKIP, choices=[SKIP, DRAFT], help="what becomes of stories in the bin")
        say("--private", default=LOGIN, choices=[LOGIN, DRAFT], help="what becomes of private and protected stories")
        say("--report", default="", metavar="DIR", help="write report.json, report.html and tables into this folder")
        say("--batch", type=int, default=100, metavar="N", help="stories in one transaction")
        say("--limit", type=int, default=0, metavar="N", help="stop after so many stories and pages")
        say("--verify", action="store_true", help="ask for every old address, and compare every story's words")
        say("--resume", action="store_true", help="go on with a run of the same files that was interrupted")
        say("--force", action="store_true", help="write over what was edited or deleted here since")

    def handle(self, *args, **options):
        """Import, say how it goes, and end with the status that tells how it went."""
        signal.signal(signal.SIGTERM, _interrupt)
        chosen = self._options(options)
        progress = Progress(self.stdout)
        try:
            run = run_import(options["files"], chosen, progress=progress, system=self.system)
            progress.end()
            is_whole = self._report(run, options)
        except KeyboardInterrupt:
            progress.end()
            self.stderr.write("Interrupted. What is written is whole; go on with the same command and --resume.")
            sys.exit(INTERRUPTED)
        except IntakeError as error:
            progress.end()
            raise CommandError(str(error), returncode=error.exit_code) from error
        if not is_whole:
            sys.exit(PARTIAL)

    def _options(self, options):
        for name in ("batch", "limit"):
            if options[name] < (1 if name == "batch" else 0):
                raise CommandError(f"--{name} takes a number such as 100.", returncode=Unusable.exit_code)
        media = options["media"]
        if media not in (SKIP, FETCH) and not Path(media).is_dir():
            raise CommandError(f"There is no folder {media}.", returncode=Unusable.exit_code)
        missing = [name for name in options["files"] if not Path(name).is_file()]
        if missing:
            raise CommandError(f"There is no file {missing[0]}.", returncode=Unusable.exit_code)
        names = ImportOptions.__dataclass_fields__
        values = {name: value for name, value in options.items() if name in names}
        return ImportOptions(**{**values, "types": tuple(filter(None, options["types"].split(",")))})

    def _report(self, run, options):
        """Say what came of it, and write it down where asked to. Returns whether nothing failed or got lost."""
        report = report_of(run, verify=options["verify"])
        for line in terminal_lines(report):
            self.stdout.write(line)
        if options["report"]:
            write_report(report, options["report"])
        return report.is_whole


class Progress:
    """One line that says how far an import is: rewritten on a terminal, elsewhere a new one every ten seconds."""

    def __init__(self, stdout):
        self.stdout = stdout
        self.terminal = stdout.isatty()
        self.stage, self.began, self.told = "", 0.0, 0.0
        self.is_open = False

    def __call__(self, stage, done, total, read, size):
        now = time.monotonic()
        if stage != self.stage:
            self.end()
            self.stage, self.began = stage, now
            self.stdout.write(f"{stage} …")
            self.told = now
            return
        if now - self.told < (0.5 if self.terminal else 10):
            return
        self.told = now
        line = self._line(done, total, read, size, now - self.began)
        self.is_open = self.terminal
        self.stdout.write(f"\r{line:<79}" if self.terminal else line, ending="" if self.terminal else "\n")
        self.stdout.flush()

    def end(self):
        """End the line that is being rewritten."""
        if self.is_open:
            self.stdout.write("")
            self.is_open = False

    def _line(self, done, total, read, size, seconds):
        rate = done / seconds if seconds else 0
        part = done / total if total else (read / size if size else 0)
        left = f", {_time(seconds / part - seconds)} left" if part else ""
        of = f" of {total}" if total else ""
        return f"  {done}{of}, {rate:.0f}/s, {read / 1e6:.1f} of {size / 1e6:.1f} MB read{left}"


def _time(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def _interrupt(_signal, _frame):
    raise KeyboardInterrupt
