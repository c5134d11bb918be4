"""The archive: every public story by month and by day, so that none is out of reach however old it is."""

from datetime import UTC, datetime, timedelta
from functools import partial
from urllib.parse import urljoin

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from news import cache_tags
from news.models.story_months import StoryMonth
from news.months import span_of
from news.querysets import stories
from portal.head import build_head
from portal.page_cache.tags import tag
from portal.pagination import paginate
from portal.routing import find_route, find_site, serve
from portal.site_settings import Publication
from portal.structured_data import item_list, page_nodes, site_address

STORIES_PER_PAGE = 50


@require_safe
def archive(request):
    """List the months in which stories were published."""
    months = known_months(request).order_by("-month")
    tag(cache_tags.STORIES)
    links = [(month.month[:4], month_name(month.month), month_path(month.month)) for month in months]
    addresses = [path for _year, _name, path in links]
    context = describe(
        request, _("Archive"), reverse("archive"), _("Every story of %(name)s, month by month."), addresses
    )
    return render(request, "news/archive/index.html", {**context, "months": links})


@require_safe
def archive_of_month(request, year, month):
    """List the stories of a month, newest first, fifty a page, with its days."""
    name = f"{year}-{month}"
    start, end = span_or_404(name)
    found = stories_between(request, start, end)
    page = paginate(request, found.for_small_cards(), STORIES_PER_PAGE)
    if not page.paginator.count:
        raise Http404(_("We published nothing in that month."))
    tag(cache_tags.in_month(name))
    days = sorted({moment.astimezone(UTC).day for moment in found.values_list("published_at", flat=True)})
    title = month_name(name)
    words = _("Everything that %(name)s published in %(time)s.")
    context = describe(request, title, month_path(name), words, addresses_of(request, page), number=page.number)
    context["days"] = [(day, f"{month_path(name)}{day:02}/") for day in days]
    context["neighbours"] = [(month_name(near.month), month_path(near.month)) for near in neighbours(request, name)]
    return render(request, "news/archive/stories.html", {**context, "stories": page})


@require_safe
def archive_of_day(request, year, month, day):
    """List the stories of a day. Search engines have them by month already."""
    name = f"{year}-{month}"
    span_or_404(name)
    start = day_or_404(year, month, day)
    found = stories_between(request, start, start + timedelta(days=1))
    page = paginate(request, found.for_small_cards(), STORIES_PER_PAGE)
    if not page.paginator.count:
        raise Http404(_("We published nothing on that day."))
    tag(cache_tags.in_month(name))
    title = date_format(start, "DATE_FORMAT")
    words = _("Everything that %(name)s published on %(time)s.")
    path = f"{month_path(name)}{day}/"
    context = describe(
        request, title, path, words, addresses_of(request, page), number=page.number, month=name, noindex=True
    )
    return render(request, "news/archive/stories.html", {**context, "stories": page})


@require_safe
def archive_of_old_system(request, year, month="", day=""):
    """Lead from where other systems keep the stories of a year, a month or a day (``/2012/12/``) to where they are.

    Other systems count days by the clock of the newsroom, this archive by UTC: of
    a day without stories here, the month is shown. A page at ``/2012/`` is itself.
    """
    months = known_months(request)
    if not month:
        if find_route(request, f"/{year}/"):
            return serve(request, f"{year}/")
        if months.filter(month__startswith=f"{year}-").exists():
            return HttpResponsePermanentRedirect(f"{reverse('archive')}#year-{year}")
        raise Http404(_("We published nothing in that year."))
    if not months.filter(month=f"{year}-{month}").exists():
        raise Http404(_("We published nothing in that month."))
    path = month_path(f"{year}-{month}")
    if day:
        start = day_or_404(year, month, day)
        path += f"{day}/" if stories_between(request, start, start + timedelta(days=1)).exists() else ""
    return HttpResponsePermanentRedirect(path)


# --- What they are made from ------------------------------------------------------


def known_months(request):
    """Return the months in which the site has stories."""
    return StoryMonth.objects.filter(site=find_site(request), stories__gt=0)


def neighbours(request, name):
    """Return the months with stories on either side of this one, as far as there are any."""
    months = known_months(request)
    before = months.filter(month__lt=name).order_by("-month").first()
    after = months.filter(month__gt=name).order_by("month").first()
    return [month for month in (before, after) if month]


def span_or_404(name):
    """Return the first moment of a month and of the next one. Raises Http404 for what names no month."""
    try:
        return span_of(name)
    except ValueError as error:
        raise Http404(_("There is no such month.")) from error


def day_or_404(year, month, day):
    """Return the first moment of a day. Raises Http404 for what names none."""
    try:
        return datetime(int(year), int(month), int(day), tzinfo=UTC)
    except ValueError as error:
        raise Http404(_("There is no such day.")) from error


def stories_between(request, start, end):
    """Return the public stories of the site from one moment up to another, newest first."""
    root = find_site(request).root_page
    return stories().published().filter(path__startswith=root.path, published_at__gte=start, published_at__lt=end)


def month_name(name):
    """Return a month as people say it, such as “November 2026”."""
    return date_format(span_of(name)[0], "YEAR_MONTH_FORMAT")


def month_path(name):
    """Return the address of a month on this site."""
    year, month = name.split("-")
    return reverse("archive_of_month", kwargs={"year": year, "month": month})


def addresses_of(request, page):
    """Return the paths of the stories on a page of the list."""
    return [story.get_url(request) or "" for story in page]


def describe(request, title, path, words, addresses, *, number=1, month="", noindex=False):
    """Return what stands in the head of a page of the archive, and above its list."""
    base = site_address(request)
    publication = Publication.for_request(request)
    crumbs = [(_("Home"), "/")]
    crumbs += [(_("Archive"), reverse("archive"))] if path != reverse("archive") else []
    crumbs += [(month_name(month), month_path(month))] if month else []
    head = build_head(
        title,
        f"{base}{path}",
        search_title=_("Stories of %(time)s") % {"time": title} if len(crumbs) > 1 else "",
        descriptions=(words % {"name": publication.name, "time": title},),
        number=number,
        noindex=noindex,
    )
    listed = item_list([urljoin(f"{base}/", address) for address in addresses])
    described = partial(page_nodes, schema_type="CollectionPage", current=title, mainEntity=listed)
    return {"title": title, "head": head, "crumbs": crumbs, "describe": described}
