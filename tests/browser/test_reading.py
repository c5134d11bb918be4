"""Readers with a real browser: every page is silent, and every picture comes.

Reading without script or mouse is in the modules beside this one.
"""

import pytest
from wagtail.models import Site

from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_document,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_topic,
    make_update,
    paragraph,
    stream,
)

pytestmark = pytest.mark.browser

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
# Headlines of cards that reach beyond the column in which their card stands.
STICKING_OUT = """() => [...document.querySelectorAll('.card')].filter((card) => {
    const words = document.createRange();
    words.selectNodeContents(card.querySelector('h2, h3, h4'));
    return words.getBoundingClientRect().right > card.parentElement.getBoundingClientRect().right + 1;
}).map((card) => card.className)"""
CLIP = {"url": "https://vimeo.com/100000001", "title": "How an interval is cut", "caption": "", "duration": "5 min"}


def figure(image):
    return {
        "image": {"image": image.pk, "decorative": False, "alt_text": "A hall."},
        "caption": "A hall.",
        "credit": "",
    }


@pytest.fixture
def newsroom():
    """A small newsroom with navigation; returns the addresses of its pages."""
    film, image = make_section("Film"), make_image(size=(1600, 1067), description="A hall.")
    make_author_index()
    make_corrections_page()
    author, topic = make_author("Ines Farrow", photo=image, short_bio="Writes."), make_topic("Awards")
    body = [
        paragraph("A bell rings, and the film stops."),
        ("figure", figure(image)),
        ("gallery", {"caption": "Halls", "images": [figure(image), figure(image)]}),
        ("pull_quote", {"text": "I’ll have the half with the lamp.", "attribution": "Ada Lomax"}),
        ("embed", {**CLIP, "poster": image.pk, "transcript": ""}),
        (
            "audio",
            {"title": "One bell", "file": make_document("Bell", name="bell.wav").pk, "text": "", "transcript": ""},
        ),
        ("questions", {"title": "Questions", "items": [{"question": "Why?", "answer": "<p>Because.</p>"}]}),
    ]
    common = {"section": film, "authors": [author], "topics": [topic], "lead_image": image}
    story = make_article("The bell is back", slug="bell", standfirst="A bell.", body=body, **common)
    make_correction(story)
    blog = make_live_blog("Lantern Awards, live", slug="lantern", **common)
    make_update(blog, "The doors open")
    policy = make_policy(body=[paragraph("We print on Tuesdays.")])
    publication = Publication.for_site(Site.objects.get(is_default_site=True))
    link = {"page": film.pk, "url": "", "label": ""}
    group = {"page": film.pk, "label": "", "colour": "velour", "children": [topic.pk]}
    publication.navigation = stream([("group", group)])
    publication.menu_links = stream([("link", {**link, "page": policy.pk})])
    publication.save()
    pages = (film, story, blog, topic, policy)
    return ["/", *(page.url for page in pages), "/authors/", author.get_absolute_url(), "/topics/", "/corrections/"]


def test_no_public_page_says_anything_in_the_console(browser_page, newsroom):
    for address in [*newsroom, "/search/", "/search/?q=bell", "/search/?q=zyzzyva"]:
        assert browser_page.goto(address).ok, address
        browser_page.wait_for_load_state("networkidle")
        assert browser_page.complaints == [], address


def test_a_page_that_does_not_exist_says_only_that(browser_page):
    assert browser_page.goto("/nothing/").status == 404
    browser_page.wait_for_load_state("networkidle")
    (said,) = browser_page.complaints
    assert "404" in said
    browser_page.complaints.clear()


def test_every_picture_of_a_page_comes(browser_page, newsroom):
    for address in newsroom:
        browser_page.goto(address)
        broken = browser_page.evaluate(
            """async () => {
                const images = [...document.images];
                images.forEach(image => { image.loading = "eager"; });
                const loaded = await Promise.allSettled(images.map(image => image.decode()));
                return images.filter((image, place) => loaded[place].status === "rejected").map(image => image.src);
            }"""
        )
        assert broken == [], address


def test_a_word_longer_than_its_column_goes_on_in_the_next_line(browser_page):
    film, author, topic = make_section("Film"), make_author(LONG_WORD[:40], slug="long"), make_topic("Awards")
    make_author_index()
    common = {"section": film, "authors": [author], "topics": [topic]}
    stories = [make_article(LONG_WORD, slug=f"story-{number}", **common) for number in range(5)]
    search = f"/search/?q={LONG_WORD}"
    for width in (320, 1440):
        browser_page.set_viewport_size({"width": width, "height": 900})
        for address in ("/", film.url, stories[0].url, author.get_absolute_url(), topic.url, search):
            browser_page.goto(address)
            over = browser_page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert (over, browser_page.evaluate(STICKING_OUT)) == (0, []), (width, address)
