"""Where the newsroom plugs into Wagtail."""

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from news.desk import schedule
from news.desk.dashboard import UpcomingPanel
from news.desk.viewsets import (
    AppendOnlyPolicy,
    AuthorViewSet,
    BreakingNewsViewSet,
    CorrectionViewSet,
    LiveUpdateViewSet,
)
from news.models import Correction

register_permission_policy(Correction, AppendOnlyPolicy(Correction))

for viewset in (BreakingNewsViewSet, AuthorViewSet, LiveUpdateViewSet, CorrectionViewSet):
    register_snippet(viewset)

# --- Schedules ----------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_schedule():
    """Give each page the screen on which it gets its time."""
    return [path("news/schedule/<int:page_id>/", schedule.ScheduleView.as_view(), name=schedule.URL_NAME)]


@hooks.register("register_page_action_menu_item")
def register_schedule_button():
    """Put "Schedule…" into the foot of the editor."""
    return schedule.ScheduleMenuItem(order=35)


hooks.register("after_create_page", schedule.lead_on)
hooks.register("after_edit_page", schedule.lead_on)


# --- Dashboard ----------------------------------------------------------------


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    """Show an editor what goes out by itself."""
    panels.append(UpcomingPanel())
