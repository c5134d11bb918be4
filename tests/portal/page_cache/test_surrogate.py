"""The tags that a CDN sees."""

from portal.page_cache.surrogate import LIMIT, tag_headers


def test_a_page_tells_what_it_shows_in_the_two_ways_that_cdns_read():
    assert tag_headers({"story-12", "front", "author-3"}) == [
        ("Surrogate-Key", "all front author-3 story-12"),
        ("Cache-Tag", "all,front,author-3,story-12"),
    ]


def test_too_many_tags_are_cut_and_the_page_says_so():
    headers = dict(tag_headers({f"story-{number}" for number in range(10_000)} | {"front"}))
    names = headers["Surrogate-Key"].split(" ")
    assert names[:3] == ["all", "many", "front"], "lists come first: they change most"
    assert headers["Cache-Tag"].split(",") == names
    assert LIMIT - 20 < len(headers["Surrogate-Key"]) <= LIMIT


def test_a_page_whose_tags_fit_is_not_one_of_many():
    assert "many" not in dict(tag_headers({"front"}))["Surrogate-Key"]
