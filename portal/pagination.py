"""Numbered pages over lists that may be very long."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import IntegerField, Subquery
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.page_cache.tags import heeds

MAX_PAGES = 50


class BoundedPaginator(Paginator):
    """A paginator that never counts further than it shows.

    Counting a section of 100,000 stories costs more than listing it, so the
    count stops at ``MAX_PAGES`` pages; older stories are reached by month.
    ``known_count`` spares the question where somebody has counted already.
    """

    def __init__(self, object_list, per_page, known_count=None):
        super().__init__(object_list, per_page)
        self.known_count = known_count

    @cached_property
    def count(self):
        """The number of entries, at most as many as stand on ``MAX_PAGES`` pages."""
        most = self.per_page * MAX_PAGES
        return self.object_list[:most].count() if self.known_count is None else min(self.known_count, most)


def requested_page(request):
    """Return the number that ``?page=`` asks for. Raises Http404 for anything that is not the number of a page."""
    heeds("page")
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 6 and int(number)):
        raise Http404(_("There is no such page of this list."))
    return int(number)


def paginate(request, queryset, per_page, known_count=None):
    """Return the page of ``queryset`` that ``?page=`` asks for.

    Raises Http404 for anything that is not the number of an existing page, so
    that no address answers with somebody else's content.
    """
    number = requested_page(request)
    try:
        return BoundedPaginator(queryset, per_page, known_count).page(number)
    except InvalidPage as error:
        raise Http404(_("There is no such page of this list.")) from error


class Length(Subquery):
    """The number of rows of a queryset, as an annotation."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def slice_with_length(queryset, rows, page, per_page):
    """Return one page of a list, each row with ``length_of_list``: that of the whole list, as far as it is shown.

    ``queryset`` says what the list holds, ``rows`` what a row shows; page 1 is the first.
    """
    return with_length(queryset, rows, per_page)[(page - 1) * per_page : page * per_page]


def with_length(queryset, rows, per_page):
    """Return ``rows``, each with ``length_of_list``: how many entries ``queryset`` has, as far as they are shown."""
    return rows.annotate(length_of_list=Length(queryset.order_by().values("pk")[: per_page * MAX_PAGES]))


def paginate_fetched(request, fetch, per_page):
    """Return the page that ``?page=`` asks for, in the one query that ``fetch(number)`` makes with `slice_with_length`.

    Raises Http404 as `paginate` does.
    """
    number = requested_page(request)
    rows = fetch(number) if number <= MAX_PAGES else []
    if not rows and number > 1:
        raise Http404(_("There is no such page of this list."))
    return Page(rows, number, BoundedPaginator(rows, per_page, rows[0].length_of_list if rows else 0))
