"""A newsroom with its roles, for the journeys of its people."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import Page

from news.desk.roles import ROLES
from tests.browser.clicks import count_clicks
from tests.browser.test_publishing import PASSWORD, forget_what_wagtail_said, sign_in
from tests.builders import make_author_index, make_corrections_page, make_section, make_topic_index, make_user


@dataclass
class Newsroom:
    """What every journey may stand on."""

    film: Page
    health: Page


@pytest.fixture
def newsroom():
    """Two desks, and the groups, rights and workflows that the command of the handbook gives them."""
    newsroom = Newsroom(make_section("Film"), make_section("Health", health=True))
    make_author_index()
    make_corrections_page()
    make_topic_index()
    call_command("set_up_desk")
    return newsroom


def colleague(role, name=""):
    """Return an account with a role and nothing else."""
    name = name or role.replace(" ", "-")
    return make_user(name, password=PASSWORD, groups=[Group.objects.get(name=ROLES[role].name)])


@pytest.fixture
def seat(open_tab):
    """Offer a function that seats an account at a browser of its own, signed in, its clicks counted."""
    tabs = []

    def seated(user):
        tab = open_tab()
        tabs.append(tab)
        sign_in(tab, user.username)
        count_clicks(tab)
        return tab

    yield seated
    for tab in tabs:
        forget_what_wagtail_said(tab)


def open_editor(tab, page):
    """Open a page's editor, and wait until its menus work."""
    tab.goto(f"/admin/pages/{page.pk}/edit/")
    tab.wait_for_load_state("networkidle")
