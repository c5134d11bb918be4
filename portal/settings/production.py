"""Settings of a site that people read. Starts only with a secret key, real hosts and no debug pages.

``SITE_URL`` decides about encryption: on an https address cookies, redirects
and HSTS insist on it; on plain http (a loopback or intranet install) they do
not, or nobody could sign in.
"""

import sentry_sdk
from django.core.exceptions import ImproperlyConfigured

from portal.logs import redacted_event
from portal.settings.base import *  # noqa: F403
from portal.settings.base import ENCRYPTED, SITE_URL, STORAGES, env
from portal.settings.guard import refusal

# --- Refusals ---------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])

REFUSAL = refusal(key=SECRET_KEY, hosts=ALLOWED_HOSTS, debug=DEBUG)
if REFUSAL:
    raise ImproperlyConfigured(REFUSAL)

# --- Encryption -------------------------------------------------------------

CSRF_TRUSTED_ORIGINS = [SITE_URL, *env.list("CSRF_TRUSTED_ORIGINS", default=[])]
SECURE_SSL_REDIRECT = ENCRYPTED and env.bool("SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31536000) if ENCRYPTED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENCRYPTED and env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = ENCRYPTED and env.bool("HSTS_PRELOAD", default=False)
# Asking the browsers to preload is a promise of years for the whole domain: its owner's to make, not a default.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# --- Static files: compressed, named by their content, kept for ever ---------

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}

# --- Errors ------------------------------------------------------------------

SENTRY_DSN = env("SENTRY_DSN", default="")
if SENTRY_DSN:
    sentry_sdk.init(
        dsn=SENTRY_DSN,
        environment=env("SENTRY_ENVIRONMENT", default="production"),
        traces_sample_rate=env.float("SENTRY_TRACES_SAMPLE_RATE", default=0.0),
        before_send=redacted_event,
        before_send_transaction=redacted_event,
        send_default_pii=False,
        include_local_variables=False,
    )
