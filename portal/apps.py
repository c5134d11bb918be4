from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Set up what has to stand before the first request.

        What a key is in an address, a guard where Wagtail has no setting, the
        record of who gets which rights, and who empties the outbox.
        """
        from django.urls import register_converter

        from portal.converters import KeyConverter
        from portal.exports import guard_exports
        from portal.page_cache import cdn
        from portal.security.record import connect

        register_converter(KeyConverter, "key")
        guard_exports()
        connect()
        cdn.register()
