"""Finding a page in the admin: by words of its headline or text, by its author, its slug, or its pasted address."""

from collections import Counter
from urllib.parse import unquote, urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, IntegerField, When
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.search import SearchArea
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.search.utils import parse_query_string

from news.models import Author
from news.models.authors import author_index_url
from portal.redirects import ADDITION

MOST_FOUND = 200
"""How many pages each way of looking may bring: who sees as many looks for something else next."""

LIVE = {"yes": True, "true": True, "no": False, "false": False}
"""What may stand behind ``live:`` among the words."""


def find(pages, words):
    """Return the keys of those of ``pages`` that fit: first by slug, then by headline, then by any word of theirs.

    ``words`` are what somebody typed; each must occur. Phrases stand in quotation marks. In each of these lists
    the last changed stands first: to rank all that fit costs the square of their number on SQLite.
    """
    if words.count('"') % 2:
        words = words.replace('"', " ")
    filters, query = parse_query_string(words, operator="and")
    live = LIVE.get(filters.get("live", "").lower())
    if live is not None:
        pages = pages.filter(live=live)
    slug = words.strip().strip("/")
    found = list(pages.filter(slug=slug).values_list("pk", flat=True)) if slug and " " not in slug else []
    pages = pages.only("pk").order_by("-latest_revision_created_at", "-id")
    for way in (pages.autocomplete, pages.search):
        found += [page.pk for page in way(query, order_by_relevance=False)[:MOST_FOUND]]
    return list(dict.fromkeys(found))


def in_order_of(keys, pages):
    """Return those of ``pages`` that have one of the keys, in the order of the keys."""
    if not keys:
        return pages.none()
    places = Case(*(When(pk=key, then=place) for place, key in enumerate(keys)), output_field=IntegerField())
    return pages.filter(pk__in=keys).order_by(places)


def is_address(words):
    """Tell whether what somebody typed is an address, or the path of one."""
    words = words.strip()
    return " " not in words and (words.startswith(("/", "http://", "https://")))


def screen_of(address, user):
    """Return the admin's screen for what stands, or once stood, at a public address; "" where the user may not know."""
    try:
        bits = urlsplit(address.strip())
    except ValueError:
        return ""
    bare = "/" + "/".join(part for part in unquote(bits.path).split("/") if part)
    paths = list(dict.fromkeys((bare, bare.lower(), ADDITION.sub("", bare) or "/")))
    # An older system may have named a page by its query alone, at the address of today's front.
    page = (_page_once_at([f"{bare}?{bits.query}"]) if bits.query else None) or _page_at(paths) or _page_once_at(paths)
    if page is None:
        return _author_screen(bare, user)
    if not PagePermissionPolicy().explorable_instances(user).filter(pk=page.pk).exists():
        return ""
    if page.permissions_for_user(user).can_edit():
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    return reverse("wagtailadmin_explore", args=[page.pk])


def _page_at(paths):
    """Return the page that stands at the first of the paths at which one does, published or not."""
    roots = [root.rstrip("/") for root in Site.objects.values_list("root_page__url_path", flat=True)]
    places = [f"{root}{path.rstrip('/')}/" for path in paths for root in roots]
    found = {page.url_path: page for page in Page.objects.filter(url_path__in=places)}
    return next((found[place] for place in places if place in found), None)


def _page_once_at(paths):
    """Return the page to which a redirect leads from the first of the paths that has one."""
    paths = [Redirect.normalise_path(path) for path in paths]
    found = Redirect.objects.filter(old_path__in=paths, redirect_page__isnull=False).select_related("redirect_page")
    return min(found, key=lambda row: paths.index(row.old_path)).redirect_page if found else None


def _author_screen(path, user):
    index = author_index_url()
    if not index or not path.startswith(index) or not user.has_perm("news.change_author"):
        return ""
    author = Author.objects.filter(slug=path.removeprefix(index).split("/")[0]).first()
    return reverse("authors:edit", args=[author.pk]) if author else ""


class FindView(SearchView):
    """The search of the admin. A pasted address leads straight to its page."""

    verbose_name_plural = gettext_lazy("pages")

    def get(self, request):
        """Go to the page of a pasted address, or list what fits."""
        words = request.GET.get("q", "")
        if not self.results_only and is_address(words):
            screen = screen_of(words, request.user)
            if screen:
                return redirect(screen)
            messages.warning(request, _("No page that you may see stands at this address."))
        return super().get(request)

    def get_queryset(self):
        """Return what fits, as far as the user may know of it."""
        words = self.search_query or ""
        if not words.strip():
            return super().get_queryset()
        known = PagePermissionPolicy().explorable_instances(self.request.user)
        keys = find(Page.objects.filter(pk__in=known.values("pk")), words)
        self.all_pages = in_order_of(keys, Page.objects.all())
        numbers = Counter(self.all_pages.values_list("content_type", flat=True))
        self.content_types = [(ContentType.objects.get_for_id(key), number) for key, number in numbers.items()]
        pages = self.all_pages
        if self.selected_content_type:
            pages = pages.filter(content_type=self.selected_content_type)
        if self.ordering:
            pages = pages.order_by(self.ordering)
        return self.annotate_queryset(pages)

    def get_context_data(self, **kwargs):
        """Have the template offer the types of pages, which it does for results that say that they know them."""
        context = super().get_context_data(**kwargs)
        context["object_list"].supports_facet = True
        return context


class FindViewSet(PageViewSet):
    """Wagtail's own screens of pages, but for the search."""

    model = Page
    search_view_class = FindView


class AuthorSearchArea(SearchArea):
    """The search for authors, beside the one for pages, for those who may edit them."""

    def is_shown(self, request):
        return request.user.has_perm("news.change_author")
