"""The ways to the composer: the header of the page, its row in the explorer, and the admin's front page."""

from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.live_composer.rights import is_live_blog, may_write
from news.desk.live_composer.views import composer_url
from news.models import LiveBlogPage

ICON = "radio-full"
MOST_SHOWN = 10


def header_button(page, user, view_name, next_url=None):
    """Lead from the page to its composer, whoever may write there."""
    if is_live_blog(page) and may_write(user, page):
        yield Button(_("Write live updates"), url=composer_url(page), icon_name=ICON, priority=5)


def listing_button(page, user, next_url=None):
    """Lead from the page's row in the explorer to its composer, with one click."""
    if is_live_blog(page) and may_write(user, page):
        yield Button(_("Live updates"), url=composer_url(page), icon_name=ICON, priority=10)


class LivePanel(Component):
    """The live blogs that are on or to come, among those in which this person writes."""

    name = "live_now"
    order = 110
    template_name = "news/desk/live/panel.html"

    def get_context_data(self, parent_context):
        """Return the blogs with the address of the composer of each, those that are on first."""
        user = parent_context["request"].user
        pages = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"add", "change", "publish"})
        states = LiveBlogPage.LiveState
        running = LiveBlogPage.objects.filter(
            page_ptr__in=pages.values("pk"), live_state__in=[states.LIVE, states.UPCOMING]
        )
        running = running.defer("body", "body_text").order_by("live_state", "-latest_revision_created_at")[:MOST_SHOWN]
        return {"blogs": [(blog, composer_url(blog)) for blog in running if may_write(user, blog)]}
