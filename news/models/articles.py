"""The story: one page type for everything that is written, pictured or reviewed."""

from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TabbedInterface
from wagtail.api import APIField
from wagtail.search import index

from news.blocks import BODY_BLOCKS
from news.desk.article_panels import tabs
from news.desk.story_form import StoryForm
from news.further_reading import onward_from
from news.models.article_links import Contribution
from news.models.author_profiles import remember_author_index
from news.models.authors import path_of_author_index
from news.models.derived_columns import DerivedColumns
from news.models.hanging import hanging_rows
from news.models.topics import without_merged_topics
from news.models.update_types import UpdateChoice
from news.preview_modes import PreviewModes
from news.querysets import ArticleManager
from news.standards import gate
from news.story_context import story_context
from news.syndication.heads import story_head
from news.syndication.stories import story_nodes
from portal import clock
from portal.errors import Gone
from portal.fields import StreamField
from portal.pages import BasePage


class ArticlePage(PreviewModes, UpdateChoice, DerivedColumns, BasePage):
    """A story. `title` is its headline, `first_published_at` its publication date."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        FEATURE = "feature", _("Feature")
        ANALYSIS = "analysis", _("Analysis")
        EXPLAINER = "explainer", _("Explainer")
        INTERVIEW = "interview", _("Interview")
        OPINION = "opinion", _("Opinion")
        REVIEW = "review", _("Review")
        GALLERY = "gallery", _("Gallery")
        ADVERTORIAL = "advertorial", _("Advertorial")

    class Origin(models.TextChoices):
        STAFF = "staff", _("Staff")
        FREELANCE = "freelance", _("Freelance")
        WIRE = "wire", _("Wire")
        PARTNER = "partner", _("Partner")
        SPONSORED = "sponsored", _("Sponsored")

    class RiskClass(models.TextChoices):
        NONE = "", _("Not about health")
        A = "A", _("A: news about health")
        B = "B", _("B: wellness, evergreen")
        C = "C", _("C: condition, treatment, drug, dose, mental health, children")

    class Evidence(models.TextChoices):
        NONE = "", _("Not rated")
        STRONG = "strong", _("Strong")
        MODERATE = "moderate", _("Moderate")
        EARLY = "early", _("Early")
        EXPERT = "expert", _("Expert opinion")

    class LiveState(models.TextChoices):
        NONE = "", _("Not live coverage")
        UPCOMING = "upcoming", _("Starts later")
        LIVE = "live", _("Live now")
        CLOSED = "closed", _("Ended")

    kicker = models.CharField(
        _("kicker"), max_length=40, blank=True, help_text=_("One or two words above the headline. Blank: the section.")
    )
    short_title = models.CharField(
        _("short headline"), max_length=80, blank=True, help_text=_("For lists where space is short.")
    )
    standfirst = models.CharField(
        _("standfirst"), max_length=300, blank=True, help_text=_("What the story says, in one or two sentences.")
    )
    lead_image = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.CharField(_("caption"), max_length=500, blank=True)
    lead_alt = models.CharField(
        _("description for those who cannot see it"),
        max_length=255,
        blank=True,
        help_text=_("Blank: the picture’s own description."),
    )
    poster = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Upright artwork of the reviewed title, for reviews only."),
    )
    body = StreamField(BODY_BLOCKS, blank=True, verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.NEWS)
    origin = models.CharField(_("origin"), max_length=20, choices=Origin.choices, default=Origin.STAFF)
    sponsor = models.CharField(
        _("sponsor"), max_length=120, blank=True, help_text=_("Who paid, as it will stand in the label.")
    )
    original_url = models.URLField(
        _("address of the original"), blank=True, help_text=_("Where wire or partner copy stood first.")
    )
    index_reason = models.CharField(
        _("why search engines may list it"),
        max_length=200,
        blank=True,
        help_text=_("Partner copy stays out of search engines unless a reason stands here."),
    )
    responsible_editor = models.ForeignKey(
        "portal.User",
        verbose_name=_("responsible editor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    ai_use = models.CharField(
        _("use of AI"), max_length=300, blank=True, help_text=_("What AI tools did for this story, in public words.")
    )
    risk_class = models.CharField(_("health risk class"), max_length=1, blank=True, choices=RiskClass.choices)
    evidence = models.CharField(_("evidence"), max_length=10, blank=True, choices=Evidence.choices)
    evidence_note = models.CharField(
        _("evidence in plain words"), max_length=300, blank=True, help_text=_("Studied in whom, and what is missing.")
    )
    live_state = models.CharField(_("live state"), max_length=10, blank=True, choices=LiveState.choices)

    updated_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True, editable=False)
    retired_reason = models.CharField(_("reason for retiring"), max_length=300, blank=True, editable=False)
    retired_for_law = models.BooleanField(_("retired for legal reasons"), default=False, editable=False)

    # What belongs to the page as a whole, and neither to one of its revisions nor to a copy.
    PAGE_FIELDS = ("updated_at", "retired_at", "retired_reason", "retired_for_law")
    exclude_fields_in_copy = [*PAGE_FIELDS, *UpdateChoice.CHOICE_FIELDS]

    # A decision to publish against the standards, until it is on record (`news.standards.gate.Decision`).
    override = None

    # The publication date that this instance has just been saved over, if any: its month has one story less.
    was_published_at = None
    # Whether this instance was saved with a substantive change, or came into the public or left it.
    changed_for_readers = False

    objects = ArticleManager()

    base_form_class = StoryForm
    edit_handler = TabbedInterface(tabs(BasePage.promote_panels))
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst", boost=1.5),
        index.SearchField("body_text"),
        index.SearchField("byline_text"),
        index.AutocompleteField("standfirst"),
        index.FilterField("section"),
        index.FilterField("kind"),
        index.FilterField("origin"),
        index.FilterField("is_public"),
        index.FilterField("published_at"),
    ]

    # What the read API says of a story, where it is on.
    api_fields = [
        APIField("kicker"),
        APIField("standfirst"),
        APIField("kind"),
        APIField("origin"),
        APIField("sponsor"),
        APIField("published_at"),
        APIField("updated_at"),
        APIField("byline_text"),
        APIField("body_text"),
    ]

    subpage_types = []
    page_description = _("News, features, reviews, opinion, galleries and explainers.")
    og_type = "article"
    cache_tag = "story"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["is_public", "section", "-published_at", "-page_ptr"], name="news_story_in_section"),
            models.Index(fields=["is_public", "-published_at", "-page_ptr"], name="news_story_newest"),
            models.Index(fields=["is_public", "kind", "-published_at", "-page_ptr"], name="news_story_by_kind"),
        ]

    # --- What it says -------------------------------------------------------

    @property
    def desk(self):
        """The colour under which the story stands, as the stylesheet calls it."""
        return self.section.desk if self.section else "entertainment"

    @property
    def label(self):
        """The kicker, or the section's name where an editor wrote none."""
        return self.kicker or (self.section.title if self.section else "")

    @property
    def is_sponsored(self):
        """Whether somebody outside paid for the story."""
        return self.origin == self.Origin.SPONSORED or self.kind == self.Kind.ADVERTORIAL

    @property
    def is_health(self):
        """Whether the stricter standards of health reporting apply."""
        return bool(self.risk_class) or bool(self.section and self.section.health)

    @property
    def visible_updated_at(self):
        """The update that readers are told of, or None within the first minutes after publication."""
        if self.updated_at and self.published_at and (self.updated_at - self.published_at).total_seconds() >= 60:
            return self.updated_at
        return None

    @property
    def lead_alt_text(self):
        """The text for those who cannot see the lead picture."""
        return self.lead_alt or (self.lead_image.default_alt_text if self.lead_image else "")

    def byline_text(self):
        """Return the names of the authors, for search."""
        return ", ".join(c.author.name for c in self.contributions.all() if c.role in Contribution.AUTHOR_ROLES)

    @property
    def is_unlisted(self):
        return self.noindex or self.section_noindex

    def summary(self):
        return self.standfirst or self.body_text

    def head_image(self):
        return self.social_image or self.lead_image

    # --- Saving and publishing ----------------------------------------------

    def save(self, *args, **kwargs):
        """Derive what is derived, let nothing go live against the standards, and do what the kind of change asks for.

        Raises `news.standards.findings.StandardsError` where a story would
        become public with a blocker that nobody has overridden.
        """
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and not self.DERIVED_FROM & set(update_fields):
            gate.record_override(self)
            return super().save(*args, **kwargs)
        before = self._row_before()
        going_live = self._is_going_live(before)
        if going_live:
            gate.require(self, at=clock.now())
        self.derive()
        correction = None
        if self.is_public and before and before["last_published_at"]:
            changed = before["content_hash"] != self.content_hash
            correction = self.apply_update_choice() if changed or (going_live and self.update_type) else None
        was_public = bool(before and before["is_public"])
        if self.is_public != was_public or (was_public and self.updated_at != before["updated_at"]):
            self.changed_for_readers = True
        if before and before["published_at"] != self.published_at:
            self.was_published_at = before["published_at"]
        if update_fields is not None:
            also = {*self.DERIVED_FIELDS, *self.CHOICE_FIELDS, "updated_at", "noindex"}
            kwargs["update_fields"] = {*update_fields, *also}
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            self.mirror_dates()
            gate.record_override(self)
            if correction:
                correction.save()
        return result

    def _row_before(self):
        """Return what stands in the table, or None for a new story."""
        names = ("content_hash", "last_published_at", "published_at", "live", "live_revision_id")
        names += ("is_public", "updated_at")
        return type(self)._base_manager.filter(pk=self.pk).values(*names).first() if self.pk else None

    def _is_going_live(self, before):
        """Whether saving would show readers something that they could not read before.

        An alias shows what its original shows. A new story that is to wait for
        the end of its embargo is not live until then, whatever it says itself.
        """
        if before is None and self.live and self.go_live_at and self.go_live_at > clock.now():
            self.live = False
        if not self.live or self.alias_of_id:
            return False
        return before is None or not before["live"] or before["live_revision_id"] != self.live_revision_id

    def with_content_json(self, content):
        """Restore a revision without taking back what belongs to the page as a whole, or topics that are no more."""
        page = super().with_content_json(without_merged_topics(type(self), content))
        for name in self.PAGE_FIELDS:
            setattr(page, name, getattr(self, name))
        if not self.has_unpublished_changes:
            page.forget_update_choice()
        return page

    @transaction.atomic
    def publish(self, *args, **kwargs):
        """Publish one of the story's revisions as a whole or, where the standards refuse it, change nothing at all."""
        return super().publish(*args, **kwargs)

    def retire(self, reason, *, for_law=False, user=None):
        """Take a story that was live out of the world for good: its address answers 410, or 451.

        ``reason`` is a sentence for readers. The text stays in the newsroom.
        """
        self.retired_at = clock.now()
        self.retired_reason = reason
        self.retired_for_law = for_law
        type(self).objects.filter(pk=self.pk).update(
            retired_at=self.retired_at, retired_reason=reason, retired_for_law=for_law
        )
        self.unpublish(user=user)

    # --- How it is shown ----------------------------------------------------

    @classmethod
    def to_serve(cls):
        """Return stories with all that their page shows of other tables."""
        joined = super().to_serve().select_related("section", "lead_image", "poster", "social_image")
        return joined.defer("section__front").annotate(author_index_path=path_of_author_index(), **hanging_rows())

    def route(self, request, path_components):
        """Answer 410, or 451, for a story that was retired."""
        if not path_components and not self.live and self.retired_at:
            onward = onward_from(self, request)
            raise Gone(self.retired_reason, legal=self.retired_for_law, onward=onward)
        return super().route(request, path_components)

    @cached_property
    def current_medical_review(self):
        """The newest signed review, or None. `has_valid_review` tells whether it still covers the text."""
        if hasattr(self, "shown_medical_reviews"):
            return next(iter(self.shown_medical_reviews), None)
        return self.medical_reviews.signed().select_related("reviewer").first()

    @property
    def has_valid_review(self):
        """Whether the newest signature is under exactly these words."""
        return bool(self.current_medical_review) and self.current_medical_review.content_hash == self.content_hash

    def get_context(self, request, *args, **kwargs):
        """Add everything a story's page shows, so that its template never queries."""
        remember_author_index(getattr(self, "author_index_path", ""), request)
        gathered = story_context(self, request)
        context = {**super().get_context(request, *args, **kwargs), **gathered}
        context["head"] = story_head(context["head"], context)
        return context

    def structured_data(self, context):
        return story_nodes(context)
