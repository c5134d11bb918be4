"""The drill brings its own PostgreSQL and Redis: it is run once, with the tests on SQLite."""

import os

collect_ignore = ["test_drill.py"] if os.environ.get("DATABASE_URL") else []
