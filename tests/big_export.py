"""Writes an export of WordPress as large as wanted, to try an import with: ``python -m tests.big_export 1000 big.xml``.

The number is of megabytes; with ``--posts``, of posts. The texts are of words
that do not repeat in the same order, so that packing it does not shrink it to nothing.
"""

import argparse
import random
from pathlib import Path

from tests.exports import BLOG, WXR_TAIL, wxr_head, wxr_item

SECTIONS = [("politics", "Politics"), ("culture", "Culture"), ("science", "Science"), ("sport", "Sport")]
TERMS = "".join(
    f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{slug}</wp:category_nicename>"
    f"<wp:category_parent></wp:category_parent><wp:cat_name>{name}</wp:cat_name></wp:category>\n"
    for number, (slug, name) in enumerate(SECTIONS, 2)
)
SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstvwzk" for vowel in "aeiou"]
PARAGRAPHS, WORDS = 12, 60


def write_export(path, *, megabytes=0, posts=0, seed=7):
    """Write an export of a size in megabytes, or of a number of posts, and return how many posts it has."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(4000)]
    number = written = 0
    with Path(path).open("w", encoding="utf-8") as file:
        written += file.write(wxr_head(terms=TERMS))
        while number < posts or written < megabytes * 1024**2:
            number += 1
            written += file.write(_post(number, words, chance))
        file.write(WXR_TAIL)
    return number


def _post(number, words, chance):
    body = "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{_words(words, chance, WORDS)}.</p>\n<!-- /wp:paragraph -->"
        for _ in range(PARAGRAPHS)
    )
    section = SECTIONS[number % len(SECTIONS)]
    month, day, minute = number // 28 % 12 + 1, number % 28 + 1, number % 60
    return wxr_item(
        number,
        title=_words(words, chance, 7),
        link=f"{BLOG}/{2000 + number // 336 % 24}/{month:02}/story-{number}/",
        content=body,
        excerpt=_words(words, chance, 20),
        post_date=f"{2000 + number // 336 % 24}-{month:02}-{day:02} 12:{minute:02}:00",
        post_date_gmt=f"{2000 + number // 336 % 24}-{month:02}-{day:02} 10:{minute:02}:00",
        categories=[("category", *section), ("post_tag", f"tag-{number % 200}", f"Tag {number % 200}")],
        meta={"_edit_last": "1", "_yoast_wpseo_metadesc": "For search engines", "_thumbnail_id": "0"},
        comments=number % 4,
    )


def _words(words, chance, number):
    return " ".join(chance.choices(words, k=number)).capitalize()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int)
    parser.add_argument("path")
    parser.add_argument("--posts", action="store_true", help="the number is of posts, not of megabytes")
    asked = parser.parse_args()
    count = write_export(asked.path, **{"posts" if asked.posts else "megabytes": asked.size})
    print(f"{asked.path}: {count} posts, {Path(asked.path).stat().st_size / 1024**2:.0f} MB")
