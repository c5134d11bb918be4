"""Settings: what production refuses, what https changes, and that every variable stands in the manual."""

import ast
import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.logs import JsonFormatter
from portal.settings.guard import refusal

ROOT = Path(__file__).resolve().parent.parent.parent
KEY = "k3y-for-tests-" + "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGH"
SOUND = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "news.example", "SITE_URL": "https://news.example"}


def clean_environment(**more):
    """Return the least environment a process needs, and nothing of the developer's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **more}


def production(expression, tmp_path, **more):
    """Return one expression over the production settings, evaluated in a fresh process."""
    code = f"import json; from portal.settings import production as s; print(json.dumps({expression}, default=str))"
    env = clean_environment(**{**SOUND, "DATA_DIR": str(tmp_path), **more})
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


# --- Refusals ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"key": ""}, "SECRET_KEY is not set"),
        ({"key": "short"}, "SECRET_KEY is shorter than 50"),
        ({"key": "a" * 80}, "too plain"),
        ({"key": "development-only-key-never-used-in-production-0123456789"}, "everybody knows"),
        ({"key": "django-insecure-0123456789abcdefghijklmnopqrstuvwxyz0123456789"}, "everybody knows"),
        ({"key": "CHANGEME" * 8}, "everybody knows"),
        ({"hosts": []}, "ALLOWED_HOSTS is empty"),
        ({"hosts": ["news.example", "*"]}, "ALLOWED_HOSTS contains *"),
        ({"debug": True}, "DEBUG is on"),
    ],
)
def test_what_production_refuses(given, said):
    line = refusal(**{"key": KEY, "hosts": ["news.example"], "debug": False, **given})
    assert said in line
    assert "\n" not in line


def test_a_sound_configuration_is_not_refused():
    assert refusal(key=KEY, hosts=["news.example"], debug=False) == ""


def test_every_fault_is_named_at_once():
    line = refusal(key="", hosts=["*"], debug=True)
    assert all(name in line for name in ("SECRET_KEY", "ALLOWED_HOSTS", "DEBUG"))


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "manage.py", "migrate"],
        [sys.executable, "manage.py", "check"],
        [sys.executable, "manage.py", "clock", "--once"],
        [sys.executable, "-m", "gunicorn", "portal.wsgi"],
    ],
    ids=lambda command: command[2],
)
def test_the_refusal_is_one_line_and_no_traceback(command, tmp_path):
    env = clean_environment(**{**SOUND, "ALLOWED_HOSTS": "*", "PORT": "0", "DATA_DIR": str(tmp_path)})
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)
    said = (done.stdout + done.stderr).strip().splitlines()
    assert done.returncode != 0
    assert [line for line in said if line.startswith("portal: ALLOWED_HOSTS contains *")] == said


# --- Encryption -------------------------------------------------------------

NAMES = "[s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME]"
COOKIES = "[s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS]"


def test_an_https_site_insists_on_it(tmp_path):
    assert production(COOKIES, tmp_path) == [True, True, True, 31536000]


def test_a_site_on_plain_http_lets_people_sign_in(tmp_path):
    assert production(COOKIES, tmp_path, SITE_URL="http://127.0.0.1:8000") == [False, False, False, 0]


def test_cookies_of_an_https_site_belong_to_its_host_alone(tmp_path):
    assert production(NAMES, tmp_path) == ["__Host-sessionid", "__Host-csrftoken"]
    assert production(NAMES, tmp_path, SITE_URL="http://127.0.0.1:8000") == ["sessionid", "csrftoken"]


def test_the_deployment_check_is_clean(tmp_path):
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    env = clean_environment(DATA_DIR=str(tmp_path), **SOUND)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- What the environment changes --------------------------------------------


def test_the_database_is_a_file_in_the_data_directory_also_with_odd_letters(tmp_path):
    place = tmp_path / "a #1 100% dir?"
    assert production("s.DATABASES['default']['NAME']", tmp_path, DATA_DIR=str(place)) == str(place / "portal.sqlite3")
    assert production("s.DATABASES['default']['OPTIONS']['transaction_mode']", tmp_path) == "IMMEDIATE"


def test_the_data_directory_is_made_and_only_its_owner_looks_inside(tmp_path):
    place = tmp_path / "new" / "var"
    production("s.DEBUG", tmp_path, DATA_DIR=str(place))
    assert place.stat().st_mode & 0o777 == 0o700
    command = [sys.executable, "manage.py", "check"]
    env = clean_environment(**{**SOUND, "DATA_DIR": "/dev/null/var"})
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "portal: DATA_DIR=/dev/null/var cannot be made: Not a directory\n")


def test_a_postgresql_database(tmp_path):
    found = production("s.DATABASES['default']", tmp_path, DATABASE_URL="postgres://me:pass@db.example:5433/news")
    assert found["ENGINE"] == "portal.postgresql"
    assert (found["NAME"], found["HOST"], found["PORT"], found["USER"]) == ("news", "db.example", 5433, "me")
    assert found["CONN_HEALTH_CHECKS"] is True


def test_a_redis_that_does_not_answer_is_not_waited_for(tmp_path):
    found = production("s.CACHES['default']", tmp_path, REDIS_URL="redis://cache.example:6379/2")
    assert found["LOCATION"] == "redis://cache.example:6379/2"
    assert found["OPTIONS"]["socket_timeout"] == 0.5
    assert found["BACKEND"] == "portal.caches.ForgivingRedisCache"


def test_pictures_in_an_object_store(tmp_path):
    store = {
        "MEDIA_S3_BUCKET": "pictures",
        "MEDIA_S3_ENDPOINT_URL": "https://s3.example",
        "MEDIA_S3_REGION": "north",
        "MEDIA_S3_ACCESS_KEY": "id",
        "MEDIA_S3_SECRET_KEY": "secret",
        "MEDIA_URL": "https://cdn.example/media/",
    }
    code = "s.STORAGES['default']"
    found = production(code, tmp_path, **store)
    assert found["BACKEND"] == "storages.backends.s3.S3Storage"
    assert found["OPTIONS"]["custom_domain"] == "cdn.example/media"
    address = (
        "(__import__('django').setup(), __import__('django.core.files.storage', fromlist=['x'])"
        ".default_storage.url('images/fox.webp'))[1]"
    )
    assert production(address, tmp_path, **store) == "https://cdn.example/media/images/fox.webp"


def test_search_in_a_cluster(tmp_path):
    found = production("s.WAGTAILSEARCH_BACKENDS['default']", tmp_path, OPENSEARCH_URL="https://search.example:9200")
    assert found["BACKEND"] == "wagtail.search.backends.opensearch3"
    assert found["URLS"] == ["https://search.example:9200"]


def test_mail(tmp_path):
    mail = "[s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_HOST_USER, s.EMAIL_HOST_PASSWORD, s.EMAIL_USE_TLS]"
    given = "smtp+tls://desk%40news.example:p%2Fw@mail.example:587"
    assert production(mail, tmp_path, EMAIL_URL=given) == ["mail.example", 587, "desk@news.example", "p/w", True]
    assert production("s.EMAIL_BACKEND", tmp_path).endswith("console.EmailBackend")


def test_errors_are_reported_only_where_somebody_asked_for_it(tmp_path):
    code = "__import__('sentry_sdk').is_initialized()"
    assert production(code, tmp_path) is False
    assert production(code, tmp_path, SENTRY_DSN="https://key@errors.example/1") is True
    hook = "__import__('sentry_sdk').get_client().options['before_send'].__name__"
    assert production(hook, tmp_path, SENTRY_DSN="https://key@errors.example/1") == "redacted_event"


def test_static_files_are_compressed_and_named_by_content(tmp_path):
    backend = production("s.STORAGES['staticfiles']['BACKEND']", tmp_path)
    assert backend == "whitenoise.storage.CompressedManifestStaticFilesStorage"


def test_a_json_log_line():
    try:
        raise ValueError("broken “quote”\nsecond line")
    except ValueError as error:
        record = logging.LogRecord("portal", logging.ERROR, __file__, 1, "Story %s", (7,), (type(error), error, None))
    record.status_code = 500
    line = JsonFormatter().format(record)
    assert "\n" not in line
    found = json.loads(line)
    assert (found["level"], found["logger"], found["message"], found["status_code"]) == (
        "ERROR",
        "portal",
        "Story 7",
        500,
    )
    assert "second line" in found["exception"]


# --- The manual ---------------------------------------------------------------

SOURCES = [
    ROOT / "portal/settings/base.py",
    ROOT / "portal/settings/production.py",
    ROOT / "gunicorn.conf.py",
    ROOT / "portal/bootstrap/preflight.py",
    ROOT / "portal/bootstrap/steps.py",
]
READERS = {"env", "environ"}


def variables_read():
    """Return every environment variable that settings, gunicorn and the launcher read."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = ast.unparse(node.func)
                root = called.split(".")[0]
                if root in READERS or called.startswith("os.environ"):
                    found.add(node.args[0].value)
    return {name for name in found if isinstance(name, str) and re.fullmatch(r"[A-Z][A-Z0-9_]+", name)}


def variables_documented():
    """Return the names in the first column of the manual's table."""
    rows = re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs/operating.md").read_text(), re.M)
    assert len(rows) == len(set(rows)), "a variable stands in the table twice"
    return set(rows)


# Read by gunicorn itself, and by the tests: in the table, but in none of our sources.
ELSEWHERE = {"FORWARDED_ALLOW_IPS", "CHROMIUM", "DJANGO_SETTINGS_MODULE"}
# Cleaned away by the launcher so that they cannot reach its children.
CLEANED = {"PYTHONHOME", "PYTHONPATH"}


def test_every_variable_stands_in_the_one_table():
    assert variables_read() - CLEANED == variables_documented() - ELSEWHERE


def test_what_is_pinned_is_what_is_asked_for():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = (ROOT / "requirements.txt").read_text().lower()
    tools = (ROOT / "requirements-dev.txt").read_text().lower()
    explained = (ROOT / "docs/dependencies.md").read_text()
    for asked in project["dependencies"]:
        name, version = re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)", asked).groups()
        assert f"\n{name.lower()}=={version}\n" in pinned
        assert f"| {name} |" in explained, f"{name} is not argued for in docs/dependencies.md"
    for asked in project["optional-dependencies"]["dev"]:
        assert f"\n{asked.lower()}\n" in tools
    for line in pinned.splitlines():
        assert line.startswith(("#", "    #")) or re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line), line
