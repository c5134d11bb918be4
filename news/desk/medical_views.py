"""Medical review at the desk: asking for a signature, and giving one's own."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from news.desk.next_steps import next_step
from news.medical.signing import decide, objections, running_review
from news.models import ArticlePage, Author, DeskTask, MedicalReview, SignOffLink
from portal import clock

NAME = "news_medical"
SHORTEST, LONGEST, USUAL = 1, 60, 14


def review_url(story):
    """Return the address at the desk of a story's medical review."""
    return reverse(f"{NAME}:review", args=[story.pk])


class InvitationForm(forms.Form):
    """Whom to ask for a signature, and for how long the link works."""

    reviewer = forms.ModelChoiceField(
        Author.objects.filter(is_reviewer=True, former=False), label=gettext_lazy("Reviewer")
    )
    days = forms.IntegerField(
        label=gettext_lazy("The link works for so many days"), min_value=SHORTEST, max_value=LONGEST, initial=USUAL
    )
    email = forms.EmailField(
        label=gettext_lazy("Send it to"), required=False, help_text=gettext_lazy("Blank: you pass it on yourself.")
    )


class ReviewView(WagtailAdminTemplateMixin, FormView):
    """The medical review of one story: signatures so far, open links, and a form for the next one."""

    form_class = InvitationForm
    template_name = "news/desk/medical_review.html"
    header_icon = "clipboard-list"
    page_title = gettext_lazy("Medical review")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the story; nobody who may not edit it gets any further."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(ArticlePage, pk=page_id).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.revision = self.page.get_latest_revision()
        self.story = self.page.get_latest_revision_as_object()

    def get_page_subtitle(self):
        """Return the headline of the draft."""
        return self.story.title

    def get_breadcrumbs_items(self):
        """Return the way here: by the editor of the story."""
        editor = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.story.title}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.story.title}
        return [*self.breadcrumbs_items, editor, here]

    def get_success_url(self):
        """Stay on the page."""
        return review_url(self.page)

    @property
    def own_profile(self):
        """The profile of the signed-in person if they may sign medical reviews, or None."""
        return Author.objects.filter(user=self.request.user, is_reviewer=True).first()

    def get_context_data(self, **kwargs):
        """Add what has been signed, what may be signed, and by whom."""
        words = self.story.compute_content_hash()
        signatures = list(self.page.medical_reviews.select_related("reviewer"))
        for signature in signatures:
            signature.holds = signature.decision == MedicalReview.Decision.APPROVED and signature.content_hash == words
        profile = self.own_profile
        return super().get_context_data(
            story=self.story,
            page=self.page,
            signatures=signatures,
            links=SignOffLink.objects.open().filter(article=self.page).select_related("reviewer"),
            own_profile=profile,
            own_objections=objections(self.story, profile) if profile else [],
            words=words,
            running=running_review(self.page),
            base_url=self.request.build_absolute_uri("/").rstrip("/"),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        """Take a link back, sign in one's own name, or make a new link."""
        if self.revision is None:
            self.revision = self.page.save_revision(user=request.user, log_action=True)
        if "revoke" in request.POST:
            return self.revoke(request.POST["revoke"])
        if "sign" in request.POST:
            return self.sign_own(request.POST.get("sign"), request.POST.get("note", "").strip())
        return super().post(request, *args, **kwargs)

    def revoke(self, key):
        """Take a link back."""
        try:
            changed = SignOffLink.objects.open().filter(article=self.page, key=key).update(revoked_at=clock.now())
        except ValidationError:
            changed = 0
        if changed:
            messages.success(self.request, _("The link works no longer."))
        return redirect(self.get_success_url())

    def sign_own(self, decision, note):
        """Sign the latest version in the name of the signed-in person, if it has the words that they were shown."""
        profile = self.own_profile
        if profile is None or decision not in MedicalReview.Decision.values:
            raise PermissionDenied
        if self.request.POST.get("words") != self.story.compute_content_hash():
            messages.error(self.request, _("The words have changed since you opened this page. Read them once more."))
            return redirect(self.get_success_url())
        try:
            outcome = decide(self.revision, profile, decision=decision, note=note)
        except ValidationError as error:
            for message in error.messages:
                messages.error(self.request, message)
        else:
            self.tell(outcome)
        return redirect(self.get_success_url())

    def tell(self, outcome):
        """Say what came of a decision."""
        if outcome.refusal:
            messages.warning(self.request, _("Your signature is on record.") + " " + outcome.refusal)
        elif not outcome.ended:
            messages.success(self.request, _("Your decision is on record."))
        elif outcome.review.decision == MedicalReview.Decision.APPROVED:
            words = _("Your signature is on record, and the medical review is approved.")
            messages.success(self.request, f"{words} {next_step(self.page.pk)}".strip())
        else:
            messages.success(self.request, _("Your note is on record, and the story is back with its writer."))

    def form_valid(self, form):
        """Make a link for the latest version, and mail it where that is asked for."""
        reviewer = form.cleaned_data["reviewer"]
        found = objections(self.story, reviewer)
        if found:
            form.add_error("reviewer", ValidationError(found))
            return self.form_invalid(form)
        link = SignOffLink.objects.create(
            article=self.page,
            revision=self.revision,
            reviewer=reviewer,
            created_by=self.request.user,
            expires_at=clock.now() + timedelta(days=form.cleaned_data["days"]),
        )
        messages.success(self.request, _("The link for %(name)s stands below.") % {"name": reviewer})
        if form.cleaned_data["email"]:
            self.mail(link, form.cleaned_data["email"])
        return super().form_valid(form)

    def mail(self, link, address):
        """Send the link; a mail server that is down is reported, and the link stands."""
        text = _("Please read this version of “%(headline)s” and sign it, or say what should change:\n\n%(url)s\n") % {
            "headline": self.story.title,
            "url": self.request.build_absolute_uri(link.get_absolute_url()),
        }
        try:
            send_mail(_("For your medical review"), text, None, [address])
        except OSError:
            messages.warning(self.request, _("The mail could not be sent. Copy the link and pass it on."))


class SignMenuItem(ActionMenuItem):
    """Stands in the editor's foot where a story waits for a signature. It saves the draft, and a hook leads on."""

    label = gettext_lazy("Sign and approve…")
    name = "action-sign"
    icon_name = "success"


def sign_instead(menu_items, request, context):
    """Offer to sign in place of the approvals that would be refused without a signature. A hook for the menu."""
    page = context.get("page")
    task = page.current_workflow_task if page and page.pk else None
    if not isinstance(task, DeskTask) or not task.awaits_signature(page):
        return
    approvals = [item for item in menu_items if item.name == "approve"]
    if approvals:
        menu_items.insert(menu_items.index(approvals[0]), SignMenuItem(order=approvals[0].order))
    for item in approvals:
        menu_items.remove(item)


def lead_to_signing(request, page):
    """Lead from the saved draft to the screen where it is signed, where that button was pressed. A hook."""
    return redirect(review_url(page)) if SignMenuItem.name in request.POST else None


urlpatterns = [path("<key:page_id>/", ReviewView.as_view(), name="review")]
