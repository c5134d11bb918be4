"""Where the newsroom plugs into Wagtail."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.permissions import register_permission_policy
from wagtail.signals import init_new_page
from wagtail.snippets.models import register_snippet

from news.desk import (
    calendar,
    dead_links,
    finding,
    handover,
    import_views,
    medical_due,
    medical_views,
    new_story,
    next_steps,
    picture_reports,
    preview_links,
    refusals,
    retiring,
    schedule,
    standards_views,
    topic_merging,
)
from news.desk.dashboard import (
    AtWorkPanel,
    DraftsPanel,
    ErrorReportsPanel,
    HealthDuePanel,
    NewStoryPanel,
    ProblemsPanel,
    UpcomingPanel,
    WaitingPanel,
)
from news.desk.fronts import views as fronts
from news.desk.live_composer import doors as live_doors
from news.desk.live_composer import record as live_record
from news.desk.live_composer import views as live_views
from news.desk.live_composer.rights import update_permissions
from news.desk.story_list import story_list
from news.desk.viewsets import (
    AppendOnlyPolicy,
    AuthorViewSet,
    BreakingNewsViewSet,
    CorrectionViewSet,
    ErrorReportPolicy,
    ErrorReportViewSet,
)
from news.models import ArticlePage, Correction, ErrorReport
from news.standards import gate

register_permission_policy(Correction, AppendOnlyPolicy(Correction))
register_permission_policy(ErrorReport, ErrorReportPolicy(ErrorReport))

for viewset in (BreakingNewsViewSet, AuthorViewSet, CorrectionViewSet, ErrorReportViewSet):
    register_snippet(viewset)

# --- Schedules ----------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_schedule():
    """Give each page the screen on which it gets its time."""
    return [path("news/schedule/<key:page_id>/", schedule.ScheduleView.as_view(), name=schedule.URL_NAME)]


@hooks.register("register_page_action_menu_item")
def register_schedule_button():
    """Put "Schedule…" into the foot of the editor."""
    return schedule.ScheduleMenuItem(order=35)


hooks.register("after_create_page", schedule.lead_on)
hooks.register("after_edit_page", schedule.lead_on)


# --- Calendar -----------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_calendar():
    """Add the calendar of what goes out."""
    return calendar.urlpatterns


@hooks.register("register_admin_menu_item")
def calendar_menu_item():
    """Offer the calendar to those who may edit."""
    return calendar.CalendarMenuItem(
        _("Calendar"), calendar.calendar_url(), name="calendar", icon_name="calendar-alt", order=202
    )


# --- Previews for people without an account -----------------------------------


@hooks.register("register_admin_urls")
def register_preview_links():
    """Give each page the screen on which its preview is shared."""
    return [path("news/preview/<key:page_id>/", preview_links.PreviewLinksView.as_view(), name=preview_links.URL_NAME)]


hooks.register("register_page_header_buttons", preview_links.header_button)


# --- What is next -------------------------------------------------------------

# Before the hooks that lead elsewhere, after which no other one is asked.
hooks.register("after_create_page", next_steps.tell_next_step, order=-5)
hooks.register("after_edit_page", next_steps.tell_next_step, order=-5)
hooks.register("before_edit_page", next_steps.tell_reason)


# --- Who has a story ----------------------------------------------------------


@hooks.register("register_admin_urls")
def register_handover():
    """Give each story the screen on which it changes hands."""
    return [path("news/handover/<key:page_id>/", handover.HandoverView.as_view(), name=handover.URL_NAME)]


hooks.register("register_page_header_buttons", handover.header_button)
hooks.register("register_log_actions", handover.register_log_actions)


# --- Out of the world ---------------------------------------------------------


@hooks.register("register_admin_urls")
def register_retiring():
    """Give each story the screen on which it is retired."""
    return [path("news/retire/<key:page_id>/", retiring.RetireView.as_view(), name=retiring.URL_NAME)]


hooks.register("register_page_header_buttons", retiring.header_button)
hooks.register("register_log_actions", retiring.register_log_actions)


# --- Topics --------------------------------------------------------------------

hooks.register("register_bulk_action", topic_merging.MergeTopicsAction)
hooks.register("register_page_header_buttons", topic_merging.header_button)
hooks.register("register_log_actions", topic_merging.register_log_actions)


# --- Dashboard ----------------------------------------------------------------


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    """Show an editor where to begin, what waits for them, what goes out by itself and what is wrong."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") != WaitingPanel.replaces]
    panels += [NewStoryPanel(), DraftsPanel(), WaitingPanel(), UpcomingPanel(), HealthDuePanel(), ProblemsPanel()]
    panels += [ErrorReportsPanel(), AtWorkPanel()]


# --- Stories ------------------------------------------------------------------

init_new_page.connect(new_story.fill_in, dispatch_uid="news-new-story")
hooks.register("construct_page_action_menu", new_story.publish_first)


@hooks.register("register_admin_viewset")
def register_story_list():
    """Offer all stories in one list."""
    return story_list


@hooks.register("register_admin_viewset")
def register_search():
    """Find pages by more than their headlines."""
    return finding.FindViewSet()


@hooks.register("register_admin_search_area")
def register_author_search():
    """Offer to look for the same words among the authors."""
    return finding.AuthorSearchArea(
        gettext_lazy("Authors"), reverse("authors:list"), name="authors", icon_name="user", order=150
    )


# --- Fronts -------------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_fronts():
    """Give each front the screen on which it is arranged."""
    return [path("fronts/", include((fronts.urlpatterns, fronts.NAME), namespace=fronts.NAME))]


@hooks.register("register_permissions")
def register_front_permission():
    """Let administrators give the right to arrange fronts to groups of their own."""
    return Permission.objects.filter(content_type__app_label="news", codename="curate_fronts")


@hooks.register("register_admin_menu_item")
def fronts_menu_item():
    """Lead to the fronts from everywhere, beside the pages."""
    url = reverse(f"{fronts.NAME}:choose")
    return fronts.FrontsMenuItem(_("Fronts"), url, name="fronts", icon_name="pick", order=150)


hooks.register("register_page_header_buttons", fronts.front_button)
hooks.register("register_page_listing_more_buttons", fronts.front_button)


# --- Standards ----------------------------------------------------------------

hooks.register("before_bulk_action", refusals.refuse_bulk_publishing)


@hooks.register("register_log_actions")
def register_standards_in_history(actions):
    """Teach a story's history what the publish gate does."""

    @actions.register_action(gate.OVERRIDDEN)
    class Overridden(LogFormatter):
        label = gettext_lazy("Override the standards")

        def format_message(self, log_entry):
            return _("Published against the standards (%(codes)s)") % {"codes": ", ".join(log_entry.data["codes"])}

        def format_comment(self, log_entry):
            return log_entry.data["reason"]


@hooks.register("register_admin_urls")
def register_desk_addresses():
    """Add the desk's own screens to the admin."""
    return [
        path("standards/", include((standards_views.urlpatterns, "news_standards"), namespace="news_standards")),
        path("imports/", include((import_views.urlpatterns, import_views.NAME), namespace=import_views.NAME)),
        path(
            "medical-review/",
            include(
                ([*medical_views.urlpatterns, *medical_due.urlpatterns], medical_views.NAME),
                namespace=medical_views.NAME,
            ),
        ),
    ]


@hooks.register("insert_editor_js")
def editor_script():
    """Make findings lead to their fields, and look again after each save."""
    return format_html('<script src="{}" defer></script>', static("news/admin/standards.js"))


@hooks.register("insert_global_admin_css")
def desk_stylesheet():
    """Dress the desk's own parts of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("news/admin/desk.css"))


@hooks.register("register_reports_menu_item")
def overrides_menu_item():
    """Offer the report of overrides to those who may publish."""
    return standards_views.PublishersMenuItem(
        _("Overrides of the standards"), standards_views.overrides_url(), icon_name="warning", order=800
    )


@hooks.register("register_reports_menu_item")
def third_party_menu_item():
    """Offer the report of what comes from elsewhere to those who may publish."""
    return standards_views.PublishersMenuItem(
        _("Stories from elsewhere"), standards_views.third_party_url(), icon_name="globe", order=805
    )


# --- Moving in -------------------------------------------------------------------


@hooks.register("register_reports_menu_item")
def imports_menu_item():
    """Offer the imports and their reports to administrators."""
    return import_views.ImportsMenuItem(_("Imports"), import_views.runs_url(), icon_name="download", order=820)


# --- Links ----------------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_dead_links():
    """Add the report of dead links."""
    return [path("reports/dead-links/", include((dead_links.urlpatterns, dead_links.NAME), namespace=dead_links.NAME))]


@hooks.register("register_reports_menu_item")
def dead_links_menu_item():
    """Offer the report of dead links to those who may edit."""
    return dead_links.DeadLinksMenuItem(_("Dead links"), dead_links.report_url(), icon_name="link", order=815)


# --- Pictures -------------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_picture_reports():
    """Add the reports of the picture desk."""
    return [path("reports/", include((picture_reports.urlpatterns, picture_reports.NAME), picture_reports.NAME))]


@hooks.register("register_reports_menu_item")
def lacking_pictures_menu_item():
    """Offer the report of pictures that say too little of themselves to those who may change pictures."""
    return picture_reports.PictureMenuItem(
        _("Pictures without credit or description"), picture_reports.lacking_url(), icon_name="image", order=820
    )


@hooks.register("register_reports_menu_item")
def picture_rights_menu_item():
    """Offer the report of rights that end to those who may change pictures."""
    return picture_reports.PictureMenuItem(
        _("Rights of pictures"), picture_reports.rights_url(), icon_name="image", order=825
    )


# --- Medical review ------------------------------------------------------------

hooks.register("construct_page_action_menu", medical_views.sign_instead)
hooks.register("after_edit_page", medical_views.lead_to_signing)


@hooks.register("register_page_header_buttons")
def medical_review_button(page, user, view_name, next_url=None):
    """Lead from a story on health to its medical review."""
    if isinstance(page, ArticlePage) and page.pk and page.is_health:
        yield Button(_("Medical review"), medical_views.review_url(page), icon_name="clipboard-list", priority=45)


@hooks.register("register_reports_menu_item")
def due_menu_item():
    """Offer the list of medical reviews that are due."""
    return medical_due.DueMenuItem(
        _("Medical reviews due"), medical_due.due_url(), icon_name="clipboard-list", order=810
    )


# --- Live coverage --------------------------------------------------------------

hooks.register("register_page_header_buttons", live_doors.header_button)
hooks.register("register_page_listing_buttons", live_doors.listing_button)
hooks.register("register_log_actions", live_record.register)
hooks.register("register_permissions", update_permissions)


@hooks.register("register_admin_urls")
def register_live_composer():
    """Give each live blog the screen on which it is written."""
    return [path("live/", include((live_views.urlpatterns, live_views.NAME), namespace=live_views.NAME))]


@hooks.register("construct_homepage_panels")
def add_live_panel(request, panels):
    """Show what is live now."""
    panels.append(live_doors.LivePanel())
