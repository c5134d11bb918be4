"""Who may do what: the groups of a newsroom and their permissions.

Rights on pages stand on section roots only: Wagtail walks every page
permission on each screen, so a handful of rows keeps the explorer fast.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

WRITE = ("add_page", "change_page")
PUBLISH = (*WRITE, "publish_page", "lock_page", "unlock_page")
# Whoever may change pictures and files may delete them, says Wagtail; who may only add them keeps their own.
OWN_MEDIA = ("add_image", "choose_image", "add_document", "choose_document")
MEDIA = (*OWN_MEDIA, "change_image", "change_document")
REPORTS = ("view_errorreport", "change_errorreport")
UPDATES = ("add_liveupdate",)
BREAKING = ("add_breakingnews", "change_breakingnews", "delete_breakingnews")
DESK = ("add_author", "change_author", "publish_author", "add_correction", *REPORTS, *UPDATES, *BREAKING)


@dataclass(frozen=True)
class Role:
    """One group. ``pages`` are rights on the pages named at set-up; ``models`` are model permissions by codename."""

    name: str
    pages: tuple = ()
    collections: tuple = ()
    models: tuple = ()


ROLES = {
    "reporter": Role("Reporters", WRITE, OWN_MEDIA, UPDATES),
    "section editor": Role("Section editors", PUBLISH, MEDIA, DESK),
    "health editor": Role("Health editors", PUBLISH, MEDIA, DESK),
    "publisher": Role("Publishers", PUBLISH, MEDIA, (*DESK, "override_standards")),
    "homepage editor": Role("Homepage editors", collections=("choose_image",), models=("curate_fronts",)),
    "medical reviewer": Role("Medical reviewers", ("change_page",), ("choose_image",)),
    "picture desk": Role("Picture desk", ("change_page",), MEDIA),
}


def set_up_role(key, pages):
    """Create the group of a role, or bring it up to date, with its page rights on ``pages``.

    Safe to run again; rights that an administrator added by hand stay.
    Returns the group.
    """
    role = ROLES[key]
    group, _created = Group.objects.get_or_create(name=role.name)
    admin_access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    model_rights = Permission.objects.filter(content_type__app_label="news", codename__in=role.models)
    group.permissions.add(admin_access, *model_rights)
    page_rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=role.pages)
    for page in pages:
        for permission in page_rights:
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        # Wagtail asks for rights on its own image and document models, whichever model stands in for them.
        content_type__app_label__in=("wagtailimages", "wagtaildocs"),
        codename__in=role.collections,
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    return group
