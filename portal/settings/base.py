"""Settings that hold in every environment. What varies comes from the environment.

Every variable read here stands in the table of ``docs/operating.md``.
"""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from news import embeds
from portal.settings.cdn import frontend_caches
from portal.settings.guard import proxies_problem

env = environ.Env()
# "NAME=" in a compose or unit file means that nobody chose a value.
env.ENVIRON = {name: value for name, value in os.environ.items() if value}

# --- Places -----------------------------------------------------------------

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

# --- Identity of the installation -------------------------------------------

SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
ENCRYPTED = SITE_URL.startswith("https://")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_SITE_NAME = env("SITE_NAME", default="Velour & Tonic")
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

# --- Applications -----------------------------------------------------------

INSTALLED_APPS = [
    "portal",
    "news",
    "home",
    "search",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "portal.security.headers.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.page_cache.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.security.sign_in.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.UnavailableMiddleware",
    "portal.middleware.GoneMiddleware",
    "portal.middleware.OneAddressMiddleware",
    "news.desk.refusals.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.context_processors.publication",
            ],
        },
    },
]

# --- Database ---------------------------------------------------------------

if "DATABASE_URL" in env:
    DATABASES = {"default": env.db("DATABASE_URL")}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "portal.sqlite3"}}
    try:
        DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"DATA_DIR={DATA_DIR} cannot be made: {error.strerror}") from None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A connection that is opened anew reads the whole schema before its first answer, in SQLite too.
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)

POSTGRESQL = DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"
if POSTGRESQL:
    DATABASES["default"]["ENGINE"] = "portal.postgresql"
    # Without them, a command or an editor's request waits for ever for a server whose machine has gone.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 3,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,
        **DATABASES["default"].get("OPTIONS", {}),
    }

# --- Cache ------------------------------------------------------------------

REDIS_URL = env("REDIS_URL", default="")
REDIS_TIMEOUT = 0.5
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "portal.caches.ForgivingRedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"socket_timeout": REDIS_TIMEOUT, "socket_connect_timeout": REDIS_TIMEOUT},
        }
    }
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- Read API ---------------------------------------------------------------

READ_API = env.bool("READ_API", default=False)

# --- Page cache -------------------------------------------------------------

# A page is fresh for so many seconds, unless something that it shows changes: that is noticed at once.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
PAGE_CACHE_DIR = DATA_DIR / "page-cache"
PAGE_CACHE_MAX_AGE = env.int("PAGE_CACHE_MAX_AGE", default=300)
PAGE_CACHE_BROWSER_MAX_AGE = env.int("PAGE_CACHE_BROWSER_MAX_AGE", default=60)
PAGE_CACHE_STALE_LIMIT = env.int("PAGE_CACHE_STALE_LIMIT", default=24 * 3600)
PAGE_CACHE_MEMORY_BYTES = env.int("PAGE_CACHE_MEMORY_MB", default=64) * 1024 * 1024
PAGE_CACHE_DISK_BYTES = env.int("PAGE_CACHE_DISK_MB", default=512) * 1024 * 1024
PAGE_RENDER_LIMIT = env.float("PAGE_RENDER_LIMIT", default=1.5)
# Read by gunicorn.conf.py, too: how many of them may be busy with slow things.
WEB_THREADS = env.int("WEB_THREADS", default=48)

# Caches further out that are told what to forget: a CDN, a Varnish.
WAGTAILFRONTENDCACHE, OWN_CACHES = frontend_caches(env.list("CDN_PURGE", default=[]))

# --- Headers ----------------------------------------------------------------

# The services whose players a story may load, once a reader asks for one.
PLAYER_HOSTS = embeds.PLAYER_HOSTS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

# --- Accounts ---------------------------------------------------------------

AUTH_USER_MODEL = "portal.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "wagtailadmin_login"
WAGTAILADMIN_USER_LOGIN_FORM = "portal.security.sign_in.SignInForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "portal.security.sign_in.ResetForm"
REQUIRE_SECOND_FACTOR = env.str("REQUIRE_SECOND_FACTOR", default="no", choices=("no", "publishers", "all"))
# Whose word about a client's address is believed: networks of proxies, which put it into X-Forwarded-For.
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
if problem := proxies_problem(TRUSTED_PROXIES):
    raise ImproperlyConfigured(problem)

# --- Cookies ----------------------------------------------------------------

# Browsers take a name with this prefix only over https, for this host alone and all of it; plain http does without.
COOKIE_PREFIX = "__Host-" if ENCRYPTED else ""
SESSION_ENGINE = "portal.security.sessions"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENCRYPTED
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True

# --- Language and time ------------------------------------------------------

LANGUAGE_CODE = env("LANGUAGE_CODE", default="en-gb")
TIME_ZONE = env("TIME_ZONE", default="UTC")
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
USE_TZ = True

# --- Static files and media -------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = env("MEDIA_URL", default="/media/")
MEDIA_ROOT = DATA_DIR / "media"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

MEDIA_S3_BUCKET = env("MEDIA_S3_BUCKET", default="")
if MEDIA_S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": MEDIA_S3_BUCKET,
            "endpoint_url": env("MEDIA_S3_ENDPOINT_URL", default="") or None,
            "region_name": env("MEDIA_S3_REGION", default="") or None,
            "access_key": env("MEDIA_S3_ACCESS_KEY", default="") or None,
            "secret_key": env("MEDIA_S3_SECRET_KEY", default="") or None,
            # With MEDIA_URL at a CDN the pictures' addresses lead there, else to the bucket itself.
            "custom_domain": MEDIA_URL.partition("://")[2].strip("/") or None,
            "querystring_auth": False,
            "default_acl": None,
            "file_overwrite": False,
            "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
        },
    }

# --- Background tasks -------------------------------------------------------

TASKS_BACKEND = env("TASKS_BACKEND", default="immediate")
TASKS = {
    "default": {
        "BACKEND": {
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
            "database": "django_tasks_db.DatabaseBackend",
        }[TASKS_BACKEND]
    }
}

# --- Wagtail ----------------------------------------------------------------

WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "portal.PortalDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["audio/mpeg", "audio/wav", "audio/x-wav", "audio/ogg", "audio/mp4"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "m4a", "mp3", "ogg", "pdf", "txt", "wav", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.uploads.DocumentForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.uploads.PictureForm"
PICTURE_MAX_SIDE = 16_000
PICTURE_MAX_FRAMES = 200
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 74
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Old addresses are kept by `news.addresses`, which looks whether anybody could have known them.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_AUTOSAVE_INTERVAL = 5000
WAGTAIL_FINISH_WORKFLOW_ACTION = "news.desk.last_approval.publish"
# What an import makes of another system's plain pages. The newsroom itself knows no such type.
INTAKE_PAGE_MODEL = "home.StandardPage"
WAGTAILEMBEDS_FINDERS = []

SEARCH_CONFIG = env("SEARCH_CONFIG", default="english")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
if POSTGRESQL:
    WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"] = SEARCH_CONFIG

OPENSEARCH_URL = env("OPENSEARCH_URL", default="")
if OPENSEARCH_URL:
    WAGTAILSEARCH_BACKENDS["default"] = {
        "BACKEND": "wagtail.search.backends.opensearch3",
        "URLS": [OPENSEARCH_URL],
        "INDEX_PREFIX": env("OPENSEARCH_INDEX_PREFIX", default="portal_"),
        "TIMEOUT": 5,
    }

# --- What machines are told ----------------------------------------------------

WEBSUB_HUB_URL = env("WEBSUB_HUB_URL", default="")
INDEXNOW_KEY = env("INDEXNOW_KEY", default="")
INDEXNOW_ENDPOINT = env("INDEXNOW_ENDPOINT", default="https://api.indexnow.org/indexnow")

# --- Links in stories ---------------------------------------------------------

# Whether the clock asks other sites if what stories link to is still there.
LINK_CHECKS = env.bool("LINK_CHECKS", default=False)

# --- E-mail -----------------------------------------------------------------

EMAIL = env.email_url("EMAIL_URL", default="consolemail://")
vars().update({name: value for name, value in EMAIL.items() if value is not None and name != "OPTIONS"})
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="newsroom@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- Network ----------------------------------------------------------------

# "host:port" each: what the portal may ask although it is not on the public internet, or on an unusual port.
OUTGOING_ALLOWED_PRIVATE_HOSTS = OWN_CACHES.union(env.list("OUTGOING_ALLOWED_PRIVATE_HOSTS", default=[]))

# --- Logs -------------------------------------------------------------------

DEFAULT_EXCEPTION_REPORTER_FILTER = "portal.security.reports.ReportFilter"
LOG_FORMAT = env.str("LOG_FORMAT", default="text", choices=("text", "json"))
LOG_LEVEL = env("LOG_LEVEL", default="INFO").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {
            "()": "portal.logs.TextFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
        "json": {"()": "portal.logs.JsonFormatter"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL},
        # Every 404 and 403 is a warning to Django; a public site has thousands a day.
        "django.request": {"level": "ERROR"},
        # Two lines for every row that the search index learns; the worker process turns them up by itself.
        "django_tasks": {"level": "WARNING"},
    },
}
