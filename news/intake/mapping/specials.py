"""What is no HTML in a body: block comments, short codes, cards.

Each leaves an element behind in the HTML that points at what is known of it.
"""

from dataclasses import dataclass, field

from news.intake.mapping.dom import balanced
from news.intake.mapping.results import Note

CODE = "code"
HTML = "html"
UNKNOWN = "unknown"
CLASSIC = "classic"
FOOTNOTES = "footnotes"


@dataclass
class Special:
    """One of them: what it is called, its attributes, and how it stood in the old body."""

    name: str
    attrs: dict = field(default_factory=dict)
    raw: str = ""


class Specials:
    """The specials of one body, and what there was to tell while they were found."""

    def __init__(self):
        self.items = []
        self.notes = []

    def add(self, name, attrs=None, *, inner="", raw=""):
        """Remember one and return the HTML that stands for it, with ``inner`` as its content."""
        self.items.append(Special(name, attrs or {}, raw))
        if "<" in inner:
            inner = balanced(inner)
        return f'<section data-ref="{len(self.items) - 1}">{inner}</section>'

    def note(self, code, name, detail=""):
        """Remember something for the account of the import."""
        self.notes.append(Note(code, name, detail))

    def of(self, node):
        """Return what an element stands for, or None for an ordinary one."""
        number = node.get("data-ref")
        if node.tag == "section" and number.isdecimal() and int(number) < len(self.items):
            return self.items[int(number)]
        return None
