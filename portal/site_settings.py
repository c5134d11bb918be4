"""The publication's own identity: what another newsroom changes to make the portal its own."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import PreviewableMixin, Site

from portal import clock
from portal.blocks import LinkBlock, LinkColumnBlock, NavigationGroupBlock, ProfileBlock
from portal.colours import Colour, desk_of
from portal.fields import StreamField
from portal.page_cache.tags import Tagged

SVG_PATH = RegexValidator(
    r"^[MmLlHhVvCcSsQqTtAaZz0-9eE\s,.\-]*$", _("This is not the data of an SVG path (its “d” attribute).")
)
VIEW_BOX = RegexValidator(r"^-?[\d.]+( -?[\d.]+){3}$", _("Four numbers with spaces between, such as “0 0 640 80”."))


@register_setting(icon="site", order=1)
class Publication(Tagged, PreviewableMixin, BaseSiteSetting):
    """Name, wordmark, navigation and profiles of the publication, one row a site.

    One model and not three, since every page shows all of it and so reads it in
    one query.
    """

    cache_tag = "publication"

    name = models.CharField(_("name"), max_length=60, default="Our newsroom")
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("One sentence for search engines and shared links.")
    )
    legal_name = models.CharField(_("legal name of the publisher"), max_length=120, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    contact_email = models.EmailField(_("public e-mail address"), blank=True)
    colour = models.CharField(
        _("colour"),
        max_length=20,
        choices=Colour.choices,
        default=Colour.VELOUR,
        help_text=_("Of the front and of every page outside the sections."),
    )
    old_after_months = models.PositiveSmallIntegerField(
        _("a story is old after"),
        default=12,
        help_text=_("Months, after which a story says how old it is. 0: never."),
    )
    affiliate_domains = models.TextField(
        _("shops that pay us"),
        blank=True,
        help_text=_("Domains, one a line. Links to them are marked for search engines, and their pages tell readers."),
    )
    feeds_in_full = models.BooleanField(
        _("whole stories in feeds"),
        default=False,
        help_text=_("Off: feeds hold the standfirst, and readers come to the site for the rest."),
    )
    wordmark_view_box = models.CharField(_("wordmark: view box"), max_length=60, blank=True, validators=[VIEW_BOX])
    wordmark_path = models.TextField(
        _("wordmark: outline"),
        blank=True,
        validators=[SVG_PATH],
        help_text=_("The “d” data of an SVG path. Without it the name is set in the headline face."),
    )
    wordmark_accent_path = models.TextField(_("wordmark: accent outline"), blank=True, validators=[SVG_PATH])
    logo = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Square, at least 512 pixels: for search engines and apps."),
    )
    share_image = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown where a page without a picture of its own is shared."),
    )
    navigation = StreamField(
        [("group", NavigationGroupBlock()), ("link", LinkBlock())], blank=True, verbose_name=_("navigation bar")
    )
    menu_links = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("more links in the menu"))
    footer_columns = StreamField(
        [("column", LinkColumnBlock())], blank=True, verbose_name=_("columns at the foot of the page")
    )
    footer_links = StreamField([("link", LinkBlock())], blank=True, verbose_name=_("small print links"))
    footer_note = models.CharField(_("note at the foot of the page"), max_length=300, blank=True)
    notices = models.JSONField(default=list, editable=False)
    policies = models.JSONField(default=dict, editable=False)
    profiles = StreamField([("profile", ProfileBlock())], blank=True, verbose_name=_("social profiles"))

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("name"), FieldPanel("tagline"), FieldPanel("description")], _("What it is called")
                    ),
                    MultiFieldPanel(
                        [FieldPanel("legal_name"), FieldPanel("founded_on"), FieldPanel("contact_email")],
                        _("Who publishes it"),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("colour"),
                            FieldPanel("wordmark_view_box"),
                            FieldPanel("wordmark_path"),
                            FieldPanel("wordmark_accent_path"),
                            FieldPanel("logo"),
                            FieldPanel("share_image"),
                        ],
                        _("How it looks"),
                    ),
                    FieldPanel("old_after_months"),
                    FieldPanel("affiliate_domains"),
                    FieldPanel("feeds_in_full"),
                ],
                heading=_("Identity"),
            ),
            ObjectList([FieldPanel("navigation"), FieldPanel("menu_links")], heading=_("Navigation")),
            ObjectList(
                [FieldPanel("footer_columns"), FieldPanel("footer_links"), FieldPanel("footer_note")],
                heading=_("Foot of the page"),
            ),
            ObjectList([FieldPanel("profiles")], heading=_("Social profiles")),
        ]
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self):
        return self.name

    @classmethod
    def for_site(cls, site):
        """Return the publication of a site; where there is no site, one that nobody has set up."""
        return cls() if site is None else super().for_site(site)

    def get_preview_template(self, request, mode_name):
        """Preview the identity on a page that shows all of it."""
        return "portal/publication_preview.html"

    def get_preview_context(self, request, mode_name):
        """Put this unsaved publication in the place of the stored one, for everything that the request shows."""
        Site.find_for_request(request)
        setattr(request, self.get_cache_attr_name(), self)
        return {"publication": self}

    @property
    def desk(self):
        """The name under which the stylesheet knows the publication's colour."""
        return desk_of(self.colour)

    @property
    def notice(self):
        """The notice that stands above every page now, or None: a dictionary of text, severity, page and times."""
        now = clock.now()
        return next(
            (
                notice
                for notice in self.notices
                if parse_datetime(notice["starts_at"]) <= now < parse_datetime(notice["ends_at"])
            ),
            None,
        )

    def next_notice_change(self):
        """Return when the strip above every page will change next, or None while nothing is planned."""
        now = clock.now()
        moments = (parse_datetime(notice[end]) for notice in self.notices for end in ("starts_at", "ends_at"))
        return min((moment for moment in moments if moment > now), default=None)
