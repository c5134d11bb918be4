from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The front page and the pages that are no stories."""

    name = "home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Keep the publication's list of policies true."""
        from home import policies

        policies.connect()
