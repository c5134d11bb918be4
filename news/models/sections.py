"""Sections: where a story lives."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from news.cache_tags import of_section, tag_sections
from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import Entry, Front, compose_section
from news.fronts.plan import named_sources, plan_of
from news.fronts.sources import Source, find_sources, sources_along
from news.querysets import keys_of, stories
from news.syndication.lists import list_nodes
from portal.colours import Colour, desk_of
from portal.fields import StreamField
from portal.page_cache.tags import tag
from portal.pages import BasePage
from portal.pagination import paginate_fetched, requested_page, slice_with_length, with_length
from portal.prepared import Prepared

STORIES_PER_PAGE = 20
OPENING_STORIES = 3
ASIDE_BANDS = ("trending", "promo")


class SectionPage(BasePage):
    """A section such as Health, or a sub-section such as Nutrition one level below."""

    standfirst = models.CharField(
        _("standfirst"), max_length=300, blank=True, help_text=_("What readers find here, in one or two sentences.")
    )
    colour = models.CharField(_("colour"), max_length=20, choices=Colour.choices, default=Colour.VELOUR)
    health = models.BooleanField(
        _("health section"),
        default=False,
        help_text=_("The stricter standards of health reporting apply to every story below."),
    )
    stories_noindex = models.BooleanField(
        _("keep its stories out of search engines"),
        default=False,
        help_text=_("Every story of the section and of its sub-sections stays public, but asks not to be listed."),
    )
    front = StreamField(
        FRONT_BLOCKS,
        blank=True,
        verbose_name=_("front"),
        help_text=_("Bands above the list of stories. Without any, the section opens with its newest story."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("colour"),
        FieldPanel("health"),
        FieldPanel("front"),
    ]
    promote_panels = [*BasePage.promote_panels[:-1], FieldPanel("stories_noindex"), BasePage.promote_panels[-1]]
    search_fields = [*BasePage.search_fields, index.SearchField("standfirst")]

    subpage_types = ["news.SectionPage", "news.ArticlePage", "news.LiveBlogPage"]
    lists_stories = True
    has_feed = True
    page_description = _("A part of the publication with stories of its own, such as Film or Nutrition.")

    cache_tag = "section"

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        permissions = [("curate_fronts", _("Can arrange and launch every front"))]

    @property
    def desk(self):
        """The name under which the stylesheet knows the section's colour."""
        return desk_of(self.colour)

    def summary(self):
        return self.standfirst

    def clean(self):
        """Refuse a third level of sections."""
        super().clean()
        if self.depth and self.depth > 4:
            raise ValidationError(_("A sub-section cannot hold sections of its own: make it a topic instead."))

    @classmethod
    def to_serve(cls):
        """Return sections with what their bands may take stories from: ``every_section`` and ``named_topics``."""
        return super().to_serve().annotate(**sources_along())

    @classmethod
    def can_create_at(cls, parent):
        """Allow one level of sub-sections and no more."""
        return super().can_create_at(parent) and not cls._is_sub_section(parent)

    def can_move_to(self, parent):
        """Allow a move that leaves at most one level of sub-sections."""
        if isinstance(parent.specific, SectionPage) and self.get_children().type(SectionPage).exists():
            return False
        return super().can_move_to(parent) and not self._is_sub_section(parent)

    @staticmethod
    def _is_sub_section(page):
        return isinstance(page.specific, SectionPage) and isinstance(page.get_parent().specific, SectionPage)

    def parent_section(self):
        """Return the section above this one, or None."""
        parent = self.get_parent().specific_deferred
        return parent if isinstance(parent, SectionPage) else None

    def get_context(self, request, *args, **kwargs):
        """Add the sub-sections, the bands, and one page of the stories of the section and all below it.

        On the first page ``opening`` are the stories it opens with where no band
        stands above, and ``listed`` the rest of ``stories``.
        """
        plans = plan_of(self.front)
        along = [*getattr(self, "every_section", ()), *getattr(self, "named_topics", ())]
        sources = find_sources({self.pk, *named_sources(plans)}, request, along)
        itself = sources.get(self.pk) or Source.of(self)
        keys = itself.section_keys()
        tag_sections(keys)
        tag(of_section(self.pk))
        front, newest = Front([]), None
        if plans and requested_page(request) == 1:
            front, newest = self._front_and_newest(sources, keys)
        page_of_stories = paginate_fetched(
            request, lambda number: _newest(keys, page=number) if newest is None else newest, STORIES_PER_PAGE
        )
        context = super().get_context(request, *args, page_number=page_of_stories.number, **kwargs)
        standing = front.story_keys()
        listed = [story for story in page_of_stories if story.pk not in standing]
        bands = [band for band in front.bands if band.kind not in ASIDE_BANDS]
        opening = OPENING_STORIES if page_of_stories.number == 1 and not bands else 0
        context.update(
            sub_sections=itself.children,
            parent_section=SimpleLazyObject(self.parent_section),
            stories=page_of_stories,
            bands=bands,
            aside_bands=[band for band in front.bands if band.kind in ASIDE_BANDS],
            opening=[Entry(story) for story in listed[:opening]],
            listed=listed[opening:],
        )
        return context

    def _front_and_newest(self, sources, keys):
        """Return the front of the section, and the newest stories of the sections with these keys, in one query."""
        found = []

        def fetch(standing):
            found.extend(_standing_and_newest(standing, keys))
            return found

        front = compose_section(self.front, sources, self.pk, fetch)
        return front, [story for story in found if story.section_id in keys][:STORIES_PER_PAGE]

    def structured_data(self, context):
        return list_nodes(context, context["stories"])


@Prepared
def _newest(sections, *, page):
    """Return one page of the stories of the sections, newest first."""
    newest = stories().published().in_sections(sections)
    return slice_with_length(newest, newest.for_cards(), page, STORIES_PER_PAGE)


@Prepared
def _standing_and_newest(standing, sections):
    """Return the stories with these keys and the first page of the stories of the sections, newest first."""
    newest = stories().published().in_sections(sections)
    keys = keys_of(standing).union(keys_of(newest.values("pk")[:STORIES_PER_PAGE]), all=True)
    rows = stories().published().filter(pk__in=keys).for_fronts()
    return with_length(newest, rows, STORIES_PER_PAGE)
