"""What the public page of an author shows: stories, what a reviewer signed, topics, head.

Apart from the models of authors, for it asks nothing of them but keys and values.
"""

from django.core.cache import cache
from django.db import models
from django.utils.functional import SimpleLazyObject

from news import cache_tags
from news.models.medical_reviews import MedicalReview
from news.models.topics import TopicPage
from news.querysets import stories
from news.syndication.people import profile_nodes
from news.text import plain_text
from portal.addresses import address_at
from portal.feed_links import feed_links
from portal.head import build_head
from portal.page_cache.tags import tag
from portal.pagination import paginate_fetched, slice_with_length, with_length
from portal.prepared import Prepared
from portal.visibility import open_to_all

STORIES_PER_PAGE = 20
AUTHOR_INDEX_URL_KEY = "news:author-index-url"


def remember_author_index(url_path, request):
    """Spare `author_index_url` its query, where another one found the index's place in the tree on the way."""
    if url_path and cache.get(AUTHOR_INDEX_URL_KEY) is None:
        cache.set(AUTHOR_INDEX_URL_KEY, address_at(url_path, request) or "", 300)


@Prepared
def _newest_by(author, *, page, is_reviewer):
    """Return one page of the stories of an author, newest first; among them what a reviewer has signed.

    Of a reviewer each row tells ``is_written`` and ``is_reviewed``, and the page holds the rows that are written.
    """
    newest = stories().published().by_author(author)
    if not is_reviewer:
        return slice_with_length(newest, newest.for_small_cards(), page, STORIES_PER_PAGE)
    written = newest.values("pk")[(page - 1) * STORIES_PER_PAGE : page * STORIES_PER_PAGE]
    signed = MedicalReview.objects.signed().filter(reviewer=author).order_by().values("article_id")
    reviewed = stories().published().filter(pk__in=signed).values("pk")[:STORIES_PER_PAGE]
    # Each part by an index of its own: joined by OR they would read every story there is.
    parts = [stories().filter(pk__in=part).order_by().values("pk") for part in (written, reviewed)]
    return with_length(
        newest,
        stories().published().filter(pk__in=parts[0].union(parts[1], all=True)).for_cards(),
        STORIES_PER_PAGE,
    ).annotate(is_written=_whether(pk__in=written), is_reviewed=_whether(pk__in=reviewed))


def _whether(**condition):
    return models.Case(models.When(**condition, then=True), default=False)


def topics_of_author(author):
    """Return the topics that an author, a key or an expression for one, most often writes about."""
    return (
        TopicPage.objects.filter(
            open_to_all(),
            article_links__is_public__in=[True],
            article_links__article__contributions__author=author,
        )
        .annotate(shared=models.Count("article_links"))
        .order_by("-shared", "title")[:8]
    )


def author_crumbs(index_page, request):
    """Return the way from the front page down to the author index, as pairs of title and address."""
    if index_page is None:
        return []
    return [*index_page.crumbs(request), (index_page.title, index_page.get_url(request) or "")]


def profile_context(author, request, index_page):
    """Return the template context of an author's page: the author, one page of stories, topics, head.

    The cards there say no byline, so that none is fetched.
    """
    tag(cache_tags.by_author(author.pk))
    remember_author_index(index_page.url_path if index_page else "", request)
    shown = []

    def written(number):
        shown.extend(_newest_by(author.pk or 0, page=number, is_reviewer=author.is_reviewer))
        if not author.is_reviewer:
            return shown
        own = [story for story in shown if story.is_written]
        for story in own:
            story.card_contributions = []
        return own

    page_of_stories = paginate_fetched(request, written, STORIES_PER_PAGE)
    reviewed = [story for story in shown if story.is_reviewed] if author.is_reviewer else []
    topics = author.main_topics if hasattr(author, "main_topics") else topics_of_author(author.pk or 0)
    return {
        "page": index_page,
        "author": author,
        "stories": page_of_stories,
        "reviewed": reviewed,
        "topics": topics,
        "crumbs": SimpleLazyObject(lambda: author_crumbs(index_page, request)),
        "head": profile_head(author, request, index_page, page_of_stories.number),
        "describe": profile_nodes,
    }


def profile_head(author, request, index_page, page_number):
    """Return what stands in the head of an author's page."""
    index_url = (index_page.get_full_url(request) if index_page else "") or ""
    address = f"{index_url}{author.slug}/" if index_url else ""
    return build_head(
        author.name,
        address,
        descriptions=(author.short_bio, plain_text(author.bio)),
        picture=author.photo,
        picture_alt=author.name,
        number=page_number,
        og_type="profile",
        feeds=feed_links(author.name, address),
    )
