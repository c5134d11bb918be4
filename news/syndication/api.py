"""The read API: Wagtail's own, version 2, for whoever builds on the stories. Off unless READ_API turns it on."""

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.filters import SearchFilter
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet

from portal.visibility import open_to_all

LONGEST_NUMBER = 9
"""Digits of a number in a query: databases know no larger ones."""


class PublicPages(PagesAPIViewSet):
    """Pages that everybody may open, and nothing else; nobody signs in here, and nothing can be written.

    Its search is left out: `/search/` is the one that knows words, and stands hostile ones.
    """

    renderer_classes = [JSONRenderer]
    authentication_classes = []
    permission_classes = []
    http_method_names = ["get", "head", "options"]
    filter_backends = [backend for backend in PagesAPIViewSet.filter_backends if backend is not SearchFilter]
    known_query_parameters = PagesAPIViewSet.known_query_parameters - {"search", "search_operator"}

    def get_base_queryset(self):
        """Return the open pages of the site: below one that is not published nothing is public."""
        return super().get_base_queryset().filter(open_to_all())

    def check_query_parameters(self, queryset):
        """Refuse what no database can look for. Raises BadRequestError, which answers 400."""
        for values in self.request.GET.lists():
            for value in values[1]:
                if "\0" in value or (value.isdecimal() and len(value) > LONGEST_NUMBER):
                    raise BadRequestError("a value is out of range")
        super().check_query_parameters(queryset)


router = WagtailAPIRouter("read_api")
router.register_endpoint("pages", PublicPages)
