"""What the templates of the newsroom's admin ask for."""

from django import template
from django.urls import reverse

from news.desk.standards_views import findings_context
from news.models import ArticlePage

register = template.Library()


@register.simple_tag(takes_context=True)
def standards_of_story(context):
    """Return the findings of the story beside whose editor the panel stands, and where to ask again; None elsewhere."""
    story = context.get("object")
    if not isinstance(story, ArticlePage):
        return None
    if not story.pk:
        return {"url": "", "findings": None}
    url = reverse("news_standards:findings", args=[story.pk])
    return {"url": url, "findings": findings_context(story, context["request"].user)}
