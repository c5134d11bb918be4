"""What an operator may choose about an import."""

from dataclasses import asdict, dataclass

from news.intake.errors import IntakeError

SKIP, FETCH = "skip", "fetch"
LOGIN, DRAFT = "login", "draft"


@dataclass(frozen=True)
class ImportOptions:
    """How an import is to go. The defaults touch no network and publish nothing that was not public.

    ``media`` is a folder with the old system's uploads, "fetch" to ask the old
    site for each, or "skip". ``section_root`` and ``default_section`` name a
    page by key or slug. ``private`` says what becomes of a story that was
    public to nobody: live behind a login, or a draft. ``limit`` is the number of
    stories and pages after which to stop, 0 for none.
    """

    dry_run: bool = False
    section_root: str = ""
    default_section: str = ""
    types: tuple = ("post", "page")
    media: str = SKIP
    timezone: str = "UTC"
    recover: bool = False
    comments: str = SKIP
    trash: str = SKIP
    private: str = LOGIN
    batch: int = 100
    limit: int = 0
    resume: bool = False
    force: bool = False

    def as_json(self):
        """Return what another run has to repeat for the same result, as plain values."""
        values = asdict(self)
        for name in ("resume", "dry_run"):
            values.pop(name)
        return {**values, "types": list(self.types)}


def as_arguments(values):
    """Return what to write behind the command for the choices that `ImportOptions.as_json` told; defaults are left out.

    >>> as_arguments({"timezone": "Europe/Berlin", "recover": True, "batch": 100})
    ['--timezone', 'Europe/Berlin', '--recover']
    """
    arguments = []
    usual = ImportOptions().as_json()
    for name, value in values.items():
        if value != usual.get(name, value):
            flag = f"--{name.replace('_', '-')}"
            arguments += [flag] if value is True else [flag, ",".join(value) if isinstance(value, list) else str(value)]
    return arguments


class Unusable(IntakeError):
    """What was asked for cannot be done: a section that is not there, a folder that is none."""

    exit_code = 2
