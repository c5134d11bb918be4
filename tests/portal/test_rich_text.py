"""Rich text shows what the design knows, leads where it may, and runs nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.rich_text import ALLOWED_TAGS, INLINE_FEATURES, PROSE_FEATURES, safe_html
from tests.builders import make_article, make_section, restrict

ORDINARY = [
    "<p>A <b>bell</b> rings in <i>one</i> hall.</p>",
    "<p>The film is <cite>Salt Hour</cite>.</p>",
    "<p>H<sub>2</sub>O and 10<sup>3</sup></p>",
    '<p><a href="https://www.example/page?a=1&amp;b=2">there</a></p>',
    '<p><a href="mailto:news@velour.example">write</a>, <a href="tel:+4420123">call</a></p>',
    '<p><a href="/film/">inside</a> and <a href="#source-1">below</a></p>',
    "<ul><li>one</li></ul><ol><li>two</li></ol>",
    "<p>Fish &amp; chips, 1 &lt; 2</p>",
]


@pytest.mark.parametrize("html", ORDINARY)
def test_what_the_editor_offers_is_shown_as_it_is(html):
    assert safe_html(html) == html


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()" style="color:red" class="y" id="z">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="JaVaScRiPt:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="java&#x0A;script:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,&lt;script&gt;">a</a>', "<a>a</a>"),
        ('<a href="vbscript:x">a</a>', "<a>a</a>"),
        ('<iframe src="https://x.example/"></iframe>a', "a"),
        ('<img src="x" onerror="alert(1)">a', "a"),
        ("<style>p { display: none }</style>a", "a"),
        ('<form action="/x"><input name="q">a</form>', "a"),
        ("<!-- a -->b", "b"),
        ('<a href="/x" target="_blank" onmouseover="x()">a</a>', '<a href="/x">a</a>'),
        ("<h1>a</h1><h2>b</h2>", "ab"),
        ('<svg><a xlink:href="javascript:x">a</a></svg>b', "b"),
        ("<p>a", "<p>a</p>"),
    ],
)
def test_what_the_design_does_not_know_is_left_out(hostile, harmless):
    assert safe_html(hostile) == harmless


@given(st.text(alphabet="<>/\"'=ascriptonlhefjv: \n\x00&;#x", max_size=60))
def test_no_text_becomes_a_script(text):
    html = safe_html(f"<p>{text}</p>").lower()
    assert "<script" not in html
    assert "javascript:" not in html.replace("&", "") or 'href="javascript' not in html
    for tag in html.split("<")[1:]:
        name = tag.lstrip("/").split(">")[0].split()[0] if tag.strip("/> ") else ""
        assert name in {*ALLOWED_TAGS, ""}


def test_cleaning_twice_changes_nothing():
    for html in ORDINARY:
        assert safe_html(safe_html(html)) == safe_html(html)


def test_the_result_needs_no_further_escaping():
    assert hasattr(safe_html("<p>a</p>"), "__html__")


def test_the_editor_offers_nothing_that_is_then_left_out():
    assert set(INLINE_FEATURES) <= set(PROSE_FEATURES)
    assert not {"h2", "image", "embed", "hr", "document-link"} & set(PROSE_FEATURES)


# --- Links to pages of ours -------------------------------------------------------


def link_to(page):
    return f'<p><a linktype="page" id="{page.pk}">there</a></p>'


@pytest.mark.django_db
def test_a_link_leads_to_where_its_page_stands_now():
    film, music = make_section("Film"), make_section("Music")
    story = make_article(section=film, slug="the-bell")
    html = link_to(story)
    assert safe_html(html) == '<p><a href="/film/the-bell/">there</a></p>'
    story.move(music, pos="last-child")
    assert safe_html(html) == '<p><a href="/music/the-bell/">there</a></p>'


@pytest.mark.django_db
def test_a_link_to_a_draft_is_plain_words_and_does_not_tell_its_address():
    draft = make_article(live=False, slug="secret-headline")
    assert safe_html(link_to(draft)) == "<p><a>there</a></p>"


@pytest.mark.django_db
def test_a_link_below_an_unpublished_section_is_plain_words():
    story = make_article(section=make_section("Secret", live=False))
    assert safe_html(link_to(story)) == "<p><a>there</a></p>"


@pytest.mark.django_db
def test_a_link_to_a_page_behind_a_password_leads_to_the_password():
    story = make_article(slug="club-night", section=make_section("Club"))
    restrict(story)
    assert safe_html(link_to(story)) == '<p><a href="/club/club-night/">there</a></p>'


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["999999", "", "abc", "1 or 1", "²", "9" * 40])
def test_a_link_to_no_page_is_plain_words(key):
    assert safe_html(f'<p><a linktype="page" id="{key}">there</a></p>') == "<p><a>there</a></p>"


@pytest.mark.django_db
def test_many_links_cost_one_query(django_assert_max_num_queries):
    stories = [make_article() for _ in range(5)]
    safe_html(link_to(stories[0]))
    with django_assert_max_num_queries(2):
        safe_html("".join(map(link_to, stories)))
