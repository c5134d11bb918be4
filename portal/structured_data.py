"""What a page says to machines: one graph of schema.org nodes, made from what the page shows.

Every node that another one names has an ``@id`` made from an address of ours,
so that an author is one person on all pages and the publisher one house.
"""

import json
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.images.models import SourceImageIOError
from wagtail.models import Site

from portal.images import LOGO, RATIOS
from portal.pictures import signed_cut

# A "<" could end the script element, "&" begin an entity in XML parsers; U+2028 and U+2029 end lines in old ones.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
FALLBACK_LOGO = ("portal/img/icon-512.png", 512)

# The schema.org name of what a policy of each kind is to a news organisation.
POLICY_PROPERTIES = {
    "ethics": ("publishingPrinciples", "ethicsPolicy"),
    "corrections": ("correctionsPolicy",),
    "fact_checking": ("verificationFactCheckingPolicy",),
    "ownership": ("ownershipFundingInfo",),
    "unnamed_sources": ("unnamedSourcesPolicy",),
    "masthead": ("masthead",),
}

# How a picture was made, in schema.org's enumeration, where readers are told of it.
DIGITAL_SOURCES = {
    "ai": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    "composite": "https://schema.org/CompositeCaptureDigitalSource",
}

# Rights under which the page that a picture came from says what others may do with it.
LICENSED_AT_SOURCE = ("cc", "public_domain")


def script(nodes):
    """Return the nodes as the data block of a page. Nothing in them can end it early or be run."""
    graph = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def said(node):
    """Return the node without the properties that have nothing to say."""
    return {name: value for name, value in node.items() if value or value == 0}


def reference(node_or_id):
    """Return what stands for a node where another one names it."""
    return {"@id": node_or_id["@id"] if isinstance(node_or_id, dict) else node_or_id}


def moment(when):
    """Return a moment as ISO 8601 with the newsroom's zone, or ""."""
    return timezone.localtime(when).isoformat(timespec="seconds") if when else ""


def site_address(request):
    """Return the site's own address, without a slash at its end."""
    site = Site.find_for_request(request)
    return site.root_url if site else settings.SITE_URL


# --- The publisher -------------------------------------------------------------


def publisher_id(base):
    """Return the one name of the publisher in every graph."""
    return f"{base}/#organization"


def publisher(publication, base):
    """Return the publisher: name, logo, profiles, and those of its policies that exist."""
    policies = {
        name: urljoin(f"{base}/", publication.policies[kind])
        for kind, names in POLICY_PROPERTIES.items()
        if kind in publication.policies
        for name in names
    }
    return said(
        {
            "@type": "NewsMediaOrganization",
            "@id": publisher_id(base),
            "name": publication.name,
            "url": f"{base}/",
            "logo": logo(publication, base),
            "sameAs": [profile.value["url"] for profile in publication.profiles],
            **policies,
        }
    )


def logo(publication, base):
    """Return the publisher's logo: its own, or the icon that the portal brings along."""
    if publication.logo and publication.logo.may_be_shown:
        cut = signed_cut(publication.logo, LOGO)
        return {"@type": "ImageObject", "url": cut.full_url, "width": cut.width, "height": cut.height}
    path, size = FALLBACK_LOGO
    return {"@type": "ImageObject", "url": urljoin(f"{base}/", static(path)), "width": size, "height": size}


def publisher_in_short(publication, base):
    """Return what stands for the publisher in other nodes: readers of a single node learn its name, too."""
    return {"@type": "NewsMediaOrganization", "@id": publisher_id(base), "name": publication.name, "url": f"{base}/"}


def website_id(base):
    """Return the one name of the site."""
    return f"{base}/#website"


def website(publication, base):
    """Return the site, which tells search engines what to call it."""
    return said(
        {
            "@type": "WebSite",
            "@id": website_id(base),
            "name": publication.name,
            "alternateName": publication.tagline,
            "url": f"{base}/",
            "inLanguage": get_language(),
            "publisher": reference(publisher_id(base)),
        }
    )


# --- The page -------------------------------------------------------------------


def breadcrumbs(context, current=""):
    """Return the way down to the page as it is shown, or None where it is none. ``current`` ends it."""
    head, base = context["head"], site_address(context["request"])
    steps = [(str(title), urljoin(f"{base}/", url)) for title, url in context.get("crumbs") or ()]
    if current:
        steps.append((current, head.canonical))
    if len(steps) < 2:
        return None
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": url}
        for place, (title, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{head.canonical}#breadcrumb", "itemListElement": items}


def page_nodes(context, schema_type="WebPage", *, current="", **properties):
    """Return the nodes that every page has: its publisher, itself, and the way to it.

    ``context`` is the template's own, so that nothing is asked for twice;
    ``properties`` belong to the page itself.
    """
    head = context["head"]
    trail = breadcrumbs(context, current)
    page = said(
        {
            "@type": schema_type,
            "@id": head.canonical,
            "url": head.canonical,
            "name": head.title,
            "description": head.description,
            "inLanguage": get_language(),
            "breadcrumb": reference(trail) if trail else None,
            **properties,
        }
    )
    house = publisher(context["publication"], site_address(context["request"]))
    return [house, page, *([trail] if trail else ())]


def item_list(addresses):
    """Return a list of pages in their order, by address."""
    items = [{"@type": "ListItem", "position": place, "url": url} for place, url in enumerate(addresses, start=1)]
    return {"@type": "ItemList", "itemListElement": items} if items else None


# --- Pictures --------------------------------------------------------------------


def picture(image, cut, *, caption="", credit="", creator=None):
    """Return one cut of a picture with what stands below it: caption, credit, how it was made.

    ``creator`` is the node of the person who made it, where the page names one.
    """
    return said(
        {
            "@type": "ImageObject",
            "url": cut.full_url,
            "width": cut.width,
            "height": cut.height,
            "caption": caption or image.caption,
            "creditText": credit or image.credit,
            "creator": creator,
            "license": image.source_url if image.rights in LICENSED_AT_SOURCE else "",
            "digitalSourceType": DIGITAL_SOURCES.get(image.origin),
        }
    )


def pictures(image, canonical, **words):
    """Return a picture in the three ratios that search engines cut from; the widest stands for the page."""
    if not image or not image.may_be_shown:
        return []
    try:
        widest, *others = (signed_cut(image, spec) for spec in RATIOS)
    except SourceImageIOError:
        return []
    return [
        {**picture(image, widest, **words), "@id": f"{canonical}#picture"},
        *({"@type": "ImageObject", "url": cut.full_url, "width": cut.width, "height": cut.height} for cut in others),
    ]
