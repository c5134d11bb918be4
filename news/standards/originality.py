"""Rules about text that the archive has already. What was found is read from a table: a rule never searches."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models.originality import SimilarStory
from news.originality.texts import text_hash
from news.standards.findings import Level, LinkedSentence, Rule


def near_duplicate(story, terms):
    """A story says what no other one of ours has said."""
    if not story.pk:
        return
    found = list(SimilarStory.objects.filter(article_id=story.pk, other__is_public=True).select_related("other"))
    words = text_hash(story) if found else ""
    for similar in found:
        if similar.text_hash == words:
            sentence = _(
                "%(share)d %% of its text stands in “%(headline)s” (%(date)s). Here: “%(passage)s” There: “%(other)s”"
            ) % {
                "share": similar.share,
                "headline": similar.other.title,
                "date": date_format(localtime(similar.other.published_at)),
                "passage": similar.passage,
                "other": similar.other_passage,
            }
            yield LinkedSentence(sentence, similar.other.get_url() or "")


RULES = (
    Rule(
        "near-duplicate",
        Level.WARNING,
        "body",
        gettext_lazy("It says what no other story of ours says. Quotations and wire copy do not count."),
        gettext_lazy("Readers and search engines mistrust a site that says the same twice."),
        near_duplicate,
    ),
)
