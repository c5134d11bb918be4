"""The site that is asked for, with what belongs to no page and so comes along with its row."""

from django.db.models import OuterRef, Subquery
from wagtail.models import Site

from news.models import AuthorIndexPage
from portal.routing import find_site
from portal.visibility import open_to_all


def author_index_path():
    """Return where the site keeps its authors, as an annotation of sites: a path in the tree, or None."""
    open_ones = AuthorIndexPage.objects.live().filter(open_to_all(), path__startswith=OuterRef("root_page__path"))
    # In the order of its own table: by path the database would pass every story on its way.
    return Subquery(open_ones.order_by("page_ptr_id").values("url_path")[:1])


def site_with(request, **along):
    """Return the site of a request with annotations, or None; also where somebody has found it before without them."""
    site = find_site(request, **along)
    if site is not None and not all(name in vars(site) for name in along):
        found = Site.objects.annotate(**along).get(pk=site.pk)
        vars(site).update({name: getattr(found, name) for name in along})
    return site
