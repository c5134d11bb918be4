"""What each element of an old body becomes."""

import pytest

from news.intake.record import BodyFormat
from tests.news.intake.bodies import OLD_SITE, Shelf, blocks_in, mapped

HTML, CLASSIC, BLOCKS = BodyFormat.HTML, BodyFormat.CLASSIC, BodyFormat.BLOCKS
BELL, LAMP = f"{OLD_SITE}/wp-content/uploads/2012/12/bell-300x200.jpg", f"{OLD_SITE}/wp-content/uploads/lamp.jpg"
SHELF = Shelf(
    images={BELL: 7, LAMP: 8, "41": 7, "42": 8},
    documents={f"{OLD_SITE}/bell.mp3": 5, f"{OLD_SITE}/bell.mp4": 6, f"{OLD_SITE}/cue.pdf": 4, "77": 5},
    pages={f"{OLD_SITE}/2012/12/interval/": 12},
    attached=["41", "42"],
)
CLIP = "https://www.youtube.com/watch?v=aaaaaaaaaaa"


def figure(key, alt="", caption="", link=""):
    image = {"image": key, "alt_text": alt, "decorative": not alt}
    return {"image": image, "caption": caption, "credit": "", "link": link}


def codes(body, body_format=HTML, **more):
    return [(note.code, note.name) for note in mapped(body, body_format, SHELF, **more).notes]


# --- Running text -----------------------------------------------------------------


def test_neighbouring_paragraphs_are_one_block():
    assert blocks_in("<p>One</p>\n\n<p>Two</p>", HTML) == [("paragraph", "<p>One</p><p>Two</p>")]


def test_a_blank_line_ends_a_classic_paragraph_and_a_line_break_stays():
    assert blocks_in("One\nline\n\nTwo <b>bold\n\nstill</b> &amp; on", CLASSIC) == [
        ("paragraph", "<p>One<br/>line</p><p>Two <b>bold</b></p><p><b>still</b> &amp; on</p>")
    ]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<strong>a</strong> <em>b</em>", "<b>a</b> <i>b</i>"),
        ("<strike>a</strike> <del>b</del>", "<s>a</s> <s>b</s>"),
        ("<kbd>a</kbd> <tt>b</tt>", "<code>a</code> <code>b</code>"),
        ("H<sub>2</sub>O<sup>3</sup>", "H<sub>2</sub>O<sup>3</sup>"),
        ('<span style="color:red">a</span> <u>b</u> <mark>c</mark> <font>d</font>', "a b c d"),
        ('<abbr title="cinema">a</abbr> <q>b</q>', "a b"),
        ("<b><b>a</b></b>", "<b>a</b>"),
        ("a<br>b", "a<br/>b"),
        ('<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'),
        ('<a href="#there">a</a>', "a"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
    ],
)
def test_inline_elements_become_what_rich_text_knows(html, written):
    assert blocks_in(f"<p>{html}</p>", HTML) == [("paragraph", f"<p>{written}</p>")]


def test_headings_keep_their_order_below_the_headline():
    body = "".join(f"<h{level}>H <i>{level}</i></h{level}>" for level in range(1, 7))
    levels = ["h2", "h2", "h3", "h4", "h4", "h4"]
    assert blocks_in(body, HTML) == [
        ("heading", {"text": f"H {number}", "level": level}) for number, level in enumerate(levels, start=1)
    ]


def test_a_heading_too_long_to_be_one_is_a_bold_paragraph():
    assert blocks_in(f"<h2>{'long ' * 40}</h2>", HTML) == [("paragraph", f"<p><b>{('long ' * 40).strip()}</b></p>")]


def test_lists_keep_the_lists_in_them():
    body = "<ol><li>One<ul><li>A</li><li>B<ol><li>x</li></ol></li></ul></li><li><p>Two</p></li></ol>"
    assert blocks_in(body, HTML) == [
        ("list", {
            "style": "number",
            "items": ["<p>One</p><ul><li>A</li><li>B<ol><li>x</li></ol></li></ul>", "<p>Two</p>"],
        })
    ]  # fmt: skip


def test_a_list_that_goes_on_counting_keeps_its_numbers():
    ((kind, value),) = blocks_in('<ol start="4"><li>Four</li></ol>', HTML)
    assert (kind, value["html"]) == ("imported_html", '<ol start="4"><li>Four</li></ol>')


def test_terms_are_bold_above_what_they_mean():
    assert blocks_in("<dl><dt>Bell</dt><dd>It rings</dd></dl>", HTML) == [
        ("paragraph", "<p><b>Bell</b></p><p>It rings</p>")
    ]


# --- Quotations, code, tables -------------------------------------------------------


def test_a_quotation_keeps_its_words_and_who_said_them():
    assert blocks_in("<blockquote><p>One</p><p>Two</p><cite>Ada</cite></blockquote>", HTML) == [
        ("block_quote", {"text": "One\n\nTwo", "attribution": "Ada"})
    ]


def test_a_pull_quote_stays_one():
    html = '<figure class="wp-block-pullquote"><blockquote><p>Loud</p><cite>Ada</cite></blockquote></figure>'
    assert blocks_in(f"<!-- wp:pullquote -->{html}<!-- /wp:pullquote -->") == [
        ("pull_quote", {"text": "Loud", "attribution": "Ada"})
    ]


def test_a_quotation_with_links_keeps_them():
    ((kind, value),) = blocks_in('<blockquote><p>See <a href="https://a.example/">there</a></p></blockquote>', HTML)
    assert kind == "imported_html"
    assert 'href="https://a.example/"' in value["html"]


def test_code_keeps_every_space():
    code = "if a &lt; b:\n    ring()\n\n\n  # [caption]"
    assert blocks_in(f"<!-- wp:code --><pre class='wp-block-code'><code>{code}</code></pre><!-- /wp:code -->") == [
        ("preformatted", {"text": "if a < b:\n    ring()\n\n\n  # [caption]", "kind": "code"})
    ]


def test_code_between_short_codes_is_not_read_as_html():
    assert blocks_in('[sourcecode language="html"]\n<b>bold</b>\n\n  [gallery]\n[/sourcecode]', CLASSIC) == [
        ("preformatted", {"text": "<b>bold</b>\n\n  [gallery]", "kind": "code"})
    ]


def test_a_table_keeps_head_foot_and_caption():
    html = (
        '<figure class="wp-block-table"><table><thead><tr><th>House</th><th>Seats</th></tr></thead><tbody>'
        "<tr><td>Rex</td><td>221</td></tr></tbody><tfoot><tr><td>All</td><td>9</td></tr></tfoot></table>"
        "<figcaption>Seats</figcaption></figure>"
    )
    columns = [{"type": "text", "heading": "House"}, {"type": "number", "heading": "Seats"}]
    table = {"caption": "Seats", "columns": columns, "rows": [{"values": ["Rex", "221"]}, {"values": ["All", "9"]}]}
    assert blocks_in(html, HTML) == [("table", {"table": table, "source": ""})]


def test_links_in_a_table_are_kept():
    html = '<table><tr><td>a</td><td><a href="https://a.example/">b</a></td></tr></table>'
    ((_kind, value),) = blocks_in(html, HTML)
    assert [column["type"] for column in value["table"]["columns"]] == ["text", "rich"]
    assert value["table"]["rows"] == [{"values": ["a", '<p><a href="https://a.example/">b</a></p>']}]


def test_a_table_with_merged_cells_is_kept_as_it_was():
    ((kind, value),) = blocks_in(
        '<table><tr><td colspan="2" onclick="x">a</td></tr><tr><td>b</td><td>c</td></tr></table>', HTML
    )
    assert kind == "imported_html"
    assert '<td colspan="2">a</td>' in value["html"]


# --- Pictures -------------------------------------------------------------------------


def test_a_picture_keeps_description_caption_and_link():
    picture = f'<a href="https://a.example/"><img src="{BELL}" alt="A bell"></a>'
    html = f"<figure>{picture}<figcaption>The <b>bell</b></figcaption></figure>"
    assert blocks_in(html, HTML, shelf=SHELF) == [("figure", figure(7, "A bell", "The bell", "https://a.example/"))]


def test_a_link_to_the_picture_itself_is_none():
    assert blocks_in(f'<a href="{LAMP}"><img src="{LAMP}"></a>', HTML, shelf=SHELF) == [("figure", figure(8))]


@pytest.mark.parametrize(
    "code",
    [
        '[caption id="attachment_41" width="300"]<img src="https://cdn.example/x.jpg"> The bell[/caption]',
        '[caption id="attachment_41" caption="The bell"]<img src="https://cdn.example/x.jpg">[/caption]',
        f'[caption width="300"]<a href="{BELL}"><img src="{BELL}" /></a> The bell[/caption]',
    ],
)
def test_a_picture_in_a_caption_code_has_that_caption(code):
    assert blocks_in(f"Before\n{code}\nAfter", CLASSIC, shelf=SHELF) == [
        ("paragraph", "<p>Before</p>"),
        ("figure", figure(7, caption="The bell")),
        ("paragraph", "<p>After</p>"),
    ]


def test_a_picture_in_a_sentence_stands_after_it():
    assert blocks_in(f'<p>One <img src="{BELL}"> two.</p><p>Three</p>', HTML, shelf=SHELF) == [
        ("paragraph", "<p>One two.</p>"),
        ("figure", figure(7)),
        ("paragraph", "<p>Three</p>"),
    ]


def test_a_missing_picture_is_told_and_its_caption_kept():
    html = '<figure><img src="https://old.example/gone.jpg" alt="A bell"><figcaption>The bell</figcaption></figure>'
    assert blocks_in(html, HTML, shelf=SHELF) == [("paragraph", "<p>The bell</p>")]
    assert codes(html) == [("image_missing", "https://old.example/gone.jpg")]


def test_a_smiley_is_its_words_and_a_counting_pixel_nothing():
    html = '<p>Ha <img class="wp-smiley" src="/s.gif" alt=":)"><img src="https://c.example/p" width="1" height="1"></p>'
    assert blocks_in(html, HTML) == [("paragraph", "<p>Ha :)</p>")]


@pytest.mark.parametrize(
    ("code", "keys"), [('[gallery ids="42,41"]', [8, 7]), ("[gallery]", [7, 8]), ('[gallery exclude="42"]', [7])]
)
def test_a_gallery_code_shows_the_pictures_it_numbers_or_those_of_the_story(code, keys):
    ((_kind, value),) = blocks_in(code, CLASSIC, shelf=SHELF)
    assert [each["image"]["image"] for each in value.get("images", [value])] == keys


def test_a_gallery_keeps_order_and_captions():
    html = (
        f'<figure class="wp-block-gallery"><figure><img src="{LAMP}"><figcaption>Lamp</figcaption></figure>'
        f'<figure><img src="{BELL}"><figcaption>Bell</figcaption></figure><figcaption>Both</figcaption></figure>'
    )
    assert blocks_in(html, HTML, shelf=SHELF) == [
        ("gallery", {"images": [figure(8, caption="Lamp"), figure(7, caption="Bell")], "caption": "Both"})
    ]


# --- Clips, sound, files -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "body_format"),
    [
        (f"One\n{CLIP}\nTwo", CLASSIC),
        ("One\n[embed width=3]https://youtu.be/aaaaaaaaaaa[/embed]\nTwo", CLASSIC),
        ('<p>One</p><iframe src="//www.youtube.com/embed/aaaaaaaaaaa?rel=0"></iframe><p>Two</p>', HTML),
        ('<p>One</p><object><embed src="http://www.youtube.com/v/aaaaaaaaaaa"></object><p>Two</p>', HTML),
        (
            f'<p>One</p><!-- wp:embed {{"url":"{CLIP}"}} --><figure class="wp-block-embed"><div>\n{CLIP}\n</div>'
            "</figure><!-- /wp:embed --><p>Two</p>",
            BLOCKS,
        ),
    ],
)
def test_a_clip_of_a_known_service_is_a_player(body, body_format):
    kinds = blocks_in(body, body_format)
    assert [kind for kind, _value in kinds] == ["paragraph", "embed", "paragraph"]
    assert kinds[1][1]["url"] == CLIP


def test_what_cannot_play_here_is_a_link():
    html = '<iframe src="https://maps.example/x" title="The map"></iframe>'
    assert blocks_in(html, HTML) == [("paragraph", '<p><a href="https://maps.example/x">The map</a></p>')]
    assert codes(html) == [("embed_as_link", "maps.example")]


def test_recordings_and_files_of_ours_are_blocks():
    body = (
        f'[audio {OLD_SITE}/bell.mp3]\n\n<video src="{OLD_SITE}/bell.mp4"></video>\n\n[playlist ids="77"]\n\n'
        f'<div class="wp-block-file"><a href="{OLD_SITE}/cue.pdf">Cue sheet</a></div>'
    )
    found = blocks_in(body, CLASSIC, shelf=SHELF)
    assert [(kind, value["file"]) for kind, value in found] == [("audio", 5), ("video", 6), ("audio", 5), ("file", 4)]


# --- Links --------------------------------------------------------------------------------


def test_a_link_to_a_story_of_ours_leads_to_its_page():
    body = '<a href="http://www.old.example/2012/12/interval/">a</a> <a href="/2012/12/interval/">b</a>'
    assert blocks_in(body.replace("http://www.old.example", OLD_SITE), HTML, shelf=SHELF) == [
        ("paragraph", '<p><a linktype="page" id="12">a</a> <a linktype="page" id="12">b</a></p>')
    ]


def test_an_unknown_link_of_ours_keeps_its_path_and_is_told():
    body = mapped(f'<a href="{OLD_SITE}/?p=9#x">a</a>', HTML)
    assert body.stream[0]["value"] == '<p><a href="/?p=9#x">a</a></p>'
    assert body.links == [f"{OLD_SITE}/?p=9#x"]
    assert [note.code for note in body.notes] == ["link_unresolved"]


# --- Blocks and short codes -----------------------------------------------------------------


def test_blocks_that_hold_others_give_them_in_reading_order():
    inner = "<!-- wp:paragraph --><p>{}</p><!-- /wp:paragraph -->"
    columns = "".join(
        f"<!-- wp:column --><div>{inner.format(word)}</div><!-- /wp:column -->" for word in ("One", "Two")
    )
    body = f'<!-- wp:columns {{"a":{{"b":1}}}} --><div>{columns}</div><!-- /wp:columns -->'
    assert blocks_in(body) == [("paragraph", "<p>One</p><p>Two</p>")]


def test_an_unknown_block_is_kept_as_safe_html_and_named():
    html = '<acme-box onclick="x"><p>Words</p><script>no</script></acme-box>'
    body = f'<!-- wp:acme/box {{"x":1}} -->{html}<!-- /wp:acme/box -->'
    ((kind, value),) = blocks_in(body)
    assert (kind, value["html"]) == ("imported_html", "<p>Words</p>")
    assert "<acme-box" in value["original"]
    assert ("unknown_block", "acme/box") in codes(body, BLOCKS)
    assert ("removed", "script") in codes(body, BLOCKS)


def test_what_wordpress_fills_anew_is_counted():
    assert blocks_in("<!-- wp:latest-posts /-->") == []
    assert codes("<!-- wp:latest-posts /-->", BLOCKS) == [("dropped", "latest-posts")]


def test_details_are_questions():
    one = "<!-- wp:details --><details><summary>Why?</summary><p>So.</p></details><!-- /wp:details -->"
    questions = [{"question": "Why?", "answer": "<p>So.</p>"}] * 2
    assert blocks_in(one + one) == [("questions", {"title": "", "items": questions})]


def test_footnotes_stand_where_they_stood_and_marks_lead_to_them():
    body = mapped(
        '<p>Loud<sup data-fn="ab" class="fn"><a href="#ab">1</a></sup></p><!-- wp:footnotes /-->',
        BLOCKS,
        footnotes=[{"id": "ab", "content": "Very <em>loud</em>"}],
    )
    text, notes = body.stream
    assert text["value"] == f'<p>Loud<sup><a href="#1-h-{notes["id"][:8]}">1</a></sup></p>'
    assert notes["value"]["items"][0]["value"] == "<p>Very <i>loud</i></p>"


@pytest.mark.parametrize(
    ("body", "text", "names"),
    [
        ("He said [sic] so [the man] did", "He said [sic] so [the man] did", []),
        ('Go [acme_form id="3"] on', "Go on", ["acme_form"]),
        ("A [wide]word[/wide] here", "A word here", ["wide", "wide"]),
        ("See [[gallery]] there", "See [gallery] there", []),
        ("[tabs style=&#8221;x&#8221;]One[tab style='T']Two[/tab][/tabs]", "OneTwo", ["tabs", "tab", "tab", "tabs"]),
    ],
)
def test_short_codes_go_prose_stays_and_what_they_held_too(body, text, names):
    assert blocks_in(body, CLASSIC) == [("paragraph", f"<p>{text}</p>")]
    assert [name for code, name in codes(body, CLASSIC) if code == "unknown_short_code"] == names
