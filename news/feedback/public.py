"""“Report an error”: a form without cookies, which works without a script."""

from datetime import UTC

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from news.feedback.limits import HOUR, allows
from news.models import ArticlePage, ErrorReport
from portal.head import build_head
from portal.routing import find_site
from portal.security.clients import address_group, client_address


class ReportForm(forms.ModelForm):
    """What a reader says. ``website`` is hidden from people; whoever fills it in is a program."""

    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    version = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = ErrorReport
        fields = ["message", "quote", "email"]
        widgets = {
            "message": forms.Textarea(attrs={"rows": 5, "class": "input"}),
            "quote": forms.Textarea(attrs={"rows": 2, "class": "input"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email", "class": "input"}),
        }
        help_texts = {
            "quote": gettext_lazy("Copy the sentence, if you like."),
            "email": gettext_lazy("Only if you want an answer. We use it for nothing else."),
        }

    def clean_version(self):
        """Return the version as a moment, or None for what is none: a hint is no reason to turn a reader away."""
        try:
            moment = parse_datetime(self.cleaned_data["version"])
            return moment.astimezone(UTC) if moment and timezone.is_aware(moment) else None
        except (ValueError, OverflowError):  # the second: in UTC it lies before the year 1 or after 9999
            return None


@method_decorator(csrf_exempt, name="dispatch")
class ReportErrorView(View):
    """Shows the form for one story, and puts what is sent into the desk's queue.

    Nobody is signed in here, so there is nothing that a forged request could
    gain, and no cookie is set against one.
    """

    http_method_names = ["get", "head", "post"]

    def setup(self, request, *args, **kwargs):
        """Find the story among those that readers can open."""
        super().setup(request, *args, **kwargs)
        find_site(request)
        stories = ArticlePage.objects.published().select_related("section").defer("body", "body_text")
        self.story = stories.filter(pk=kwargs["pk"]).first()

    def dispatch(self, request, *args, **kwargs):
        """Keep the form out of search engines and caches."""
        if self.story is None:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def get(self, request, pk):
        """Show an empty form that knows which version is public now."""
        moment = self.story.last_published_at
        return self.shown("form", form=ReportForm(initial={"version": moment.isoformat() if moment else ""}))

    def post(self, request, pk):
        """Keep the report, unless a program wrote it or it is one too many."""
        form = ReportForm(request.POST)
        if not form.is_valid():
            return self.shown("form", status=400, form=form)
        if form.cleaned_data["website"]:
            return self.shown("thanks")
        if not allows(address_group(client_address(request)), self.story.pk):
            response = self.shown("too_many", status=429)
            response["Retry-After"] = str(HOUR)
            return response
        form.instance.article = self.story
        form.instance.version = form.cleaned_data["version"]
        form.save()
        return self.shown("thanks")

    def shown(self, name, status=200, **context):
        """Return one of the three pages."""
        canonical = self.request.build_absolute_uri(self.request.path)
        title = _("Report an error in “%(headline)s”") % {"headline": self.story.title}
        head = build_head(title, canonical, noindex=True)
        return render(
            self.request, f"news/feedback/{name}.html", {"story": self.story, "head": head, **context}, status=status
        )
