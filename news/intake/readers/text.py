"""Names, slugs and numbers of other systems."""

import re
from html import unescape

from django.utils.text import slugify

from news.intake.readers.addresses import decoded
from news.intake.record import LARGEST

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_LINE_END = re.compile(r"[\r\n]+")


def name_of(text):
    """Return a title or name as plain text in one line: without tags, and with characters instead of entities."""
    return _LINE_END.sub(" ", unescape(_TAG.sub("", text))).strip(" \t")


def slug_of(text):
    """Return a slug for what has none of its own, in any script. Dots part words, as in logins."""
    return slugify(text.replace(".", "-"), allow_unicode=True)


def term_slug(slug, name):
    """Return the slug of a category or tag, decoded. Systems that imitate WordPress write the name in its place."""
    slug = decoded(slug.strip()) or name
    return slug_of(slug) if not slug.isprintable() or any(map(str.isspace, slug)) else slug


def whole_number(text):
    """Return a whole number that a database can hold; 0 for what is none."""
    try:
        number = int(text)
    except ValueError:
        return 0
    return number if abs(number) <= LARGEST else 0
