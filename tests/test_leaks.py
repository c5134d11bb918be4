"""Nothing that is not public stands on any public address.

For everything that must stay inside, a word that stands nowhere else is
planted in all its fields, and links to it are planted on public pages. Then a
reader walks the whole site, searches for each word, and knocks at the hidden
addresses themselves.
"""

import json
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, Site

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import BreakingNews, Contribution, LiveUpdate
from portal import clock
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    make_user,
    paragraph,
    publish,
    restrict,
    schedule,
    sign_medical_review,
    stream,
)

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("leaks")]

HOUR = timedelta(hours=1)
CONTROL = "zqcontrolzx"
STORIES_OF_TWO_PAGES = 22


def word(state):
    """Return the word that stands for a state and nowhere else."""
    return f"zq{state}zx"


class PlantedSite:
    """The planted site: what is hidden, by the state that hides it, and the addresses that nobody may read."""

    def __init__(self):
        self.hidden = {}
        self.words = {"open"}
        self.film = make_section("Film")
        self.health = make_section("Health", health=True, colour="tonic")
        self.authors = make_author_index()
        self.author = make_author("Ines Farrow", short_bio="Writes.")
        self.topic = make_topic("Awards", description="Prizes.")
        self.questions = make_topic("Ask the clinic")
        self.editor = make_user("zqaccountzx", first_name="zqaccountzx", last_name="zqaccountzx")
        self.words.add("account")
        make_corrections_page()
        for number in range(STORIES_OF_TWO_PAGES):
            self.public(f"The bell rings in hall {number}", published_at=clock.now() - (30 + number) * HOUR)
        self.plant_stories()
        self.plant_sections()
        self.plant_people()
        self.plant_pages()
        self.plant_updates()
        self.plant_pictures()
        self.plant_signposts()

    # --- Planting ---------------------------------------------------------------

    def public(self, title, **fields):
        fields = {"section": self.film, "authors": [self.author], "topics": [self.topic]} | fields
        return make_article(title, **fields)

    def picture(self, state):
        name = word(state)
        return make_image(
            name, size=(900, 600), file_name=f"{name}.jpg", description=name, caption=name, credit=name, source_url=""
        )

    def fields(self, state):
        """Return values that say the word of the state in every field of a story."""
        name, image = word(state), self.picture(state)
        figure = {"image": {"image": image.pk, "decorative": False, "alt_text": name}, "caption": name, "credit": name}
        return {
            "title": f"Headline {name}",
            "slug": f"slug-{name}",
            "kicker": name,
            "standfirst": f"Standfirst {name}.",
            "short_title": name,
            "seo_title": name,
            "search_description": name,
            "social_title": name,
            "lead_image": image,
            "lead_caption": name,
            "lead_alt": name,
            "body": [paragraph(f"Body {name}."), ("heading", {"text": name, "level": "h2"}), ("figure", figure)],
        }

    def story(self, state, **fields):
        """Plant a story that is hidden by its state; the caller hides it."""
        self.words.add(state)
        story = self.public(**(self.fields(state) | fields))
        make_correction(story, f"Wrong: {word(state)}.", is_right=word(state))
        self.hidden[state] = story
        return story

    def plant_stories(self):
        self.story("draft", live=False)
        schedule(self.story("scheduled", live=False), clock.now() + 24 * HOUR)
        in_review = self.story("inreview", live=False)
        set_up_workflow([set_up_role("section editor", [self.film])], [self.film])
        in_review.save_revision(user=self.editor)
        in_review.get_workflow().start(in_review, self.editor)
        self.story("unpublished").unpublish()
        Page.objects.filter(pk=self.story("expired").pk).update(expire_at=clock.now() - HOUR)
        call_command("publish_scheduled")
        self.story("retired").retire("We could not stand by it.")
        restrict(self.story("private"))
        self.story("draftblog", live=False, model=type(make_live_blog(live=False, section=self.film)))
        live = self.public("A story with changes to come")
        draft = live.get_latest_revision_as_object()
        for name, value in self.fields("behind").items():
            setattr(draft, name, stream(value) if name == "body" else value)
        draft.save_revision()
        self.words.add("behind")

    def plant_sections(self):
        for state, hide in (("unpublishedsection", Page.unpublish), ("privatesection", restrict)):
            name = word(state)
            above = make_section(name, standfirst=name, search_description=name, seo_title=name, parent=self.film)
            self.story(f"{state}story", section=above)
            self.words.add(state)
            self.hidden[state] = above
            hide(above)
        self.story("draftsectionstory", section=make_section(word("draftsection"), live=False))
        self.words.add("draftsection")

    def plant_people(self):
        def profile(state, **fields):
            self.words.add(state)
            name = word(state)
            texts = dict.fromkeys(["short_bio", "job_title", "credentials", "expertise", "covers", "based_in"], name)
            return make_author(
                fields.pop("name", name), slug=name, photo=self.picture(state), bio=f"<p>{name}</p>", **texts, **fields
            )

        profile("draftauthor", live=False)
        byline = profile("draftprofile", name="Ada Lomax", live=False)
        self.public("A story by somebody without a page", authors=[byline], contributions=[(byline, "photos")])
        self.public("An opinion of somebody without a page", kind="opinion", authors=[byline])
        self.public("A question to somebody without a page", topics=[self.questions], authors=[byline])
        make_update(make_live_blog(section=self.film, authors=[byline]), "By somebody without a page", author=byline)
        changed = make_author("Rafe Eze")
        for field in ("name", "short_bio", "job_title"):
            setattr(changed, field, word("changedauthor"))
        changed.save_revision()
        self.words.add("changedauthor")
        reviewed = self.public("A reviewed story", section=self.health, risk_class="C", responsible_editor=self.editor)
        sign_medical_review(reviewed, make_author("Priya Anand-Holt"), note=word("note"))
        sign_medical_review(reviewed, make_author("Amara Solheim"), note=word("note"), decision="changes")
        self.words.add("note")

    def plant_pages(self):
        for state, hide in (("topic", Page.unpublish), ("privatetopic", restrict)):
            name = word(state)
            topic = make_topic(name, description=name, seo_title=name)
            self.public(f"A story on what is hidden: {len(self.hidden)}", topics=[topic, self.topic])
            self.words.add(state)
            self.hidden[state] = topic
            hide(topic)
        for state, make in (("page", make_standard_page), ("policy", make_policy)):
            name = word(state)
            self.hidden[state] = make(title=name, slug=name, standfirst=name, body=[paragraph(name)], live=False)
            self.words.add(state)
        about = make_standard_page("About us", body=[paragraph("We print on Tuesdays.")])
        self.hidden["privatepage"] = make_standard_page(word("privatepage"), body=[paragraph(word("privatepage"))])
        self.words.add("privatepage")
        restrict(self.hidden["privatepage"])
        assert about.live

    def plant_updates(self):
        blog = make_live_blog("Lantern Awards, live", section=self.film, authors=[self.author])
        make_update(blog, "The doors open", published_at=clock.now() - HOUR)
        hiding = {
            "draftupdate": {"published_at": None},
            "retractedupdate": {"retracted_at": clock.now()},
            "laterupdate": {"published_at": clock.now() + HOUR},
        }
        for state, fields in hiding.items():
            self.words.add(state)
            update = make_update(blog, word(state), body=[paragraph(word(state))], is_key=True, is_pinned=True)
            LiveUpdate.objects.filter(pk=update.pk).update(**fields)
        for state, start, end in (("endednews", -9, -1), ("laternews", 1, 9)):
            self.words.add(state)
            now = clock.now()
            BreakingNews.objects.create(text=word(state), starts_at=now + start * HOUR, ends_at=now + end * HOUR)

    def plant_pictures(self):
        self.words.add("expiredrights")
        image = self.picture("expiredrights")
        image.rights_expire_on = (clock.now() - timedelta(days=2)).date()
        image.save()
        figure = {"image": {"image": image.pk, "decorative": False, "alt_text": ""}, "caption": "", "credit": ""}
        body = [paragraph(), ("figure", figure), ("gallery", {"caption": "", "images": [figure, figure]})]
        self.public("A story whose picture we may not show", lead_image=image, social_image=image, body=body)
        self.public("A review whose poster we may not show", kind="review", poster=image)
        make_author("Tobias Hale", photo=image)
        make_topic("Vinyl", image=image)

    def plant_signposts(self):
        """Point at everything hidden from public pages: related stories, links, fronts, navigation, promotions."""
        stories = [page for page in self.hidden.values() if hasattr(page, "lead_image")]
        links = "".join(f'<a linktype="page" id="{p.pk}">x</a>' for p in self.hidden.values() if not self.is_private(p))
        body = [paragraph(links), *(("related", {"story": story.pk}) for story in stories)]
        self.public("A story that points at everything", related=stories, body=body)
        make_standard_page("Everything", body=[paragraph(links)])
        picks = [{"story": story.pk, "headline": "", "picture": None} for story in stories]
        hidden_section, hidden_topic = self.hidden["unpublishedsection"], self.hidden["topic"]
        front = [
            ("lead_package", {"picks": picks, "size": 3, "latest": 10, "fill": True}),
            ("trending", {"heading": "", "picks": picks}),
            *(
                ("section_strip", {"source": page.pk, "size": 7, "fill": True, "picks": picks[:2]})
                for page in self.tree()
            ),
            ("promo", {"heading": "Look here", "button": "Go", "text": "", "page": hidden_section.pk, "url": ""}),
            ("evidence_strip", {"questions": hidden_topic.pk, "picks": picks, "checks": picks}),
            ("evidence_strip", {"questions": self.questions.pk}),
            ("opinion_strip", {"size": 3, "fill": True}),
            ("latest", {"heading": "", "source": hidden_topic.pk, "size": 9}),
        ]
        for page in (home_page(), self.film):
            page.refresh_from_db()
            page.front = stream(front)
            publish(page)
        link = [("link", {"page": page.pk, "url": "", "label": ""}) for page in self.hidden.values() if not page.live]
        publication = Publication.for_site(Site.objects.get(is_default_site=True))
        publication.navigation = publication.menu_links = publication.footer_links = stream(link)
        publication.footer_columns = stream([("column", {"title": "All", "links": [value for _name, value in link]})])
        publication.save()
        now = clock.now()
        BreakingNews.objects.create(text="Look", page=self.hidden["draft"], starts_at=now - HOUR, ends_at=now + HOUR)
        for place, page in enumerate(self.hidden.values()):
            SearchPromotion.objects.create(query=Query.get("bell"), page=page, sort_order=place)

    def tree(self):
        return [self.hidden[state] for state in ("unpublishedsection", "privatesection", "topic", "privatetopic")]

    def is_private(self, page):
        return page.get_view_restrictions().exists()


# --- Walking -----------------------------------------------------------------------


class Links(HTMLParser):
    """Gathers every address that a page names, to follow or to load."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in {"href", "src", "action", "poster"} or (name == "content" and "://" in (value or "")):
                self.found.add(value or "")
            if name == "srcset" and value:
                self.found |= {part.split()[0] for part in value.split(",") if part.strip()}


def links_of(text, address):
    parser = Links()
    parser.feed(text)
    found = parser.found | {part.split("</loc>")[0] for part in text.split("<loc>")[1:]}
    whole = {urljoin(f"http://localhost{address}", link) for link in found if not link.startswith(("mailto:", "tel:"))}
    parts = [urlsplit(link) for link in whole]
    return {
        f"{part.path}?{part.query}" if part.query else part.path
        for part in parts
        if part.hostname in {"localhost", "testserver"} and part.path and " " not in part.path
    }


def text_of(response):
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode("utf-8", "replace")


def said(response):
    """Return all that an answer says, headers included."""
    return f"{text_of(response)}\n{json.dumps(dict(response.headers))}".lower()


NOT_WALKED = ("/admin/", "/static/", "/media/", "/pictures/")
STARTS = (
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/site.webmanifest",
    "/search/",
    "/search/?q=bell",
    "/search/suggest/?q=bell",
)


def walk():
    """Return what every address of the site says to a stranger who follows every link, by address."""
    client, answers, waiting = Client(), {}, [*STARTS]
    while waiting:
        address = waiting.pop()
        if address in answers or address.startswith(NOT_WALKED):
            continue
        answers[address] = said(client.get(address))
        waiting += links_of(answers[address], address)
    return answers


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """The planted site, built once for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield PlantedSite()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def walked(site):
    """Everything that a stranger reads on a walk through the site."""
    return walk()


def found_in(walked, text):
    """Return the addresses that say the text, or are said by it."""
    return sorted(address for address, answer in walked.items() if text in answer or text in unquote(address).lower())


STATES = [
    "draft", "scheduled", "inreview", "unpublished", "expired", "retired", "private", "draftblog", "behind",
    "unpublishedsection", "unpublishedsectionstory", "privatesection", "privatesectionstory", "draftsection",
    "draftsectionstory", "draftauthor", "draftprofile", "changedauthor", "note", "account", "topic", "privatetopic",
    "page", "policy", "privatepage", "draftupdate", "retractedupdate", "laterupdate", "endednews", "laternews",
    "expiredrights",
]  # fmt: skip


def test_the_walk_reaches_every_public_page(site, walked):
    reached = {address.partition("?")[0] for address in walked}
    public = [page.url for page in Page.objects.live().public().filter(depth__gt=1) if page.pk not in hidden_keys(site)]
    assert set(public) - reached == set()
    assert "/film/?page=2" in walked
    assert "/authors/ines-farrow/" in walked
    assert any(address.startswith("/search/?q=") for address in walked)
    assert found_in(walked, "the bell rings in hall 21")


def hidden_keys(site):
    """Return the keys of everything planted, and of all that lies below it."""
    paths = tuple(page.path for page in site.hidden.values())
    return {pk for pk, path in Page.objects.values_list("pk", "path") if path.startswith(paths)} | {
        page.pk for page in Page.objects.filter(slug__contains="zq")
    }


def test_every_state_is_planted(site):
    assert site.words - {"open"} == set(STATES)


@pytest.mark.parametrize("state", STATES)
def test_no_public_page_says_the_word(walked, state):
    assert found_in(walked, word(state)) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("address", ["/search/?q={}", "/search/?q={}&sort=newest", "/search/suggest/?q={}"])
def test_the_search_answers_as_if_the_word_stood_nowhere(site, state, address):
    hidden, control = (
        text_of(Client().get(address.format(quote(text)))).replace(text, "…") for text in (word(state), CONTROL)
    )
    assert hidden == control


@pytest.mark.parametrize("state", STATES)
def test_the_beginning_of_the_word_suggests_nothing(site, state):
    assert json.loads(Client().get(f"/search/suggest/?q={word(state)[:6]}").content) == {"suggestions": []}


def test_hidden_addresses_say_nothing_but_that_they_are_closed(site):
    for state, page in site.hidden.items():
        response = Client().get(page.url)
        answer = said(response).replace(unquote(page.url).lower(), "")
        assert not [planted for planted in map(word, site.words) if planted in answer], state
        if response.status_code == 200:
            assert 'type="password"' in answer, state
        else:
            assert response.status_code == (410 if state == "retired" else 404), state


@pytest.mark.parametrize("query", ["?page=2", "?before=1", "?from=1", "?preview=true", "?q=zq"])
def test_hidden_addresses_stay_closed_whatever_is_asked(site, query):
    for state, page in site.hidden.items():
        response = Client().get(f"{page.url}{query}")
        assert response.status_code in {404, 410} or 'type="password"' in said(response), state


def test_profiles_of_authors_who_are_not_published_are_not_found(site):
    for state in ("draftauthor", "draftprofile"):
        response = Client().get(f"/authors/{word(state)}/")
        assert response.status_code == 404
        assert word(state) not in said(response).replace(f"/authors/{word(state)}/", "")


def test_updates_that_are_not_published_cannot_be_asked_for(site):
    for update in LiveUpdate.objects.filter(headline__startswith="zq"):
        for name in ("before", "from"):
            response = Client().get(f"{update.blog.url}?{name}={update.pk}")
            assert response.status_code == 404
            assert "zq" not in said(response)


def test_the_password_opens_what_it_closes(site):
    client, page = Client(), site.hidden["private"]
    form = client.get(page.url)
    action = next(link for link in links_of(text_of(form), page.url) if "authenticate_with_password" in link)
    response = client.post(action, {"password": "open sesame", "return_url": page.url}, follow=True)
    assert word("private") in said(response)


def test_the_admin_and_its_previews_are_closed_to_strangers(site):
    story = site.hidden["draft"]
    for address in (
        "/admin/",
        f"/admin/pages/{story.pk}/edit/",
        f"/admin/pages/{story.pk}/view_draft/",
        f"/admin/pages/{story.pk}/edit/preview/",
        f"/admin/pages/{story.pk}/revisions/{story.latest_revision_id}/view/",
        "/admin/images/",
        "/admin/api/main/pages/",
    ):
        response = Client().get(address)
        assert response.status_code in {301, 302, 403, 404}, address
        assert "zq" not in said(response), address


def test_originals_of_pictures_are_not_served(site):
    image = site.hidden["draft"].lead_image
    assert Client().get(image.file.url).status_code == 404
    assert Contribution.objects.exists()
