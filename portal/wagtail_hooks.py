"""Where the portal plugs into Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.pages import PageLinkHandler

from portal import newer_versions
from portal.outbox.models import OutboxEntry
from portal.outbox.viewsets import OutboxViewSet, ReadOnlyPolicy
from portal.page_links import open_addresses, opening_tag, page_key
from portal.security import hooks as security_hooks  # noqa: F401 - registers itself

register_permission_policy(OutboxEntry, ReadOnlyPolicy(OutboxEntry))


@hooks.register("register_admin_viewset")
def register_outbox():
    """Show administrators what other machines were told, and what still waits."""
    return OutboxViewSet()


# Before any other hook: what others do to a page while it is saved is not a colleague's doing.
hooks.register("before_edit_page", newer_versions.look, order=-10)
hooks.register("after_edit_page", newer_versions.tell_of_the_same_moment, order=-10)


@hooks.register("insert_editor_js")
def newer_versions_script():
    """Take Wagtail's own question about a newer version for an answer."""
    return format_html('<script src="{}" defer></script>', static("portal/admin/newer-versions.js"))


@hooks.register("register_rich_text_features")
def register_cite(features):
    """Teach the rich text editor the title of a work, which the design sets in italics."""
    features.register_editor_plugin(
        "draftail",
        "cite",
        InlineStyleFeature(
            {
                "type": "CITE",
                "icon": "openquote",
                "description": _("Title of a film, book, album or study"),
                "element": "cite",
                "style": {"fontStyle": "italic"},
            }
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "cite",
        {
            "from_database_format": {"cite": InlineStyleElementHandler("CITE")},
            "to_database_format": {"style_map": {"CITE": "cite"}},
        },
    )


class OpenPageLinkHandler(PageLinkHandler):
    """Makes a link to a page that is not published plain words, so that nothing tells its address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        """Return the opening tags of the links, in their order."""
        keys = [page_key(attrs.get("id", "")) for attrs in attrs_list]
        addresses = open_addresses({key for key in keys if key})
        return [opening_tag(addresses.get(key)) for key in keys]


@hooks.register("register_rich_text_features", order=1)
def register_open_page_links(features):
    """Take the place of the stock link to a page, which tells the address of a draft, too."""
    features.register_link_type(OpenPageLinkHandler)
