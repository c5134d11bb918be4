"""Tags and filters that every template of the portal may use."""

import re

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from portal import clock, rich_text
from portal.images import PICTURES

register = template.Library()

LONGEST_TITLE = 65
MONTHS_WITHOUT_YEAR = 300
# Links and tags pass untouched: only marks in the text itself are citations.
CITATION = re.compile(r'<a\b.*?</a>|<(?:"[^"]*"|[^">])*>|\[(\d{1,3})\]', re.DOTALL)


# --- Pictures ---------------------------------------------------------------


def _srcset(renditions):
    """Return the srcset of renditions, each width once: small originals are never scaled up."""
    by_width = {rendition.width: rendition for rendition in renditions}
    return ", ".join(f"{rendition.url} {width}w" for width, rendition in sorted(by_width.items()))


@register.simple_tag
def picture_for(image, name, alt="", eager=False, **attributes):
    """Render a picture in the sizes and formats of its use, an entry of `portal.images.PICTURES`.

    Renders nothing for no image, for one whose rights have run out, and for one
    whose file is lost. ``eager`` is for the one picture that a page opens with;
    further arguments become attributes of the ``<img>``.
    """
    if not image or not image.may_be_shown:
        return ""
    use = PICTURES[name]
    try:
        renditions = image.get_renditions(*use.filter_specs())
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return ""
    srcsets = {form: _srcset([renditions[spec] for spec in specs]) for form, specs in use.sources().items()}
    fallback = renditions[use.fallback()]
    own_srcset = srcsets.pop(use.formats[-1], None)
    priority = {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}
    if own_srcset:
        attributes |= {"srcset": own_srcset, "sizes": use.sizes}
    img = format_html(
        '<img src="{}" width="{}" height="{}" alt="{}"{}>',
        fallback.url,
        fallback.width,
        fallback.height,
        alt,
        format_html_join("", ' {}="{}"', (attributes | priority).items()),
    )
    if not srcsets:
        return img
    sources = format_html_join(
        "\n",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((form, srcset, use.sizes) for form, srcset in srcsets.items()),
    )
    return format_html("<picture>\n{}\n{}\n</picture>", sources, img)


@register.simple_tag
def icon(name, solid=False):
    """Render an icon of the sprite. Decoration only: the words stand beside it or in a label."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        " icon--solid" if solid else "",
        static("portal/icons.svg"),
        name,
    )


# --- Text -------------------------------------------------------------------


@register.filter
def safe_html(source):
    """Return rich text as HTML that is safe to show."""
    return rich_text.safe_html(source) if source else ""


@register.filter
def cited(source, sources):
    """Return rich text as safe HTML, with marks such as ``[1]`` made links to the numbered sources.

    A mark without a source stays what the author typed. The first mention of a
    source on the page gets the id ``ref-1``, and the source the attribute
    ``is_cited``, so that the list of sources can link back to it.
    """

    def link(match):
        number = int(match[1] or 0)
        if not 1 <= number <= len(sources or ()):
            return match[0]
        first = not getattr(sources[number - 1], "is_cited", False)
        sources[number - 1].is_cited = True
        return format_html(
            '<sup class="ref"><a href="#source-{}"{} aria-label="{}">{}</a></sup>',
            number,
            format_html(' id="ref-{}"', number) if first else "",
            _("Source %(number)d") % {"number": number},
            number,
        )

    return mark_safe(CITATION.sub(link, safe_html(source)))  # noqa: S308 - safe_html has cleaned it


@register.simple_tag
def coalesce(*values):
    """Return the first value that says something. Unlike ``firstof`` it leaves escaping to whoever prints it."""
    return next((value for value in values if value), "")


@register.simple_tag
def head_title(title, brand):
    """Return the title of the browser tab: with the publication's name while there is room for it."""
    if not brand or brand in title or len(title) + len(brand) + 3 > LONGEST_TITLE:
        return title
    return f"{title} | {brand}"


# --- Time -------------------------------------------------------------------


def short_date(moment):
    """Return a date such as “22 Nov”, with the year once that is not plain any more."""
    long_ago = (clock.now() - moment).days > MONTHS_WITHOUT_YEAR
    pattern = pgettext("short date with year", "j M Y") if long_ago else pgettext("short date", "j M")
    return formats.date_format(timezone.localtime(moment), pattern)


@register.simple_tag
def time_element(moment, text=""):
    """Render a moment as ``<time>``, in full unless ``text`` says it shorter."""
    if not moment:
        return ""
    local = timezone.localtime(moment)
    shown = text or formats.date_format(local, pgettext("date and time", "j F Y, H:i"))
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), shown)


@register.simple_tag
def day_element(moment):
    """Render the day of a moment as ``<time>``, such as “22 November”."""
    if not moment:
        return ""
    day = timezone.localtime(moment).date()
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), formats.date_format(day, "MONTH_DAY_FORMAT"))


@register.simple_tag
def story_time(story, clock_time=False):
    """Render when a story was published: its day, or its time of day in a list that names the day.

    Never “today” or “an hour ago”: pages are remembered and have to stay true.
    """
    moment = story.published_at or story.first_published_at
    if not moment:
        return ""
    text = formats.time_format(timezone.localtime(moment), "H:i") if clock_time else short_date(moment)
    return time_element(moment, text)


# --- Lists ------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def page_url(context, number, query=""):
    """Return the address of a numbered page of the current list. The first page has no number.

    ``query`` is what else belongs to the list, as an encoded query string; of
    the request's own parameters none is repeated.
    """
    request = context.get("request")
    path = request.path if request else ""
    parameters = [part for part in (query, f"page={number}" if number > 1 else "") if part]
    return f"{path}?{'&'.join(parameters)}" if parameters else path


@register.filter
def page_range(page):
    """Return the numbers of the pages around this one, with “…” where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


# --- Colours ----------------------------------------------------------------


@register.filter
def desk(colour):
    """Return the name under which the stylesheet knows a colour of the publication."""
    return "health" if colour == "tonic" else "entertainment"
