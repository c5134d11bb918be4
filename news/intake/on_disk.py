"""Things to remember of an export that may be of any size: they stand on disk, so that memory does not grow with it."""

import sqlite3


class DiskMap:
    """Texts and what was noted of each (a number, a text or None), like a dict. It goes with the object."""

    def __init__(self):
        # A database without a name is a file that SQLite makes once it grows, and that goes with the connection.
        self._database = sqlite3.connect("", check_same_thread=False)
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("CREATE TABLE noted (name BLOB PRIMARY KEY, value) WITHOUT ROWID")

    def __contains__(self, name):
        return self._database.execute("SELECT 1 FROM noted WHERE name = ?", (_stored(name),)).fetchone() is not None

    def __iter__(self):
        """Yield every name, in the order of their bytes."""
        for (name,) in self._database.execute("SELECT name FROM noted ORDER BY name"):
            yield name.decode("utf-8", "surrogatepass")

    def add(self, name):
        """Note that there is something of this name."""
        self.setdefault(name, None)

    def update(self, names):
        """Note several names."""
        rows = ((_stored(name),) for name in names)
        self._database.executemany("INSERT OR IGNORE INTO noted VALUES (?, NULL)", rows)

    def setdefault(self, name, value):
        """Return what was noted of a name at first: now, if nothing was before."""
        self._database.execute("INSERT OR IGNORE INTO noted VALUES (?, ?)", (_stored(name), value))
        return self._database.execute("SELECT value FROM noted WHERE name = ?", (_stored(name),)).fetchone()[0]

    def get(self, name):
        """Return what was noted of a name, None where nothing was."""
        found = self._database.execute("SELECT value FROM noted WHERE name = ?", (_stored(name),)).fetchone()
        return found and found[0]

    def clear(self):
        """Forget everything."""
        self._database.execute("DELETE FROM noted")


def _stored(name):
    """Return a text as bytes: JSON may hold halves of characters, which are no text to SQLite."""
    return name.encode("utf-8", "surrogatepass")
