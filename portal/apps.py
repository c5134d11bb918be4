from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Guard what Wagtail offers no setting for."""
        from portal.exports import guard_exports

        guard_exports()
