from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Guard what Wagtail offers no setting for, and begin to record who is given which rights."""
        from portal.exports import guard_exports
        from portal.security.record import connect

        guard_exports()
        connect()
