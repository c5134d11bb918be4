"""What can stand in a story. Keys are final: a renamed key renders as nothing."""

from wagtail import blocks
from wagtail.admin.telepath import register

from news.blocks.boxes import (
    CalloutBlock,
    FactBoxBlock,
    KeyPointsBlock,
    QuestionsBlock,
    RelatedBlock,
    TableBlock,
    TimelineBlock,
)
from news.blocks.imported import FootnotesBlock, ImportedHtmlBlock, PreformattedBlock
from news.blocks.media import AudioBlock, EmbedBlock, FigureBlock, FileBlock, GalleryBlock, VideoBlock
from news.blocks.offering import OfferingAdapter
from news.blocks.reviews import VerdictBlock
from news.blocks.text import (
    BlockQuoteBlock,
    DividerBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    PullQuoteBlock,
)


class BodyBlock(blocks.StreamBlock):
    """Everything that can stand in the body of a story. A paragraph may stay empty: every new story begins with one."""

    paragraph = ParagraphBlock(required=False)
    heading = HeadingBlock()
    list = ListBlock()
    pull_quote = PullQuoteBlock()
    block_quote = BlockQuoteBlock()
    divider = DividerBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    audio = AudioBlock()
    file = FileBlock()
    key_points = KeyPointsBlock()
    table = TableBlock()
    fact_box = FactBoxBlock()
    callout = CalloutBlock()
    timeline = TimelineBlock()
    questions = QuestionsBlock()
    related = RelatedBlock()
    verdict = VerdictBlock()
    preformatted = PreformattedBlock()
    footnotes = FootnotesBlock()
    video = VideoBlock()
    imported_html = ImportedHtmlBlock()

    class Meta:
        unoffered = ["imported_html"]
        block_counts = {"verdict": {"max_num": 1}, "key_points": {"max_num": 1}}
        template = "blocks/body.html"


class UpdateBlock(blocks.StreamBlock):
    """What can stand in one update of a live blog."""

    paragraph = ParagraphBlock()
    list = ListBlock()
    block_quote = BlockQuoteBlock()
    figure = FigureBlock()
    embed = EmbedBlock()
    table = TableBlock()
    related = RelatedBlock()

    class Meta:
        template = "blocks/body.html"


class PageBodyBlock(blocks.StreamBlock):
    """What can stand on pages that are no stories: policies, about, contact."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    list = ListBlock()
    table = TableBlock()
    fact_box = FactBoxBlock()
    callout = CalloutBlock()
    questions = QuestionsBlock()
    figure = FigureBlock()
    file = FileBlock()
    pull_quote = PullQuoteBlock()
    block_quote = BlockQuoteBlock()
    divider = DividerBlock()
    gallery = GalleryBlock()
    embed = EmbedBlock()
    audio = AudioBlock()
    preformatted = PreformattedBlock()
    footnotes = FootnotesBlock()
    video = VideoBlock()
    imported_html = ImportedHtmlBlock()

    class Meta:
        unoffered = ["imported_html"]
        template = "blocks/body.html"


BODY_BLOCKS = BodyBlock()
UPDATE_BLOCKS = UpdateBlock()
PAGE_BODY_BLOCKS = PageBodyBlock()

for _offering in (BodyBlock, PageBodyBlock):
    register(OfferingAdapter(), _offering)
