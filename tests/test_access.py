"""Who gets what, at every address: each URL pattern × role × state of a page against the one table that declares it.

An address that the table does not know fails here, and so does a line of the
table without an address. ``tests/access_table.py`` says how to read and add a line.
"""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern
from django.utils.regex_helper import normalize
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Collection, PageViewRestriction, Site, Task, Workflow

from news.desk.roles import set_up_role
from news.models import BreakingNews, ErrorReport, ImportRun
from portal import clock
from portal.outbox.models import OutboxEntry
from tests.access_table import ROLES, STATES, TABLE
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_correction,
    make_document,
    make_image,
    make_live_blog,
    make_section,
    make_update,
    make_user,
    restrict,
    schedule,
)

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
OF_A_PAGE = {"page_id", "parent_page_id", "page_to_move_id", "page_pk", "revision_id"}
TREE = "<_0>"
PAGES = "wagtailadmin_pages"
# Named where nothing in the newsroom stands behind a parameter: no row of any database ever has this key, whereas 1
# is somebody on a fresh SQLite and nobody on a PostgreSQL whose sequences have moved on.
NOTHING = 987_654_321


# --- Every address ----------------------------------------------------------------


def routes(resolver=None, before="", namespaces=()):
    """Return every URL pattern as ``(route, namespace)``; a route names its parameters: ``pages/<page_id>/edit/``."""
    found = []
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern.pattern, RoutePattern):
            own = PARAMETER.sub(r"<\1>", str(pattern.pattern))
        else:
            own = re.sub(r"%\((\w+)\)s", r"<\1>", normalize(pattern.pattern.regex.pattern)[0][0])
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            found += routes(pattern, before + own, inner)
        else:
            found.append((before + own, ":".join(namespaces)))
    return found


def names_a_page(route, namespace):
    """Whether the answer may depend on the state of a page."""
    named = set(PARAMETER.findall(route))
    return route == TREE or bool(OF_A_PAGE & named) or (namespace == PAGES and "pk" in named)


# --- The newsroom -----------------------------------------------------------------


class Newsroom:
    """Two sections, a story in every state, one of everything that an address may name, and somebody in every role."""

    def __init__(self):
        self.section, other = make_section("Film"), make_section("Music")
        self.author, self.image, self.document = make_author(), make_image(size=(60, 40)), make_document()
        self.pages = {
            "live": make_article("Live", section=self.section),
            "draft": make_article("Draft", section=self.section, live=False),
            "scheduled": make_article("Scheduled", section=self.section, live=False),
            "private": make_article("Private", section=self.section),
            "section B": make_article("Elsewhere", section=other),
        }
        self.pages["draft"].save_revision()
        schedule(self.pages["scheduled"], clock.now() + timedelta(days=1))
        restrict(self.pages["private"])
        self.update = make_update(make_live_blog(section=self.section))
        for story in self.pages.values():
            story.refresh_from_db()
        correction = make_correction(self.pages["live"])
        report = ErrorReport.objects.create(article=self.pages["live"], message="It seats 412.")
        line = BreakingNews.objects.create(text="Late", ends_at=clock.now() + timedelta(hours=1))
        message = OutboxEntry.objects.create(kind="ping")
        self.collection = Collection.get_first_root_node().add_child(name="Pictures of the year")
        redirect = Redirect.objects.create(old_path="/old", redirect_link="/", site=Site.objects.get())
        self.groups = {
            "author": set_up_role("reporter", [self.section]),
            "editor": set_up_role("section editor", [self.section]),
            "moderator": Group.objects.get(name="Moderators"),
        }
        self.users = {}
        self.clients = {role: self.signed_in(role) for role in ROLES}
        self.objects = {
            "image_id": self.image.pk,
            "blog_id": self.update.blog_id,
            "update_id": self.update.pk,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "redirect_id": redirect.pk,
            "query_id": Query.get("foghorn").pk,
            "collection_id": self.collection.pk,
            "destination_id": home_page().pk,
            "content_type_app_name": "news",
            "content_type_model_name": "articlepage",
            "app_name": "portal",
            "app_label": "news",
            "model_name": "publication",
            "run_id": ImportRun.objects.create(source="https://old.example", state="finished").pk,
            "restriction_id": NOTHING,
            "workflow_pk": Workflow.objects.first().pk,
            "task_id": Task.objects.first().pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "filter_spec": "max-165x165",
            "spec": "width-400",
            "action_name": "publish",
            "action": "unpublish",
            "path": "images/nothing.jpg",
            "year": f"{clock.now():%Y}",
            "month": f"{clock.now():%m}",
            "day": f"{clock.now():%d}",
            "page_view_restriction_id": PageViewRestriction.objects.get().pk,
        }
        self.keys = {
            "authors": self.author.pk,
            "breaking_news": line.pk,
            "corrections": correction.pk,
            "error_reports": report.pk,
            "news": self.pages["live"].pk,
            "outbox": message.pk,
            "wagtailsites": Site.objects.get().pk,
            "wagtailusers_users": self.users["author"].pk,
            "wagtailusers_groups": self.groups["author"].pk,
            "wagtailsettings": Site.objects.get().pk,
            "wagtailadmin_collections": self.collection.pk,
            "wagtailadmin_workflows": Workflow.objects.first().pk,
            "wagtailadmin_api:pages": self.pages["live"].pk,
            "wagtailadmin_api:images": self.image.pk,
            "wagtailadmin_api:documents": self.document.pk,
            "wagtailimages_chooser": self.image.pk,
            "wagtaildocs_chooser": self.document.pk,
            "wagtailsnippetchoosers_news_breakingnews": line.pk,
            "wagtailsnippetchoosers_news_correction": correction.pk,
            "wagtailsnippetchoosers_news_errorreport": report.pk,
            "wagtailsnippetchoosers_news_author": self.author.pk,
        }

    def signed_in(self, role):
        """Return a client that is signed in as somebody in the role."""
        client = Client(raise_request_exception=False)
        if role != "anonymous":
            groups = [self.groups[role]] if role in self.groups else []
            self.users[role] = make_user(role.replace(" ", "-"), groups=groups, superuser=role == "administrator")
            client.force_login(self.users[role])
        return client

    def ask(self, role, address):
        """Return what somebody in the role gets, signed in again should an earlier request have signed them out."""
        client = self.clients[role]
        cookies = client.cookies.copy()
        response = client.get(address)
        client.cookies = cookies
        return response

    def address(self, route, namespace, page):
        """Return an address of the pattern: about the page, where it names one."""
        if route == TREE:
            return page.url or page.get_url_parts()[2]
        if route == "documents/<_0>/<_1>":
            return self.document.url
        values = dict.fromkeys(OF_A_PAGE, page.pk) | {"revision_id": page.latest_revision_id}
        values |= {"parent_page_id": page.get_parent().pk, "pk": page.pk if namespace == PAGES else NOTHING}
        values |= self.objects | ({"pk": self.keys[namespace]} if namespace in self.keys else {})
        if route.startswith("admin/users/<pk>/"):
            values["pk"] = self.users["author"].pk
        return "/" + PARAMETER.sub(lambda found: str(values.get(found[1], NOTHING)), route)


# --- The answers ------------------------------------------------------------------


def letter(response):
    """Return the letter of an answer, as the table has it."""
    location = response.get("Location", "")
    if response.status_code in {301, 302, 307, 308}:
        if location.startswith(reverse("wagtailadmin_login")):
            return "s"
        return "x" if location == reverse("wagtailadmin_home") else "r"
    if (
        response.status_code == 200
        and not response.streaming
        and b'autocomplete="current-password"' in response.content
    ):
        return "p" if reverse("wagtailadmin_login") != response.request["PATH_INFO"] else "o"
    known = {200: "o", 400: "b", 403: "x", 404: "-", 405: "m", 500: "E", 503: "o"}
    return known.get(response.status_code, f"<{response.status_code}>")


def measured(newsroom, route, namespace):
    """Return what the table should say of a route: six letters, or six for each state where they differ."""
    states = STATES if names_a_page(route, namespace) else STATES[:1]
    answers = []
    for state in states:
        address = newsroom.address(route, namespace, newsroom.pages[state])
        answers.append("".join(letter(newsroom.ask(role, address)) for role in ROLES))
    return answers[0] if len(set(answers)) == 1 else " ".join(answers)


def test_every_address_stands_in_the_table_and_nothing_else_does():
    known = {route for route, _namespace in routes()}
    assert known - set(TABLE) == set(), "not declared: see the top of tests/access_table.py"
    assert set(TABLE) - known == set(), "declared, and no address any more"


@pytest.fixture
def unrendered_admin(monkeypatch):
    """Leave the admin's templates out, which take nine tenths of the time: who may see a screen is settled before."""
    rendered = SimpleTemplateResponse.rendered_content.fget

    def content(response):
        return "" if response._request.path.startswith("/admin/") else rendered(response)

    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", property(content))


@pytest.mark.django_db
def test_every_address_answers_every_role_as_declared(unrendered_admin):
    newsroom = Newsroom()
    wrong = []
    for route, namespace in dict(routes()).items():
        answer = measured(newsroom, route, namespace)
        if answer != TABLE.get(route):
            wrong.append(f'    "{route}": "{answer}",  # declared: {TABLE.get(route)}')
    assert not wrong, "answered otherwise than declared:\n" + "\n".join(wrong)
