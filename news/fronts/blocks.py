"""The bands of which editors build a front. Keys are final: a renamed key renders as nothing.

A block says what a band may hold; `news.fronts.plan` reads the stored values
and `news.fronts.compose` fills them with stories.
"""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from news.fronts.fields import KINDS, fill_field, heading_field, picks_field, size_field, source_field
from news.fronts.plan import TRENDING_MOST
from portal.colours import Colour

STORY_BANDS = _("Stories")
DESK_BANDS = _("Kinds of stories")
OTHER_BANDS = _("Other")


class BandBlock(blocks.StructBlock):
    """Abstract parent of all bands. In the editor it shows itself with made-up stories."""

    def get_context(self, value, parent_context=None):
        """Add the band that the template shows."""
        from news.fronts.preview import sample_band

        context = super().get_context(value, parent_context=parent_context)
        context["band"] = sample_band(self.name, value)
        return context

    class Meta:
        preview_template = "news/fronts/preview.html"


class LeadPackageBlock(BandBlock):
    """The top of a front."""

    picks = picks_field(help_text=_("The first one leads."))
    source = source_field()
    size = size_field(3, 5, _("Number of stories beside the lead"))
    latest = blocks.IntegerBlock(
        default=10,
        min_value=0,
        max_value=20,
        label=_("Lines in the list of the latest stories"),
        help_text=_("0: none."),
    )
    fill = fill_field()

    class Meta:
        icon = "pick"
        label = _("Lead package")
        group = STORY_BANDS
        label_format = _("Lead package")
        template = "news/fronts/lead_package.html"
        description = _("The leading story, a few beside it and the latest: the top of a front.")
        preview_value = {"size": 3, "latest": 10}


class HeadlinesBlock(BandBlock):
    """Second-rank stories side by side."""

    heading = heading_field()
    picks = picks_field()
    source = source_field()
    kind = blocks.ChoiceBlock(choices=KINDS, required=False, label=_("Only of this kind"))
    size = size_field(4, 12)
    fill = fill_field()

    class Meta:
        icon = "list-ul"
        label = _("Headlines")
        group = STORY_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/headlines.html"
        description = _("A row of small cards: second-rank stories of the whole front, a section or a topic.")
        preview_value = {"heading": _("More news"), "size": 4}


class SectionStripBlock(BandBlock):
    """The front of one section."""

    heading = heading_field(_("the name of the section"))
    picks = picks_field(help_text=_("The first one stands large."))
    source = source_field(_("The section or topic that this band shows."))
    kind = blocks.ChoiceBlock(choices=KINDS, required=False, label=_("Only of this kind"))
    size = size_field(7, 11)
    fill = fill_field()

    class Meta:
        icon = "folder-open-inverse"
        label = _("Section")
        group = STORY_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/section_strip.html"
        description = _("A section or topic: one large story, two beside it and a row below.")
        preview_value = {"heading": _("Entertainment"), "size": 7}


class LatestBlock(BandBlock):
    """A plain list of the newest stories."""

    heading = heading_field(_("Latest"))
    source = source_field()
    kind = blocks.ChoiceBlock(choices=KINDS, required=False, label=_("Only of this kind"))
    size = size_field(9, 30)

    class Meta:
        icon = "time"
        label = _("Latest")
        group = STORY_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/latest.html"
        description = _("The newest stories as a list of headlines, without pictures.")
        preview_value = {"heading": _("Latest"), "size": 9}


class TrendingBlock(BandBlock):
    """A ranking that editors write."""

    heading = heading_field(_("Trending"))
    picks = picks_field(_("Stories, the first of them on top"), most=TRENDING_MOST)

    class Meta:
        icon = "order"
        label = _("Trending")
        group = STORY_BANDS
        label_format = "{heading}"
        template = "news/fronts/trending.html"
        description = _("Up to five stories with large numerals, ranked by hand. Absent while none is placed.")
        preview_value = {"heading": _("Trending"), "picks": []}


class ReviewsStripBlock(BandBlock):
    """Verdicts under their posters."""

    heading = heading_field(_("Reviews"))
    picks = picks_field()
    source = source_field()
    size = size_field(6, 12)
    fill = fill_field()

    class Meta:
        icon = "check"
        label = _("Reviews")
        group = DESK_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/reviews_strip.html"
        description = _("A shelf of reviewed titles with poster, stars and verdict.")
        preview_value = {"heading": _("Reviews"), "size": 6}


class MediaStripBlock(BandBlock):
    """Video and galleries on a dark band."""

    heading = heading_field(_("Screening room"))
    picks = picks_field(help_text=_("Galleries come by themselves; stories with video are placed here."))
    source = source_field()
    size = size_field(4, 8)
    fill = fill_field()

    class Meta:
        icon = "media"
        label = _("Video and galleries")
        group = DESK_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/media_strip.html"
        description = _("A dark band with large pictures, for galleries and stories with video.")
        preview_value = {"heading": _("Screening room"), "size": 4}


class OpinionStripBlock(BandBlock):
    """Columnists with their faces."""

    heading = heading_field(_("Opinion"))
    picks = picks_field()
    source = source_field()
    size = size_field(3, 6)
    fill = fill_field()

    class Meta:
        icon = "openquote"
        label = _("Opinion")
        group = DESK_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/opinion_strip.html"
        description = _("Columns with the name and the photo of whoever wrote them.")
        preview_value = {"heading": _("Opinion"), "size": 3}


class EvidenceStripBlock(BandBlock):
    """A health desk: its stories, and how good the evidence for a claim is."""

    heading = heading_field(_("the name of the section"))
    source = source_field(_("The health section or topic that this band shows."))
    picks = picks_field(help_text=_("The first one stands large."))
    size = size_field(5, 9)
    checks_heading = blocks.CharBlock(required=False, max_length=60, label=_("Heading of the evidence checks"))
    checks = picks_field(_("Evidence checks placed by hand"), _("Only stories with a rating of the evidence."))
    checks_size = size_field(5, 8, _("Number of evidence checks"))
    questions = blocks.PageChooserBlock(
        required=False,
        page_type="news.TopicPage",
        label=_("Topic of readers’ questions"),
        help_text=_("Its newest stories stand beside the checks, under the photo of whoever answers."),
    )
    fill = fill_field()

    class Meta:
        icon = "glasses"
        label = _("Health and evidence")
        group = DESK_BANDS
        label_format = "{heading} {source}"
        template = "news/fronts/evidence_strip.html"
        description = _("A tinted band for a health desk: stories, evidence checks and readers’ questions.")
        preview_value = {"heading": _("Health"), "size": 5, "checks_size": 5}


class PromoBlock(BandBlock):
    """A few words that lead somewhere else in the publication."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    text = blocks.CharBlock(max_length=240, required=False, label=_("Text"))
    page = blocks.PageChooserBlock(required=False, label=_("Page"))
    url = blocks.URLBlock(required=False, label=_("or web address"))
    button = blocks.CharBlock(max_length=40, label=_("Words on the button"))
    colour = blocks.ChoiceBlock(choices=Colour.choices, default="velour", label=_("Colour"))

    class Meta:
        icon = "link"
        label = _("Promotion of our own")
        group = OTHER_BANDS
        label_format = "{heading}"
        template = "news/fronts/promo.html"
        description = _("A heading, a sentence and a button that leads to a page of ours.")
        preview_value = {
            "heading": _("How we review health stories"),
            "text": _("Every one is read by a clinician before you read it."),
            "url": "https://velourandtonic.example/",
            "button": _("Read how"),
        }


class FrontBlock(blocks.StreamBlock):
    """A front, from the top."""

    lead_package = LeadPackageBlock()
    headlines = HeadlinesBlock()
    section_strip = SectionStripBlock()
    latest = LatestBlock()
    trending = TrendingBlock()
    reviews_strip = ReviewsStripBlock()
    media_strip = MediaStripBlock()
    opinion_strip = OpinionStripBlock()
    evidence_strip = EvidenceStripBlock()
    promo = PromoBlock()

    class Meta:
        block_counts = {"lead_package": {"max_num": 1}, "trending": {"max_num": 1}}


FRONT_BLOCKS = FrontBlock()
