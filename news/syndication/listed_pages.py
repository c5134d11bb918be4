"""Which pages beside the stories search engines may list."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, get_page_models

from news.models import ArticlePage, ArticleTopic, Author, TopicPage
from news.models.topics import THIN_BELOW
from news.querysets import PUBLIC
from portal.pages import BasePage
from portal.visibility import open_to_all


def page_types():
    """Return the types of pages that are no stories."""
    return [model for model in get_page_models() if issubclass(model, BasePage) and not issubclass(model, ArticlePage)]


def listed_pages(site, models):
    """Return the pages of these types that search engines may list."""
    hidden = Q(pk__in=[])
    for model in models:
        hidden |= Exists(model.objects.order_by().filter(page_ptr=OuterRef("pk"), noindex=True))
    # As many links as a topic needs: counting all of them would read each story's.
    links = ArticleTopic.objects.filter(topic=OuterRef("pk"), **PUBLIC).order_by("-published_at")
    topics = ContentType.objects.get_for_model(TopicPage)
    hidden |= Q(content_type=topics) & ~Exists(links[THIN_BELOW - 1 : THIN_BELOW])
    types = ContentType.objects.get_for_models(*models).values()
    return Page.objects.descendant_of(site.root_page, inclusive=True).filter(
        ~hidden, open_to_all(), content_type__in=[kind.pk for kind in types]
    )


def listed_authors():
    """Return the authors with a public profile."""
    return Author.objects.public().order_by()
