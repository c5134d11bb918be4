"""BasePage: what every page of the portal tells browsers, search engines and caches about itself."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from portal.images import SHARE


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


class BasePage(Page):
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
    ]

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
            image=picture.get_rendition(SHARE) if picture else None,
            image_alt=picture.default_alt_text if picture else "",
            robots="noindex, max-image-preview:large" if self.noindex else "max-image-preview:large",
            og_type=self.og_type,
        )

    og_type = "website"

    def crumbs(self, request):
        """Return the way from the front page down to this page's parent, as pairs of title and address."""
        above = self.get_ancestors().live().filter(depth__gt=1)
        return [(_("Home") if page.depth == 2 else page.title, page.get_url(request) or "") for page in above]

    def get_context(self, request, *args, **kwargs):
        """Add ``head`` and ``crumbs``; lists pass their page number as ``page_number``."""
        context = super().get_context(request, *args, **kwargs)
        context["head"] = self.get_head(request, kwargs.get("page_number", 1))
        context["crumbs"] = SimpleLazyObject(lambda: self.crumbs(request))
        return context
