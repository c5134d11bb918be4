"""The one-way doors: the user, image, rendition and document models.

They stand in the first migration, since none of them can be exchanged later
without rewriting every table that points at them.
"""

import secrets
from pathlib import PurePosixPath

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.search import index

from portal import clock
from portal.crawlers import CrawlerSettings
from portal.outbox.models import OutboxEntry
from portal.page_cache.tags import Tagged
from portal.renditions import CleanFilter
from portal.security.models import Authenticator, RecoveryCode, Session, Throttle
from portal.site_settings import Publication

__all__ = [
    "Authenticator",
    "CrawlerSettings",
    "OutboxEntry",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "Publication",
    "RecoveryCode",
    "Session",
    "Throttle",
    "User",
]


class User(AbstractUser):
    """Somebody who signs in to the newsroom. A public byline is an Author, not a User."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.get_full_name() or self.username


class PortalImage(Tagged, AbstractImage):
    """A picture with what a newsroom must know about it: whose it is and what may be done with it."""

    class Rights(models.TextChoices):
        OWN = "own", _("Our own")
        LICENSED = "licensed", _("Licensed (agency or photographer)")
        HANDOUT = "handout", _("Handout for editorial use")
        CREATIVE_COMMONS = "cc", _("Creative Commons")
        PUBLIC_DOMAIN = "public_domain", _("Public domain")
        UNKNOWN = "unknown", _("Not cleared yet")

    class Origin(models.TextChoices):
        PHOTO = "photo", _("Photograph")
        ILLUSTRATION = "illustration", _("Illustration")
        COMPOSITE = "composite", _("Composite of several pictures")
        AI = "ai", _("Made with AI")

    caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("What the picture shows. A story may override it.")
    )
    credit = models.CharField(
        _("credit"), max_length=255, help_text=_("Who made it, as it will stand under the picture. Required.")
    )
    source_url = models.URLField(_("source address"), blank=True, help_text=_("Where the picture came from."))
    rights = models.CharField(_("rights"), max_length=20, choices=Rights.choices, default=Rights.OWN)
    rights_expire_on = models.DateField(
        _("rights end on"), null=True, blank=True, help_text=_("The last day on which we may show it.")
    )
    origin = models.CharField(_("origin"), max_length=20, choices=Origin.choices, default=Origin.PHOTO)
    cuts = models.JSONField(default=dict, editable=False)
    """The renditions that exist, as far as they fit the picture's present focal point: filter spec to
    ``[file name, width, height]``. A page shows dozens of pictures in several cuts each; so they come with the picture.
    """

    cache_tag = "image"

    # What the stock constructor says of every picture, for those that are made without it (`portal.instances`).
    decorative = False
    contextual_alt_text = None

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "collection"),
        "caption",
        "credit",
        "source_url",
        "rights",
        "rights_expire_on",
        "origin",
        "collection",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.SearchField("credit"),
        index.FilterField("rights"),
        index.FilterField("rights_expire_on"),
        index.FilterField("origin"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename):
        """Return the path of a new original: part of its name is chosen at random, and its cuts inherit it.

        Otherwise the picture of a story to come could be found by guessing its
        name. The stem is short, so that no cut's name loses the random part.
        """
        path = PurePosixPath(super().get_upload_to(filename))
        return str(path.with_name(f"{secrets.token_hex(8)}-{path.stem[:40]}{path.suffix}"))

    def generate_rendition_file(self, filter, *, source=None):
        """Return the file of a cut, without the metadata of its original."""
        return super().generate_rendition_file(CleanFilter(filter.spec), source=source)

    @property
    def default_alt_text(self):
        """The written description, or nothing: a file name helps nobody who cannot see the picture."""
        return self.description

    @property
    def origin_note(self):
        """What readers must be told of how the picture was made, or "" for what it plainly is."""
        return self.get_origin_display() if self.origin in {self.Origin.AI, self.Origin.COMPOSITE} else ""

    @property
    def may_be_shown(self):
        """Whether our right to show the picture has not run out today."""
        return self.rights_expire_on is None or self.rights_expire_on >= clock.today()

    def find_cuts(self):
        """Return what `cuts` should hold, in one query."""
        rows = self.renditions.values_list("filter_spec", "focal_point_key", "file", "width", "height")
        return {spec: cut for spec, key, *cut in rows if key == Filter(spec=spec).get_cache_key(self)}

    def note_cuts(self):
        """Store which cuts there are now."""
        self.cuts = self.find_cuts()
        type(self).objects.filter(pk=self.pk).update(cuts=self.cuts)

    def save(self, *args, **kwargs):
        """Note the cuts that fit the focal point as it is now."""
        if self.pk and kwargs.get("update_fields") is None:
            self.cuts = self.find_cuts()
        return super().save(*args, **kwargs)

    def create_rendition(self, filter):
        """Make a cut, and note it."""
        rendition = super().create_rendition(filter)
        self.note_cuts()
        return rendition

    def create_renditions(self, *filters):
        """Make several cuts, and note them."""
        made = super().create_renditions(*filters)
        if len(filters) > 1:
            self.note_cuts()
        return made


class PortalRendition(AbstractRendition):
    """One cut of a picture in one size and format."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="portal_rendition_once")
        ]
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")


@receiver(post_delete, sender=PortalRendition)
def forget_cut(instance, **kwargs):
    """A cut is gone: its picture must not name it any more."""
    for image in PortalImage.objects.filter(pk=instance.image_id):
        image.note_cuts()


class PortalDocument(AbstractDocument):
    """A file that readers may download or hear."""

    description = models.CharField(_("description"), max_length=500, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "description")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
