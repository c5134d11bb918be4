"""Links that lead nowhere: found politely, shown to the desk, and never in the way."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from news.desk.problems import DEAD_LINK, with_problem
from news.desk.roles import set_up_role
from news.links import checking, manners
from news.links.checking import check, check_due
from news.models import ArticlePage, OutgoingLink, StoryLink
from news.standards import gate
from portal import clock
from tests.builders import make_article, make_section, make_user, paragraph, publish, stream
from tests.portal.security.test_outgoing import say, serving

pytestmark = pytest.mark.django_db


def linking(*addresses, **fields):
    """Return a story with links to the addresses."""
    links = " ".join(f'<a href="{address}">there</a>' for address in addresses)
    return make_article(body=[paragraph(links)], **fields)


def found(story):
    return [finding for finding in gate.findings(story) if finding.code == "dead-link"]


def robots(text, reply):
    """Return what a site replies that has this robots.txt, and otherwise replies so."""
    return lambda handler: (say(body=text.encode()) if handler.path == "/robots.txt" else reply)(handler)


def paths(server):
    return [path for _method, path, _headers, _body in server.asked]


def dead(address, **fields):
    """Write down that a link has been dead for a week."""
    week_ago = clock.now() - timedelta(days=7)
    values = {"status": 404, "failures": 3, "failing_since": week_ago, "checked_at": week_ago} | fields
    OutgoingLink.objects.filter(address=address).update(**values)


@pytest.fixture
def server(settings):
    """A site elsewhere that the portal may ask."""
    with serving(say()) as server:
        settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = {server.host}
        settings.LINK_CHECKS = True
        yield server


# --- Which links there are --------------------------------------------------------


def test_links_in_the_text_and_of_sources_are_written_down_when_a_story_is_published():
    linking(
        "https://one.example/?a=1&amp;b=2#part",
        sources=[{"kind": "trial", "title": "A trial", "doi": "10.1/2"}],
    )
    assert set(OutgoingLink.objects.values_list("address", "host")) == {
        ("https://one.example/?a=1&b=2", "one.example"),
        ("https://doi.org/10.1/2", "doi.org"),
    }


def test_mail_addresses_and_pages_of_ours_are_no_links_elsewhere():
    make_article(body=[paragraph('<a href="mailto:a@b.example">a</a> <a linktype="page" id="1">b</a>')])
    assert not OutgoingLink.objects.exists()


def test_a_draft_is_not_asked_about():
    linking("https://secret.example/", live=False)
    assert not OutgoingLink.objects.exists()


def test_what_a_story_links_to_no_longer_is_forgotten():
    story = linking("https://one.example/")
    story.body = stream([paragraph('<a href="https://two.example/">x</a>')])
    publish(story)
    assert [row.link.address for row in StoryLink.objects.all()] == ["https://two.example/"]
    assert [link.address for link in OutgoingLink.objects.due()] == ["https://two.example/"]


def test_a_story_that_is_taken_off_is_not_asked_about():
    linking("https://one.example/").unpublish()
    assert not OutgoingLink.objects.due().exists()


def test_the_command_takes_in_stories_that_came_in_at_once(capsys):
    linking("https://one.example/")
    OutgoingLink.objects.all().delete()
    call_command("check_links", "--all")
    assert OutgoingLink.objects.count() == 1
    assert "nobody is asked" in capsys.readouterr().out


# --- Asking -----------------------------------------------------------------------


def test_nobody_is_asked_unless_the_setting_says_so(server, settings):
    linking(server.url)
    settings.LINK_CHECKS = False
    call_command("check_links")
    assert server.asked == []


def test_a_link_that_answers_rests_for_a_month(server):
    linking(server.url)
    call_command("check_links")
    link = OutgoingLink.objects.get()
    assert (link.status, link.failures, link.problem) == (200, 0, "")
    assert link.next_at - link.checked_at == timedelta(days=30)
    assert [(method, path) for method, path, _headers, _body in server.asked] == [("GET", "/robots.txt"), ("HEAD", "/")]
    assert all(headers["User-Agent"].startswith("NewsPortal/") for _m, _p, headers, _b in server.asked)


def test_one_address_of_a_host_is_asked_in_a_round(server):
    linking(f"{server.url}a", f"{server.url}b")
    assert len(list(check_due())) == 1
    assert len(list(check_due())) == 1
    assert len(list(check_due())) == 0


def test_a_server_that_knows_no_head_is_asked_for_the_page(server):
    server.reply = lambda handler: say(405 if handler.command == "HEAD" else 200)(handler)
    linking(server.url)
    call_command("check_links")
    assert OutgoingLink.objects.get().status == 200


@pytest.mark.parametrize("status", [401, 403, 429, 451])
def test_whoever_keeps_us_out_is_there(server, status):
    server.reply = say(status)
    linking(server.url)
    call_command("check_links")
    assert OutgoingLink.objects.get().failures == 0


@pytest.mark.parametrize(("status", "failures"), [(404, 2), (410, 2), (500, 4), (503, 4)])
def test_a_link_is_dead_after_several_failures_and_not_after_one(server, status, failures):
    server.reply = say(status)
    linking(server.url)
    link = OutgoingLink.objects.get()
    for _time in range(failures):
        assert not OutgoingLink.objects.dead().exists()
        check(link)
    assert OutgoingLink.objects.dead().get() == link


def test_questions_come_less_often_the_longer_nobody_answers(server):
    server.reply = say(404)
    linking(server.url)
    link = OutgoingLink.objects.get()
    pauses = []
    for _time in range(5):
        check(link)
        pauses.append(link.next_at - link.checked_at)
    assert pauses == [timedelta(hours=2), *(timedelta(days=days) for days in (1, 3, 7, 7))]


def test_a_link_that_comes_back_is_forgiven(server):
    linking(server.url)
    dead(server.url)
    check(OutgoingLink.objects.get())
    assert not OutgoingLink.objects.dead().exists()


def test_an_address_inside_our_own_network_is_not_asked_and_counts_as_dead(server, settings):
    settings.OUTGOING_ALLOWED_PRIVATE_HOSTS = set()
    linking(server.url)
    link = OutgoingLink.objects.get()
    check(link)
    assert server.asked == []
    assert link.failures == 1 and link.problem


def test_what_a_site_keeps_from_robots_is_not_asked_and_counts_as_alive(server):
    server.reply = robots("User-agent: *\nDisallow: /private/", say(404))
    linking(f"{server.url}private/a")
    link = OutgoingLink.objects.get()
    check(link)
    assert paths(server) == ["/robots.txt"]
    assert (link.status, link.failures, link.problem) == (None, 0, "")


def test_a_site_may_name_this_portal_alone(server):
    server.reply = robots("User-agent: NewsPortal\nDisallow: /\n\nUser-agent: *\nDisallow:", say(404))
    linking(f"{server.url}a")
    check(OutgoingLink.objects.get())
    assert paths(server) == ["/robots.txt"]


def test_a_site_is_asked_for_its_rules_once_a_day(server):
    linking(f"{server.url}a", f"{server.url}b")
    for link in OutgoingLink.objects.order_by("address"):
        check(link)
    assert paths(server) == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize("status", [404, 403])
def test_a_site_without_rules_may_be_asked_anything(server, status):
    server.reply = lambda handler: say(status if handler.path == "/robots.txt" else 200)(handler)
    linking(f"{server.url}a")
    check(OutgoingLink.objects.get())
    assert paths(server) == ["/robots.txt", "/a"]


def test_a_site_whose_rules_are_too_large_to_read_is_left_alone(server):
    server.reply = robots("#" * (manners.LARGEST + 1), say())
    linking(f"{server.url}a")
    check(OutgoingLink.objects.get())
    assert paths(server) == ["/robots.txt"]


@pytest.mark.parametrize(
    ("reply", "seconds"),
    [
        (lambda: robots("User-agent: *\nCrawl-delay: 600", say()), 600),
        (lambda: robots("", say(429, Retry_After="7200")), 7200),
        (lambda: robots("", say(503, Retry_After="99999999999999")), 24 * 3600),
    ],
)
def test_a_site_is_left_in_peace_for_as_long_as_it_asks(server, reply, seconds):
    server.reply = reply()
    linking(f"{server.url}a", f"{server.url}b")
    first, second = OutgoingLink.objects.order_by("address")
    check(first)
    second.refresh_from_db()
    assert second.next_at == first.checked_at + timedelta(seconds=seconds)
    assert paths(server).count("/a") == 1


def test_two_clocks_do_not_ask_twice(monkeypatch):
    asked = []
    monkeypatch.setattr(checking, "check", lambda link: asked.append(link.host))
    linking("https://one.example/", "https://two.example/")
    first, second = check_due(), check_due()
    next(first)
    assert len(list(second)) == 1
    assert list(first) == []  # it has read of the other link before the second clock took that one
    assert sorted(asked) == ["one.example", "two.example"]


# --- What the desk sees -----------------------------------------------------------


def test_the_editor_is_warned_of_a_dead_link_with_the_date_and_the_answer():
    story = linking("https://one.example/")
    dead("https://one.example/")
    [finding] = found(story)
    assert "https://one.example/" in finding.message and "gone (404)" in finding.message
    assert not finding.blocks


def test_a_link_that_the_draft_has_lost_is_no_finding():
    story = linking("https://one.example/")
    dead("https://one.example/")
    story.body = stream([paragraph("Nothing.")])
    assert not found(story)


def test_a_link_to_a_page_that_is_not_public_is_found_without_the_network():
    draft, public = make_article("Not yet", live=False), make_article("There")
    links = "".join(f'<a linktype="page" id="{key}">x</a>' for key in (draft.pk, public.pk, 999_999_999))
    messages = [finding.message for finding in found(make_article(body=[paragraph(links)]))]
    assert len(messages) == 2
    assert "“Not yet”" in messages[0] and "deleted" in messages[1]


def report(client):
    return client.get(reverse("news_dead_links:index")).content.decode()


def test_the_report_names_story_link_and_answer(client):
    linking("https://one.example/", "https://two.example/", title="The envelope")
    dead("https://one.example/")
    client.force_login(make_user(superuser=True))
    page = report(client)
    assert "The envelope" in page and "https://one.example/" in page and "https://two.example/" not in page


def test_the_report_shows_an_editor_their_own_sections_only(client):
    film, music = make_section("Film"), make_section("Music")
    linking("https://one.example/", section=music, title="Of others")
    dead("https://one.example/")
    client.force_login(make_user(groups=[set_up_role("section editor", [film])]))
    assert "Of others" not in report(client)


def test_the_dashboard_counts_stories_with_dead_links():
    story = linking("https://one.example/")
    assert not with_problem(ArticlePage.objects.all(), DEAD_LINK).exists()
    dead("https://one.example/")
    assert with_problem(ArticlePage.objects.all(), DEAD_LINK).get() == story


def test_a_story_with_a_dead_link_is_published(server):
    story = linking("https://one.example/")
    dead("https://one.example/")
    assert ArticlePage.objects.get(pk=publish(story).pk).live
