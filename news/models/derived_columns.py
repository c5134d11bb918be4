"""What a story's row says of the story in columns that no editor fills in: for lists, search and signatures."""

import hashlib
import json

from django.db import models

from news.clips import clips_in
from news.models.article_links import ArticleTopic, Contribution
from news.models.sections import SectionPage
from news.text import count_words, plain_text, reading_minutes, stream_text


class DerivedColumns(models.Model):
    """The part of a story that follows from the rest of it, set anew on every save and never edited."""

    section = models.ForeignKey(
        SectionPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="stories", editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_public = models.BooleanField(default=False, editable=False)
    section_noindex = models.BooleanField(default=False, editable=False)
    body_text = models.TextField(blank=True, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)
    reading_time = models.PositiveSmallIntegerField(default=1, editable=False)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    review_title = models.CharField(max_length=200, blank=True, editable=False)
    review_rating = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True, editable=False)
    review_scale = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    review_verdict = models.CharField(max_length=300, blank=True, editable=False)
    severely_corrected_at = models.DateTimeField(null=True, blank=True, editable=False)
    clips = models.JSONField(default=list, blank=True, editable=False)

    DERIVED_FIELDS = (
        "section",
        "published_at",
        "is_public",
        "section_noindex",
        "body_text",
        "word_count",
        "reading_time",
        "content_hash",
        "review_title",
        "review_rating",
        "review_scale",
        "review_verdict",
        "severely_corrected_at",
        "clips",
    )
    DERIVED_FROM = {"live", "first_published_at", "title", "standfirst", "body", "path"}

    class Meta:
        abstract = True

    def compute_content_hash(self):
        """Return the hash of what a medical reviewer signs: headline, standfirst, text and sources.

        Topics, crops and labels stay out of it, so that they can change
        without taking a signature away.
        """
        sources = [[getattr(source, name) for name in source.SIGNED_FIELDS] for source in self.sources.all()]
        signed = [self.title, self.standfirst, stream_text(self.body), sources]
        return hashlib.sha256(json.dumps(signed).encode()).hexdigest()

    def is_behind_restriction(self):
        """Whether the page or one above it is open only to some readers."""
        return bool(self.path) and self.get_view_restrictions().exists()

    def derive(self):
        """Set every derived field from the rest of the page. Costs up to four queries."""
        parent_paths = [self.path[:length] for length in range(self.steplen, len(self.path), self.steplen)]
        sections = list(SectionPage.objects.filter(path__in=parent_paths).defer("front").order_by("depth"))
        closed = self.live and (not all(section.live for section in sections) or self.is_behind_restriction())
        noindex = any(section.stories_noindex for section in sections)
        self.derive_from(sections[-1] if sections else None, closed=closed, noindex=noindex)

    def derive_from(self, section, *, closed, noindex):
        """Set every derived field of a story in ``section``.

        ``closed`` says that not everybody may read it, ``noindex`` that its
        section or the one above keeps its stories out of search engines.
        """
        self.section = section
        self.section_noindex = noindex
        self.published_at = self.first_published_at if self.live else None
        self.is_public = bool(self.live and self.published_at and not closed)
        self.body_text = stream_text(self.body)
        self.word_count = count_words(self.body_text)
        self.reading_time = reading_minutes(self.word_count)
        self.content_hash = self.compute_content_hash()
        if self.origin == self.Origin.PARTNER:
            self.noindex = not self.index_reason.strip()
        self.severely_corrected_at = self.corrections.newest_severe() if self.pk else None
        self.clips = clips_in(self.body.raw_data)
        self._derive_review()

    def _derive_review(self):
        verdict = next((child.value for child in self.body if child.block_type == "verdict"), None)
        self.review_title = (verdict["title"]["name"] or "")[:200] if verdict else ""
        self.review_rating = verdict["rating"] if verdict else None
        self.review_scale = verdict["scale"] if verdict else None
        self.review_verdict = plain_text(verdict["summary"] or "")[:300] if verdict else ""

    def mirror_dates(self):
        """Copy date and visibility to the link tables, whose indexes serve the lists by topic and author."""
        for model in (ArticleTopic, Contribution):
            model.objects.filter(article_id=self.pk).update(published_at=self.published_at, is_public=self.is_public)
