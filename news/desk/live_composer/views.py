"""The composer of a live blog and the screens around it."""

import hashlib

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from news.desk.live_composer.coverage import TURNS, summary_of, turn
from news.desk.live_composer.deeds import SWITCHES, publish, rewrite, switch
from news.desk.live_composer.entries import entries_html, update_key
from news.desk.live_composer.forms import CloseForm, RewriteForm, UpdateForm
from news.desk.live_composer.rights import may_close, may_correct, may_write
from news.models import Author, LiveBlogPage, LiveUpdate
from news.models.update_types import UpdateType

NAME = "news_live"


class OfOneBlog:
    """Finds the live blog; nobody who may not write in it gets any further."""

    def setup(self, request, *args, blog_id, **kwargs):
        """Find the live blog."""
        super().setup(request, *args, **kwargs)
        self.blog = get_object_or_404(LiveBlogPage, pk=blog_id)
        if not may_write(request.user, self.blog):
            raise PermissionDenied

    @property
    def composer_url(self):
        """The address of the composer of this blog."""
        return composer_url(self.blog)


class Screen(OfOneBlog, WagtailAdminTemplateMixin, FormView):
    """A screen of the admin about one live blog."""

    header_icon = "radio-full"

    def get_page_subtitle(self):
        """Return the headline of the blog."""
        return self.blog.title

    def get_breadcrumbs_items(self):
        """Return the way here: by the page and its composer."""
        editor = reverse("wagtailadmin_pages:edit", args=[self.blog.pk])
        above = [] if self.request.path == self.composer_url else [(self.composer_url, _("Live updates"))]
        way = [(editor, self.blog.title), *above, ("", self.get_page_title())]
        return [*self.breadcrumbs_items, *({"url": url, "label": label} for url, label in way)]

    def get_success_url(self):
        """Return to the composer."""
        return self.composer_url

    def get_context_data(self, **kwargs):
        """Add the blog, and where its composer is."""
        return super().get_context_data(blog=self.blog, composer_url=self.composer_url, **kwargs)


class ComposeView(Screen):
    """One box for the next update, and the latest ones below it."""

    form_class = UpdateForm
    template_name = "news/desk/live/composer.html"

    def get_page_title(self):
        """Name the blog: somebody may write in two at once."""
        return _("Live: %(headline)s") % {"headline": self.blog.title}

    @property
    def is_restoring(self):
        """Whether what was sent is an unfinished text that the browser had kept, to be written on."""
        return "restore" in self.request.POST

    def get_form_kwargs(self):
        """Begin with one empty paragraph, in the name of who is signed in."""
        author = Author.objects.filter(user=self.request.user).first()
        update = LiveUpdate(blog=self.blog, body=[("paragraph", "")], author=author)
        return {**super().get_form_kwargs(), "instance": update, "for_user": self.request.user}

    def get_context_data(self, **kwargs):
        """Add the updates, and what may be done with the coverage as a whole."""
        return super().get_context_data(
            entries=entries_html(self.blog, self.request.GET.get("before", "")),
            is_older_page="before" in self.request.GET,
            may_close=may_close(self.request.user, self.blog),
            is_restoring=self.is_restoring,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        """Publish the update, unless the browser only hands back what it had kept."""
        if not self.is_restoring:
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        form.full_clean()
        form.errors.clear()
        return self.render_to_response(self.get_context_data(form=form))

    def form_valid(self, form):
        """Publish the update while the coverage goes on."""
        if self.blog.live_state == LiveBlogPage.LiveState.CLOSED:
            form.add_error(None, _("This coverage has ended. What you wrote is still here: reopen it first."))
            return self.form_invalid(form)
        publish(form.instance, self.request.user)
        return super().form_valid(form)


class EntriesView(OfOneBlog, View):
    """The latest updates by themselves, for the composer that asks again and again; 304 while nothing has changed."""

    def get(self, request, **kwargs):
        """Answer with the list, or with nothing new."""
        html = entries_html(self.blog)
        etag = f'"{hashlib.blake2b(html.encode(), digest_size=12).hexdigest()}"'
        response = HttpResponse(html, headers={"ETag": etag})
        return get_conditional_response(request, etag=etag, response=response)


class DeedView(OfOneBlog, View):
    """What one button does: to an update (``pin-12``), or to the coverage (``start``, ``reopen``)."""

    http_method_names = ["post"]

    def post(self, request, **kwargs):
        """Do it, and return to the composer."""
        deed, _dash, key = request.POST.get("do", "").partition("-")
        if deed in SWITCHES:
            try:
                switch(self.blog, update_key(key), deed, request.user)
            except LiveUpdate.DoesNotExist as error:
                raise Http404 from error
        elif deed in TURNS and deed != "close":
            self.turn(deed)
        else:
            raise Http404
        return redirect(self.composer_url)

    def turn(self, deed):
        """Start or reopen the coverage."""
        if not may_close(self.request.user, self.blog):
            raise PermissionDenied
        try:
            turn(self.blog, deed, self.request.user)
        except ValidationError as error:
            for message in error.messages:
                messages.error(self.request, message)


class RewriteView(Screen):
    """Other words for an update that is public: a silent fix, an update of it, or a correction."""

    form_class = RewriteForm
    template_name = "news/desk/live/rewrite.html"
    page_title = gettext_lazy("Edit a live update")

    def setup(self, request, *args, update_id, **kwargs):
        """Find the update in its blog."""
        super().setup(request, *args, **kwargs)
        self.update = get_object_or_404(LiveUpdate, blog=self.blog, pk=update_id)

    def get_form_kwargs(self):
        """Begin with what it says now."""
        return {
            **super().get_form_kwargs(),
            "instance": self.update,
            "may_correct": may_correct(self.request.user, self.blog),
            "for_user": self.request.user,
        }

    def get_context_data(self, **kwargs):
        """Add what it says now, beside what is being written."""
        now = LiveUpdate.objects.select_related("author").get(pk=self.update.pk)
        return super().get_context_data(now=now, **kwargs)

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        """Keep colleagues out of the update while it is judged and saved."""
        self.update = LiveUpdate.objects.select_for_update().get(pk=self.update.pk)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        """Publish the new words."""
        data = form.cleaned_data
        rewrite(
            form.instance,
            self.request.user,
            UpdateType(data["kind"]),
            was_wrong=data.get("was_wrong", ""),
            is_right=data.get("is_right", ""),
        )
        return super().form_valid(form)


class CloseView(Screen):
    """The end of the coverage: a summary on top, and no update after it."""

    form_class = CloseForm
    template_name = "news/desk/live/close.html"
    page_title = gettext_lazy("Close the live coverage")

    def setup(self, request, *args, **kwargs):
        """Let those in who may publish the page."""
        super().setup(request, *args, **kwargs)
        if not may_close(request.user, self.blog):
            raise PermissionDenied

    def get_initial(self):
        """Begin with what is known so far."""
        return {"summary": "\n".join(summary_of(self.blog.body))}

    def form_valid(self, form):
        """Close it, or say why that cannot be."""
        try:
            turn(self.blog, "close", self.request.user, points=form.cleaned_data["summary"])
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        return super().form_valid(form)


def composer_url(blog):
    """Return the address of the composer of a live blog."""
    return reverse(f"{NAME}:compose", args=[blog.pk])


urlpatterns = [
    path("<key:blog_id>/", ComposeView.as_view(), name="compose"),
    path("<key:blog_id>/updates/", EntriesView.as_view(), name="entries"),
    path("<key:blog_id>/do/", DeedView.as_view(), name="do"),
    path("<key:blog_id>/close/", CloseView.as_view(), name="close"),
    path("<key:blog_id>/updates/<key:update_id>/", RewriteView.as_view(), name="rewrite"),
]
