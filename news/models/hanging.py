"""What hangs on a story in tables of its own, as it comes along when the story is served."""

from django.db.models import OuterRef

from news.models.article_links import ArticleTopic, RelatedStory
from news.models.corrections import Correction, CorrectionsPage
from news.models.medical_reviews import MedicalReview
from news.models.sources import Source
from news.querysets import AUTHOR_FIELDS, contributions
from portal.rows import Rows
from portal.visibility import open_to_all


def hanging_rows():
    """Return annotations for stories, named ``shown_`` and the relation: people, topics, picks, corrections, proof."""
    story = {"article": OuterRef("pk")}
    topics = ArticleTopic.objects.filter(open_to_all("topic__path"), **story).order_by("sort_order")
    picks = RelatedStory.objects.filter(**story).order_by("sort_order")
    reviews = MedicalReview.objects.filter(**story).signed()[:1]
    return {
        "shown_contributions": contributions(*AUTHOR_FIELDS),
        "shown_topic_links": Rows(topics, "id", "topic__page_ptr", "topic__id", "topic__title", "topic__url_path"),
        "shown_related_links": Rows(picks, "id", "story"),
        "log_path": CorrectionsPage.path_of_log(),
        "shown_corrections": Rows(
            Correction.objects.filter(**story),
            *("id", "kind", "severe", "was_wrong", "is_right", "placement", "published_at", "live_update"),
        ),
        "shown_sources": Rows(
            Source.objects.filter(**story),
            *("id", "kind", "title", "publisher", "year", "doi", "pmid", "url", "retracted"),
        ),
        "shown_medical_reviews": Rows(
            reviews,
            *("id", "content_hash", "credentials", "scope", "signed_at", "next_due"),
            *(f"reviewer__{name}" for name in AUTHOR_FIELDS),
        ),
    }
