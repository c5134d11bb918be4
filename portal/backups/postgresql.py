"""PostgreSQL is copied by pg_dump and brought back by pg_restore and psql, in one transaction.

The tools must not be older than the server; those of the server's own release
are taken where Debian keeps them, else what is found on the path.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

from portal.backups.errors import BackupError

NAME = "database.pgdump"
TOOLS = ("pg_dump", "pg_restore", "psql")
DEBIAN = "/usr/lib/postgresql/{release}/bin/{tool}"
LOCK_TIMEOUT = "30s"


def dump(path, *, progress):
    """Write the database as it is at one moment to ``path``; return the rows that each table had at that moment."""
    progress("Copying the database by pg_dump")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        rows = {}
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
            rows[table] = cursor.fetchone()[0]
        options = ["--format=custom", "--no-owner", "--no-privileges", "--compress=0", f"--schema={_schema(cursor)}"]
        _run("pg_dump", *options, f"--snapshot={snapshot}", f"--file={path}")
    return rows


def load(path, manifest):
    """Put the copy in the place of all tables of this database, in one transaction."""
    contents = path.with_suffix(".list")
    script = path.with_suffix(".sql")
    # The schema is here already, and need not be ours to make.
    listed = _run("pg_restore", "--list", str(path), connected=False)
    contents.write_text("\n".join(line for line in listed.splitlines() if " SCHEMA - " not in line))
    wanted = ["--no-owner", "--no-privileges", "--no-comments", f"--use-list={contents}"]
    _run("pg_restore", *wanted, f"--file={script}", str(path), connected=False)
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    connection.close()
    prelude = [f"SET lock_timeout = '{LOCK_TIMEOUT}'"]
    if tables:
        names = ", ".join(connection.ops.quote_name(table) for table in tables)
        prelude.append(f"DROP TABLE {names} CASCADE")
    commands = [f"--command={command}" for command in prelude]
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _run("psql", *options, *commands, f"--file={script}")


def check_tools(manifest=None):
    """Raise `BackupError` unless all tools are here, not older than the server and than what wrote the archive."""
    server = connection.get_database_version()[0]
    saved = int(manifest.versions.get("postgresql", "0").partition(".")[0]) if manifest else 0
    if saved > server:
        raise BackupError(f"The archive comes from PostgreSQL {saved}, and this server is {server}: use a newer one.")
    for tool in TOOLS:
        told = _run(tool, "--version", connected=False)
        release = int(re.search(r"\) (\d+)", told).group(1))
        if release < server:
            raise BackupError(
                f"{tool} is of PostgreSQL {release} and the server of {server}: install postgresql-client-{server}."
            )


def _schema(cursor):
    cursor.execute("SELECT current_schema()")
    return cursor.fetchone()[0]


def _run(tool, *arguments, connected=True):
    """Run a tool on this database and return what it printed; raises `BackupError` with its last words."""
    settings, environment = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    # psql's arguments end with the database's name, and the others take the same. A password goes by the environment.
    where = settings[1:] if connected else []
    done = subprocess.run(
        [_found(tool), *arguments, *where], env=_environment(environment), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{tool} failed: {done.stderr.strip()[-1000:]}")
    return done.stdout


def _environment(more):
    """Return the environment for a tool: English words and the connection's secrets."""
    return {**os.environ, "LC_MESSAGES": "C", **(more or {})}


def _found(tool):
    """Return the path of a tool; raises `BackupError` where there is none."""
    release = connection.get_database_version()[0]
    own = Path(DEBIAN.format(release=release, tool=tool))
    path = str(own) if own.is_file() else shutil.which(tool)
    if not path:
        raise BackupError(f"{tool} is missing: install postgresql-client-{release} (Debian), or put it on the path.")
    return path
