from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Set up what has to stand before the first request.

        What a key is in an address and in a comparison, a guard where Wagtail has
        no setting, the record of who gets which rights, and who empties the outbox.
        """
        from django.urls import register_converter

        from portal.converters import KeyConverter
        from portal.exports import guard_exports
        from portal.huge_keys import find_nothing_for_huge_keys
        from portal.page_cache import cdn
        from portal.security.record import connect

        register_converter(KeyConverter, "key")
        find_nothing_for_huge_keys()
        guard_exports()
        connect()
        cdn.register()
