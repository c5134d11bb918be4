"""Words: how a query and a text are taken apart, so that one can be found in the other.

Only letters, digits and the marks upon them get through. Quotes, operators,
NUL and whatever else a database's search language gives a meaning to end here.
"""

import unicodedata

LONGEST_WORD = 80
"""Longer words stand in no story, and PostgreSQL refuses to look for those of 2,047 bytes."""

SHORTEST_PLURAL = 4


class _Characters(dict):
    """A table for `str.translate` that works out each character once."""

    def __init__(self, replacement):
        super().__init__()
        self.replacement = replacement

    def __missing__(self, code):
        self[code] = replaced = self.replacement(chr(code))
        return replaced


def _letter_or_space(character):
    return character if unicodedata.category(character)[0] in "LMN" else " "


def _plain_letter(character):
    """Return the character in lower case and without accents: exactly one, so that positions stay."""
    return unicodedata.normalize("NFKD", character)[0].lower()[0]


_LETTERS = _Characters(_letter_or_space)
_PLAIN = _Characters(_plain_letter)


def fold(text):
    """Return the text in lower case and without accents, character for character."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def split(text):
    """Return the words of a text as they are written."""
    words = unicodedata.normalize("NFC", text).translate(_LETTERS).split()
    return [word for word in words if any(character.isalnum() for character in word)]


def stem(word):
    """Return the folded word without an English plural ending.

    SQLite compares words letter by letter, so “unicorns” would not find
    “unicorn”. PostgreSQL knows more of the language; there this does no harm.
    """
    word = fold(word)
    if len(word) >= SHORTEST_PLURAL and word.endswith("s"):
        if word.endswith("ies") and len(word) > SHORTEST_PLURAL:
            return f"{word[:-3]}y"
        if word.endswith(("sses", "ches", "shes", "xes", "zes")):
            return word[:-2]
        if not word.endswith(("ss", "us", "is")):
            return word[:-1]
    return word


def stems(text):
    """Return the stems of all words of a text, in their order."""
    return [stem(word) for word in split(text)]


def forms(word):
    """Return the word with its singular and plural, each once, the typed one first."""
    root = stem(word)
    if len(root) < SHORTEST_PLURAL - 1:
        plural = word
    elif root.endswith("y") and root[-2] not in "aeiou":
        plural = f"{root[:-1]}ies"
    elif root.endswith(("s", "x", "z", "ch", "sh")):
        plural = f"{root}es"
    else:
        plural = f"{root}s"
    return list(dict.fromkeys([word, root, plural])) if root.isascii() else [word]
