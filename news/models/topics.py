"""Topics: what a story is about."""

from dataclasses import replace

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from news import cache_tags
from news.querysets import stories
from news.syndication.lists import list_nodes, topic_nodes
from portal.head import NOT_LISTED
from portal.page_cache.tags import tag
from portal.pages import BasePage
from portal.pagination import paginate_fetched, slice_with_length
from portal.prepared import Prepared
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

    content_panels = [*BasePage.content_panels, FieldPanel("description"), FieldPanel("image")]
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

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

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
