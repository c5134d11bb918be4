"""The newsroom's own screens in the admin menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from news.models import Author


class AuthorViewSet(SnippetViewSet):
    """Authors, with search over name and expertise."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    menu_name = "authors"
    menu_order = 210
    add_to_admin_menu = True
    url_namespace = "authors"
    list_display = ["name", "job_title", "is_reviewer", "former", "live"]
    list_filter = ["is_reviewer", "former", "live"]
    ordering = ["name"]
    copy_view_enabled = False
