"""Rules about money: who paid, and whether readers are told."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.standards.findings import Level, Rule
from news.standards.reading import Reading
from portal.commerce import is_affiliate


def paid_for(story, terms):
    """What was paid for says by whom, under a label that nobody can take off, and never advises the sick."""
    if not story.is_sponsored:
        return
    if not story.sponsor.strip():
        yield _("It is paid for, and does not say by whom.")
    if story.origin != story.Origin.SPONSORED or story.kind != story.Kind.ADVERTORIAL:
        yield _(
            "What is paid for is an advertorial by kind and sponsored by origin, or parts of its label are missing."
        )
    if story.risk_class == story.RiskClass.C:
        yield _("Nobody may pay for a story about a condition, a treatment, a drug or a dose.")


def affiliate_links(story, terms):
    """Links that earn money are known to the desk; readers are told by the page itself."""
    earning = sorted(host for host in Reading(story).hosts if is_affiliate(host, terms.affiliate_domains))
    if earning and story.is_health:
        yield _("A story about health links to %(hosts)s, which pays us.") % {"hosts": ", ".join(earning)}
    elif earning:
        yield _("Links to %(hosts)s earn us money: the page says so by itself, above the text.") % {
            "hosts": ", ".join(earning)
        }


def partner_without_source(story, terms):
    """What came from somebody else says where it stood first."""
    if story.origin in {story.Origin.WIRE, story.Origin.PARTNER} and not story.original_url:
        yield _("It comes from elsewhere, and the address of the original is not on record.")


RULES = (
    Rule(
        "paid-for",
        Level.BLOCKER,
        "sponsor",
        gettext_lazy(
            "What is paid for names its sponsor, carries the label of both kind and origin, and is never of class C."
        ),
        gettext_lazy("Advertising that looks like reporting is against the law, and costs the trust we live on."),
        paid_for,
    ),
    Rule(
        "affiliate-links",
        Level.WARNING,
        "body",
        gettext_lazy("Links that earn money are meant, and none stands in a story about health."),
        gettext_lazy("Readers must know when we gain by their click."),
        affiliate_links,
    ),
    Rule(
        "original-address",
        Level.WARNING,
        "original_url",
        gettext_lazy("Wire and partner copy names the address of its original."),
        gettext_lazy("Search engines punish copies that pretend to be the first."),
        partner_without_source,
    ),
)
