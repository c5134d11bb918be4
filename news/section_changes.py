"""What of a section other pages show, and whether a save changes it: its name stands on nearly all of them.

The list names what is shown on the section's own page alone; whatever is not
on it, a field of tomorrow too, counts as shown everywhere.
"""

from news import cache_tags
from news.models import SectionPage

ONLY_ON_ITS_PAGE = {
    "standfirst", "front", "seo_title", "search_description", "social_title", "social_image", "noindex",
    # Told to readers by the page and its feed, if at all.
    "first_published_at", "last_published_at", "draft_title", "latest_revision", "latest_revision_created_at",
    "live_revision", "has_unpublished_changes", "numchild", "locked", "locked_at", "locked_by", "owner", "go_live_at",
    "expire_at",
}  # fmt: skip


def note_changes(instance, update_fields=None, **kwargs):
    """Before a save: note on the section whether other pages will have to show something else."""
    fields = [field for field in SectionPage._meta.concrete_fields if field.name not in ONLY_ON_ITS_PAGE]
    if update_fields is not None:
        fields = [field for field in fields if not {field.name, field.attname}.isdisjoint(update_fields)]
    instance.changes_elsewhere = bool(fields) and _differs(instance, {field.attname for field in fields})


def _differs(instance, names):
    """Whether a section that readers know, or will, is stored with other values of these columns."""
    before = SectionPage.objects.filter(pk=instance.pk).values("live", *names).first()
    if before is None:
        return instance.live
    return (before["live"] or instance.live) and any(before[name] != getattr(instance, name) for name in names)


def own_tags(section):
    """Return the tags of what shows a section itself: its page, its feed and the sitemap of pages."""
    return {cache_tags.of_section(section.pk), cache_tags.SITEMAPS, cache_tags.SITEMAP_PAGES}
