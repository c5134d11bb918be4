"""Which pages have a front, who may curate it, and what its bands are.

The front page belongs to a package that this one must not import, so whatever
page type has a field named ``front`` takes part.
"""

import uuid
from copy import deepcopy

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import get_page_models
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.fronts.blocks import FRONT_BLOCKS
from news.fronts.compose import standing_on
from news.fronts.plan import named_sources, plan_by_itself, plan_of
from news.fronts.sources import find_sources, top_sections
from news.models import SectionPage

CURATE = "news.curate_fronts"


def has_front(model):
    """Whether pages of this type have a front."""
    try:
        model._meta.get_field("front")
    except FieldDoesNotExist:
        return False
    return True


def front_models():
    """Return the page types that have a front, the front page before sections."""
    return sorted((model for model in get_page_models() if has_front(model)), key=lambda model: model is SectionPage)


def live_fronts():
    """Return the published pages that have a front, as the tree orders them."""
    return [page for model in front_models() for page in model.objects.live().order_by("path")]


def may_curate(user, page):
    """Whether the user may arrange this front: it is published, and they curate fronts or may publish the page."""
    return (
        page.live and has_front(type(page)) and (user.has_perm(CURATE) or page.permissions_for_user(user).can_publish())
    )


def may_curate_any(user):
    """Whether there may be a front that the user may arrange; asks for no page."""
    return user.is_active and (user.has_perm(CURATE) or PagePermissionPolicy().user_has_permission(user, "publish"))


def fronts_for(user):
    """Return the fronts that the user may arrange."""
    return [page for page in live_fronts() if may_curate(user, page)]


def section_of(page):
    """Return the key of the section whose front it is, from which its bands take their stories, or None."""
    return page.pk if isinstance(page, SectionPage) else None


def blocks_of(page):
    """Return the raw blocks of a page's front, each with an id.

    Where nobody has composed the front, they are what would stand there by
    itself: arranging it makes them the front's own.
    """
    blocks = [deepcopy(dict(block)) for block in page.front.raw_data] or _blocks_by_themselves(page)
    for position, block in enumerate(blocks):
        block["id"] = block.get("id") or str(uuid.uuid5(uuid.NAMESPACE_OID, f"{page.pk} {position} {block['type']}"))
    return blocks


def _blocks_by_themselves(page):
    if section_of(page):
        return [{"type": "lead_package", "value": {"picks": [], "source": None, "size": 3, "latest": 0, "fill": True}}]
    plans = plan_by_itself(top_sections(find_sources(())))
    return [{"type": plan.kind, "value": {"source": plan.source, "picks": []}} for plan in plans]


def front_value(blocks):
    """Return raw blocks as the value of a front field."""
    return FRONT_BLOCKS.to_python(blocks)


def standing_anywhere(besides):
    """Return the keys of the stories in the bands of all fronts but ``besides``, a page."""
    fronts = [page for page in live_fronts() if page.pk != besides.pk and (page.front or not section_of(page))]
    values = [(front_value(blocks_of(page)), section_of(page)) for page in fronts]
    named = {key for value, section in values for key in (section, *named_sources(plan_of(value, section))) if key}
    sources = find_sources(named) if values else {}
    return {key for value, section in values for key in standing_on(value, sources, section)}
