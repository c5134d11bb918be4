"""No query, whatever it holds, makes the search fail."""

import itertools
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import make_article

CLEAN = {200, 400, 404}

OPERATORS = [
    "AND", "OR", "NOT", "NEAR", "NEAR/2", "a AND", "AND a", "a OR", "NOT a", "NOT NOT a", "a AND OR b", "NEAR(a b, 2)",
    "NEAR(a b", "a NEAR b", "a & b", "a && b", "a | b", "a || b", "!a", "!!a", "a <-> b", "a <2> b", "a <-", "&", "|",
    "!", "a:*", ":*", "a:A", "a:b:c", "a*", "*", "**", "a**", "*a", "^a", "a^2", "a^", "+a", "-a", "--a", "a -- b",
    "~a", "a~1", "a b~", "title:a", "title : a", "{title body} : a", "-{title} : a", "body:*", "live:true", "a:\"b c\"",
]  # fmt: skip
QUOTES = [
    '"', '""', '"""', '"a', 'a"', '"a" "b', '" "', "'", "''", "'a", "a'", "'a' 'b", "’", "‘a", "“a", "a”", "«a»", "`a`",
    "\\", "\\\\", '\\"', "\\'", "a\\", "\\0", "\\x00", "\\u0000", "'; DROP TABLE news_articlepage; --", "' OR '1'='1",
    '" OR ""="', "1) OR (1=1", "a'||'b", "$$a$$", "E'\\000'", "/* a */", "a;--", "%", "%%", "%s", "%(a)s", "%d", "a%b",
    "_", "__", "a_b", "{}", "{0}", "{a}", "{{ a }}", "{% a %}", "${a}", "#{a}", "<%= a %>",
]  # fmt: skip
BRACKETS = [
    "(", ")", "()", ")(", "((a)", "(a))", "(a", "a)", "(a OR b", "[", "]", "[a", "a]", "{", "}", "{a", "a}", "<a", "a>",
    "<script>alert(1)</script>", "<mark>", "</title>", "<img src=x onerror=alert(1)>", "&lt;", "&amp;", "&#0;", "&",
]  # fmt: skip
BYTES = [
    "\x00", "a\x00b", "\x00\x00", "\x01\x02", "\x1b[31m", "\x7f", "\x80", "\r\n", "a\r\nSet-Cookie: b", "\t", "\v\f",
    "\u200b", "\u200e\u202e", "\ufeff", "\ufffe", "\uffff", "\u2028", "\u00ad", "\u0301", "e\u0301" * 20, "\U0010ffff",
    "\ue000", "\U000e0001", "🎬", "👩‍⚕️", "🏳️‍🌈", "Z̷̛͇a̸l̵g̶o̷", "İ", "ß", "ﬁ", "ǅ", "ͅ", "Ω", "K", "½", "²", "٣", "१२३",
]  # fmt: skip
SCRIPTS = [
    "السينما", "映画館", "영화관", "кинотеатр", "θέατρο", "בית קולנוע", "नमस्ते", "โรงภาพยนตร์", "ᚠᚢᚦ", "𝓼𝓵𝓮𝓮𝓹",
    "ｓｌｅｅｐ", "ꙮ",
]  # fmt: skip
LENGTHS = [
    "a" * 80, "a" * 81, "a" * 1000, "a" * 1001, "a" * 10_000, "a " * 32, "a " * 33, "ab " * 333, "é" * 1000,
    "映" * 1000,
    "🎬" * 1000, '"' * 1000, "(" * 1000, "a-" * 500, "'" * 999, "\\" * 1000, "%" * 1000, " " * 1000, "\x00" * 1000,
    " ".join(map(str, range(32))), " ".join(map(str, range(33))), "s" * 3, "s", "ss", "ies", "es", "y", "xs",
]  # fmt: skip
NUMBERS = ["0", "-1", "1e309", "NaN", "None", "null", "true", "1/0", "1.0.0", "0x00", "٠", "9" * 400]
HOSTILE = list(dict.fromkeys([*OPERATORS, *QUOTES, *BRACKETS, *BYTES, *SCRIPTS, *LENGTHS, *NUMBERS]))


@pytest.fixture
def some_stories(db):
    make_article("The foghorn is back: 100% \"louder\" (and 'free')", standfirst="a & b | c <d> \\ {e}")
    make_article("السينما 映画館 кинотеатр")


def test_the_list_of_hostile_queries_is_long():
    assert len(HOSTILE) >= 200


@pytest.mark.parametrize("path", ["/search/", "/search/suggest/"])
def test_no_hostile_query_fails(client, some_stories, path):
    failed = {query for query in HOSTILE if client.get(f"{path}?q={quote(query)}").status_code not in CLEAN}
    assert not failed


def test_no_hostile_query_fails_next_to_a_plain_word(client, some_stories):
    queries = [f"foghorn {query}" for query in HOSTILE]
    failed = {query for query in queries if client.get("/search/", {"q": query}).status_code not in CLEAN}
    assert not failed


def test_no_hostile_filter_fails(client, some_stories):
    filters = ["section", "kind", "author", "date", "sort"]
    asked = {value: {"q": "foghorn", **dict.fromkeys(filters, value)} for value in HOSTILE}
    failed = {value for value, query in asked.items() if client.get("/search/", query).status_code not in CLEAN}
    assert not failed


def test_no_hostile_page_fails(client, some_stories):
    asked = {value: {"q": "foghorn", "page": value} for value in HOSTILE}
    failed = {value for value, query in asked.items() if client.get("/search/", query).status_code not in CLEAN}
    assert not failed


@pytest.mark.parametrize(
    "address",
    ["?q=%ff%fe", "?q=%C3%28", "?q=%ed%a0%80", "?q=%", "?q=a&q=b&q=%00", "?%00=a", "?q[]=a", "?&&&", "?q=a;page=2"],
)
def test_no_broken_address_fails(client, some_stories, address):
    assert client.get(f"/search/{address}").status_code in CLEAN


def test_a_thousand_filters_do_not_fail(client, some_stories):
    filters = "&".join(
        f"{name}={number}" for name, number in itertools.product(["section", "author", "kind"], range(300))
    )
    assert client.get(f"/search/?q=foghorn&{filters}").status_code == 200


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    query=st.text(max_size=60)
    | st.lists(st.sampled_from(["a", "foghorn", *OPERATORS, *QUOTES, *BRACKETS, *BYTES]), max_size=8).map(" ".join),
    section=st.text(max_size=10),
    sort=st.sampled_from(["", "newest", "x"]),
)
def test_no_text_at_all_fails(client, some_stories, query, section, sort):
    address = (
        f"?q={quote(query.encode('utf-8', 'surrogatepass'))}&section={quote(section, errors='replace')}&sort={sort}"
    )
    assert client.get(f"/search/{address}").status_code in CLEAN
    assert client.get(f"/search/suggest/{address}").status_code in CLEAN
