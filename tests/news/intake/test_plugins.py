"""What plug-ins and page builders leave in bodies: their words and pictures stay, their code does not show."""

import base64
from urllib.parse import quote

import pytest

from news.intake.mapping import lost_words
from news.intake.record import BodyFormat
from tests.news.intake.bodies import OLD_SITE, Shelf, blocks_in, mapped, text_of

CLASSIC = BodyFormat.CLASSIC
BELL = f"{OLD_SITE}/wp-content/uploads/bell.jpg"
SHELF = Shelf(images={"9": 3, BELL: 3}, documents={"https://cdn.example/1.mp3": 5})
RAW_HTML = base64.b64encode(quote("<p>Raw words</p>").encode()).decode()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('[et_pb_row][et_pb_text _v="4"]<p>Words.</p>[/et_pb_text][/et_pb_row]', "Words."),
        ('[et_pb_blurb title="A blurb"]Its text[/et_pb_blurb]', "A blurb Its text"),
        (
            '[vc_row][vc_custom_heading text="A heading"][vc_column_text]Words[/vc_column_text][/vc_row]',
            "A heading Words",
        ),
        ('[su_spoiler title="Open me"]Hidden[/su_spoiler]', "Open me Hidden"),
        ('[tabs][tab title="One"]First[/tab][/tabs]', "One First"),
        ("Text[efn_note]A note[/efn_note] goes on.", "Text (A note) goes on."),
        (f"[vc_raw_html]{RAW_HTML}[/vc_raw_html]", "Raw words"),
        ("Before [vc_raw_js]JTNDc2NyaXB0[/vc_raw_js]after", "Before after"),
        ("[vc_raw_html]not code![/vc_raw_html]", "not code!"),
        ("<p><o:p>Words</o:p> of <st1:place>Leeds</st1:place></p>", "Words of Leeds"),
    ],
)
def test_the_words_of_builders_stand_without_their_code(body, text):
    found = mapped(body, CLASSIC)
    assert " ".join(text_of(found).split()) == text
    assert not lost_words(found.visible_text, text_of(found))
    assert "imported_html" not in {block["type"] for block in found.stream}


@pytest.mark.parametrize(
    "body",
    [
        f'[et_pb_image src="{BELL}" alt="A bell"][/et_pb_image]',
        '[vc_single_image image="9" img_size="full"]',
        f'<amp-img src="{BELL}" width="3" height="2"></amp-img>',
    ],
)
def test_the_pictures_of_builders_are_figures(body):
    ((kind, value),) = blocks_in(body, CLASSIC, shelf=SHELF)
    assert (kind, value["image"]["image"]) == ("figure", 3)


@pytest.mark.parametrize(
    "body",
    [
        '[et_pb_button button_text="Go" button_url="https://x.example/a"][/et_pb_button]',
        '[vc_btn title="Go" link="url:https%3A%2F%2Fx.example%2Fa|target:_blank"]',
    ],
)
def test_the_buttons_of_builders_are_links(body):
    assert blocks_in(body, CLASSIC) == [("paragraph", '<p><a href="https://x.example/a">Go</a></p>')]


@pytest.mark.parametrize(
    "body",
    [
        '[vc_video link="https://www.youtube.com/watch?v=abcdefghijk"]',
        '<amp-youtube data-videoid="abcdefghijk"></amp-youtube>',
    ],
)
def test_the_clips_of_builders_are_players(body):
    ((kind, value),) = blocks_in(body, CLASSIC)
    assert (kind, value["url"]) == ("embed", "https://www.youtube.com/watch?v=abcdefghijk")


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (
            '<!-- wp:acf/q {"name":"acf/q","data":{"quote":"Rain","_quote":"field 1","place":"All of Leeds",'
            '"size":"large"}} /-->',
            "<p>Rain</p><p>All of Leeds</p>",
        ),
        (
            '<!-- wp:crowdsignal-forms/poll {"pollId":"a1","question":"<strong>Tea</strong> or coffee?",'
            '"note":"One each","answers":[{"answerId":"b","text":"Tea"},{"answerId":"c","text":"Coffee"},{}],'
            '"submitButtonLabel":"Send it off","customConfirmMessage":"Thank you all","fontFamily":"Open Sans",'
            '"textColor":"#333333","redirectAddress":"https://old.example/thanks","metadata":{"name":"My poll"}} /-->',
            "<p><strong>Tea</strong> or coffee?</p><p>One each</p><ul><li>Tea</li><li>Coffee</li></ul>",
        ),
        (
            '<!-- wp:shop/faq {"questions":[{"title":"Why?","content":"<p>Because.</p>"},'
            '{"title":"When?","content":"Soon"}]} /-->',
            "<p>Why?</p><p>Because.</p><p>When?</p><p>Soon</p>",
        ),
        (
            '<!-- wp:shop/poll {"choices":["Red","Blue"],"className":"is style wide"} --><div></div>'
            "<!-- /wp:shop/poll -->",
            "<div></div><ul><li>Red</li><li>Blue</li></ul>",
        ),
    ],
    ids=["fields", "poll", "questions", "empty division"],
)
def test_a_block_that_is_made_of_its_attributes_keeps_their_words(block, html):
    found = mapped(f"<p>Before.</p>{block}<p>After.</p>", BodyFormat.BLOCKS)
    assert [kept["type"] for kept in found.stream] == ["paragraph", "imported_html", "paragraph"]
    assert found.stream[1]["value"]["html"] == html
    assert {note.code for note in found.notes} == {"unknown_block", "imported_html"}


def test_a_block_around_others_keeps_the_words_of_its_attributes_that_do_not_stand_in_them():
    body = (
        '<!-- wp:x/survey {"question":"Which bell?","title":"Your turn"} --><!-- wp:paragraph --><p>Your turn</p>'
        '<!-- /wp:paragraph --><!-- wp:x/answer {"label":"The small one"} /--><!-- /wp:x/survey -->'
    )
    assert text_of(mapped(body, BodyFormat.BLOCKS)).split("\n") == ["Which bell?", "Your turn", "The small one"]


def test_a_list_in_the_attributes_of_a_block_is_not_said_again_where_the_blocks_in_it_say_it():
    body = (
        '<!-- wp:x/poll {"question":"Which bell?","answers":["Small","Great","Old"]} --><!-- wp:list --><ul>'
        "<li>Small</li><li>Great</li><li>The golden one</li></ul><!-- /wp:list --><!-- /wp:x/poll -->"
    )
    said = ["Which bell?", "Old", "Small", "Great", "The golden one"]
    assert text_of(mapped(body, BodyFormat.BLOCKS)).split("\n") == said


@pytest.mark.parametrize(
    "block",
    ["<!-- wp:x/y -->{}<!-- /wp:x/y -->", '<!-- wp:x/y {{"text":"{}"}} /-->'],
    ids=["in its HTML", "in its attributes"],
)
def test_a_block_with_tags_that_never_end_is_kept_as_far_as_it_can_be(block):
    body = "<p>Before.</p>" + block.format("It rings. " + "<p" * 1000) + "<p>After.</p>"
    assert "Before." in text_of(mapped(body, BodyFormat.BLOCKS))


@pytest.mark.parametrize(
    "attrs",
    [
        '{"align":"wide","layout":{"type":"flex now"},"style":{"color":{"text":"deep blue"}},"query":"all of them"}',
        '{"content":"https://old.example/a","name":"acf/q","text":"","value":12,"label":"&nbsp;"}',
        '{"headingTag":"h2","boxShadow":"inset soft","html":"' + "QUJD" * 30 + '"}',
    ],
)
def test_settings_of_a_block_are_no_words(attrs):
    assert mapped(f"<!-- wp:x/y {attrs} /-->", BodyFormat.BLOCKS).stream == []


# --- Blogger ------------------------------------------------------------------------------


def test_a_picture_with_its_caption_in_a_table_is_a_figure():
    body = (
        f'<table class="tr-caption-container"><tr><td><a href="{BELL}"><img src="{BELL}"></a></td></tr>'
        '<tr><td class="tr-caption">The caption</td></tr></table>'
    )
    ((kind, value),) = blocks_in(body, BodyFormat.HTML, shelf=SHELF)
    assert (kind, value["caption"]) == ("figure", "The caption")
    assert blocks_in(body, BodyFormat.HTML) == [("paragraph", "<p>The caption</p>")]


def test_two_line_breaks_in_a_row_end_a_paragraph():
    body = "One<br><br>two<br>three <b>four<br /> <br />five</b>"
    text = "<p>One</p><p>two<br/>three <b>four</b></p><p><b>five</b></p>"
    assert blocks_in(body, BodyFormat.HTML) == [("paragraph", text)]


def test_a_line_break_and_the_end_of_its_line_are_one():
    assert blocks_in("One<br />\ntwo\nthree", CLASSIC) == [("paragraph", "<p>One<br/>two<br/>three</p>")]


# --- Episodes -----------------------------------------------------------------------------


def test_an_episode_that_hangs_on_a_story_is_played_above_its_text():
    found = mapped("<p>Show notes.</p>", BodyFormat.HTML, shelf=SHELF, enclosures=["https://cdn.example/1.mp3"])
    assert [(block["type"], block["value"].get("file")) for block in found.stream[:1]] == [("audio", 5)]


def test_an_episode_that_we_do_not_hold_is_a_link():
    address = "https://cdn.example/2.mp3"
    found = mapped("<p>Show notes.</p>", BodyFormat.HTML, shelf=SHELF, title="Rain", enclosures=[address])
    assert found.stream[0]["value"].startswith(f'<p><a href="{address}">Rain</a></p>')
    assert {note.code for note in found.notes} == {"file_missing", "embed_as_link"}


def test_an_episode_that_stands_in_the_text_is_told_once():
    body = '<p><a href="https://cdn.example/1.mp3">Listen</a></p>'
    assert len(blocks_in(body, BodyFormat.HTML, shelf=SHELF, enclosures=["https://cdn.example/1.mp3"])) == 1
