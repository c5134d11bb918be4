"""What every test may ask for, and two rules: nothing is skipped in CI, and a browser's console stays silent."""

import contextlib
import os
import shutil
import time

import hypothesis
import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection

CI = bool(os.environ.get("CI"))
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
BROWSER_TIMEOUT = 15_000
DEMO_TIMEOUT = 60_000

# An example that takes long on a busy machine is no failure; the rest is as the machine would have it, in CI too.
hypothesis.settings.register_profile("portal", hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("portal")


# --- Rules ------------------------------------------------------------------


def pytest_collection_modifyitems(items):
    """Leave the browser tests out on a machine that has no Chromium."""
    if CHROMIUM:
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium here: install it, or name it in CHROMIUM"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Count a skipped test as a failure in CI: there, everything is installed."""
    report = yield
    return _no_skip_in_ci(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Count a skipped test module as a failure in CI, too."""
    report = yield
    return _no_skip_in_ci(report)


def _no_skip_in_ci(report):
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and CI skips nothing: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def empty_cache():
    """Start every test with an empty cache, wherever it is kept."""
    cache.clear()


# --- Browser ----------------------------------------------------------------


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """Offer one real Chromium to all browser tests of the run: the system's own, nothing is downloaded."""
    from playwright.sync_api import expect, sync_playwright

    # Playwright keeps an event loop in this thread, and Django would refuse to touch the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=BROWSER_TIMEOUT)
    migrated = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as driver:
        # Django opens another connection there, which has to know the data that each test begins with.
        connection._test_serialized_contents = migrated
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def under_way(monkeypatch):
    """Offer the set of requests that the live server is answering."""
    requests, get_response = set(), WSGIHandler.get_response

    def noted(handler, request):
        requests.add(request)
        try:
            return get_response(handler, request)
        finally:
            requests.discard(request)

    monkeypatch.setattr(WSGIHandler, "get_response", noted)
    return requests


@pytest.fixture
def open_tab(chromium, live_server, django_db_serialized_rollback, under_way):
    """Offer a function that opens an empty tab on the live site, each as in a browser of its own.

    The test fails if a console says anything or the server fails. A test that means to provoke a complaint
    empties the tab's ``complaints`` afterwards.
    """
    tabs = []

    def opened():
        context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(BROWSER_TIMEOUT)
        tab = context.new_page()
        tab.complaints = []
        tab.on("console", lambda message: tab.complaints.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: tab.complaints.append(f"uncaught: {error}"))
        tab.on("response", lambda response: _note_failure(tab, response))
        tabs.append(tab)
        return tab

    yield opened
    complaints = [said for tab in tabs for said in tab.complaints]
    for tab in tabs:
        tab.context.close()
    # An editor's tab saves by itself until it is closed: the tables are emptied when that is done.
    deadline = time.monotonic() + BROWSER_TIMEOUT / 1000
    while under_way and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def browser_page(open_tab):
    """Offer one empty tab on the live site."""
    return open_tab()


def _note_failure(tab, response):
    if response.status >= 500:
        tab.complaints.append(f"{response.status}: {response.url}")


# --- The demo ----------------------------------------------------------------


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """Offer the demo newsroom, served by a real gunicorn; it is built once, for tests that only read.

    They belong into the group ``demo-site``, so that one process of the run builds it.
    """
    from tests.demo_site import DemoSite

    site = DemoSite(tmp_path_factory.mktemp("demo-site"))
    site.build()
    with site.served():
        yield site


@pytest.fixture
def visit(chromium, demo_site):
    """Offer a function that opens a page of the demo on a device: ``visit("/", width=390, color_scheme="dark")``."""
    with contextlib.ExitStack() as visits:

        def opened(path="/", width=390, base_url=demo_site.url, **device):
            context = chromium.new_context(base_url=base_url, viewport={"width": width, "height": 900}, **device)
            visits.callback(context.close)
            context.set_default_timeout(DEMO_TIMEOUT)
            page = context.new_page()
            page.goto(path)
            return page

        yield opened
