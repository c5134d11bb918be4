"""The page of a review: the poster, the rating, the facts of the title, and how the reviewer came to see it."""

import pytest

from tests.builders import make_article, make_author, make_image, paragraph
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db


def verdict(**fields):
    value = {
        "summary": "A quiet, exacting family drama.",
        "rating": "4.5",
        "scale": 5,
        "works": ["Both leads"],
        "fails": ["One letter too many"],
        "title": {
            "type": "movie",
            "name": "Salt Hour",
            "year": 2026,
            "creator_label": "Director",
            "creators": "Ilke Tamsin",
            "cast": "Teodor Blyth",
            "details": [{"type": "item", "id": "1", "value": {"term": "Runtime", "description": "2 hr 58 min"}}],
        },
        "disclosure": "screener",
    }
    return ("verdict", value | fields)


def page_of(client, *, poster=True, **fields):
    """Return the page of a review with that verdict, parsed."""
    image = make_image(size=(60, 90), credit="The distributor") if poster else None
    story = make_article(kind="review", poster=image, authors=[make_author()], body=[paragraph(), verdict(**fields)])
    return Fragment(client.get(story.url).content.decode())


def labels(page):
    return [attrs["aria-label"] for attrs in page.named("span") if attrs.get("role") == "img"]


def test_the_rating_is_said_in_words_at_the_head_and_in_the_verdict(client):
    assert labels(page_of(client)) == ["4.5 out of 5 stars"] * 2


def test_a_rating_out_of_ten_is_not_called_stars(client):
    assert labels(page_of(client, rating="8", scale=10))[0] == "8 out of 10"


@pytest.mark.parametrize(
    ("rating", "full", "half"), [("4.5", 4, 1), ("0", 0, 0), ("5", 5, 0), ("2.2", 2, 0), ("2.3", 2, 1)]
)
def test_stars_are_rounded_to_half_a_star(client, rating, full, half):
    stars = [address.partition("#i-")[2] for address in page_of(client, rating=rating).attributes("href")]
    off = len([name for name in stars if name == "star"]) - full * 2
    assert stars.count("half") == half * 2
    assert off == (5 - full - half) * 2


def test_the_poster_opens_the_page_with_its_credit(client):
    page = page_of(client)
    assert page.named("img")[0]["fetchpriority"] == "high"
    assert "Thedistributor" in page.text


def test_a_review_without_a_poster_has_its_rating_too(client):
    page = page_of(client, poster=False)
    assert len(labels(page)) == 2
    assert len(page.named("h1")) == 1


def test_the_facts_of_the_title_stand_beside_it(client):
    text = page_of(client).text
    assert all(words in text for words in ("DirectorIlkeTamsin", "CastTeodorBlyth", "Year2026", "Runtime2hr58min"))


def test_it_says_how_the_reviewer_came_to_see_it(client):
    assert "Seenonascreenerorpresscopy" in page_of(client).text


def test_its_own_words_about_that_come_first(client):
    text = page_of(client, disclosure_text="Seen at the Lyric, on a ticket.").text
    assert "SeenattheLyric" in text
    assert "screener" not in text


def test_nothing_to_declare_is_not_declared(client):
    assert "Nothingtodeclare" not in page_of(client, disclosure="none").text


def test_whoever_does_not_want_to_know_the_ending_is_warned_before_the_text(client):
    text = page_of(client, spoilers=True).text
    assert text.index("Spoilers") < text.index("Abellrings")
