"""BasePage: what every page of the portal tells browsers, search engines and caches about itself."""

from http import HTTPMethod

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from portal.address_panel import AddressPanel
from portal.addresses import address_of
from portal.feed_links import FEED_SLUG, feed_links
from portal.head import build_head
from portal.navigation import navigation_for
from portal.page_cache.tags import Tagged
from portal.page_form import PageForm
from portal.search_preview import SearchPreviewPanel
from portal.structured_data import page_nodes


class BasePage(Tagged, Page):
    """Abstract parent of every page type. Adds what stands in the head."""

    social_title = models.CharField(
        _("title for shared links"), max_length=120, blank=True, help_text=_("Blank: the search title, or the title.")
    )
    social_image = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    noindex = models.BooleanField(
        _("keep out of search engines"),
        default=False,
        help_text=_("The page stays public, but asks search engines not to list it."),
    )

    promote_panels = [
        SearchPreviewPanel(heading=_("How others will see it")),
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                AddressPanel(),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("noindex"),
            ],
            _("For search engines"),
        ),
        MultiFieldPanel([FieldPanel("social_title"), FieldPanel("social_image")], _("For shared links")),
        CommentPanel(),
    ]
    base_form_class = PageForm
    # When a page goes live and comes off is set on a screen of its own, "Schedule…".
    settings_panels = []

    class Meta:
        abstract = True

    def clean(self):
        """Refuse an address at which the feed of the page above stands."""
        super().clean()
        if self.slug == FEED_SLUG:
            raise ValidationError({"slug": _("At this address stands the feed of the page above. Choose another one.")})

    @property
    def is_unlisted(self):
        """Whether the page asks search engines not to list it."""
        return self.noindex

    def summary(self):
        """Return one plain sentence about the page, where it has one. Page types override it."""
        return ""

    def head_image(self):
        """Return the picture that stands for the page, or None. Page types override it."""
        return self.social_image

    def get_head(self, request, page_number=1):
        """Return the page's Head."""
        address = self.get_full_url(request) or ""
        return build_head(
            self.title,
            address,
            search_title=self.seo_title,
            social_title=self.social_title,
            descriptions=(self.search_description, self.summary()),
            picture=self.head_image(),
            noindex=self.is_unlisted,
            number=page_number,
            og_type=self.og_type,
            feeds=feed_links(self.title, address) if self.has_feed else (),
        )

    def structured_data(self, context):
        """Return what the page says to machines, as schema.org nodes made from its template's ``context``."""
        return page_nodes(context, current=self.title)

    og_type = "website"
    cache_tag = "page"
    # Whether the page changes with every story, and so cannot say when it last changed in substance.
    lists_stories = False
    # Whether feeds of what the page lists stand below it.
    has_feed = False
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    def get_url(self, request=None, current_site=None):
        """Return the address of the page, by the short way where somebody asks within a request."""
        return address_of(self, request) if current_site is None else super().get_url(request, current_site)

    url = property(get_url)

    def crumbs(self, request):
        """Return the way from the front page down to this page's parent, as pairs of title and address."""
        return [(link.label, link.url) for link in navigation_for(request).above]

    @classmethod
    def to_serve(cls):
        """Return the pages of this type with what serving one of them needs. Page types add to it.

        ``may_be_closed`` tells whether anything could close the page to some
        readers: a restriction on the way down to it, or on any page that has aliases.
        """
        aliases = Page.objects.filter(alias_of=OuterRef("page"))
        way_down = Left(OuterRef("path"), Length("page__path"))
        restrictions = PageViewRestriction.objects.annotate(way_down=way_down)
        closing = restrictions.filter(Q(page__path=F("way_down")) | Exists(aliases))
        return cls._default_manager.annotate(may_be_closed=Exists(closing))

    def get_view_restrictions(self):
        """Return what closes the page to some readers; without a query where `to_serve` found that nothing does."""
        if getattr(self, "may_be_closed", True):
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def get_context(self, request, *args, **kwargs):
        """Add ``head``, ``crumbs`` and ``describe``; lists pass their page number as ``page_number``."""
        context = super().get_context(request, *args, **kwargs)
        context["head"] = self.get_head(request, kwargs.get("page_number", 1))
        context["crumbs"] = SimpleLazyObject(lambda: self.crumbs(request))
        context["describe"] = self.structured_data
        return context
