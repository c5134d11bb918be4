"""Raw values for any block, and what a browser would make of them: for the tests of blocks."""

import uuid
from html.parser import HTMLParser

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from news.blocks import BODY_BLOCKS, PAGE_BODY_BLOCKS, UPDATE_BLOCKS
from news.blocks.imported import HtmlBlock
from news.models import ArticlePage
from portal.models import PortalDocument, PortalImage
from tests.builders import make_article, make_document, make_image

STREAMS = {"story": BODY_BLOCKS, "update": UPDATE_BLOCKS, "page": PAGE_BODY_BLOCKS}
CLIP = "https://vimeo.com/100000001"

# --- Values, filled from the definition of a block ----------------------------


def picture():
    """Return a picture that is quickly cut."""
    return PortalImage.objects.first() or make_image(size=(60, 40))


def raw_value(block, text, *, address=CLIP, markup="<p>{}</p>"):
    """Return raw data for any block, with ``text()`` in every field that takes words."""

    def fill(child):
        return raw_value(child, text, address=address, markup=markup)

    def item(block):
        return {"type": "item", "id": str(uuid.uuid4()), "value": fill(block.child_block)}

    def table(block):
        columns = [{"type": kind, "heading": text()} for kind in block.child_blocks]
        return {
            "caption": text(),
            "columns": columns,
            "rows": [{"values": [fill(cell) for cell in block.child_blocks.values()]}] * 2,
        }

    makers = {
        ImageBlock: lambda block: {"image": picture().pk, "decorative": False, "alt_text": text()},
        blocks.StructBlock: lambda block: {name: fill(child) for name, child in block.child_blocks.items()},
        blocks.ListBlock: lambda block: [item(block), item(block)],
        TypedTableBlock: table,
        ImageChooserBlock: lambda block: picture().pk,
        DocumentChooserBlock: lambda block: (PortalDocument.objects.first() or make_document(name="bell.mp3")).pk,
        blocks.PageChooserBlock: lambda block: (ArticlePage.objects.first() or make_article()).pk,
        HtmlBlock: lambda block: markup.format(text()),
        blocks.RichTextBlock: lambda block: markup.format(text()),
        blocks.URLBlock: lambda block: address,
        blocks.ChoiceBlock: lambda block: list(dict(block.field.choices))[-1],
        blocks.BooleanBlock: lambda block: True,
        blocks.DecimalBlock: lambda block: 4,
        blocks.IntegerBlock: lambda block: 4,
        blocks.StaticBlock: lambda block: None,
    }
    make = next((maker for kind, maker in makers.items() if isinstance(block, kind)), lambda block: text())
    return make(block)


def stream_of(stream, *items):
    """Return the value of a stream that holds the ``(name, raw value)`` pairs."""
    return stream.to_python([{"type": name, "value": value, "id": str(uuid.uuid4())} for name, value in items])


def rendered(name, value, stream=BODY_BLOCKS, **context):
    """Return the HTML of one block."""
    return stream_of(stream, (name, value)).render_as_block(context)


# --- What a browser would make of it ------------------------------------------


class Fragment(HTMLParser):
    """A parsed piece of a page: its tags with their attributes, and the text between them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.words = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        """Note a piece of text; data blocks, which only machines read, are none."""
        if self.cdata_elem is None:
            self.words.append(data)

    @property
    def text(self):
        """All text, without any space: where lines break is no matter here."""
        return squeezed("".join(self.words))

    def named(self, *names):
        """Return the attributes of all tags of these names."""
        return [attrs for tag, attrs in self.tags if tag in names]

    def attributes(self, *names):
        """Return the values of the named attributes, in the order of the page."""
        return [attrs[name] for _tag, attrs in self.tags for name in names if name in attrs]


def squeezed(text):
    """Return text without space."""
    return "".join(text.split())


HARMLESS_TAGS = {
    *("a", "aside", "audio", "b", "blockquote", "br", "cite", "code", "dd", "details", "div", "dl", "dt", "em"),
    *("figcaption", "figure", "footer", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p", "picture", "pre"),
    *("rect", "s", "caption", "tfoot", "u", "mark", "small", "q", "abbr", "ins", "del"),
    *("section", "source", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "th", "thead"),
    *("tr", "ul", "use", "video"),
}
ADDRESSES = ("href", "src", "srcset", "action", "data-embed", "poster")


def harmless(html):
    """Return the parsed fragment, having seen that nothing in it runs or leads where scripts are."""
    page = Fragment(html)
    assert {tag for tag, _attrs in page.tags} <= HARMLESS_TAGS
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name in {"style", "srcdoc", "formaction"}], tag
    for address in page.attributes(*ADDRESSES):
        scheme = address.strip().split(":", 1)[0].lower() if ":" in address.split("/", 1)[0] else ""
        assert scheme in {"", "http", "https", "mailto", "tel"}, address
    return page
