"""The sitemaps: an index, one file a month of stories, the pages around them, and the news of two days.

Stories are read as plain values in the order of an index of the database, so a
file costs the same however many stories lie before it. A closed month is
remembered by the page cache until one of its stories changes. What lists
others (fronts, sections, topics, profiles) says nothing of when it changed:
that would be with every story, in every file.
"""

from collections import Counter
from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Max, Q, Value
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news import cache_tags
from news.archive import month_path
from news.models import StoryMonth, TopicPage
from news.months import month_of
from news.querysets import stories
from news.syndication.listed_pages import listed_authors, listed_pages, page_types
from news.syndication.sitemap_files import News, Video, sitemap_index, url, urlset
from news.syndication.sites import author_index_path, site_with
from news.syndication.story_months import FILE_LIMIT, stories_of
from portal import clock
from portal.images import SHARE
from portal.page_cache.tags import fresh_until, tag
from portal.pictures import addresses_by_key
from portal.site_settings import Publication

NEWS_LIMIT = 1000
NEWS_HOURS = 48
"""Google, "News sitemaps": at most 1,000 stories a file, published within the last two days."""

CLOSED_MONTH_MAX_AGE = 3600
CHUNK = 2000
XML = "application/xml; charset=utf-8"


def site_of(request, **along):
    """Return the site that was asked for, with annotations. Raises Http404 where there is none."""
    site = site_with(request, **along)
    if site is None:
        raise Http404
    return site


def xml_response(body):
    """Return a sitemap; search engines shall read it and not list it. Raises Http404 for a file with nothing in it."""
    if body is None:
        raise Http404
    return HttpResponse(body, content_type=XML, headers={"X-Robots-Tag": "noindex"})


# --- The index -----------------------------------------------------------------


@require_safe
def index(request):
    """Return the index of all sitemaps of the site, in two queries."""
    tag(cache_tags.SITEMAPS)
    site = site_of(request, author_index_path=author_index_path())
    numbers, changes = Counter(), {}
    for kind, name, number, changed in _contents(site):
        stem = f"stories-{name}" if kind == "stories" else _file_of(kind, name)
        numbers[stem] += number
        changes[stem] = max(filter(None, (changes.get(stem), changed)), default=None)
        if kind == "stories":
            numbers["archive"] = 1
    files = [
        (f"{site.root_url}{address(stem, part)}", changes.get(stem))
        for stem, number in sorted(numbers.items())
        for part in range(1, -(-number // (NEWS_LIMIT if stem == "news" else FILE_LIMIT)) + 1)
    ]
    return xml_response(sitemap_index(files))


def address(stem, part=1):
    """Return the path of a sitemap; ``part`` counts the files of a sitemap that does not fit into one."""
    return f"/sitemap-{stem}{f'-{part}' if part > 1 else ''}.xml"


def _file_of(kind, content_type):
    """Return the sitemap in which pages of a type stand."""
    if kind != "pages":
        return kind
    model = ContentType.objects.get_for_id(int(content_type)).model_class()
    return "topics" if model is TopicPage else "pages"


def _contents(site):
    """Return what there is to list, in one query: rows of kind, name, number and last change."""
    months = StoryMonth.objects.filter(site=site, stories__gt=0).annotate(kind=_text("stories"))
    pages = _counted(listed_pages(site, page_types()), "pages", "content_type", Max("last_published_at"))
    news = _counted(_recent(site), "news", "is_public", Max("published_at"))
    others = [pages, news]
    if site.author_index_path:
        others.append(_counted(listed_authors(), "authors", "live", Max("last_published_at")))
    rows = months.order_by().values_list("kind", "month", "stories", "changed_at")
    return list(rows.union(*others, all=True))


def _text(value):
    return Value(value, output_field=CharField())


def _counted(queryset, kind, group, changed):
    named = queryset.order_by().values(group).annotate(kind=_text(kind), name=Cast(group, CharField()))
    return named.annotate(number=Count("pk"), changed=changed).values_list("kind", "name", "number", "changed")


# --- Stories -------------------------------------------------------------------


@require_safe
def story_sitemap(request, year, month, part=None):
    """Return the stories of one month with their pictures and videos, in two queries."""
    name, number = f"{year}-{month}", int(part or 1)
    tag(cache_tags.in_month(name))
    site = site_of(request)
    try:
        found = stories_of(site, name)
    except ValueError:
        raise Http404 from None
    if number > 1:
        found = found.filter(_from(site, name, number))
    response = xml_response(urlset(_story_entries(site, found[:FILE_LIMIT])))
    if name < month_of(clock.now()):
        response.page_max_age = CLOSED_MONTH_MAX_AGE
    return response


def _from(site, month, part):
    """Return the condition that a story does not stand before a further file of its month."""
    starts = StoryMonth.objects.filter(site=site, month=month).values_list("starts", flat=True).first() or []
    if part > len(starts) + 1:
        raise Http404
    moment, key = starts[part - 2]
    moment = parse_datetime(moment)
    return Q(published_at__gt=moment) | Q(published_at=moment, pk__gte=key)


def _story_entries(site, found):
    """Yield the entries of stories. A picture whose rights have run out is left out, from that very day."""
    base, cut = site.root_url, len(site.root_page.url_path) - 1
    picture_address, today = addresses_by_key(SHARE), clock.today()
    rows = found.with_changed_at().values_list(
        "url_path", "changed_at", "lead_image_id", "lead_image__rights_expire_on", "clips",
        "published_at", "title", "standfirst",
    )  # fmt: skip
    for path, changed, image, expires, clips, published, title, standfirst in rows.iterator(chunk_size=CHUNK):
        picture = ""
        if image and (expires is None or expires >= today):
            picture = f"{base}{picture_address(image)}"
            if expires == today:
                fresh_until(_end_of(today))
        videos = [
            Video(
                player=clip["player"],
                thumbnail=f"{base}{picture_address(clip['poster'])}" if clip["poster"] else picture,
                title=clip["title"] or title,
                description=clip["caption"] or standfirst or title,
                published=published,
            )
            for clip in clips
            if clip["poster"] or picture
        ]
        yield url(f"{base}{path[cut:]}", changed, image=picture, extra=videos)


def _end_of(day):
    """Return the midnight after a day on the newsroom's own calendar."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=timezone.get_default_timezone())


# --- Everything else -------------------------------------------------------------


@require_safe
def page_sitemap(request, part=None):
    """Return the pages that are neither stories nor topics, in two queries."""
    tag(cache_tags.SITEMAP_PAGES)
    site = site_of(request)
    types = [model for model in page_types() if model is not TopicPage]
    return _page_response(site, listed_pages(site, types), part)


@require_safe
def archive_sitemap(request):
    """Return the pages of the archive by month, in two queries; those by day are not for search engines."""
    tag(cache_tags.SITEMAPS)
    site = site_of(request)
    months = StoryMonth.objects.filter(site=site, stories__gt=0).order_by("month").values_list("month", flat=True)
    paths = [month_path(month) for month in months]
    return xml_response(urlset(url(f"{site.root_url}{path}") for path in [reverse("archive"), *paths] if paths))


@require_safe
def topic_sitemap(request, part=None):
    """Return the topics, in two queries."""
    tag(cache_tags.TOPICS)
    site = site_of(request)
    return _page_response(site, listed_pages(site, [TopicPage]), part)


@require_safe
def author_sitemap(request, part=None):
    """Return the profiles of authors, in two queries."""
    tag(cache_tags.AUTHORS)
    site = site_of(request, author_index_path=author_index_path())
    if not site.author_index_path:
        raise Http404
    base = f"{site.root_url}{site.author_index_path[len(site.root_page.url_path) - 1 :]}"
    slugs = listed_authors().order_by("pk").values_list("slug", flat=True)
    return xml_response(urlset(url(f"{base}{slug}/") for slug in _slice(slugs, part, FILE_LIMIT)))


def _slice(rows, part, limit):
    """Return the rows of one file."""
    first = (int(part or 1) - 1) * limit
    return rows[first : first + limit]


def _page_response(site, pages, part):
    rows = pages.order_by("path").values_list("url_path", "content_type", "last_published_at")
    base, cut = site.root_url, len(site.root_page.url_path) - 1
    speaks_for_itself = {
        ContentType.objects.get_for_model(model).pk for model in page_types() if not model.lists_stories
    }
    return xml_response(
        urlset(
            url(f"{base}{path[cut:]}", changed if kind in speaks_for_itself else None)
            for path, kind, changed in _slice(rows, part, FILE_LIMIT)
        )
    )


# --- News ------------------------------------------------------------------------


@require_safe
def news_sitemap(request, part=None):
    """Return the stories of the last two days for search engines for news, in two queries. It may be empty."""
    tag(cache_tags.SITEMAP_NEWS)
    site = site_of(request)
    name, language = Publication.for_request(request).name, news_language(get_language())
    base, cut = site.root_url, len(site.root_page.url_path) - 1
    rows = list(_slice(_recent(site).values_list("url_path", "title", "published_at"), part, NEWS_LIMIT))
    if rows:
        fresh_until(rows[-1][2] + timedelta(hours=NEWS_HOURS))
    elif part:
        raise Http404
    entries = [
        url(f"{base}{path[cut:]}", extra=[News(name, language, title, published)]) for path, title, published in rows
    ]
    return xml_response(urlset(entries, may_be_empty=True))


def _recent(site):
    since = clock.now() - timedelta(hours=NEWS_HOURS)
    return stories().for_news_search().filter(path__startswith=site.root_page.path, published_at__gt=since)


def news_language(code):
    """Return a language as Google News wants it: ISO 639, and for Chinese the two codes it knows."""
    language, _dash, script = code.lower().partition("-")
    if language != "zh":
        return language
    return "zh-tw" if script in {"hant", "tw", "hk"} else "zh-cn"
