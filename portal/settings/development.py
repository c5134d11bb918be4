"""Settings for work on the code: debug pages, nothing hashed."""

from portal.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = "development-only-key-never-used-in-production"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
