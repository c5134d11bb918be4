"""The page on which a reviewer without an account reads one version of a story and signs it."""

from django import forms
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from news.medical.signing import decide, objections
from news.models import MedicalReview, SignOffLink
from news.notifications import tell
from news.story_context import story_context
from portal import clock
from portal.errors import Gone
from portal.head import build_head
from portal.routing import find_site

HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class SignOffForm(forms.Form):
    """What a reviewer decides."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Your decision"),
        choices=[
            (MedicalReview.Decision.APPROVED, gettext_lazy("I have read every word, and stand by it")),
            (MedicalReview.Decision.CHANGES, gettext_lazy("It needs changes, as I note below")),
        ],
        widget=forms.RadioSelect,
    )
    scope = forms.CharField(
        label=gettext_lazy("What you reviewed"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Blank: all of it."),
        widget=forms.TextInput(attrs={"class": "input"}),
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the desk"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "class": "input"}),
    )

    def clean(self):
        """Ask what is to be changed where changes are asked for."""
        data = super().clean()
        if data.get("decision") == MedicalReview.Decision.CHANGES and not data.get("note"):
            self.add_error("note", _("Say what should change."))
        return data


@method_decorator(csrf_exempt, name="dispatch")
class SignOffView(View):
    """Shows the version that a link names, and takes the signature.

    The link itself is the authority: there is no session that another site
    could ride on, so there is no token against that either, and no cookie.
    """

    http_method_names = ["get", "head", "post"]

    def setup(self, request, *args, **kwargs):
        """Look the token up; what was never ours does not exist, and what is over says so."""
        super().setup(request, *args, **kwargs)
        find_site(request)
        self.link = SignOffLink.objects.by_token(kwargs["token"])

    def dispatch(self, request, *args, **kwargs):
        """Keep every answer out of caches, search engines and other sites' logs."""
        if self.link is None:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def get(self, request, token):
        """Show the story and the form."""
        self.require_open()
        return self.shown(SignOffForm())

    def post(self, request, token):
        """Take the decision, once."""
        form = SignOffForm(request.POST)
        with transaction.atomic():
            self.link = SignOffLink.objects.select_for_update(of=("self",)).get(pk=self.link.pk)
            self.require_open()
            story = self.link.revision.as_object()
            if not form.is_valid() or objections(story, self.link.reviewer):
                return self.shown(form, status=400)
            outcome = decide(self.link.revision, self.link.reviewer, **form.cleaned_data)
            self.link.used_at = clock.now()
            self.link.save(update_fields=["used_at"])
        self.tell_desk(outcome)
        context = {"outcome": outcome, "review": outcome.review, "head": self.head(), "headline": story.title}
        return render(request, "news/medical/signed.html", context)

    def tell_desk(self, outcome):
        """Mail whoever made the link when the signature did not bring the story any further."""
        editor = self.link.created_by
        if outcome.refusal and editor and editor.email:
            text = _("%(name)s has signed.") % {"name": self.link.reviewer} + "\n\n" + outcome.refusal
            path = reverse("wagtailadmin_pages:edit", args=[self.link.article_id])
            subject = _("Signed, and kept back: %(title)s") % {"title": self.link.revision.object_str}
            tell(subject, text, [editor.email], path=path)

    def require_open(self):
        """Answer 410 for a link that was used, revoked or has expired."""
        if not self.link.is_open:
            raise Gone(_("This link has been used, has expired or was taken back. Ask the desk for a new one."))

    def shown(self, form, status=200):
        """Return the page with the version that the link names and no other."""
        story = self.link.revision.as_object()
        context = {
            **story_context(story, self.request),
            "page": story,
            "form": form,
            "reviewer": self.link.reviewer,
            "expires_at": self.link.expires_at,
            "objections": objections(story, self.link.reviewer),
            "head": self.head(),
        }
        return render(self.request, "news/medical/sign_off.html", context, status=status)

    def head(self):
        """Return a head that search engines are asked to leave alone, with no address in it: that is a secret."""
        return build_head(_("Medical review"), "", noindex=True)
