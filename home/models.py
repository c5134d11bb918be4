"""The front page, and the pages that are no stories."""

from django.core.validators import EmailValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from news import cache_tags
from news.blocks import PAGE_BODY_BLOCKS
from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import compose
from news.story_context import headings
from news.text import plain_text, stream_text
from portal.chosen import read
from portal.fields import StreamField
from portal.page_cache.tags import tag
from portal.page_links import PageLinks
from portal.pages import BasePage
from portal.structured_data import page_nodes, publisher_id, reference, site_address, website, website_id
from portal.visibility import open_to_all


class HomePage(BasePage):
    """The front: bands of stories that editors compose, above those that fill themselves."""

    front = StreamField(
        FRONT_BLOCKS,
        blank=True,
        verbose_name=_("front"),
        help_text=_("The bands of the front, from the top. Without any, the newest stories stand here."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("front")]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.SectionPage",
        "news.TopicIndexPage",
        "news.AuthorIndexPage",
        "news.CorrectionsPage",
        "home.PolicyPage",
        "home.StandardPage",
        "home.ContactPage",
    ]
    lists_stories = True
    has_feed = True
    page_description = _("The front page of a publication.")

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        """Add the bands of the front, filled with stories."""
        context = super().get_context(request, *args, **kwargs)
        tag(cache_tags.FRONT)
        context["bands"] = compose(self.front, request).bands
        return context

    def structured_data(self, context):
        """Say what the site is called, too: search engines read that on the front page."""
        base = site_address(context["request"])
        return [*page_nodes(context, isPartOf={"@id": website_id(base)}), website(context["publication"], base)]


class TextPage(BasePage):
    """Abstract parent of pages that carry text and no byline."""

    schema_type = "WebPage"

    standfirst = models.CharField(_("standfirst"), max_length=300, blank=True)
    body = StreamField(PAGE_BODY_BLOCKS, blank=True, verbose_name=_("body"))

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body_text"),
    ]

    class Meta:
        abstract = True

    def summary(self):
        return self.standfirst or self.body_text()

    def body_text(self):
        """Return the plain text of the body, for search."""
        return plain_text(stream_text(self.body))

    def structured_data(self, context):
        """Say that the page is about the publisher."""
        about = reference(publisher_id(site_address(context["request"])))
        return page_nodes(context, self.schema_type, current=self.title, about=about)

    def neighbours(self):
        """Return the open pages of the same kind beside this one, by title."""
        return (
            type(self).objects.sibling_of(self, inclusive=False).filter(open_to_all()).defer("body").order_by("title")
        )

    def get_context(self, request, *args, **kwargs):
        """Add the table of contents, the pages beside this one, and the pictures' renditions."""
        context = super().get_context(request, *args, **kwargs)
        read([self.body])
        context.update(
            contents=headings(self.body), neighbours=self.neighbours(), page_links=PageLinks(request, self.body)
        )
        return context


class StandardPage(TextPage):
    """About us, terms, accessibility and whatever else a publication says of itself."""

    subpage_types = ["home.StandardPage"]
    page_description = _("A page of text without a byline, such as “About us”.")

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")


class PolicyPage(TextPage):
    """One of the policies by which readers and machines judge a publication."""

    class Kind(models.TextChoices):
        ETHICS = "ethics", _("Ethics")
        CORRECTIONS = "corrections", _("Corrections")
        FACT_CHECKING = "fact_checking", _("Fact-checking")
        OWNERSHIP = "ownership", _("Ownership and funding")
        UNNAMED_SOURCES = "unnamed_sources", _("Unnamed sources")
        AI_USE = "ai_use", _("Use of AI")
        ADVERTISING = "advertising", _("Advertising and affiliates")
        MEDICAL_REVIEW = "medical_review", _("Medical review")
        PRIVACY = "privacy", _("Privacy")
        MASTHEAD = "masthead", _("Masthead")
        OTHER = "other", _("Other")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)

    content_panels = [FieldPanel("kind"), *TextPage.content_panels]
    search_fields = [*TextPage.search_fields, index.FilterField("kind")]

    subpage_types = []
    page_description = _("What the publication promises: ethics, corrections, medical review and so on.")

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")


class AddressBlock(blocks.StructBlock):
    """One way to reach the newsroom."""

    label = blocks.CharBlock(max_length=80, label=_("For what"))
    email = blocks.CharBlock(max_length=120, required=False, validators=[EmailValidator()], label=_("E-mail address"))
    note = blocks.CharBlock(max_length=300, required=False, label=_("Note"))

    class Meta:
        icon = "mail"
        label = _("Address")
        label_format = "{label}"


class ContactPage(TextPage):
    """How to reach the newsroom."""

    schema_type = "ContactPage"

    addresses = StreamField([("address", AddressBlock())], blank=True, verbose_name=_("addresses"))

    content_panels = [*TextPage.content_panels, FieldPanel("addresses")]

    subpage_types = []
    page_description = _("Addresses of the newsroom’s desks.")

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
