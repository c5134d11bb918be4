"""Addresses of former times: kept when a page or an author gets another, if anybody could have known the old one."""

from copy import copy

from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, Site

from news.models import Author, AuthorIndexPage
from portal.visibility import open_to_all


def page_renamed(instance, instance_before, **kwargs):
    """A page has another slug, and with it all below it another address."""
    _keep(instance, instance_before, instance.get_parent())


def page_moved_away(instance, url_path_before, url_path_after, parent_page_before, **kwargs):
    """A page stands below another one; a new place among its neighbours changes no address."""
    if url_path_before == url_path_after:
        return
    page = instance.specific
    before = copy(page)
    before.url_path = url_path_before
    _keep(page, before, parent_page_before)


def _keep(page, before, parent_before):
    if not _was_public(before, parent_before):
        return
    roots = {site: site.root_page.url_path for site in Site.objects.select_related("root_page")}
    sites = [
        site
        for site, root in roots.items()
        if site.root_page_id != page.pk and page.url_path.startswith(root) and before.url_path.startswith(root)
    ]
    create_redirects(page=page, page_old=before, sites=sites)


def _was_public(page, parent):
    """Whether everybody could open the page, now or before it was unpublished; a draft's address nobody knows."""
    if not (page.live or page.last_published_at) or page.view_restrictions.exists():
        return False
    return Page.objects.filter(open_to_all(), pk=parent.pk).exists()


def author_renamed(instance, **kwargs):
    """An author's profile has another address; earlier ones lead to the newest at once."""
    old = Author.objects.public().filter(pk=instance.pk).values_list("slug", flat=True).first()
    index = AuthorIndexPage.objects.live().first()
    if not old or old == instance.slug or index is None:
        return
    old_route, route = (Redirect.normalise_page_route_path(f"/{slug}/") for slug in (old, instance.slug))
    Redirect.objects.filter(redirect_page=index, redirect_page_route_path=old_route).update(
        redirect_page_route_path=route
    )
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(f"{index.url}{old}/"),
        site=None,
        defaults={
            "redirect_page": index,
            "redirect_page_route_path": route,
            "is_permanent": True,
            "automatically_created": True,
        },
    )
