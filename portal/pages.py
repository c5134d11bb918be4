"""BasePage: what every page of the portal tells browsers, search engines and caches about itself."""

from dataclasses import dataclass
from http import HTTPMethod

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from portal.navigation import navigation_for
from portal.page_cache.tags import Tagged
from portal.pictures import share_cut


@dataclass(frozen=True)
class Head:
    """What stands in the head of a page. ``image`` is a rendition or None."""

    title: str
    description: str
    canonical: str
    social_title: str
    social_description: str
    image: object = None
    image_alt: str = ""
    robots: str = "max-image-preview:large"
    og_type: str = "website"


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
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description"), FieldPanel("noindex")],
            _("For search engines"),
        ),
        MultiFieldPanel([FieldPanel("social_title"), FieldPanel("social_image")], _("For shared links")),
        CommentPanel(),
    ]
    # When a page goes live and comes off is set on a screen of its own, "Schedule…".
    settings_panels = []

    class Meta:
        abstract = True

    def summary(self):
        """Return one plain sentence about the page, where it has one. Page types override it."""
        return ""

    def head_image(self):
        """Return the picture that stands for the page, or None. Page types override it."""
        return self.social_image

    def get_head(self, request, page_number=1):
        """Return the page's Head.

        One chain of fall-backs: what an editor wrote for the purpose, then what
        the page says anyway. Each page of a list is canonical to itself.
        """
        title = self.seo_title or self.title
        description = self.search_description or self.summary()
        picture = self.head_image()
        canonical = self.get_full_url(request) or ""
        if page_number > 1:
            title = _("%(title)s, page %(number)d") % {"title": title, "number": page_number}
            canonical = f"{canonical}?page={page_number}"
        return Head(
            title=str(title),
            description=description,
            canonical=canonical,
            social_title=self.social_title or str(title),
            social_description=description,
            image=share_cut(picture),
            image_alt=picture.default_alt_text if picture else "",
            robots="noindex, max-image-preview:large" if self.noindex else "max-image-preview:large",
            og_type=self.og_type,
        )

    og_type = "website"
    cache_tag = "page"
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

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
        """Add ``head`` and ``crumbs``; lists pass their page number as ``page_number``."""
        context = super().get_context(request, *args, **kwargs)
        context["head"] = self.get_head(request, kwargs.get("page_number", 1))
        context["crumbs"] = SimpleLazyObject(lambda: self.crumbs(request))
        return context
