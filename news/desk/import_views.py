"""Moving in at the desk, for administrators: an upload for small exports, runs with their reports, work lists."""

from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from news.desk.permissions import AdministratorsPolicy
from news.intake.background import (
    begin,
    begin_again,
    command_to_go_on,
    keep_upload,
    may_be_mended,
    may_begin_again,
    try_mending,
)
from news.intake.under_way import note_cut_off
from news.intake.verification import report_of
from news.intake.writing.options import DRAFT, FETCH, LOGIN, SKIP, ImportOptions
from news.models import ImportNote, ImportRun, SectionPage

NAME = "news_imports"
MAX_BYTES = 50 * 1024 * 1024
"""Larger exports come in by the command, which needs no browser that stays open."""
RELOAD_SECONDS = "3"
UNDER_WAY = (ImportRun.State.WAITING, ImportRun.State.RUNNING)


class ImportScreen(WagtailAdminTemplateMixin):
    """Mixin for the screens of one import: for administrators, below the list of all."""

    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        """Refuse everybody who is no administrator."""
        if not AdministratorsPolicy(ImportRun).user_has_permission(request.user, "view"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Return the way here: by the list of imports."""
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, {"url": reverse(f"{NAME}:runs"), "label": _("Imports")}, here]


# --- Upload -------------------------------------------------------------------


class UploadForm(forms.Form):
    """An export, and what has to be decided about it."""

    file = forms.FileField(
        label=gettext_lazy("Export"),
        help_text=gettext_lazy("WordPress (WXR), Ghost, Blogger, a feed, or JSON Lines; .gz and .zip are unpacked."),
    )
    default_section = forms.ModelChoiceField(
        SectionPage.objects.order_by("path"),
        required=False,
        label=gettext_lazy("Section for stories without one"),
        empty_label=gettext_lazy("A new one"),
    )
    timezone = forms.CharField(
        label=gettext_lazy("Time zone of the old site"), help_text=gettext_lazy("For times that name none.")
    )
    private = forms.ChoiceField(
        label=gettext_lazy("Private and protected stories"),
        choices=[(LOGIN, gettext_lazy("behind the sign-in")), (DRAFT, gettext_lazy("as drafts"))],
    )
    media = forms.ChoiceField(
        label=gettext_lazy("Pictures and files"),
        choices=[(SKIP, gettext_lazy("leave out, and list them")), (FETCH, gettext_lazy("fetch from the old site"))],
    )
    recover = forms.BooleanField(required=False, label=gettext_lazy("Mend damaged XML, and say what was mended"))

    def clean_file(self):
        """Refuse what is too large for a browser."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise ValidationError(
                _("The file is larger than %(limit)s. Bring it in by the command import_wordpress.")
                % {"limit": filesizeformat(MAX_BYTES)}
            )
        return file

    def clean_timezone(self):
        """Refuse what is no time zone."""
        name = self.cleaned_data["timezone"].strip()
        if name not in available_timezones():
            raise ValidationError(_("There is no such time zone. Write it as in Europe/Berlin."))
        return name

    def options(self):
        """Return what was chosen as the options of an import."""
        section = self.cleaned_data["default_section"]
        chosen = {name: self.cleaned_data[name] for name in ("timezone", "private", "media", "recover")}
        return ImportOptions(default_section=str(section.pk) if section else "", **chosen)


class UploadView(ImportScreen, FormView):
    """Takes an export and tries it out: nothing is written before somebody has seen the report."""

    form_class = UploadForm
    template_name = "news/desk/import_new.html"
    page_title = gettext_lazy("Move in")

    def get_initial(self):
        """Offer the newsroom's own time zone."""
        return {"timezone": settings.TIME_ZONE}

    def form_valid(self, form):
        """Keep the upload, and begin the dry run."""
        file = form.cleaned_data["file"]
        run = ImportRun.objects.create(
            source=f"upload:{file.name}"[:300],
            name=file.name[:300],
            files=[keep_upload(file)],
            options=form.options().as_json(),
            dry_run=True,
            started_by=self.request.user,
        )
        begin(run)
        return redirect(f"{NAME}:run", run.pk)


# --- One run ------------------------------------------------------------------


class RunView(ImportScreen, TemplateView):
    """One import: how far it is, then its report. After a dry run, the real one is a click away."""

    template_name = "news/desk/import_run.html"
    page_title = gettext_lazy("Import")

    def setup(self, request, *args, run_id, **kwargs):
        """Find the run."""
        super().setup(request, *args, **kwargs)
        note_cut_off()
        self.run = get_object_or_404(ImportRun, pk=run_id)

    def get_page_subtitle(self):
        """Return what is imported."""
        return self.run.name or self.run.source

    @property
    def is_under_way(self):
        """Whether the run has not ended."""
        return self.run.state in UNDER_WAY

    @property
    def may_begin(self):
        """Whether the dry run went well, and its upload is there to be brought in."""
        return self.run.dry_run and self.run.state == ImportRun.State.FINISHED

    def get_context_data(self, **kwargs):
        """Add the report once there is one."""
        report = None if self.is_under_way else report_of(self.run)
        return super().get_context_data(
            run=self.run,
            report=report,
            is_under_way=self.is_under_way,
            may_begin=self.may_begin,
            may_begin_again=may_begin_again(self.run),
            may_be_mended=may_be_mended(self.run),
            command=command_to_go_on(self.run),
            **kwargs,
        )

    def get(self, request, *args, **kwargs):
        """Show it, and again every few seconds until it has ended."""
        response = super().get(request, *args, **kwargs)
        if self.is_under_way:
            response["Refresh"] = RELOAD_SECONDS
        return response

    def post(self, request, *args, **kwargs):
        """Bring in what the dry run has tried, mend it or throw it away; go on with what was interrupted."""
        if "again" in request.POST and may_begin_again(self.run):
            begin_again(self.run)
            return redirect(f"{NAME}:run", self.run.pk)
        if "mend" in request.POST and may_be_mended(self.run):
            try_mending(self.run)
            return redirect(f"{NAME}:run", self.run.pk)
        if not self.run.dry_run or self.is_under_way:
            raise PermissionDenied
        if "discard" in request.POST:
            default_storage.delete(self.run.files[0])
            self.run.delete()
            messages.success(request, _("The upload was thrown away."))
            return redirect(f"{NAME}:runs")
        if "begin" not in request.POST or not self.may_begin:
            raise PermissionDenied
        with transaction.atomic():
            # One upload comes in once, however often it is clicked: the trial has served.
            trial = get_object_or_404(ImportRun.objects.select_for_update(), pk=self.run.pk)
            run = ImportRun.objects.create(
                source=trial.source,
                name=trial.name,
                files=trial.files,
                options=trial.options,
                started_by=request.user,
            )
            trial.delete()
        begin(run)
        return redirect(f"{NAME}:run", run.pk)


# --- Reports ------------------------------------------------------------------


class RunsReport(ReportView):
    """Every import, the newest first, with its report."""

    model = ImportRun
    permission_policy = AdministratorsPolicy(ImportRun)
    permission_required = "view"
    page_title = gettext_lazy("Imports")
    header_icon = "download"
    index_url_name = f"{NAME}:runs"
    index_results_url_name = f"{NAME}:runs_results"
    default_ordering = "-started_at"
    is_searchable = False
    export_filename = "imports"
    columns = [
        TitleColumn("name", label=gettext_lazy("Old site"), accessor=str, url_name=f"{NAME}:run"),
        Column("system", label=gettext_lazy("System")),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        Column(
            "dry_run", label=gettext_lazy("Kind"), accessor=lambda run: _("Dry run") if run.dry_run else _("Import")
        ),
        DateColumn("started_at", label=gettext_lazy("Began")),
        DateColumn("finished_at", label=gettext_lazy("Ended")),
    ]
    list_export = ["name", "source", "system", "state", "dry_run", "started_at", "finished_at"]

    def get_base_queryset(self):
        """Return all runs, each as what it is: one whose process was ended runs no more."""
        note_cut_off()
        return super().get_base_queryset()

    @property
    def header_buttons(self):
        """Lead to the upload and to the work lists."""
        return [
            HeaderButton(_("Move in"), url=reverse(f"{NAME}:new"), icon_name="download"),
            HeaderButton(_("Imported HTML"), url=reverse(f"{NAME}:html"), icon_name="code"),
            HeaderButton(_("Missing pictures"), url=reverse(f"{NAME}:pictures"), icon_name="image"),
        ]


class WorkList(ReportView):
    """Stories that imports have left something to do on. A story leaves the list when a newer import settles it."""

    model = ImportNote
    permission_policy = AdministratorsPolicy(ImportNote)
    permission_required = "view"
    default_ordering = "item__title"
    is_searchable = False
    codes = ()
    columns = [
        TitleColumn(
            "item",
            label=gettext_lazy("Story"),
            accessor=lambda note: note.item.title or note.item.key,
            get_url=lambda note: reverse("wagtailadmin_pages:edit", args=[note.item.page_id]),
        ),
        Column("name", label=gettext_lazy("What"), accessor=lambda note: note.name or note.detail[:200]),
        Column("run", label=gettext_lazy("Import")),
    ]
    list_export = ["item.title", "item.old_url", "name", "detail"]
    export_headings = {"item.title": gettext_lazy("Story"), "item.old_url": gettext_lazy("Old address")}

    def get_base_queryset(self):
        """Return the notes of these codes on pages that stand here."""
        notes = ImportNote.objects.filter(code__in=self.codes, item__page__isnull=False)
        return notes.select_related("item", "run").defer("run__summary")


class ImportedHtmlList(WorkList):
    """Stories with pieces that no block of ours could hold."""

    codes = ("imported_html",)
    page_title = gettext_lazy("Stories with imported HTML")
    header_icon = "code"
    index_url_name = f"{NAME}:html"
    index_results_url_name = f"{NAME}:html_results"
    export_filename = "imported-html"


class MissingPicturesList(WorkList):
    """Stories whose pictures or files were not to be had."""

    codes = ("image_missing", "lead_missing", "file_missing")
    page_title = gettext_lazy("Stories with missing pictures")
    header_icon = "image"
    index_url_name = f"{NAME}:pictures"
    index_results_url_name = f"{NAME}:pictures_results"
    export_filename = "missing-pictures"


class ImportsMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request):
        return RunsReport.permission_policy.user_has_permission(request.user, "view")


runs_url = lazy(lambda: reverse(f"{NAME}:runs"), str)

urlpatterns = [
    path("", RunsReport.as_view(), name="runs"),
    path("results/", RunsReport.as_view(results_only=True), name="runs_results"),
    path("new/", UploadView.as_view(), name="new"),
    path("html/", ImportedHtmlList.as_view(), name="html"),
    path("html/results/", ImportedHtmlList.as_view(results_only=True), name="html_results"),
    path("pictures/", MissingPicturesList.as_view(), name="pictures"),
    path("pictures/results/", MissingPicturesList.as_view(results_only=True), name="pictures_results"),
    path("<key:run_id>/", RunView.as_view(), name="run"),
]
