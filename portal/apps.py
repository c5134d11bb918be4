from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Guard what Wagtail has no setting for, record who gets which rights, and say who empties the outbox."""
        from portal.exports import guard_exports
        from portal.page_cache import cdn
        from portal.security.record import connect

        guard_exports()
        connect()
        cdn.register()
