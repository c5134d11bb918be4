"""From installed packages to a site that can be served: key, database, static files, demo newsroom.

Each step asks first whether it is needed, and stamps only what is done. The
stamps live in the data directory, beside the database they speak of.
"""

import contextlib
import hmac
import sqlite3
import subprocess
from pathlib import Path

from portal.bootstrap.console import Trouble, work
from portal.bootstrap.packages import PYTHON
from portal.bootstrap.stamps import ROOT, Stamps, fingerprint, kept_secret

PACKAGES = ("portal", "news", "home", "search")
MANAGE = [str(PYTHON), str(ROOT / "manage.py")]
HAS_NO_SECTIONS = "from news.models import SectionPage; raise SystemExit(2 if SectionPage.objects.exists() else 0)"


def prepare_key(env):
    """Make the secret key once, and keep it where only its owner reads it."""
    if not env.get("SECRET_KEY"):
        env["SECRET_KEY"] = kept_secret(Path(env["DATA_DIR"]) / "secret-key", 50)


def prepare_database(env, log):
    """Migrate, unless the database in the data directory has seen exactly these migrations."""
    stamps = stamps_of(env)
    sources = [ROOT / "requirements.txt"] + _in_packages("migrations/*.py")
    if own_database(env) and stamps.read("database") == fingerprint(sources, _migrated(env)):
        return
    stamps.drop("database")
    work("Preparing the database", MANAGE + ["migrate", "--noinput"], env, log)
    stamps.set("database", fingerprint(sources, _migrated(env)))


def prepare_static(env, log):
    """Collect and compress the static files, unless none of their sources has changed.

    A directory without a stamp may hold files that an interruption cut short: it is cleared first.
    """
    stamps = stamps_of(env)
    target = Path(env["DATA_DIR"]) / "static"
    sources = [ROOT / "requirements.txt"] + _in_packages("settings/*.py") + _in_packages("static/**/*")
    wanted, done = fingerprint(sources), stamps.read("static")
    if done == wanted and target.is_dir():
        return
    stamps.drop("static")
    clear = ["--clear"] if target.exists() and not done else []
    work("Compressing the static files", MANAGE + ["collectstatic", "--noinput"] + clear, env, log)
    stamps.set("static", wanted)


def prepare_demo(env, log):
    """Load the demo newsroom into a database without sections, and let its accounts follow the password."""
    stamps = stamps_of(env)
    loaded = stamps.read("demo")
    if loaded == mark_of_password(env):
        return
    if loaded:
        work("Setting the password of the demo accounts", MANAGE + ["demo_password"], env, log)
    elif stamps.read("loading") or has_no_sections(env):
        stamps.set("loading", "begun")
        work("Loading the demo newsroom", MANAGE + ["seed_demo"], env, log)
    else:
        return  # somebody's own site
    stamps.set("demo", mark_of_password(env))
    stamps.drop("loading")


def prepare_address(env, log):
    """Let full links begin with the address that the site is served on, whenever that is another than last time."""
    stamps = stamps_of(env)
    if stamps.read("address") == env["SITE_URL"]:
        return
    work("Setting the address of the site", MANAGE + ["follow_site_url"], env, log)
    stamps.set("address", env["SITE_URL"])


def demo_password(env):
    """Return the demo accounts' password: DEMO_PASSWORD, or one made at random once."""
    if not env.get("DEMO_PASSWORD"):
        env["DEMO_PASSWORD"] = kept_secret(Path(env["DATA_DIR"]) / "demo-password", 12)
    return env["DEMO_PASSWORD"]


def mark_of_password(env):
    """Return what tells that the password has changed, without telling the password."""
    return hmac.new(env["SECRET_KEY"].encode(), demo_password(env).encode(), "sha256").hexdigest()


def stamps_of(env):
    """Return the stamps of one data directory."""
    return Stamps(Path(env["DATA_DIR"]) / "launch")


def own_database(env):
    """Tell whether the database is the file in the data directory, which can be asked without Django."""
    return not env.get("DATABASE_URL")


def has_no_sections(env):
    """Tell whether nobody has begun a newsroom in this database; one that cannot be asked is not empty."""
    if own_database(env):
        return _asked(env, "SELECT count(*) FROM news_sectionpage") == "0"
    return subprocess.call(MANAGE + ["shell", "-v0", "-c", HAS_NO_SECTIONS], env=env) == 0


def _in_packages(pattern):
    """Return the files of the portal's packages that match."""
    return [path for package in PACKAGES for path in (ROOT / package).glob(pattern) if path.is_file()]


def _migrated(env):
    """Return what changes when the database is migrated, or another is put in its place."""
    return _asked(env, "SELECT count(*), max(id), max(applied) FROM django_migrations") if own_database(env) else ""


def _asked(env, question):
    """Return the database file's answer to one question as text; one without tables answers 0."""
    path = Path(env["DATA_DIR"]) / "portal.sqlite3"
    if not path.exists():
        return "0"
    try:
        with contextlib.closing(sqlite3.connect(str(path), timeout=20)) as connection:
            return " ".join(str(value) for value in connection.execute(question).fetchone())
    except sqlite3.DatabaseError as error:
        if "no such table" in str(error):
            return "0"
        raise Trouble(f"the database {path} cannot be read ({error}); put it aside or bring back a copy") from None
