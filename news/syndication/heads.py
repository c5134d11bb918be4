"""What stands in the head of a story beside what every page says there."""

from dataclasses import replace
from urllib.parse import urlencode, urljoin

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.structured_data import moment, site_address


def story_head(head, context):
    """Return the head of a story with its dates, people, section and topics; paid ones say so where they are shared."""
    page, request = context["page"], context["request"]
    base = f"{site_address(request)}/"
    published = page.published_at or page.first_published_at
    question = urlencode({"url": head.canonical})
    pairs = [
        ("article:published_time", moment(published)),
        ("article:modified_time", moment(page.visible_updated_at or published)),
        ("article:section", page.section.title if page.section else ""),
        # The name, not the profile: those who read an address here make a name of its last word.
        *(("article:author", author.name) for author in context["authors"]),
        *(("article:tag", topic.title) for topic in context["topics"]),
    ]
    return replace(
        head,
        properties=tuple(pair for pair in pairs if pair[1]),
        social_title=paid_title(page, head.social_title),
        oembed=f"{urljoin(base, reverse('oembed'))}?{question}" if head.canonical else "",
    )


def paid_title(page, title):
    """Return the title for shared links; of a paid story it begins with who paid."""
    if not page.is_sponsored:
        return title
    if page.sponsor:
        return _("Paid for by %(sponsor)s: %(title)s") % {"sponsor": page.sponsor, "title": title}
    return _("Sponsored: %(title)s") % {"title": title}


def older_updates_head(head, request, updates):
    """Return the head of a page of a live blog's older updates: an address and words of its own.

    Search engines are asked for the pages that “earlier updates” lead to, and
    not for those that begin with one linked update and repeat the others.
    """
    name = "before" if request.GET.get("before") else "from"
    newest = timezone.localtime(updates[0].published_at) if updates else None
    time = date_format(newest, pgettext("date and time", "j F Y, H:i")) if newest else ""
    words = {"title": head.title, "time": time, "text": head.description}
    return replace(
        head,
        title=_("%(title)s: updates until %(time)s") % words,
        description=_("Updates until %(time)s. %(text)s") % words,
        canonical=f"{head.canonical}?{name}={request.GET[name]}",
        robots=head.robots if name == "before" or "noindex" in head.robots else f"noindex, {head.robots}",
    )
