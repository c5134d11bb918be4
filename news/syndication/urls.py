"""The addresses at which machines read."""

from django.urls import path, re_path

from news.syndication import sitemaps
from news.syndication.feed_views import feed

PART = r"(?:-(?P<part>[2-9]|[1-9][0-9]{1,4}))?"

urlpatterns = [
    re_path(r"^(?P<path>(?:[^/]+/)*)feed/(?:(?P<form>atom|json)/)?$", feed, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(
        rf"^sitemap-stories-(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}}){PART}\.xml$",
        sitemaps.story_sitemap,
        name="story-sitemap",
    ),
    re_path(rf"^sitemap-pages{PART}\.xml$", sitemaps.page_sitemap, name="page-sitemap"),
    path("sitemap-archive.xml", sitemaps.archive_sitemap, name="archive-sitemap"),
    re_path(rf"^sitemap-topics{PART}\.xml$", sitemaps.topic_sitemap, name="topic-sitemap"),
    re_path(rf"^sitemap-authors{PART}\.xml$", sitemaps.author_sitemap, name="author-sitemap"),
    re_path(rf"^sitemap-news{PART}\.xml$", sitemaps.news_sitemap, name="news-sitemap"),
]
