"""What an open page of a live blog asks for again and again, instead of the page as a whole."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from news.live_context import live_context
from news.models import LiveBlogPage
from news.models.corrections import CorrectionsPage
from news.story_context import corrections_of


@require_safe
def live_fragment(request, blog_id):
    """Answer with the newest updates of a live blog that everybody may read, else 404.

    The page cache remembers it like any page and answers 304 to who has it, so
    that a hundred thousand readers who wait cost the database nothing.
    """
    blog = get_object_or_404(LiveBlogPage.objects.published(), pk=blog_id)
    corrections = corrections_of(blog)
    context = {
        "page": blog,
        "corrections_url": CorrectionsPage.address_of_log(corrections, request),
        **live_context(blog, request, {}, corrections),
    }
    response = render(request, "news/live_fragment.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
