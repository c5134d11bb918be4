"""The page of a story: who stands by it, what it rests on, and what it is."""

from datetime import timedelta

import pytest
from wagtail.models import Site

from news.models import ArticlePage, LiveBlogPage
from portal import clock
from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_image,
    make_section,
    make_topic,
    paragraph,
    publish,
    stream,
)
from tests.news.blocks_at_hand import Fragment

pytestmark = pytest.mark.django_db

SMALL = (60, 40)


@pytest.fixture(autouse=True)
def author_index():
    make_author_index()


def page_of(client, story, query=""):
    """Return the story's page as a reader gets it, parsed."""
    response = client.get(f"{story.url}{query}")
    assert response.status_code == 200
    return Fragment(response.content.decode())


def heading(text, level="h2"):
    return ("heading", {"text": text, "level": level})


def figure(image, alt="A bell"):
    return ("figure", {"image": {"image": image.pk, "alt_text": alt, "decorative": False}, "caption": "", "credit": ""})


# --- What it says -------------------------------------------------------------


@pytest.mark.parametrize("kind", ArticlePage.Kind.values)
@pytest.mark.parametrize("lead", [True, False], ids=["picture", "no picture"])
def test_a_story_of_any_kind_shows_headline_standfirst_and_text(client, kind, lead):
    image = make_image(size=SMALL) if lead else None
    story = make_article("The bell returns", kind=kind, standfirst="After fifty years.", lead_image=image)
    page = page_of(client, story)
    assert len(page.named("h1")) == 1
    assert all(words in page.text for words in ("Thebellreturns", "Afterfiftyyears.", "Abellrings"))


def test_a_headline_written_from_right_to_left_is_set_from_right_to_left(client):
    page = page_of(client, make_article("مرحبا بالعالم"))
    assert page.named("h1") == [{"dir": "auto"}]


def test_nothing_on_the_page_is_styled_or_scripted_in_place(client):
    page = page_of(client, make_article(lead_image=make_image(size=SMALL)))
    assert not [name for _tag, attrs in page.tags for name in attrs if name == "style" or name.startswith("on")]
    assert all(attrs.get("src") or attrs["type"] == "application/ld+json" for attrs in page.named("script"))


def test_every_id_is_unique_and_every_link_within_the_page_arrives(client):
    body = [*(heading(f"Part {number}") for number in range(4)), paragraph("So it is [1].")]
    sources = [{"kind": "document", "title": "Day books"}]
    page = page_of(client, make_article(body=body, sources=sources, authors=[make_author()]))
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    targets = {address[1:] for address in page.attributes("href") if address.startswith("#")}
    assert targets | set(page.attributes("aria-labelledby")) <= set(ids)


# --- Who and when -------------------------------------------------------------


def test_the_byline_leads_to_its_authors(client):
    author = make_author("Ines Farrow", job_title="Television critic")
    page = page_of(client, make_article(authors=[author]))
    assert {"href": "/authors/ines-farrow/", "rel": "author"} in page.named("a")
    assert "Televisioncritic" in page.text


def test_an_author_without_a_published_profile_is_named_and_not_linked(client):
    page = page_of(client, make_article(authors=[make_author("Ines Farrow", live=False)]))
    assert "InesFarrow" in page.text
    assert "/authors/ines-farrow/" not in page.attributes("href")


def test_everybody_who_worked_on_it_is_credited_with_what_they_did(client):
    duties = [(make_author("Ola Brandvik"), "photos"), (make_author("Ada Lomax"), "edited")]
    duties += [(make_author("Jon Ferriby"), "fact_checked")]
    page = page_of(client, make_article(authors=[make_author()], contributions=duties))
    assert all(words in page.text for words in ("OlaBrandvikPhotos", "EditedbyAdaLomax", "Fact-checkedbyJonFerriby"))


def test_publication_and_update_stand_together_as_times(client):
    published = clock.now() - timedelta(days=3)
    story = make_article(published_at=published, updated_at=published + timedelta(hours=5))
    times = page_of(client, story).named("time")
    assert [attrs["datetime"][:13] for attrs in times[:2]] == [
        moment.isoformat()[:13] for moment in (published, published + timedelta(hours=5))
    ]


def test_a_story_that_was_not_updated_says_nothing_of_it(client):
    assert "Updated" not in page_of(client, make_article()).text


@pytest.mark.parametrize(("words", "said"), [(10, "1minuteread"), (690, "3minuteread")])
def test_it_says_how_long_it_takes_to_read(client, words, said):
    assert said in page_of(client, make_article(body=[paragraph("bell " * words)])).text


def test_an_old_story_says_how_old_it_is(client):
    story = make_article(published_at=clock.now() - timedelta(days=430))
    assert "morethan14monthsold" in page_of(client, story).text


def test_a_story_of_this_year_does_not(client):
    story = make_article(published_at=clock.now() - timedelta(days=330))
    assert "monthsold" not in page_of(client, story).text


def test_it_can_be_shared_without_anybody_elses_account(client):
    tools = [
        attrs for attrs in page_of(client, make_article()).named("a", "button") if attrs.get("class", "")[:4] == "tool"
    ]
    assert {attrs["href"].split(":")[0] for attrs in tools if "href" in attrs} == {"mailto"}
    assert all("needs-js" in attrs["class"] for attrs in tools if "href" not in attrs)


# --- Contents and pictures ----------------------------------------------------


def test_four_main_headings_make_a_table_of_contents(client):
    story = make_article(body=[heading(f"Part {number}") for number in range(4)])
    assert "Inthisarticle" in page_of(client, story).text


def test_three_do_not(client):
    story = make_article(body=[*(heading(f"Part {number}") for number in range(3)), heading("Aside", "h3")])
    assert "Inthisarticle" not in page_of(client, story).text


def test_the_lead_picture_comes_first_and_all_others_when_they_are_needed(client):
    image = make_image(size=SMALL)
    pictures = page_of(client, make_article(lead_image=image, body=[figure(image)])).named("img")
    assert [attrs.get("fetchpriority", attrs.get("loading")) for attrs in pictures] == ["high", "lazy"]


def test_the_lead_picture_has_its_description_caption_and_credit(client):
    image = make_image(size=SMALL, credit="Ola Brandvik", origin="ai")
    page = page_of(client, make_article(lead_image=image, lead_alt="A bell on a table", lead_caption="The bell."))
    assert page.named("img")[0]["alt"] == "A bell on a table"
    assert "Thebell.MadewithAIOlaBrandvik" in page.text


def test_a_picture_whose_rights_have_run_out_is_not_shown(client):
    image = make_image(size=SMALL, rights_expire_on=clock.now().date() - timedelta(days=1))
    page = page_of(client, make_article(lead_image=image, body=[figure(image), paragraph()]))
    assert not page.named("img")
    assert not page.named("figcaption")


def test_over_an_opinion_stands_the_face_of_its_author(client):
    author = make_author(photo=make_image(size=SMALL))
    page = page_of(client, make_article(kind="opinion", authors=[author]))
    assert "Opinion" in page.text
    assert len(page.named("img")) > len(page_of(client, make_article(kind="news", authors=[author])).named("img"))


def test_the_headline_font_that_is_fetched_first_is_the_one_of_the_headline(client):
    writers = [make_author("Ines Farrow", photo=make_image(size=SMALL)), make_author("Tom Okafor")]

    def fetched_first(**fields):
        page = page_of(client, make_article(**fields))
        return [link["href"] for link in page.named("link") if link.get("as") == "font"]

    (light,) = fetched_first(kind="opinion", authors=writers[:1])
    (usual,) = fetched_first(kind="news", authors=writers[:1])
    assert "voice" in light and "head" in usual
    assert (
        fetched_first(kind="opinion", authors=writers) == fetched_first(kind="opinion", authors=writers[1:]) == [usual]
    )


# --- What it is ---------------------------------------------------------------


def test_what_was_paid_for_says_so_before_its_first_word(client):
    page = page_of(client, make_article(kind="advertorial", origin="sponsored", sponsor="Orlo Railway"))
    assert page.text.index("OrloRailwaypaidforthispage") < page.text.index("Abellrings")
    assert "PaidforbyOrloRailway" in page.text


@pytest.mark.parametrize(("origin", "label"), [("wire", "Wire"), ("partner", "Partner"), ("freelance", "Freelance")])
def test_what_the_newsroom_did_not_make_itself_says_so(client, origin, label):
    make_section("Music")
    assert f">{label}<" in client.get(make_article(origin=origin).url).content.decode()


def test_corrections_stand_where_they_belong(client):
    story = make_article()
    make_correction(story, "The severe one.", severe=True)
    make_correction(story, "The small one.")
    text = page_of(client, story).text
    assert text.index("Thesevereone.") < text.index("Abellrings") < text.index("Thesmallone.")


def test_sources_are_numbered_linked_and_led_back_to_their_marks(client):
    sources = [
        {"kind": "preprint", "title": "First results", "doi": "10.1000/182", "retracted": True},
        {"kind": "document", "title": "Day books", "url": "javascript:alert(1)"},
    ]
    page = page_of(client, make_article(body=[paragraph("So it is [1].")], sources=sources))
    assert {"https://doi.org/10.1000/182", "#source-1", "#cited-1"} <= set(page.attributes("href"))
    assert "#cited-2" not in page.attributes("href")
    assert "notpeer-reviewed" in page.text
    assert "Retracted" in page.text
    assert not [address for address in page.attributes("href") if address.startswith("javascript")]


def test_the_use_of_ai_is_declared(client):
    assert "Interviewsweretranscribed" in page_of(client, make_article(ai_use="Interviews were transcribed.")).text


# --- Before it is published ---------------------------------------------------


def test_a_preview_shows_what_is_not_saved_yet():
    story = make_article(authors=[make_author("Ines Farrow")], topics=[make_topic()], related=[make_article("Picked")])
    draft = story.get_latest_revision_as_object()
    draft.title = "Not saved yet"
    draft.contributions = [
        *draft.contributions.all(),
        type(draft.contributions.first())(author=make_author("Ada Lomax")),
    ]
    page = Fragment(draft.make_preview_request().rendered_content)
    assert all(words in page.text for words in ("Notsavedyet", "InesFarrow", "AdaLomax", "Picked"))


def test_an_edit_is_on_the_page_at_once(client):
    story = make_article("Before")
    story.title = "After"
    publish(story)
    assert "After" in page_of(client, story).text


@pytest.mark.parametrize("model", [ArticlePage, LiveBlogPage])
def test_a_story_that_was_never_saved_can_be_previewed(model):
    section = make_section()
    draft = model(
        title="Never saved", slug="never-saved", body=stream([paragraph()]), path=f"{section.path}0009", depth=4
    )
    draft.set_url_path(section)
    assert "Neversaved" in Fragment(draft.make_preview_request().rendered_content).text


def test_the_publication_decides_when_a_story_is_old(client):
    publication = Publication.for_site(Site.objects.get())
    story = make_article(published_at=clock.now() - timedelta(days=430))
    for months, told in ((24, False), (6, True), (0, False)):
        publication.old_after_months = months
        publication.save()
        assert ("monthsold" in page_of(client, story).text) == told
