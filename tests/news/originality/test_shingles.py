"""Texts that resemble each other share a band of their sketches, and others do not."""

import random

from news.originality.shingles import BANDS, BINS, band_keys, shingles, sketch

WORDS = [f"word{number}" for number in range(6000)]
WEIGHTS = [1 / (number + 3) for number in range(6000)]


def text(chance, length):
    return chance.choices(WORDS, WEIGHTS, k=length)


def spun(words, chance, share):
    """Return a copy with so much of its words changed."""
    return [chance.choices(WORDS, WEIGHTS)[0] if chance.random() < share else word for word in words]


def test_copies_with_a_tenth_and_with_three_tenths_of_the_words_changed_are_found_among_others():
    chance = random.Random(8)
    archive = [text(chance, chance.randint(200, 700)) for _ in range(150)]
    keys = [set(band_keys(shingles(words))) for words in archive]
    for share, least in ((0.1, 0.95), (0.3, 0.85)):
        copies = [set(band_keys(shingles(spun(words, chance, share)))) for words in archive]
        found = sum(bool(own & copy) for own, copy in zip(keys, copies, strict=True))
        assert found / len(archive) >= least
    strangers = [set(band_keys(shingles(text(chance, 400)))) for _ in range(100)]
    assert sum(bool(stranger & own) for stranger in strangers for own in keys) <= 150


def test_a_sketch_has_no_hole_however_few_shingles_there_are():
    for length in (3, 4, 20, 400):
        values = sketch(shingles([f"w{number}" for number in range(length)]))
        assert len(values) == BINS
        assert None not in values


def test_the_order_and_number_of_words_matter_and_nothing_else_does():
    words = [*"thefilmstops"]
    assert band_keys(shingles(words)) == band_keys(shingles(list(words)))
    assert len(band_keys(shingles(words))) == BANDS
    assert not set(band_keys(shingles(words))) & set(band_keys(shingles(words[::-1])))


def test_a_text_of_two_words_has_no_sketch():
    assert band_keys(shingles(["two", "words"])) == []


def test_keys_fit_a_signed_column_of_64_bits():
    keys = band_keys(shingles([f"w{number}" for number in range(300)]))
    assert all(-(2**63) <= key < 2**63 for key in keys)
