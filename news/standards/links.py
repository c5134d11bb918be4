"""Rules about links that lead nowhere. What other sites said is read from a table: a rule never asks the network."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from news.links.addresses import outgoing_addresses
from news.models.outgoing_links import OutgoingLink, address_hash
from news.standards.findings import Level, LinkedSentence, Rule
from news.standards.reading import Reading
from portal.visibility import published


def dead_link(story, terms):
    """Every link out of a story, and to pages of ours, leads somewhere."""
    addresses = {address_hash(address) for address in outgoing_addresses(story)}
    dead = OutgoingLink.objects.filter(address_hash__in=addresses).dead().order_by("failing_since") if addresses else ()
    for link in dead:
        sentence = _("The link to %(address)s is dead since %(date)s: %(answer)s.") % {
            "address": link.address,
            "date": date_format(localtime(link.failing_since)),
            "answer": link.answer_in_words(),
        }
        yield LinkedSentence(sentence, link.address)
    keys = Reading(story).linked_pages
    public = Page.objects.filter(published(), pk__in=keys) if keys else Page.objects.none()
    missing = keys - set(public.values_list("pk", flat=True))
    titles = dict(Page.objects.filter(pk__in=missing).values_list("pk", "title")) if missing else {}
    for key in sorted(missing):
        if key in titles:
            yield _("It links to “%(title)s”, which is not public: readers see plain words.") % {"title": titles[key]}
        else:
            yield _("It links to a page that was deleted: readers see plain words.")


RULES = (
    Rule(
        "dead-link",
        Level.WARNING,
        "body",
        gettext_lazy("Every link leads somewhere."),
        gettext_lazy("A link is a promise, and a source that nobody can open proves nothing."),
        dead_link,
    ),
)
