"""Instances made without their constructors: just like those that a queryset makes."""

import pytest
from wagtail.models import Page, Site

from news.models import ArticlePage
from portal.models import PortalImage
from portal.page_cache.tags import collecting
from portal.prepared import Prepared
from portal.site_settings import Publication
from tests.builders import make_article, make_author, make_image, make_section, make_topic, paragraph

pytestmark = pytest.mark.django_db

QUERIES = {
    "story": ArticlePage.objects.all,
    "served story": ArticlePage.to_serve,
    "card": ArticlePage.objects.for_cards,
    "story on a front": ArticlePage.objects.for_fronts,
    "page": lambda: Page.objects.order_by("pk"),
    "picture": PortalImage.objects.all,
    "site with its publication": lambda: Site.objects.select_related("publication", "root_page__locale"),
    "what stands above in the table": lambda: Page.objects.select_related("articlepage__section").order_by("pk"),
}


@pytest.fixture
def story():
    photo = make_image(description="A hall.")
    Publication.for_site(Site.objects.get(is_default_site=True))
    return make_article(
        section=make_section("Film"),
        lead_image=photo,
        authors=[make_author(photo=photo), make_author("Nobody Pictured")],
        topics=[make_topic("Bells")],
        body=[paragraph("The bell rings.")],
    )


def held(instance):
    """Return all that an instance holds, with what it points at, in a form that can be compared."""
    values = {}
    _ = instance.pk, getattr(instance, "id", None)  # the key of a page's parent row is worked out when it is asked for
    for name, value in vars(instance).items():
        if name == "_state":
            related = {key: held(other) if hasattr(other, "_meta") else other for key, other in shallow(value)}
            values[name] = (value.db, value.adding, related)
        elif isinstance(value, list):
            values[name] = [held(each) if hasattr(each, "_meta") else each for each in value]
        elif name not in {"file", "decorative", "contextual_alt_text", "_page_url_cache"}:
            values[name] = str(getattr(value, "raw_data", value)) if name in {"body", "front"} else value
    return values


def shallow(state):
    """Return what an instance points at, but for the way back."""
    return ((key, other) for key, other in state.fields_cache.items() if key not in {"articlepage", "page_ptr", "site"})


@pytest.mark.parametrize("query", QUERIES)
def test_an_instance_holds_what_one_from_a_queryset_holds(story, query):
    assert list(map(held, Prepared(QUERIES[query])())) == list(map(held, QUERIES[query]()))


def test_what_was_not_fetched_is_fetched_when_it_is_asked_for(story, django_assert_num_queries):
    found = Prepared(lambda: ArticlePage.objects.only("title"))()[0]
    with django_assert_num_queries(1):
        assert found.slug == story.slug


def test_a_picture_says_all_that_pictures_say(story):
    found = Prepared(PortalImage.objects.all)()[0]
    ordinary = PortalImage.objects.get()
    for name in ("file", "decorative", "contextual_alt_text", "default_alt_text", "width"):
        assert getattr(found, name) == getattr(ordinary, name)


def test_the_body_of_a_story_is_a_stream(story):
    found = Prepared(ArticlePage.objects.all)()[0]
    assert [block.block_type for block in found.body] == ["paragraph"]


def test_an_instance_can_be_changed_and_saved(story):
    found = Prepared(PortalImage.objects.all)()[0]
    found.credit = "Somebody else"
    found.save()
    assert PortalImage.objects.get().credit == "Somebody else"


def test_an_instance_tags_the_page_that_shows_it(story):
    with collecting() as shown:
        Prepared(ArticlePage.objects.for_cards)()
    expected = {f"story-{story.pk}", f"section-{story.section_id}", f"image-{story.lead_image_id}"}
    assert expected <= shown.tags


def test_a_model_with_a_constructor_of_its_own_goes_through_it(story):
    found = Prepared(Publication.objects.all)()[0]
    assert found._page_url_cache == {}
