"""Reports of the picture desk: what says too little of itself, and what we may not show for much longer."""

from datetime import timedelta

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from portal import clock
from portal.models import PortalImage

NAME = "news_pictures"
SOON = timedelta(days=30)
MOST_USES_SHOWN = 5


def image_policy():
    """Return Wagtail's policy for pictures, which it registers only when all apps are ready."""
    return policy_registry.get_by_type(PortalImage)


def lacking(pictures):
    """Return the pictures without credit or description."""
    return pictures.filter(Q(credit__regex=r"^\s*$") | Q(description__regex=r"^\s*$"))


def ending(pictures):
    """Return the pictures that nobody has cleared, and those whose rights have ended or end within 30 days."""
    last_day = clock.today() + SOON
    return pictures.filter(Q(rights=PortalImage.Rights.UNKNOWN) | Q(rights_expire_on__lte=last_day))


def uses(pictures, pages):
    """Return on which of ``pages`` each of the pictures is used, as a dict of key to pages. Two queries for all."""
    to_image = ContentType.objects.get_for_model(PortalImage)
    of_pages = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.objects.filter(
        base_content_type=of_pages, to_content_type=to_image, to_object_id__in=[str(image.pk) for image in pictures]
    )
    pairs = set(rows.values_list("to_object_id", "object_id"))
    pages = pages.in_bulk({int(page) for _image, page in pairs})
    found = {}
    for image, page in sorted(pairs, key=lambda pair: int(pair[1])):
        if int(page) in pages:
            found.setdefault(int(image), []).append(pages[int(page)])
    return found


class UsesColumn(Column):
    """The pages on which a picture stands, the first few with links to their editors."""

    def get_value(self, instance):
        shown = instance.used_on[:MOST_USES_SHOWN]
        links = format_html_join(
            ", ",
            '<a href="{}">{}</a>',
            ((reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title()) for page in shown),
        )
        more = len(instance.used_on) - len(shown)
        return format_html("{} +{}", links, more) if more else links or "–"


class PictureReport(ReportView):
    """Pictures that somebody should look at, with the pages that show them."""

    model = PortalImage
    permission_required = "change"
    header_icon = "image"
    is_searchable = False
    picture_column = TitleColumn(
        "title", label=_("Picture"), get_url=lambda image: reverse("wagtailimages:edit", args=[image.pk])
    )
    uses_column = UsesColumn("used_on", label=_("Used on"))

    @property
    def permission_policy(self):
        """Who may change which picture; whoever may only upload some, their own."""
        return image_policy()

    def get_base_queryset(self):
        """Return those of the pictures that the user may change."""
        return self.wanted(image_policy().instances_user_has_permission_for(self.request.user, "change"))

    def decorate_paginated_queryset(self, object_list):
        """Add where each picture is used, as far as the user may open it."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        found = uses(object_list, pages)
        for image in object_list:
            image.used_on = found.get(image.pk, [])
        return object_list


class LackingReport(PictureReport):
    """Pictures without credit or description."""

    page_title = _("Pictures without credit or description")
    index_url_name = f"{NAME}:lacking"
    index_results_url_name = f"{NAME}:lacking_results"
    default_ordering = "-created_at"
    export_filename = "pictures-without-credit"
    list_export = ["title", "credit", "description", "created_at"]
    columns = [
        PictureReport.picture_column,
        Column("credit", label=_("Credit"), accessor=lambda image: image.credit.strip() or _("missing")),
        Column("description", label=_("Description"), accessor=lambda image: image.description.strip() or _("missing")),
        PictureReport.uses_column,
    ]
    wanted = staticmethod(lacking)


STATES = {
    "ended": _("Rights ended"),
    "ending": _("Rights end within 30 days"),
    "unknown": _("Not cleared"),
}


def state_of(image):
    """Return in which of the STATES the rights to a picture are."""
    if image.rights_expire_on and image.rights_expire_on < clock.today():
        return "ended"
    return "unknown" if image.rights == PortalImage.Rights.UNKNOWN else "ending"


class RightsFilters(WagtailFilterSet):
    """By what is wrong with the rights."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=list(STATES.items()), method="filter_state", empty_label=_("All")
    )

    class Meta:
        model = PortalImage
        fields = ["state"]

    def filter_state(self, queryset, name, value):
        """Keep the pictures in that state."""
        today = clock.today()
        return {
            "ended": queryset.filter(rights_expire_on__lt=today),
            "ending": queryset.filter(rights_expire_on__gte=today),
            "unknown": queryset.filter(rights=PortalImage.Rights.UNKNOWN),
        }[value]


class RightsReport(PictureReport):
    """Pictures whose rights have ended, end soon, or were never cleared."""

    page_title = _("Rights of pictures")
    index_url_name = f"{NAME}:rights"
    index_results_url_name = f"{NAME}:rights_results"
    filterset_class = RightsFilters
    default_ordering = "rights_expire_on"
    export_filename = "rights-of-pictures"
    list_export = ["title", "credit", "rights", "rights_expire_on"]
    columns = [
        PictureReport.picture_column,
        Column("state", label=_("State"), accessor=lambda image: STATES[state_of(image)]),
        Column("rights", label=_("Rights"), accessor=lambda image: image.get_rights_display()),
        Column("rights_expire_on", label=_("Last day"), sort_key="rights_expire_on"),
        Column("credit", label=_("Credit")),
        PictureReport.uses_column,
    ]
    wanted = staticmethod(ending)


class PictureMenuItem(MenuItem):
    """Shown to those who may change pictures."""

    def is_shown(self, request):
        return image_policy().user_has_permission(request.user, "change")


lacking_url = lazy(lambda: reverse(f"{NAME}:lacking"), str)
rights_url = lazy(lambda: reverse(f"{NAME}:rights"), str)

urlpatterns = [
    path("pictures/", LackingReport.as_view(), name="lacking"),
    path("pictures/results/", LackingReport.as_view(results_only=True), name="lacking_results"),
    path("picture-rights/", RightsReport.as_view(), name="rights"),
    path("picture-rights/results/", RightsReport.as_view(results_only=True), name="rights_results"),
]
