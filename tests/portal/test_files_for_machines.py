"""The small files that machines ask for: robots.txt, security.txt, ads.txt, llms.txt, the search's description."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from lxml import etree
from protego import Protego
from wagtail.models import Site

from portal import clock
from portal.crawlers import CrawlerSettings
from portal.site_settings import Publication
from tests.builders import make_user

pytestmark = pytest.mark.django_db

KEY = "0123456789abcdef0123456789abcdef"
ADS = "adnetwork.example, 12345, DIRECT, f08c47fec0942fa0\nOWNERDOMAIN=velour.example\n# the end"
LLMS = "# Velour & Tonic\n\n> Film and health.\n\n- [About us](https://velour.example/about/)\n"


def site():
    return Site.objects.get(is_default_site=True)


def told(**fields):
    return CrawlerSettings.objects.create(site=site(), **fields)


def text(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


# --- robots.txt ------------------------------------------------------------------


def test_crawlers_may_read_everything_but_the_admin_and_are_told_of_the_sitemaps(client):
    robots = Protego.parse(text(client, "/robots.txt"))
    for path in ("/", "/film/", "/search/?q=bell", "/feed/", "/media/images/a.jpg", "/_cut/a/1/b", "/static/a.css"):
        assert robots.can_fetch(f"http://localhost{path}", "Googlebot"), path
    assert not robots.can_fetch("http://localhost/admin/login/", "Googlebot")
    assert list(robots.sitemaps) == ["http://localhost/sitemap.xml", "http://localhost/sitemap-news.xml"]


def test_crawlers_for_training_can_be_refused_and_those_that_answer_stay_welcome(client):
    told(ai_training="refuse", ai_answers="allow")
    content = text(client, "/robots.txt")
    robots = Protego.parse(content)
    for agent in ("GPTBot", "CCBot", "Google-Extended", "ClaudeBot"):
        assert not robots.can_fetch("http://localhost/film/", agent), agent
    for agent in ("Googlebot", "OAI-SearchBot", "PerplexityBot"):
        assert robots.can_fetch("http://localhost/film/", agent), agent
    assert "Content-Signal: search=yes, ai-input=yes, ai-train=no" in content


def test_single_crawlers_and_paths_can_be_closed(client):
    told(refused_crawlers="BadBot\n\nWorseBot", closed_paths="/internal/")
    robots = Protego.parse(text(client, "/robots.txt"))
    assert not robots.can_fetch("http://localhost/", "BadBot")
    assert not robots.can_fetch("http://localhost/", "WorseBot")
    assert not robots.can_fetch("http://localhost/internal/a/", "Googlebot")
    assert robots.can_fetch("http://localhost/film/", "Googlebot")


@pytest.mark.parametrize(
    "fields",
    [
        {"refused_crawlers": "Bad Bot"},
        {"refused_crawlers": "*"},
        {"refused_crawlers": "Bot\nDisallow: /"},
        {"closed_paths": "internal/"},
        {"closed_paths": "/a b/"},
        {"ads_txt": "adnetwork.example, 12345"},
        {"ads_txt": "hello"},
        {"llms_txt": "Velour & Tonic"},
        {"security_contact": "ring the bell"},
    ],
)
def test_what_machines_would_not_understand_is_refused_with_words(fields):
    with pytest.raises(ValidationError) as refusal:
        CrawlerSettings(site=site(), **fields).full_clean()
    assert list(refusal.value.message_dict) == list(fields)


def test_what_machines_understand_is_taken():
    CrawlerSettings(
        site=site(),
        ai_training="refuse",
        refused_crawlers="BadBot\nWorse.Bot-2",
        closed_paths="/internal/\n/*.pdf$",
        security_contact="https://velour.example/security/",
        ads_txt=ADS,
        llms_txt=LLMS,
    ).full_clean()


def test_editors_find_the_files_among_the_settings(client):
    client.force_login(make_user(superuser=True))
    response = client.get(f"/admin/settings/portal/crawlersettings/{site().pk}/")
    assert response.status_code == 200
    assert "robots.txt" in response.content.decode()


# --- security.txt ----------------------------------------------------------------


def test_without_anybody_to_tell_there_is_no_security_txt(client):
    assert client.get("/.well-known/security.txt").status_code == 404


def test_security_txt_names_whom_to_tell_and_when_it_expires(client):
    told(security_contact="security@velour.example", security_policy="https://velour.example/security/")
    lines = dict(line.split(": ", 1) for line in text(client, "/.well-known/security.txt").splitlines())
    expires = datetime.strptime(lines.pop("Expires"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=100) < expires - clock.now() < timedelta(days=365)
    assert lines == {
        "Contact": "mailto:security@velour.example",
        "Preferred-Languages": "en",
        "Canonical": "http://localhost/.well-known/security.txt",
        "Policy": "https://velour.example/security/",
    }


def test_the_public_address_of_the_publication_will_do(client):
    Publication.objects.update_or_create(site=site(), defaults={"contact_email": "desk@velour.example"})
    assert "Contact: mailto:desk@velour.example" in text(client, "/.well-known/security.txt")


@pytest.mark.parametrize("month", range(1, 13))
def test_security_txt_expires_within_the_year_in_every_month(client, monkeypatch, month):
    moment = datetime(2027, month, 28, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)
    told(security_contact="security@velour.example")
    content = text(client, "/.well-known/security.txt")
    expires = datetime.strptime(content.split("Expires: ")[1][:20], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=150) < expires - moment < timedelta(days=220)


def test_the_old_address_of_security_txt_leads_to_the_new_one(client):
    response = client.get("/security.txt")
    assert (response.status_code, response["Location"]) == (301, "/.well-known/security.txt")


# --- ads.txt, llms.txt, IndexNow, search -------------------------------------------


@pytest.mark.parametrize(("path", "field", "content"), [("/ads.txt", "ads_txt", ADS), ("/llms.txt", "llms_txt", LLMS)])
def test_a_file_is_there_as_soon_as_it_says_something(client, path, field, content):
    assert client.get(path).status_code == 404
    told(**{field: content})
    assert text(client, path).strip() == content.strip()


def test_the_key_for_search_engines_stands_under_its_own_name(client, settings):
    settings.INDEXNOW_KEY = KEY
    assert text(client, f"/{KEY}.txt") == KEY
    assert client.get("/0123456789.txt").status_code == 404
    settings.INDEXNOW_KEY = ""
    assert client.get(f"/{KEY}.txt").status_code == 404


def test_a_browser_can_add_our_search(client):
    Publication.objects.update_or_create(site=site(), defaults={"name": "Velour & Tonic, the whole of it"})
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    root = etree.fromstring(response.content)
    assert len(root.findtext("o:ShortName", namespaces=names)) <= 16
    url = root.find("o:Url[@type='text/html']", names)
    assert url.get("template") == "http://localhost/search/?q={searchTerms}"


def test_there_is_no_humans_txt(client):
    assert client.get("/humans.txt").status_code == 404
