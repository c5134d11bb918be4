"""The short way to a new story: where somebody may write, what a new story begins with, and Publish within reach."""

from collections import Counter

from wagtail.admin.action_menu import PublishMenuItem
from wagtail.rich_text import RichText

from news.models import ArticlePage, Author, Contribution, LiveBlogPage, SectionPage

STORIES_REMEMBERED = 30
"""How many of somebody's own stories are looked at for the sections that they use."""


def sections_for(user):
    """Return the sections to which a user may add a story: those first that they used last, the rest as in the tree.

    Each has ``name``: its title, with the section above it where two have the same.
    """
    sections = [
        section
        for section in SectionPage.objects.defer("front").order_by("path")
        if section.permissions_for_user(user).can_add_subpage()
    ]
    recent = ArticlePage.objects.filter(owner=user).order_by("-pk").values_list("section_id", flat=True)
    used = list(dict.fromkeys(recent[:STORIES_REMEMBERED]))
    titles = Counter(section.title for section in sections)
    above = {section.path: section.title for section in sections}
    for section in sections:
        parent = above.get(section.path[: -section.steplen])
        section.name = f"{parent}: {section.title}" if parent and titles[section.title] > 1 else section.title
    return sorted(sections, key=lambda section: used.index(section.pk) if section.pk in used else len(used))


def fill_in(page, **kwargs):
    """Begin a new story with an empty paragraph and with whoever writes it in its byline.

    Live blogs grow by their updates, and begin with the byline only.
    """
    if not isinstance(page, ArticlePage):
        return
    if not isinstance(page, LiveBlogPage) and not page.body:
        page.body = [("paragraph", RichText(""))]
    author = Author.objects.current().filter(user=page.owner).first()
    if author and not page.contributions.all():
        page.contributions = [Contribution(author=author, role=Contribution.Role.BY, sort_order=0)]


class PublishFirstItem(PublishMenuItem):
    """Publish, as the first thing that the foot of the editor offers.

    The Enter key in a field presses a form's first button; so a hidden one that saves the draft stands before it.
    """

    template_name = "news/desk/publish_first.html"


def publish_first(menu_items, request, context):
    """Offer Publish first to those who may publish, unless the page is on its way through an approval."""
    page = context.get("page")
    if page and page.pk and page.current_workflow_state:
        return
    found = next((item for item in menu_items if isinstance(item, PublishMenuItem)), None)
    if found:
        menu_items.remove(found)
        menu_items.insert(0, PublishFirstItem(order=found.order))
