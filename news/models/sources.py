"""Sources: what a story rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from portal.fields import word_of


class Source(Orderable):
    """One reference of a story. Its place in the list is its number in the text."""

    class Kind(models.TextChoices):
        SYSTEMATIC_REVIEW = "systematic_review", _("Systematic review")
        TRIAL = "trial", _("Trial")
        OBSERVATIONAL = "observational", _("Observational study")
        GUIDELINE = "guideline", _("Guideline")
        AGENCY = "agency", _("Public agency")
        INTERVIEW = "interview", _("Interview with an expert")
        PRESS_RELEASE = "press_release", _("Press release")
        PREPRINT = "preprint", _("Preprint")
        DATASET = "dataset", _("Data set")
        DOCUMENT = "document", _("Document")

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher or journal"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    doi = models.CharField("DOI", max_length=120, blank=True)
    pmid = models.CharField("PMID", max_length=12, blank=True)
    url = models.URLField(_("address"), blank=True)
    accessed_on = models.DateField(_("read on"), null=True, blank=True)
    retracted = models.BooleanField(_("retracted"), default=False)

    # What a medical reviewer signs, and what is read when the review is read again.
    SIGNED_FIELDS = ("kind", "title", "publisher", "year", "doi", "pmid", "url", "retracted")

    class Meta(Orderable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.title

    def get_kind_display(self):
        """Return the words for the kind."""
        return word_of(self.Kind, self.kind)

    @property
    def link(self):
        """The best address at which readers can look the source up, or ""."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return self.url or (f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else "")
