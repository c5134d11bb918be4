"""Sharing a draft: the screen that makes and takes back links, and the page that a link opens."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.models import Page

from news.models import PreviewLink
from portal import clock
from portal.errors import Gone

URL_NAME = "news_preview_links"
PUBLIC_URL_NAME = "shared_preview"
LIFETIMES = (("1", gettext_lazy("for a day")), ("3", gettext_lazy("for three days")), ("7", gettext_lazy("for a week")))


def under_embargo(page, revision=None):
    """Tell whether a page waits for a time that is still to come: then nobody outside reads it, not even by a link."""
    if page.scheduled_revision is not None:
        return True
    draft = revision or page.latest_revision
    go_live_at = draft.as_object().go_live_at if draft else None
    return bool(go_live_at and go_live_at > clock.now())


# --- For readers of a draft ---------------------------------------------------


@require_safe
def shared_preview(request, token):
    """Show one revision to whoever has its link; 410 for one that has ended or was taken back, 404 for none of ours."""
    link = PreviewLink.objects.of_token(token)
    if link is None:
        raise Http404
    if not link.is_valid or under_embargo(link.page, link.revision):
        raise Gone(
            _("It showed a draft for a while. Ask whoever sent it to you for a new one."),
            heading=_("This link has ended"),
        )
    page = link.revision.as_object()
    # A request of nobody's: what an editor who is signed in sees here is what their guest sees.
    response = page.make_preview_request(None, page.default_preview_mode)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response


# --- For the newsroom ---------------------------------------------------------


class PreviewLinkForm(forms.Form):
    """For how long, and for whom."""

    lifetime = forms.ChoiceField(label=gettext_lazy("It can be read"), choices=LIFETIMES, initial="3")
    note = forms.CharField(
        label=gettext_lazy("For whom"), max_length=100, required=False, help_text=gettext_lazy("Only for the newsroom.")
    )


class PreviewLinksView(WagtailAdminTemplateMixin, FormView):
    """Lists the valid links of one page, makes new ones and takes them back."""

    form_class = PreviewLinkForm
    template_name = "news/desk/preview_links.html"
    header_icon = "view"
    page_title = gettext_lazy("Share a preview")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the page; nobody who may not edit it gets any further."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.embargo = under_embargo(self.page)

    def get_page_subtitle(self):
        """Return the headline of the draft."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Return the way here: by the editor of the page."""
        editor = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, editor, here]

    def get_success_url(self):
        """Stay here: the new link stands in the message."""
        return reverse(URL_NAME, args=[self.page.pk])

    def get_context_data(self, **kwargs):
        """Add the links that open something now."""
        links = PreviewLink.objects.valid().filter(page=self.page).select_related("created_by", "revision")
        return super().get_context_data(page=self.page, links=links, embargo=self.embargo, **kwargs)

    def post(self, request, *args, **kwargs):
        """Take a link back, or make one."""
        if "revoke" in request.POST:
            link = get_object_or_404(PreviewLink.objects.valid(), page=self.page, pk=_number(request.POST["revoke"]))
            PreviewLink.objects.filter(pk=link.pk).update(revoked_at=clock.now())
            messages.success(request, _("The link opens nothing any more."))
            return redirect(self.get_success_url())
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Make a link, and show it this once."""
        if self.embargo:
            form.add_error(None, _("It is under embargo: until its time nobody outside the newsroom may read it."))
            return self.form_invalid(form)
        lifetime = timedelta(days=int(form.cleaned_data["lifetime"]))
        _link, token = PreviewLink.make(
            self.page, user=self.request.user, lifetime=lifetime, note=form.cleaned_data["note"]
        )
        address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse(PUBLIC_URL_NAME, args=[token])}"
        words = _("Copy this address now, it is shown only once:")
        messages.success(self.request, format_html('{} <a href="{}">{}</a>', words, address, address))
        return super().form_valid(form)


def _number(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def header_button(page, user, view_name, next_url=None):
    """Offer the screen in the menu above the editor, to whoever may edit."""
    if view_name == "edit" and page.permissions_for_user(user).can_edit():
        yield Button(_("Share a preview…"), url=reverse(URL_NAME, args=[page.pk]), icon_name="view", priority=12)
