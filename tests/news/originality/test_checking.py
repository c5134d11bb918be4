"""What is copied from our own archive is shown to the desk, with both passages, and never keeps a story back."""

import random
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.models import ArticlePage, OriginalityCheck, SimilarStory, Standards, StoryBand
from news.originality import checking
from news.originality.archive import resembling
from news.originality.checking import check_due
from news.originality.texts import Text
from news.standards import gate
from portal import clock
from tests.builders import make_article, make_author, make_section, make_user, paragraph, publish, restrict, stream

pytestmark = pytest.mark.django_db

CHANCE = random.Random(4)
VOCABULARY = [f"{first}{second}" for first in ("barn", "coat", "dusk", "ember", "fog", "gate") for second in range(90)]


def prose(length=240):
    """Return words of no meaning that no other call returns."""
    return " ".join(CHANCE.choice(VOCABULARY) for _ in range(length))


def spin(text, every=10):
    """Return the text with every tenth word changed."""
    return " ".join(f"new{place}" if place % every == 0 else word for place, word in enumerate(text.split()))


def settle():
    return list(check_due())


def findings(story):
    return [finding for finding in gate.findings(story) if finding.code == "near-duplicate"]


@pytest.fixture
def section():
    return make_section("Film")


def test_of_two_clocks_the_second_waits_before_it_reads_a_story(section):
    key = make_article("The bell", section=section, body=[paragraph(prose())]).pk
    with CaptureQueriesContext(connection) as queries:
        checking.check(key)
    statements = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    assert 'FROM "news_originalitycheck"' in statements[0]
    assert statements[0].endswith("FOR UPDATE") == connection.features.has_select_for_update


@pytest.fixture
def original(section):
    story = make_article("The bell", section=section, body=[paragraph(prose())])
    settle()
    return story


def copy_of(story, section, text=None, **fields):
    """Return a draft that is nearly the same as a story."""
    body = fields.pop("body", None) or [paragraph(spin(text or story.body_text))]
    draft = make_article("The same bell", section=section, body=body, live=False, **fields)
    draft.save_revision()
    settle()
    return draft


def test_a_draft_that_repeats_a_story_is_shown_that_story_and_both_passages(original, section):
    draft = copy_of(original, section)
    (finding,) = findings(draft)
    similar = SimilarStory.objects.get(article=draft)
    assert not finding.blocks
    assert "The bell" in finding.message
    assert similar.passage in finding.message
    assert similar.other_passage in finding.message
    assert similar.other_passage.strip("…") in original.body_text
    assert finding.address == original.get_url()


def test_the_editor_sees_the_finding_with_a_link_to_the_other_story(client, original, section):
    draft = copy_of(original, section)
    client.force_login(make_user(superuser=True))
    shown = client.get(reverse("news_standards:findings", args=[draft.pk])).content.decode()
    assert f'href="{original.get_url()}"' in shown


def test_a_story_of_its_own_is_not_warned_of(original, section):
    assert findings(copy_of(original, section, text=prose())) == []


def test_the_finding_goes_with_the_words_it_was_about(original, section):
    draft = copy_of(original, section)
    draft.body = stream([paragraph(prose())])
    assert findings(draft) == []


def test_it_never_keeps_a_story_back(original, section):
    draft = copy_of(original, section, authors=[make_author()])
    assert publish(draft, judged=True).is_public


def test_quotations_do_not_count(original, section):
    quoted = ("block_quote", {"text": original.body_text, "attribution": "The bell"})
    assert findings(copy_of(original, section, body=[paragraph(prose()), quoted])) == []


def test_wire_copy_counts_on_neither_side(original, section):
    assert findings(copy_of(original, section, origin="wire")) == []
    wire = make_article("From the wire", section=section, body=[paragraph(prose())], origin="wire")
    assert findings(copy_of(wire, section)) == []


def test_phrases_of_our_own_do_not_count(section):
    phrase = prose(60)
    words = Standards.load()
    words.boilerplate = phrase
    words.save()
    first = make_article("First", section=section, body=[paragraph(f"{prose(70)} {phrase}")])
    settle()
    assert findings(copy_of(first, section, text=f"{prose(70)} {phrase}")) == []


def test_a_story_that_is_no_longer_public_is_neither_found_nor_shown(original, section):
    draft = copy_of(original, section)
    original.unpublish()
    assert findings(draft) == []
    settle()
    assert not StoryBand.objects.filter(article=original).exists()


def test_a_private_story_is_not_shown_to_the_writer_of_another_one(original, section):
    restrict(original)
    assert findings(copy_of(original, section)) == []


def test_a_story_is_not_a_copy_of_itself(original):
    original.body = stream([paragraph(spin(original.body_text, every=40))])
    original.save_revision()
    settle()
    assert findings(original.get_latest_revision_as_object()) == []


def test_the_desk_says_how_much_may_be_shared(original, section):
    words = Standards.load()
    words.similar_share = 95
    words.save()
    assert findings(copy_of(original, section)) == []


def test_a_save_while_a_story_is_being_compared_asks_again(original, monkeypatch):
    OriginalityCheck.objects.ask_for([original.pk])
    OriginalityCheck.objects.update(due_at=clock.now() - timedelta(hours=1))
    monkeypatch.setattr(checking, "check", lambda key: OriginalityCheck.objects.ask_for([key]))
    next(check_due())
    assert OriginalityCheck.objects.due().count() == 1


def test_a_story_that_cannot_be_compared_keeps_no_other_waiting(original, section, monkeypatch):
    other = make_article("Another bell", section=section, body=[paragraph(prose())])
    OriginalityCheck.objects.ask_for([original.pk, other.pk])
    compared = []

    def failing(key):
        if key == original.pk:
            raise ValueError("no such thing")
        compared.append(key)

    monkeypatch.setattr(checking, "check", failing)
    settle()
    assert compared == [other.pk]
    assert not OriginalityCheck.objects.due().exists()
    assert OriginalityCheck.objects.get(pk=original.pk).due_at > clock.now()


def test_an_archive_that_came_in_at_once_is_taken_in_by_one_command(section, capsys):
    stories = [make_article(f"Old {number}", section=section, body=[paragraph(prose())]) for number in range(3)]
    OriginalityCheck.objects.all().delete()
    StoryBand.objects.all().delete()
    call_command("check_originality", "--all")
    assert "3 stories compared" in capsys.readouterr().out
    assert set(StoryBand.objects.values_list("article_id", flat=True)) == {story.pk for story in stories}


def test_searching_the_archive_takes_two_statements_whatever_its_size(section, django_assert_num_queries):
    text = prose()
    for number in range(4):
        make_article(f"Copy {number}", section=section, body=[paragraph(spin(text, every=8 + number))])
    settle()
    with django_assert_num_queries(2):
        found = resembling(Text(ArticlePage(title="New", body=stream([paragraph(text)]))))
    assert len(found) == 4
