"""What the templates of stories and their blocks ask for."""

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import pgettext
from wagtail.rich_text import RichText

from news.blocks.values import STARS
from news.blocks.values import stars as stars_of
from news.cards import newly_corrected, render_card
from news.citations import Citations
from news.fronts.rendering import render_band
from news.story_context import heading_anchor
from portal.commerce import affiliate_domains
from portal.images import PICTURES
from portal.imported_html import safe_imported_html
from portal.pictures import cuts
from portal.rich_text import safe_html
from portal.templatetags.portal_tags import picture_for, story_time, time_element
from portal.web_addresses import web_address

register = template.Library()
register.filter(web_address)
register.simple_tag(newly_corrected)

MAIN_LEVEL = 2
CARD_LEVEL = 3
MONTHS_TOLD_IN_YEARS = 24
PLAIN_KINDS = ("news", "feature")
FULL_SIZE = PICTURES["figure"].sources()["webp"][-1]


@register.inclusion_tag("components/stars.html")
def stars(rating, scale=STARS):
    """Render a rating as five stars with its number; nothing without a rating."""
    return {"stars": stars_of(rating, scale), "rating": rating, "scale": scale, "counts_stars": scale == STARS}


@register.simple_tag
def author_link(author, rel=""):
    """Render an author's name, linked while their profile is public."""
    url = author.get_absolute_url() if author.live else ""
    if not url:
        return format_html("<b>{}</b>", author.name)
    return format_html('<a href="{}"{}>{}</a>', url, format_html(' rel="{}"', rel) if rel else "", author.name)


@register.filter
def outgoing_rel(page):
    """Return what links from a page to other sites say of themselves: ``sponsored`` where somebody paid, else ""."""
    return "sponsored" if getattr(page, "is_sponsored", False) else ""


@register.filter
def anchor(block_id, prefix=""):
    """Return an id for an element of a block, or of its part called ``prefix``: it outlives every rewording."""
    found = heading_anchor(str(block_id or "block"))
    return f"{prefix}-{found}" if prefix else found


@register.simple_tag(takes_context=True)
def cite(context, value):
    """Return rich or plain text as safe HTML, with reference marks linked where the page has sources.

    Links out of a page that somebody paid for say so, and so do links that earn money.
    """
    rel = outgoing_rel(context.get("page"))
    html = value
    if isinstance(value, RichText):
        shops = affiliate_domains(context.get("publication"))
        html = safe_html(value.source, context.get("page_links"), rel, shops)
    return (context.get("citations") or Citations()).linked(html or "")


@register.simple_tag
def imported_html(source):
    """Return HTML that came from another system, cleaned of whatever could run."""
    return safe_imported_html(source)


@register.simple_tag(takes_context=True)
def levelled(context, blocks):
    """Return ``(block, heading level)`` pairs, so that the headings of boxes skip no level.

    A box stands one level below the last main heading before it, or on the
    main level where there is none. ``box_level`` in the context fixes it instead.
    """
    fixed, seen, pairs = context.get("box_level"), False, []
    for block in blocks:
        pairs.append((block, fixed or (MAIN_LEVEL + 1 if seen else MAIN_LEVEL)))
        seen = seen or (block.block_type == "heading" and block.value["level"] == "h2")
    return pairs


@register.filter
def opening_points(blocks):
    """Return the block of key points that a body opens with, or None: it stands above the text."""
    first = next(iter(blocks or ()), None)
    return first if first is not None and first.block_type == "key_points" else None


@register.filter
def label_words(story):
    """Return what stands beside the section in a story's label: kicker, kind and origin, as far as they say more."""
    words = [story.kicker]
    if story.kind not in PLAIN_KINDS:
        words.append(story.get_kind_display())
    if story.origin != story.Origin.STAFF:
        words.append(story.get_origin_display())
    said = {story.section.title.casefold() if story.section else "", ""}
    return [word for word in words if word.casefold() not in said and not said.add(word.casefold())]


@register.simple_tag(takes_context=True)
def story_card(context):
    """Render the card of a story. Its parameters stand in ``components/story_card.html``."""
    story, picture = context["story"], context.get("picture")
    image = context.get("own_image") or story.lead_image
    return render_card(
        story,
        url=story.get_url(context.get("request")),
        headline=context.get("own_headline") or story.title,
        media=picture_for(image, picture, eager=bool(context.get("eager"))) if picture else "",
        corrected=newly_corrected(story),
        time=story_time(story),
        variant=context.get("variant", ""),
        size=context.get("size", ""),
        level=context.get("level") or CARD_LEVEL,
        dek=bool(context.get("dek")),
        byline=context.get("byline") is not False,
    )


@register.simple_tag(takes_context=True)
def front_band(context, band, template="", **parameters):
    """Render a band of a front with the parameters of its template: the band's own, or the one that is named."""
    return render_band(band, context.get("request"), template, **parameters)


@register.filter
def whole_years(months):
    """Return the full years in a number of months, or 0 while months say it better."""
    return months // 12 if months >= MONTHS_TOLD_IN_YEARS else 0


@register.filter
def lookup(mapping, key):
    """Return what a dictionary holds under ``key``, or None."""
    return mapping.get(key) if mapping else None


@register.simple_tag
def full_size(image):
    """Return the address of a picture as large as we show it anywhere; originals are never public."""
    return cuts(image, [FULL_SIZE])[FULL_SIZE].url


@register.simple_tag
def date_element(moment):
    """Render a date, or the day of a moment, as ``<time>`` with its year."""
    if not moment:
        return ""
    day = timezone.localtime(moment).date() if hasattr(moment, "hour") else moment
    return format_html(
        '<time datetime="{}">{}</time>', day.isoformat(), formats.date_format(day, pgettext("date", "j F Y"))
    )


@register.simple_tag
def clock_element(moment):
    """Render the time of day of a moment as ``<time>``."""
    if not moment:
        return ""
    return time_element(moment, formats.time_format(timezone.localtime(moment), pgettext("time of day", "H:i")))
