"""How stories are listed. Every list of the portal goes through these methods."""

from django.apps import apps
from django.db.models import Case, DateTimeField, Max, OuterRef, Prefetch, Subquery, When
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from news.models.article_links import Contribution
from portal.images import filter_specs
from portal.models import PortalRendition

CARD_PICTURES = ("card",)

# The same as `is_public=True`, in the form in which SQLite finds the indexes that begin with it:
# a bare boolean column in the WHERE clause makes it read the whole table.
PUBLIC = {"is_public__in": [True]}


class ArticleQuerySet(PageQuerySet):
    """Stories, with names for the ways in which the newsroom lists them."""

    def published(self):
        """Return stories that everybody may read, newest first.

        The key breaks ties, so that a page of a list never repeats the last one.
        """
        return self.filter(**PUBLIC).order_by("-published_at", "-page_ptr_id")

    def indexable(self):
        """Return public stories that search engines may list, newest first."""
        return self.published().filter(noindex=False)

    def for_news_search(self):
        """Return what search engines for news may show: our own reporting, neither paid for nor taken from a wire."""
        return (
            self.indexable()
            .exclude(origin__in=[self.model.Origin.WIRE, self.model.Origin.SPONSORED])
            .exclude(kind=self.model.Kind.ADVERTORIAL)
        )

    def with_changed_at(self):
        """Return stories with ``changed_at``, their last substantive change; in a live blog every update is one."""
        of_the_story = Coalesce("updated_at", "published_at")
        updates = apps.get_model("news", "LiveUpdate").objects.public().filter(blog=OuterRef("pk")).order_by()
        newest = updates.values("blog").annotate(newest=Max("published_at")).values("newest")
        of_its_updates = Greatest(of_the_story, Coalesce(Subquery(newest), "published_at"))
        return self.annotate(
            changed_at=Case(
                When(live_state="", then=of_the_story), default=of_its_updates, output_field=DateTimeField()
            )
        )

    def in_section(self, section):
        """Return stories that live in the section itself."""
        return self.filter(section=section)

    def in_sections(self, sections):
        """Return stories that live in any of the sections."""
        return self.filter(section__in=sections)

    def on_topic(self, topic):
        """Return stories about the topic."""
        return self.filter(topic_links__topic=topic)

    def by_author(self, author):
        """Return stories that the author wrote or photographed, never those they only checked."""
        return self.filter(contributions__author=author, contributions__role__in=Contribution.AUTHOR_ROLES).distinct()

    def for_cards(self, *pictures):
        """Return stories with all that a story card shows, in three queries.

        Bodies stay in the database. ``pictures`` names entries of
        `portal.images.PICTURES` whose renditions are fetched along; without
        any, those of an ordinary card.
        """
        specs = filter_specs(*(pictures or CARD_PICTURES))
        renditions = Prefetch(
            "lead_image__renditions",
            PortalRendition.objects.filter(filter_spec__in=specs),
            # Where Wagtail looks for them, and half the work of filling each picture's own manager.
            to_attr="prefetched_renditions",
        )
        return self._with_bylines("author").select_related("section", "lead_image").prefetch_related(renditions)

    def for_fronts(self):
        """Return stories with all that the bands of a front show, in two queries.

        Beside what a card shows these are posters and the photos of authors;
        renditions are left to `news.fronts.compose`, which fetches those of
        every picture of a front at once.
        """
        return self._with_bylines("author__photo").select_related("section", "lead_image", "poster")

    def _with_bylines(self, *related):
        authors = Contribution.objects.filter(role=Contribution.Role.BY).select_related(*related).order_by("sort_order")
        return self.prefetch_related(Prefetch("contributions", authors, to_attr="card_contributions")).defer(
            "body", "body_text", "section__front", "content_hash"
        )


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


def stories():
    """Return the queryset of all stories.

    Looked up in the registry: the page types that list stories are also what a
    story points at, and an import would run in a circle.
    """
    return apps.get_model("news", "ArticlePage").objects.all()
