"""Settings of the test suite: quick, silent, and deaf to the developer's environment.

Only ``DATABASE_URL`` and ``REDIS_URL`` are heard, for the run on PostgreSQL
and Redis. Everything that is written goes to a directory that ends with the process.
"""

import os
import tempfile
from urllib.parse import urlsplit

HEARD_BY_BASE = (
    "CDN_PURGE", "DEFAULT_FROM_EMAIL", "EMAIL_URL", "INDEXNOW_ENDPOINT", "INDEXNOW_KEY",
    "LANGUAGE_CODE", "LOG_FORMAT", "LOG_LEVEL", "MEDIA_S3_BUCKET",
    "MEDIA_URL", "OPENSEARCH_URL", "OUTGOING_ALLOWED_PRIVATE_HOSTS", "REQUIRE_SECOND_FACTOR", "SEARCH_CONFIG",
    "SITE_NAME", "SITE_URL", "TASKS_BACKEND", "TIME_ZONE", "TRUSTED_PROXIES", "WEBSUB_HUB_URL",
)  # fmt: skip
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

for name in HEARD_BY_BASE:
    os.environ.pop(name, None)

TEMPORARY = tempfile.TemporaryDirectory(prefix="portal-test-", ignore_cleanup_errors=True)
os.environ["DATA_DIR"] = TEMPORARY.name

from portal.settings.base import *  # noqa: E402, F403
from portal.settings.base import CACHES, DATA_DIR, DATABASES, LOGGING, REDIS_URL  # noqa: E402

DEBUG = False
SECRET_KEY = "tests-need-no-secret-but-django-wants-fifty-characters"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True

# One database a test process: a file, since the browser tests read and write it from several threads at once.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0

# And one Redis database: a test that empties its cache must not empty another one's.
if REDIS_URL:
    CACHES["default"]["LOCATION"] = urlsplit(REDIS_URL)._replace(path=f"/{WORKER.removeprefix('gw') or 0}").geturl()
LOGGING["root"]["level"] = "WARNING"
