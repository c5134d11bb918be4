"""The newsroom's own screens in the admin menu."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from news.models import Author, BreakingNews, Correction, ErrorReport


class AuthorViewSet(SnippetViewSet):
    """Authors, with search over name and expertise."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    menu_name = "authors"
    menu_order = 210
    add_to_admin_menu = True
    url_namespace = "authors"
    list_display = [
        "name",
        "job_title",
        BooleanColumn("is_reviewer", label=_("Medical reviewer"), sort_key="is_reviewer"),
        BooleanColumn("former", label=_("Former"), sort_key="former"),
        BooleanColumn("live", label=_("Live"), sort_key="live"),
    ]
    list_filter = ["is_reviewer", "former", "live"]
    ordering = ["name"]
    copy_view_enabled = False


class AppendOnlyPolicy(ModelPermissionPolicy):
    """Lets people add, and nobody change or delete: a correction is amended by another one."""

    def user_has_permission(self, user, action):
        return action not in {"change", "delete"} and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class CorrectionForm(WagtailAdminModelForm):
    """Takes corrections of stories that are one's own to edit: readers see them at once, and nobody takes them back."""

    def clean_article(self):
        """Refuse the story of another desk."""
        article = self.cleaned_data["article"]
        if not article.permissions_for_user(self.for_user).can_edit():
            raise ValidationError(_("You may not edit this story. Ask its own desk to correct it."))
        return article

    def clean(self):
        """Refuse to amend what was said of another story: its readers would never see it."""
        data = super().clean()
        article, amended = data.get("article"), data.get("amends")
        if article and amended and amended.article_id != article.pk:
            self.add_error("amends", _("This is a correction of another story."))
        return data


class AddCorrection(CreateView):
    """Writes a correction down under the name of who approved it."""

    def save_instance(self):
        """Add who is signed in."""
        self.form.instance.approved_by = self.request.user
        return super().save_instance()


class CorrectionViewSet(SnippetViewSet):
    """Public corrections: written once, listed for ever."""

    model = Correction
    add_view_class = AddCorrection
    edit_handler = ObjectList(Correction.panels, base_form_class=CorrectionForm)
    icon = "warning"
    menu_label = _("Corrections")
    menu_name = "corrections"
    menu_order = 230
    add_to_admin_menu = True
    url_namespace = "corrections"
    list_display = [
        "article",
        "kind",
        "was_wrong",
        BooleanColumn("severe", label=_("Severe"), sort_key="severe"),
        "published_at",
    ]
    list_filter = ["kind", "severe"]
    ordering = ["-published_at", "-id"]
    copy_view_enabled = False
    inspect_view_enabled = True


class BreakingNewsViewSet(SnippetViewSet):
    """The line above every page, with its end in sight."""

    model = BreakingNews
    icon = "warning"
    menu_label = _("Breaking news")
    menu_name = "breaking-news"
    menu_order = 205
    add_to_admin_menu = True
    url_namespace = "breaking_news"
    list_display = ["text", "severity", "starts_at", "ends_at"]
    list_filter = ["severity"]
    copy_view_enabled = False


class ErrorReportPolicy(ModelPermissionPolicy):
    """Lets the desk work reports off. Readers write them, and nobody deletes one."""

    def user_has_permission(self, user, action):
        return action not in {"add", "delete"} and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class ErrorReportViewSet(SnippetViewSet):
    """What readers say is wrong: the desk's queue, newest first."""

    model = ErrorReport
    icon = "mail"
    menu_label = _("Error reports")
    menu_name = "error-reports"
    menu_order = 235
    add_to_admin_menu = True
    url_namespace = "error_reports"
    list_display = ["message", "article", "state", "created_at"]
    list_filter = ["state"]
    ordering = ["-created_at", "-id"]
    copy_view_enabled = False
    edit_template_name = "news/desk/error_report.html"
