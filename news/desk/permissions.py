"""Who may read the desk's reports."""

from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy


class _PagePeoplePolicy(ModelPermissionPolicy):
    """Lets everybody read a report who may do something with pages; nobody changes what it lists."""

    needed = ""

    def user_has_permission(self, user, action):
        return action == "view" and user.is_active and PagePermissionPolicy().user_has_permission(user, self.needed)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class PublishersReadPolicy(_PagePeoplePolicy):
    """For those who may publish."""

    needed = "publish"


class EditorsReadPolicy(_PagePeoplePolicy):
    """For those who may edit."""

    needed = "change"


class AdministratorsPolicy(ModelPermissionPolicy):
    """For administrators alone."""

    def user_has_permission(self, user, action):
        return user.is_active and user.is_superuser

    def user_has_any_permission(self, user, actions):
        return self.user_has_permission(user, None)
