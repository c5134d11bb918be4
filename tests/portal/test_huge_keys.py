import pytest

from news.models import SectionPage
from tests.builders import make_article, make_author, make_section

pytestmark = pytest.mark.django_db

HUGE = "9" * 23


def test_nothing_has_a_key_of_twenty_three_digits():
    author = make_author()
    story = make_article("The bell", section=make_section("Film"), authors=[author])
    stories, sections, authors = type(story).objects, SectionPage.objects, type(author).objects
    for several in (sections.filter(pk=HUGE), stories.filter(section=int(HUGE)), authors.filter(pk=HUGE)):
        assert list(several) == []
    assert list(sections.exclude(pk=-int(HUGE))) == [story.section]


def test_a_key_of_twenty_three_digits_leaves_the_others_of_a_list_alone():
    author = make_author()
    story = make_article("The bell", section=make_section("Film"), authors=[author])
    assert list(SectionPage.objects.filter(pk__in=[HUGE, story.section.pk])) == [story.section]
    assert list(type(author).objects.filter(pk__in=[HUGE, author.pk])) == [author]
    assert list(type(story).objects.filter(section__in=[HUGE])) == []
