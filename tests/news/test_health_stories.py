"""What readers of a health story are told of who checked it, on what grounds, and when."""

from datetime import timedelta

import pytest

from portal import clock
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_section,
    paragraph,
    publish,
    sign_medical_review,
)
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db

DISCLAIMER = "Thisarticleisforgeneralinformation."


@pytest.fixture
def health():
    make_author_index()
    return make_section("Mind", colour="tonic", health=True)


@pytest.fixture
def doctor():
    return make_author(
        "Dr Priya Anand-Holt", job_title="Consultant", credentials="MD", is_reviewer=True, conflicts="none"
    )


def text_of(client, story):
    return Fragment(client.get(story.url).content.decode()).text


def test_a_signed_story_names_its_reviewer_and_the_day(client, health, doctor):
    story = make_article(section=health)
    sign_medical_review(story, doctor, signed_at=clock.now())
    page = Fragment(client.get(story.url).content.decode())
    assert "MedicallyreviewedByDrPriyaAnand-Holt,Consultant" in page.text
    assert clock.now().date().isoformat() in page.attributes("datetime")
    assert "/authors/dr-priya-anand-holt/" in page.attributes("href")


def test_how_it_was_reviewed_is_told_from_the_record(client, health, doctor):
    story = make_article(section=health)
    sign_medical_review(story, doctor, scope="The dosage table", credentials="MD, then consultant")
    text = text_of(client, story)
    assert "DrPriyaAnand-Holtreviewedthedosagetable" in text
    assert "MD,thenconsultant" in text
    assert "declarednocompetinginterests" in text
    assert "Nextreviewdueby" in text


def test_conflicts_that_were_not_declared_are_not_declared_away(client, health):
    story = make_article(section=health)
    sign_medical_review(story, make_author("Dr Amara Solheim", conflicts=""))
    assert "competinginterests" not in text_of(client, story)


def test_the_badge_goes_by_itself_when_the_words_change(client, health, doctor):
    story = make_article(section=health)
    sign_medical_review(story, doctor, signed_at=clock.now() - timedelta(days=9))
    story.body = [("paragraph", "<p>Other words.</p>")]
    text = text_of(client, publish(story))
    assert "Medicallyreviewed" not in text
    assert "sincethemedicalreviewof" in text
    assert "Thetexthaschangedsince." in text


def test_a_review_that_asked_for_changes_is_no_badge(client, health, doctor):
    story = make_article(section=health)
    sign_medical_review(story, doctor, decision="changes")
    assert "eviewed" not in text_of(client, story).partition("</head>")[2]


def test_every_health_story_carries_the_disclaimer(client, health):
    assert DISCLAIMER in text_of(client, make_article(section=health))
    assert DISCLAIMER in text_of(client, make_article(section=make_section("Film"), risk_class="B"))


def test_other_stories_do_not(client):
    assert DISCLAIMER not in text_of(client, make_article(section=make_section("Film")))


@pytest.mark.parametrize(
    ("evidence", "words"),
    [("strong", "Evidence:strong"), ("early", "Evidence:early"), ("expert", "Evidence:expertopinion")],
)
@pytest.mark.parametrize("points", [True, False], ids=["in the key points", "by itself"])
def test_how_sure_we_are_stands_above_the_text_in_words(client, health, evidence, words, points):
    body = [("key_points", {"title": "", "items": ["One point."]})] if points else []
    story = make_article(section=health, evidence=evidence, evidence_note="Studied in mice.", body=[*body, paragraph()])
    text = text_of(client, story)
    assert text.index(words) < text.index("Studiedinmice.") < text.index("Abellrings")
    assert text.count(words) == 1


def test_its_sources_are_called_references(client, health):
    assert "References" in text_of(
        client, make_article(section=health, sources=[{"kind": "trial", "title": "A trial"}])
    )
