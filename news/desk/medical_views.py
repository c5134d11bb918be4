"""Medical review at the desk: asking for a signature, giving one's own, and what is due."""

from datetime import timedelta

import django_filters
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.permissions import EditorsReadPolicy
from news.medical.signing import objections, sign
from news.models import ArticlePage, Author, MedicalReview, SignOffLink
from portal import clock

NAME = "news_medical"
DUE_SOON = timedelta(days=30)
SHORTEST, LONGEST, USUAL = 1, 60, 14


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

    def get_success_url(self):
        """Stay on the page."""
        return reverse(f"{NAME}:review", args=[self.page.pk])

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
        """Sign the latest version in the name of the signed-in person."""
        profile = self.own_profile
        if profile is None or decision not in MedicalReview.Decision.values:
            raise PermissionDenied
        try:
            sign(self.revision, profile, decision=decision, note=note)
        except ValidationError as error:
            for message in error.messages:
                messages.error(self.request, message)
        else:
            messages.success(self.request, _("Your decision is on record."))
        return redirect(self.get_success_url())

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


# --- What is due ----------------------------------------------------------------

NEVER, EDITED, OVERDUE, SOON, FINE = "never", "edited", "overdue", "soon", "fine"
STATES = {
    NEVER: gettext_lazy("Never reviewed"),
    EDITED: gettext_lazy("Edited since the review"),
    OVERDUE: gettext_lazy("Overdue"),
    SOON: gettext_lazy("Due in 30 days"),
    FINE: gettext_lazy("Fine"),
}


def to_review():
    """Return the public stories that need a medical review, with what is known of their newest signature."""
    newest = MedicalReview.objects.signed().filter(article=OuterRef("pk"))
    return ArticlePage.objects.filter(is_public=True, risk_class__in=["B", "C"]).annotate(
        signed_at=Subquery(newest.values("signed_at")[:1]),
        signed_hash=Subquery(newest.values("content_hash")[:1]),
        due_on=Subquery(newest.values("next_due")[:1]),
    )


def _conditions():
    """Return for each of the STATES what holds of its stories; no story is in two of them."""
    today = clock.now().date()
    signed = Q(signed_at__isnull=False)
    valid = signed & Q(signed_hash=F("content_hash"))
    return {
        NEVER: ~signed,
        EDITED: signed & ~Q(signed_hash=F("content_hash")),
        OVERDUE: valid & Q(due_on__lt=today),
        SOON: valid & Q(due_on__gte=today, due_on__lte=today + DUE_SOON),
        FINE: valid & (Q(due_on=None) | Q(due_on__gt=today + DUE_SOON)),
    }


def in_state(queryset, state):
    """Return those stories of `to_review` that are in one of the STATES."""
    return queryset.filter(_conditions()[state])


def count_states(queryset):
    """Return how many stories of `to_review` are in each of the STATES, in one query."""
    return queryset.aggregate(**{state: Count("pk", filter=condition) for state, condition in _conditions().items()})


def state_of(story):
    """Return in which of the STATES a story of `to_review` is."""
    today = clock.now().date()
    if story.signed_at is None:
        return NEVER
    if story.signed_hash != story.content_hash:
        return EDITED
    if story.due_on and story.due_on < today:
        return OVERDUE
    return SOON if story.due_on and story.due_on <= today + DUE_SOON else FINE


class DueFilters(WagtailFilterSet):
    """By state, risk class and owner."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=list(STATES.items()),
        method="filter_state",
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = ArticlePage
        fields = ["state", "risk_class", "responsible_editor"]

    def filter_state(self, queryset, name, value):
        """Keep the stories in that state."""
        return in_state(queryset, value)


def review_url(story):
    """Return the address at the desk of a story's medical review."""
    return reverse(f"{NAME}:review", args=[story.pk])


class DueReport(ReportView):
    """What is to be reviewed: never signed, edited since, overdue, due soon. One click starts the review."""

    model = ArticlePage
    permission_policy = EditorsReadPolicy(ArticlePage)
    permission_required = "view"
    page_title = gettext_lazy("Medical reviews due")
    header_icon = "clipboard-list"
    index_url_name = f"{NAME}:due"
    index_results_url_name = f"{NAME}:due_results"
    filterset_class = DueFilters
    default_ordering = "due_on"
    export_filename = "medical-reviews"
    columns = [
        TitleColumn(
            "title", label=gettext_lazy("Story"), get_url=lambda story: reverse(f"{NAME}:review", args=[story.pk])
        ),
        Column("risk_class", label=gettext_lazy("Risk class")),
        Column("state", label=gettext_lazy("State"), accessor=lambda story: STATES[state_of(story)]),
        Column("responsible_editor", label=gettext_lazy("Owner")),
        DateColumn("signed_at", label=gettext_lazy("Signed")),
        Column("due_on", label=gettext_lazy("Due")),
    ]
    list_export = ["title", "risk_class", "responsible_editor", "signed_at", "due_on"]

    def get_base_queryset(self):
        """Return the stories that the user may edit, those first that were never signed or are due first."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        stories = to_review().filter(page_ptr__in=pages.values("pk")).select_related("responsible_editor")
        return stories.defer("body", "body_text").order_by(F("due_on").asc(nulls_first=True), "pk")


class DueMenuItem(MenuItem):
    """Shown to those who may read the report."""

    def is_shown(self, request):
        return DueReport.permission_policy.user_has_permission(request.user, "view")


due_url = lazy(lambda: reverse(f"{NAME}:due"), str)

urlpatterns = [
    path("<int:page_id>/", ReviewView.as_view(), name="review"),
    path("due/", DueReport.as_view(), name="due"),
    path("due/results/", DueReport.as_view(results_only=True), name="due_results"),
]
