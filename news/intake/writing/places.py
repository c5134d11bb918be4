"""Where an import lands: the pages that its options name."""

from django.utils.translation import gettext as _
from wagtail.models import Site

from news.intake.writing.options import Unusable
from news.models import SectionPage


def find_root(named):
    """Return the page below which sections land: the front page unless a section is named. Raises `Unusable`."""
    if named:
        return find_section(named)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise Unusable(_("There is no site yet: run the portal once before you import."))
    return site.root_page.specific


def find_section(named):
    """Return the section of that key or slug, None for no name. Raises `Unusable` where there is none, or two."""
    if not named:
        return None
    found = SectionPage.objects.filter(slug=named)
    if named.isdecimal() and not found:
        found = SectionPage.objects.filter(pk=named)
    if len(found) != 1:
        raise Unusable(_("There is no one section called “%(name)s”. Name it by its slug or key.") % {"name": named})
    return found[0]


def site_of(page):
    """Return the site to which a page belongs."""
    steps = range(page.steplen, len(page.path) + 1, page.steplen)
    sites = Site.objects.filter(root_page__path__in=[page.path[:length] for length in steps])
    return sites.select_related("root_page").order_by("-root_page__path", "-is_default_site").first()
