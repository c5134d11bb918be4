"""How stories are listed. Every list of the portal goes through these methods."""

from django.apps import apps
from django.db.models import Case, DateTimeField, Max, OuterRef, Subquery, When
from django.db.models.functions import Coalesce, Greatest, Left
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from news.models.article_links import ArticleTopic, Contribution
from portal.rows import Rows
from portal.visibility import open_to_all

OPENING = 400
"""Characters of a story's text from which a feed takes the first words of one without a standfirst."""

# The same as `is_public=True`, in the form in which SQLite finds the indexes that begin with it:
# a bare boolean column in the WHERE clause makes it read the whole table.
PUBLIC = {"is_public__in": [True]}

PICTURE_FIELDS = (
    "id", "title", "file", "width", "height", "description", "credit", "origin", "rights_expire_on", "cuts",
    "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
)  # fmt: skip
CARD_FIELDS = (
    "id", "title", "slug", "url_path", "path", "depth", "live", "locale", "content_type", "first_published_at",
    "kicker", "short_title", "standfirst", "kind", "origin", "sponsor", "risk_class", "evidence", "live_state",
    "published_at", "updated_at", "severely_corrected_at", "is_public", "lead_alt", "review_title", "review_rating",
    "review_scale", "review_verdict",
)  # fmt: skip
RELATED_FIELDS = {
    "section": ("title", "url_path", "colour", "health"),
    "lead_image": PICTURE_FIELDS,
    "poster": PICTURE_FIELDS,
}
AUTHOR_FIELDS = (
    "id", "name", "slug", "job_title", "short_bio", "live", "former", "is_reviewer", "credentials", "conflicts",
    "conflicts_text", *(f"photo__{name}" for name in PICTURE_FIELDS),
)  # fmt: skip
FACE_FIELDS = ("id", "name", "slug", "job_title", "speciality", "live")


def contributions(*fields, **condition):
    """Return the contributions to each story of a queryset, in the editor's order, as an annotation.

    ``fields`` are those of the author; ``condition`` says which contributions.
    """
    wanted = Contribution.objects.filter(article=OuterRef("pk"), **condition).order_by("sort_order", "pk")
    return Rows(wanted, "id", "role", *(f"author__{name}" for name in fields))


class ArticleQuerySet(PageQuerySet):
    """Stories, with names for the ways in which the newsroom lists them."""

    def published(self):
        """Return stories that everybody may read, newest first.

        The key breaks ties, so that a page of a list never repeats the last one.
        """
        return self.filter(**PUBLIC).order_by("-published_at", "-page_ptr_id")

    def indexable(self):
        """Return public stories that search engines may list, newest first."""
        return self.published().filter(noindex=False, section_noindex=False)

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
        wrote = Contribution.objects.filter(author=author, role__in=Contribution.AUTHOR_ROLES)
        return self.filter(pk__in=wrote.values("article"))

    def for_cards(self):
        """Return stories with all that a story card shows, in one query. Bodies stay in the database."""
        return self.for_small_cards().annotate(
            card_contributions=contributions("id", "name", "live", role=Contribution.Role.BY)
        )

    def for_small_cards(self):
        """Return stories with all that a card without byline shows, in one query."""
        return self._with("section", "lead_image")

    def for_fronts(self):
        """Return stories with all that the bands of a front show, posters and faces too, in one query."""
        photo = (f"photo__{name}" for name in PICTURE_FIELDS)
        byline = contributions(*FACE_FIELDS, *photo, role=Contribution.Role.BY)
        return self._with("section", "lead_image", "poster").annotate(card_contributions=byline)

    def for_feeds(self, *, in_full=False):
        """Return stories with all that a feed says of one, in one query; ``in_full`` brings the bodies along.

        Beside what a card shows these are ``feed_topics``, ``opening`` words and what `with_changed_at` adds.
        """
        links = ArticleTopic.objects.filter(open_to_all("topic__path"), article=OuterRef("pk"))
        topic = ("topic__page_ptr", "topic__id", "topic__title")
        also = ("translation_key", "body") if in_full else ("translation_key",)
        found = self._with("section", "lead_image", also=also).with_changed_at()
        return found.annotate(
            opening=Left("body_text", OPENING),
            card_contributions=contributions("id", "name", "slug", "live", role=Contribution.Role.BY),
            feed_topics=Rows(links.order_by("sort_order", "pk"), "id", *topic),
        )

    def _with(self, *relations, also=()):
        """Return stories with what cards read of them and of these relations; all else stays in the database."""
        read = [f"{relation}__{name}" for relation in relations for name in RELATED_FIELDS[relation]]
        return self.select_related(*relations).only(*CARD_FIELDS, *relations, *read, *also)


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


def stories():
    """Return the queryset of all stories.

    Looked up in the registry: the page types that list stories are also what a
    story points at, and an import would run in a circle.
    """
    return apps.get_model("news", "ArticlePage").objects.all()


def keys_of(wanted):
    """Return the keys of the stories whose keys are wanted, as a queryset that can be one part of a union."""
    return stories().filter(pk__in=wanted).order_by().values("pk")
