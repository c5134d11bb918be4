"""How many queries a page may cost with nothing cached, and that more stories cost no more.

The counts are of whole requests, routing and navigation included. One
newsroom is measured twice: small, and after it has grown.
"""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images.models import Filter
from wagtail.models import Site

from news.models import Contribution
from portal import clock
from portal.images import PICTURES, SHARE, filter_specs
from portal.models import PortalRendition
from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_document,
    make_image,
    make_live_blog,
    make_section,
    make_standard_page,
    make_topic,
    make_update,
    paragraph,
    sign_medical_review,
    stream,
)

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("budgets")]

FEW, MANY = 3, 30
BUDGETS = {
    "front": 5,
    "section": 4,
    "sub-section": 4,
    "section with bands": 5,
    "story": 5,
    "health story": 5,
    "story with everything": 5,
    "live blog": 8,
    "author": 5,
    "medical reviewer": 5,
    "topic": 5,
    "topic index": 5,
    "author index": 5,
    "search": 6,
    "search without result": 9,
    "suggestions": 4,
    "text page": 5,
    "not found": 5,
}


class Newsroom:
    """A newsroom whose lists all hold the same number of stories, and the addresses of its pages."""

    def __init__(self):
        self.pictures = [self.picture() for _ in range(FEW)]
        self.sound = make_document("The bell", name="bell.mp3")
        self.entertainment = make_section("Entertainment")
        self.film = make_section("Film", parent=self.entertainment)
        self.topics = [make_topic(f"Topic {place}") for place in range(FEW)]
        self.health = make_section("Health", health=True, colour="tonic", front=self.bands())
        self.mind = make_section("Mind", parent=self.health, health=True)
        make_author_index()
        self.author = self.person("Ines Farrow")
        self.photographer, self.editor = self.person("Caspian Adeyemi"), self.person("Rafe Eze")
        self.reviewer = self.person("Priya Anand-Holt", is_reviewer=True, credentials="MBBS")
        self.about = make_standard_page("About us", body=[paragraph()])
        self.stories = []
        self.set_up_navigation()

    def bands(self):
        """Return the front of a section: of its own stories, of another section's, on a topic, and of whatever kind."""
        return stream(
            [
                ("lead_package", {}),
                ("section_strip", {"source": self.film.pk}),
                ("headlines", {"source": self.topics[0].pk}),
                ("reviews_strip", {}),
                ("latest", {"source": self.entertainment.pk}),
            ]
        )

    def grow(self, number):
        """Publish stories until there are so many."""
        for place in range(len(self.stories), number):
            story = make_article(
                f"The bell rings in hall {place}",
                section=self.film,
                standfirst=f"The bell, part {place}.",
                lead_image=self.pictures[place % FEW],
                authors=[self.author],
                topics=self.topics,
                published_at=clock.now() - timedelta(hours=1 + place),
            )
            self.stories.append(story)

    def picture(self):
        """Return a picture whose renditions stand in the database; nobody looks at their files here."""
        image = make_image(size=(1600, 1067), description="A hall.")
        filters = [Filter(spec) for spec in [*filter_specs(*PICTURES), SHARE]]
        PortalRendition.objects.bulk_create(
            PortalRendition(
                image=image,
                filter_spec=cut.spec,
                focal_point_key=cut.get_cache_key(image),
                file=f"images/{cut.spec}.webp",
                width=800,
                height=533,
            )
            for cut in filters
        )
        image.note_cuts()
        return image

    def person(self, name, **fields):
        return make_author(name, photo=self.pictures[0], short_bio="Writes.", **fields)

    def figure(self, place):
        image = {"image": self.pictures[place % FEW].pk, "decorative": False, "alt_text": "A hall."}
        return ("figure", {"image": image, "caption": f"Hall {place}.", "credit": ""})

    def long_body(self):
        """Return a body with as many pictures, headings and links as there are stories."""
        blocks = []
        for place, story in enumerate(self.stories):
            link = f'<a linktype="page" id="{story.pk}">hall {place}</a>'
            blocks += [
                paragraph(f"The bell rings in {link}."),
                self.figure(place),
                ("heading", {"text": f"Hall {place}", "level": "h2"}),
                ("list", {"style": "bullet", "items": [f"<p>{link}</p>"]}),
            ]
        return blocks

    def long_story(self, body=(), **fields):
        return make_article(
            "Everything about bells",
            body=[*self.long_body(), *body],
            lead_image=self.pictures[0],
            authors=[self.author],
            contributions=[
                (self.photographer, Contribution.Role.PHOTOS),
                (self.editor, Contribution.Role.EDITED),
            ],
            topics=self.topics,
            related=self.stories[:FEW],
            published_at=clock.now() - timedelta(days=30),
            **fields,
        )

    def corrected(self, story):
        for place, _ in enumerate(self.stories):
            make_correction(story, f"Hall {place} seats 412.")
        return story

    def story(self):
        return self.corrected(self.long_story(section=self.film, body=self.related_blocks()))

    def health_story(self, body=()):
        story = self.long_story(
            section=self.mind,
            body=body,
            risk_class="C",
            evidence="strong",
            sources=[{"kind": "trial", "title": f"Trial {place}"} for place, _ in enumerate(self.stories)],
        )
        sign_medical_review(story, self.reviewer)
        return story

    def story_with_everything(self):
        sound = ("audio", {"title": "The bell", "file": self.sound.pk, "text": "", "transcript": ""})
        return self.corrected(self.health_story(body=[*self.related_blocks(), sound]))

    def related_blocks(self):
        return [("related", {"story": story.pk}) for story in self.stories]

    def live_blog(self):
        blog = make_live_blog(
            section=self.film,
            authors=[self.author],
            topics=self.topics,
            lead_image=self.pictures[0],
            published_at=clock.now() - timedelta(days=30),
        )
        for place, story in enumerate(self.stories[:15]):
            link = f'<a linktype="page" id="{story.pk}">hall {place}</a>'
            body = [paragraph(f"The bell rings in {link}."), self.figure(place)]
            make_update(blog, f"Bell {place}", body=body, author=self.author, is_key=place % 2 == 0)
        return blog

    def set_up_navigation(self):
        publication = Publication.for_site(Site.objects.get(is_default_site=True))
        link = {"page": self.about.pk, "url": "", "label": ""}
        group = {"page": self.entertainment.pk, "label": "", "colour": "velour", "children": [self.film.pk]}
        publication.navigation = stream([("group", group), ("link", {**link, "page": self.mind.pk})])
        publication.footer_columns = stream([("column", {"title": "About", "links": [link]})])
        publication.footer_links = stream([("link", link)])
        publication.save()

    def addresses(self):
        """Return the address of every kind of page, by the names of the budgets."""
        return {
            "front": "/",
            "section": self.entertainment.url,
            "sub-section": self.film.url,
            "section with bands": self.health.url,
            "story": self.story().url,
            "health story": self.health_story().url,
            "story with everything": self.story_with_everything().url,
            "live blog": self.live_blog().url,
            "author": self.author.get_absolute_url(),
            "medical reviewer": self.reviewer.get_absolute_url(),
            "topic": self.topics[0].url,
            "topic index": "/topics/",
            "author index": "/authors/",
            "search": "/search/?q=bell",
            "search without result": "/search/?q=belll+zzyzx",
            "suggestions": "/search/suggest/?q=bel",
            "text page": self.about.url,
            "not found": "/entertainment/film/there-is-no-such-story/",
        }


def cost(address):
    """Return what one request by somebody who was never here asks the database, with every cache empty.

    An earlier request has told the process what it never forgets: the numbers of the content types.
    """
    Client().get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        response = Client().get(address)
    assert response.status_code in {200, 404}
    return [query["sql"] for query in queries.captured_queries]


@pytest.fixture(scope="module")
def measured(django_db_setup, django_db_blocker):
    """The queries of every page, by its name: of a newsroom of few stories, and of the same one with many."""
    with django_db_blocker.unblock(), transaction.atomic():
        newsroom, found = Newsroom(), {}
        for number in (FEW, MANY):
            newsroom.grow(number)
            for page, address in newsroom.addresses().items():
                found.setdefault(page, []).append(cost(address))
        yield found
        transaction.set_rollback(True)


def listing(queries):
    return "\n".join(f"{number}. {sql[:600]}" for number, sql in enumerate(queries, start=1))


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_stays_within_its_budget(measured, page):
    _few, many = measured[page]
    assert len(many) <= BUDGETS[page], f"{len(many)} queries:\n{listing(many)}"


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_with_many_stories_costs_what_one_with_few_does(measured, page):
    few, many = measured[page]
    assert len(many) == len(few), f"{len(few)} queries:\n{listing(few)}\n\n{len(many)} queries:\n{listing(many)}"
