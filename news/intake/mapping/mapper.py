"""Walks through the tree of an old body and writes blocks of ours."""

import uuid
from html import escape

from news.intake.mapping import boxes, figures, lists, pictures, players, tables
from news.intake.mapping.addresses import OwnAddresses, is_picture
from news.intake.mapping.anchors import anchor_of, heading_id, name_of_heading
from news.intake.mapping.dom import VOID, parse
from news.intake.mapping.prose import INLINE, Prose
from news.intake.mapping.results import Note
from news.intake.mapping.specials import CLASSIC
from news.story_context import heading_anchor

BLOCK_TAGS = {
    "p", "div", "section", "article", "center", "address", "main", "header", "footer", "aside", "hgroup", "nav",
    "fieldset", "legend", "form", "dialog", "search", "figcaption", "summary", "tbody", "thead", "tfoot", "tr", "td",
    "th", "caption", "colgroup", "menu", "dir", "optgroup", "option",
}  # fmt: skip
"""Elements that stand on lines of their own and say nothing more."""

BARE_TAGS = {
    "span", "font", "u", "mark", "abbr", "acronym", "q", "small", "big", "time", "data", "ins", "label", "button",
    "bdi", "bdo", "ruby", "rt", "rp", "rb", "nobr", "output", "tbody", "blink", "marquee", "basefont", "picture",
    "map", "details-content", "wbr", "math", "strike", "meter", "progress",
}  # fmt: skip
"""Elements within a line of which only the text stays; so it is of those with a prefix, which word processors make."""

HANDLERS = {
    **boxes.HANDLERS,
    **figures.HANDLERS,
    **lists.HANDLERS,
    **pictures.HANDLERS,
    **players.HANDLERS,
    **tables.HANDLERS,
}
_FORM = {"form", "input"}


class Mapper(Prose):
    """Writes the blocks of one body, and knows what there is to tell of it.

    A mapper for a part (an entry of a list, a caption) shares all of that with the whole: `part`.
    """

    def __init__(self, story, holdings, source, specials, whole=None):
        super().__init__()
        self.story, self.holdings, self.source, self.specials = story, holdings, source, specials
        self.whole = whole or self
        self.own = whole.own if whole else OwnAddresses(source.base_urls)
        if whole is None:
            self.notes, self.links, self.first_image = specials.notes, [], None
            self.footnotes, self.footnotes_id = {}, str(uuid.uuid4())
            self.places, self._reached = set(), set()
            self.unwritten_footnotes = list(story.footnotes)
        self.nests_lists = False
        self.plays = whole is None

    def part(self):
        """Return a mapper for a part of this body."""
        return Mapper(self.story, self.holdings, self.source, self.specials, whole=self.whole)

    def part_of(self, node):
        """Return what stands in an element as ``(rich text, other blocks)``."""
        part = self.part()
        part.breaks_lines = self.breaks_lines
        part.children(node)
        stream = part.finish()
        prose = "".join(block["value"] for block in stream if block["type"] == "paragraph")
        return prose, [block for block in stream if block["type"] != "paragraph"]

    def prose_of(self, node):
        """Return what stands in an element as rich text alone; whatever else it holds follows as blocks."""
        prose, others = self.part_of(node)
        self._after += [(block["type"], block["value"]) for block in others]
        return prose

    def note(self, code, name, detail=""):
        """Remember something for the account of the import."""
        self.whole.notes.append(Note(code, name, detail))

    # --- Walking ----------------------------------------------------------------

    def children(self, node):
        """Write whatever stands in an element."""
        for child in node.children:
            if isinstance(child, str):
                self.write(child)
            else:
                self.element(child)

    def element(self, node):
        """Write an element."""
        special = self.specials.of(node)
        if special is not None:
            self.special(special, node)
        elif node.tag in HANDLERS:
            HANDLERS[node.tag](self, node)
        elif node.tag in INLINE:
            self._inline(node)
        elif node.tag == "a":
            self._link(node)
        elif node.tag == "br":
            self.break_line()
        elif node.tag in BLOCK_TAGS:
            self.on_its_own(node)
        elif node.tag in _FORM:
            self.note("removed", node.tag)
        elif node.tag in BARE_TAGS or node.tag in VOID or ":" in node.tag or not node.text.strip():
            self.children(node)
        else:
            self._unknown(node)

    def on_its_own(self, node):
        """Write what stands in an element on lines of its own."""
        if node.tag == "form":
            self.note("removed", "form")
        self.end_paragraph()
        self.children(node)
        self.end_paragraph()

    def special(self, special, node):
        """Write what a block comment, a short code or a card stands for."""
        if special.name == CLASSIC:
            before, self.breaks_lines = self.breaks_lines, True
            self.on_its_own(node)
            self.breaks_lines = before
            return
        before, self.breaks_lines = self.breaks_lines, False
        self.end_paragraph()
        HANDLERS[f"[{special.name}]"](self, node, special)
        self.breaks_lines = before

    def _inline(self, node):
        mark = node.get("data-fn")
        if mark and node.tag == "sup":
            self._footnote_mark(node, mark)
            return
        self.open(INLINE[node.tag])
        self.children(node)
        self.close()

    def _footnote_mark(self, node, mark):
        target = self.whole.footnotes.get(mark)
        self.open("sup")
        if target:
            self.open("a", f' href="#{target}"')
        self.write(node.text)
        if target:
            self.close()
        self.close()

    def _unknown(self, node):
        """Write an element that nobody knows: within a line or a part its text, alone the whole of it as it was."""
        self.note("unknown_tag", node.tag)
        if self.whole is self and self.is_at_line_start and not self._open:
            boxes.imported(self, node, node.outer_html(), f"<{node.tag}>")
        else:
            self.children(node)

    def question(self, question, answer):
        """Write a question with its answer, together with the one before it."""
        item = {"type": "item", "value": {"question": question, "answer": answer}, "id": str(uuid.uuid4())}
        last = self.stream[-1] if self.stream and not self.paragraphs else None
        if last and last["type"] == "questions":
            last["value"]["items"].append(item)
        else:
            self.block("questions", {"title": "", "items": [item]})

    # --- Places to which links lead --------------------------------------------

    def learn_places(self, root):
        """Learn to which headings a link within the text can lead."""
        found = map(name_of_heading, root.all("h1", "h2", "h3", "h4", "h5", "h6"))
        self.places = set(filter(None, found))

    def id_of_heading(self, node):
        """Return the id of a heading's block, by which links find it; of a name that stands twice, the first has it."""
        name = name_of_heading(node)
        if not name or name in self.whole._reached:
            return ""
        self.whole._reached.add(name)
        return heading_id(name)

    # --- Footnotes ----------------------------------------------------------------

    def number_footnotes(self):
        """Learn where the marks in the text will lead."""
        for number, note in enumerate(self.story.footnotes, start=1):
            self.footnotes[str(note.get("id", number))] = f"{number}-{heading_anchor(self.footnotes_id)}"

    def write_footnotes(self):
        """Write the notes to the text, once."""
        items, self.whole.unwritten_footnotes = self.whole.unwritten_footnotes, []
        texts = [self.part_of(parse(str(note.get("content", ""))))[0] for note in items]
        entries = [{"type": "item", "value": text, "id": str(uuid.uuid4())} for text in texts]
        if entries:
            self.block("footnotes", {"items": entries})
            self.stream[-1]["id"] = self.whole.footnotes_id

    # --- Links ------------------------------------------------------------------

    def _link(self, node):
        if pictures.is_linked_picture(node):
            pictures.linked_picture(self, node)
            return
        attributes = self.link_attributes(node.get("href"))
        if attributes:
            self.open("a", attributes)
        self.children(node)
        if attributes:
            self.close()

    def link_attributes(self, address):
        """Return the attributes of a link to an old address as rich text stores them, or "" where none is left."""
        address = address.strip()
        if not address:
            return ""
        if address.startswith("#"):
            return f' href="#{anchor_of(address[1:])}"' if address[1:] in self.whole.places else ""
        own = self.own.absolute(address)
        if not own:
            return f' href="{escape(address)}"' if "//" in address or ":" in address else ""
        key = self.holdings.open_page(own)
        if key is not None:
            return f' linktype="page" id="{key}"'
        if not is_picture(own):
            self.note("link_unresolved", own)
        self.whole.links.append(own)
        return f' href="{escape(self.own.local(own))}"'

    def keep_local(self, link):
        """Let a link that stays as it was lead to our own site by its path alone, and remember it."""
        own = self.own.absolute(link.get("href"))
        if own:
            self.whole.links.append(own)
            link.attrs["href"] = self.own.local(own)

    def linked(self, address):
        """Return a link that shows its own address."""
        return f"<a{self.link_attributes(address)}>{escape(address)}</a>"

    def player(self, address):
        """Write the player of a clip whose address stands alone."""
        players.clip(self, address)
