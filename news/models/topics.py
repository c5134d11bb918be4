"""Topics: what a story is about."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from news import cache_tags
from news.querysets import stories
from news.syndication.lists import list_nodes, topic_nodes
from portal.head import NOT_LISTED
from portal.page_cache.tags import tag
from portal.pages import BasePage
from portal.pagination import paginate_fetched, slice_with_length
from portal.prepared import Prepared
from portal.repointing import exchanged_content
from portal.visibility import open_to_all

STORIES_PER_PAGE = 20
OPENING_STORIES = 3
EVIDENCE_CHECKS = 3
NEIGHBOURS = 8
THIN_BELOW = 3
"""Public stories, below which a topic asks search engines not to list it: it says too little yet."""


class TopicIndexPage(BasePage):
    """The page that lists every topic."""

    standfirst = models.CharField(_("standfirst"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]

    max_count_per_parent = 1
    subpage_types = ["news.TopicPage"]
    lists_stories = True
    page_description = _("Lists every topic. One is enough.")

    class Meta:
        verbose_name = _("topic index")
        verbose_name_plural = _("topic indexes")

    def summary(self):
        return self.standfirst

    def get_context(self, request, *args, **kwargs):
        """Add the topics with the number of public stories on each, by name."""
        context = super().get_context(request, *args, **kwargs)
        tag(cache_tags.TOPICS)
        context["topics"] = (
            TopicPage.objects.child_of(self)
            .filter(open_to_all())
            .annotate(story_count=Count("article_links", filter=Q(article_links__is_public=True)))
            .order_by("title")
        )
        return context

    def structured_data(self, context):
        return list_nodes(context, context["topics"])


class TopicQuerySet(PageQuerySet):
    """Topics, with a name for those that are none any more."""

    def merged(self):
        """Return the topics that were merged, each with the one that it went into."""
        return self.filter(merged_into__isnull=False).select_related("merged_into")


class TopicPage(BasePage):
    """One topic, with what the newsroom says about it and the stories on it."""

    description = models.TextField(_("description"), blank=True, help_text=_("What this topic is, for a newcomer."))
    image = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="merged_topics",
        editable=False,
    )

    content_panels = [*BasePage.content_panels, FieldPanel("description"), FieldPanel("image")]
    exclude_fields_in_copy = ["merged_into"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("description"),
        index.AutocompleteField("title"),
    ]

    parent_page_types = ["news.TopicIndexPage"]
    subpage_types = []
    lists_stories = True
    has_feed = True
    page_description = _("What stories are about: a person, a title, a condition, a question.")

    cache_tag = "topic"

    objects = PageManager.from_queryset(TopicQuerySet)()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def clean(self):
        """Refuse the name of a topic that was merged into another one: nobody is to make it anew by mistake."""
        super().clean()
        namesake = TopicPage.objects.merged().filter(title__iexact=self.title.strip()).exclude(pk=self.pk).first()
        if namesake:
            words = _("“%(name)s” was merged into the topic “%(topic)s”. Use that one.")
            raise ValidationError({"title": words % {"name": namesake.title, "topic": namesake.merged_into.title}})

    def save(self, *args, **kwargs):
        """Be a topic again, where it was merged into another one and is published once more."""
        if self.live:
            self.merged_into = None
        super().save(*args, **kwargs)

    def summary(self):
        return self.description

    def head_image(self):
        return self.social_image or self.image

    def get_context(self, request, *args, **kwargs):
        """Add one page of the public stories on the topic, and topics that share stories with it.

        The first page opens with the ``newest``; ``older`` holds the rest.
        """
        tag(cache_tags.on_topic(self.pk))
        page_of_stories = paginate_fetched(
            request, lambda number: _newest_on(self.pk or 0, page=number), STORIES_PER_PAGE
        )
        context = super().get_context(request, *args, page_number=page_of_stories.number, **kwargs)
        listed = list(page_of_stories)
        opening = OPENING_STORIES if page_of_stories.number == 1 else 0
        context.update(
            stories=page_of_stories,
            newest=listed[:opening],
            older=listed[opening:],
            neighbours=self.neighbours(),
            evidence_checks=[story for story in listed if story.evidence][:EVIDENCE_CHECKS],
        )
        if page_of_stories.paginator.count < THIN_BELOW:
            context["head"] = replace(context["head"], robots=NOT_LISTED)
        return context

    def structured_data(self, context):
        return topic_nodes(context)

    def neighbours(self):
        """Return the topics that most often stand beside this one, most frequent first."""
        return _neighbours_of(self.pk or 0)


@Prepared
def _newest_on(topic, *, page):
    """Return one page of the stories on a topic, newest first."""
    newest = stories().published().on_topic(topic)
    return slice_with_length(newest, newest.for_cards(), page, STORIES_PER_PAGE)


@Prepared
def _neighbours_of(topic):
    """Return the open topics that most often stand beside one, most frequent first."""
    return (
        TopicPage.objects.filter(
            open_to_all(),
            article_links__is_public__in=[True],
            article_links__article__topic_links__topic=topic,
        )
        .exclude(pk=topic)
        .annotate(shared=Count("article_links"))
        .order_by("-shared", "title")[:NEIGHBOURS]
    )


def without_merged_topics(model, content):
    """Return the content of a story's revision with the topics that are, where it names some that were merged since."""
    keys = dict(TopicPage.objects.merged().values_list("pk", "merged_into_id"))
    if not keys:
        return content
    content = exchanged_content(model, content, keys)
    links = {}
    for link in content.get("topic_links", ()):
        topic = keys.get(link["topic"], link["topic"])
        links.setdefault(topic, {**link, "topic": topic})
    return {**content, "topic_links": list(links.values())}
