"""Writes an export of WordPress as large as wanted, to try an import with: ``python -m tests.big_export 1000 big.xml``.

The number is of megabytes; with ``--posts``, of posts. The texts are of words
that do not repeat in the same order, so that packing it does not shrink it to
nothing. With ``--uploads FOLDER`` the posts are as a newsroom's are: each has a
picture of its own, written into the folder, shows it and one of another post,
links to twelve others, is by one or two of forty people and about three things.
"""

import argparse
import io
import random
from pathlib import Path

from PIL import Image

from tests.exports import BLOG, WXR_TAIL, wxr_head, wxr_item

SECTIONS = [("politics", "Politics"), ("culture", "Culture"), ("science", "Science"), ("sport", "Sport")]
TERMS = "".join(
    f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{slug}</wp:category_nicename>"
    f"<wp:category_parent></wp:category_parent><wp:cat_name>{name}</wp:cat_name></wp:category>\n"
    for number, (slug, name) in enumerate(SECTIONS, 2)
)
SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstvwzk" for vowel in "aeiou"]
PARAGRAPHS, WORDS = 12, 60
PEOPLE, TOPICS = 40, 200
PICTURES = 10_000_000
"""The number in WordPress of the picture of post 0: behind those of all posts."""


class Export:
    """Writes the items of one export.

    ``uploads`` is the folder for the pictures, None for posts of words alone;
    ``total`` is how many posts there will be, 0 where nobody knows: links lead to those.
    """

    def __init__(self, file, *, uploads=None, total=0, seed=7):
        self.file, self.uploads, self.total = file, uploads, total
        self.chance = random.Random(seed)
        self.vocabulary = ["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4))) for _ in range(4000)]
        self.pixels = _picture() if uploads else b""
        self.posts = 0
        self.written = file.write(wxr_head(terms=TERMS))

    def add_post(self):
        """Write one more post, with its picture."""
        self.posts += 1
        number = self.posts
        year, month, day, minute = *_month(number), number % 28 + 1, number % 60
        paragraphs = [f"<p>{self.words(WORDS)}.</p>" for _ in range(PARAGRAPHS)]
        more = {"creator": "ada", "categories": [("category", *SECTIONS[number % len(SECTIONS)])]}
        tags = {number % TOPICS}
        if self.uploads:
            paragraphs = [self.with_link(paragraph) for paragraph in paragraphs]
            tags |= {number * 7 % TOPICS, number // 3 % TOPICS}
            more["categories"] += [("author", f"writer-{n}", f"Writer {n}") for n in {number % PEOPLE, number // 9 % 5}]
        more["categories"] += [("post_tag", f"tag-{tag}", f"Tag {tag}") for tag in sorted(tags)]
        blocks = [f"<!-- wp:paragraph -->\n{paragraph}\n<!-- /wp:paragraph -->" for paragraph in paragraphs]
        if self.uploads:
            blocks[3:3] = [_figure(number)]
            blocks[8:8] = [_figure(self.another())]
            self.add_picture(number)
        self.written += self.file.write(
            wxr_item(
                number,
                title=self.words(7),
                link=_address(number),
                content="\n\n".join(blocks),
                excerpt=self.words(20),
                post_date=f"{year}-{month:02}-{day:02} 12:{minute:02}:00",
                post_date_gmt=f"{year}-{month:02}-{day:02} 10:{minute:02}:00",
                meta={
                    "_edit_last": "1",
                    "_yoast_wpseo_metadesc": "For search engines",
                    "_thumbnail_id": str(PICTURES + number) if self.uploads else "0",
                },
                comments=number % 4,
                **more,
            )
        )

    def add_picture(self, number):
        """Write the picture of a post: its item, and its file, which differs from all others."""
        place = _upload(number)
        path = self.uploads / place
        path.parent.mkdir(parents=True, exist_ok=True)
        told = f"picture {number}".encode()
        path.write_bytes(b"\xff\xd8\xff\xfe" + (len(told) + 2).to_bytes(2, "big") + told + self.pixels[2:])
        self.written += self.file.write(
            wxr_item(
                PICTURES + number,
                title=f"Picture {number}",
                link=f"{_address(number)}picture-{number}/",
                content="",
                excerpt=self.words(8),
                status="inherit",
                post_type="attachment",
                post_parent=str(number),
                attachment_url=f"{BLOG}/wp-content/uploads/{place}",
                meta={"_wp_attached_file": place, "_wp_attachment_image_alt": self.words(5)},
            )
        )

    def with_link(self, paragraph):
        """Return a paragraph that ends with a link to some post."""
        target = self.another()
        return paragraph.replace(".</p>", f' <a href="{_address(target)}">{self.words(3)}</a>.</p>')

    def another(self):
        """Return the number of some post, earlier or later."""
        return self.chance.randint(1, self.total or self.posts)

    def words(self, number):
        """Return so many words, the first with a capital."""
        return " ".join(self.chance.choices(self.vocabulary, k=number)).capitalize()


def write_export(path, *, megabytes=0, posts=0, uploads=None, seed=7):
    """Write an export of a size in megabytes, or of a number of posts, and return how many posts it has."""
    with Path(path).open("w", encoding="utf-8") as file:
        export = Export(file, uploads=uploads and Path(uploads), total=posts, seed=seed)
        while export.posts < posts or export.written < megabytes * 1024**2:
            export.add_post()
        file.write(WXR_TAIL)
    return export.posts


def _month(number):
    return 2000 + number // 336 % 24, number // 28 % 12 + 1


def _address(number):
    year, month = _month(number)
    return f"{BLOG}/{year}/{month:02}/story-{number}/"


def _upload(number):
    year, month = _month(number)
    return f"{year}/{month:02}/picture-{number}.jpg"


def _figure(number):
    shown = f"{BLOG}/wp-content/uploads/{_upload(number).replace('.jpg', '-1024x683.jpg')}"
    return (
        f'<!-- wp:image {{"id":{PICTURES + number},"sizeSlug":"large"}} -->\n<figure class="wp-block-image size-large">'
        f'<img src="{shown}" alt="Picture {number}" class="wp-image-{PICTURES + number}"/>'
        f"<figcaption>Caption of picture {number}</figcaption></figure>\n<!-- /wp:image -->"
    )


def _picture():
    """Return a JPEG of 1,200 × 800 pixels, about as large as a photograph of that size."""
    noise = random.Random(1).randbytes(84 * 56 * 3)
    picture = Image.frombytes("RGB", (84, 56), noise).resize((1200, 800), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=70)
    return file.getvalue()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("path")
    parser.add_argument("--posts", action="store_true", help="the number is of posts, not of megabytes")
    parser.add_argument("--uploads", metavar="FOLDER", help="write pictures here, and posts as a newsroom's are")
    asked = parser.parse_args()
    size = {"posts" if asked.posts else "megabytes": asked.size}
    count = write_export(asked.path, **size, uploads=asked.uploads)
    print(f"{asked.path}: {count} posts, {Path(asked.path).stat().st_size / 1024**2:.0f} MB")
