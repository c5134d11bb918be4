"""Tags and filters that every template of the portal may use."""

from functools import cache, lru_cache

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone, translation
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.translation import pgettext
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from portal import clock, rich_text
from portal.colours import desk_of
from portal.head import LONGEST_TITLE
from portal.images import PICTURES
from portal.pictures import cuts, share_cut
from portal.structured_data import script
from portal.surroundings import surroundings

register = template.Library()

DAYS_WITHOUT_YEAR = 300


# --- Pictures ---------------------------------------------------------------


def _srcset(found):
    """Return the srcset of cuts, each width once: small originals are never scaled up."""
    by_width = {cut.width: cut for cut in found}
    return ", ".join(f"{cut.url} {width}w" for width, cut in sorted(by_width.items()))


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
        found = cuts(image, use.filter_specs())
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return ""
    # Escaped before it is remembered: a safe text and an unsafe one of the same letters are equal to a cache.
    escaped = tuple((key, conditional_escape(value)) for key, value in attributes.items())
    return _markup(name, tuple(found.values()), conditional_escape(alt), eager, escaped)


@lru_cache(maxsize=5_000)
def _markup(name, found, alt, eager, attributes):
    """Return the element for cuts of a picture, which stand in the order of the specs of their use."""
    use = PICTURES[name]
    found = dict(zip(use.filter_specs(), found, strict=True))
    attributes = dict(attributes)
    srcsets = {form: _srcset([found[spec] for spec in specs]) for form, specs in use.sources().items()}
    fallback = found[use.fallback()]
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
def share_picture(head, publication):
    """Return the rendition that stands for the page where it is shared: its own picture, or the publication's."""
    if not head or head.image:
        return head and head.image
    return share_cut(publication.share_image)


@register.simple_tag
@cache
def icon(name, solid=False):
    """Render an icon of the sprite. Decoration only: the words stand beside it or in a label."""
    return format_html(
        '<svg class="icon{}" width="20" height="20" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        " icon--solid" if solid else "",
        static("portal/icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def around(context, template_name):
    """Render a part of what stands around every page, such as its foot."""
    request, page = context.get("request"), context.get("page")
    return surroundings(
        template_name,
        context["publication"],
        context["site_navigation"],
        at_front=bool(request) and request.path == "/",
        desk=getattr(page, "desk", ""),
    )


# --- Text -------------------------------------------------------------------


@register.filter
def safe_html(source):
    """Return rich text as HTML that is safe to show."""
    return rich_text.safe_html(source) if source else ""


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


@register.simple_tag
def describe_page(head, title, brand, slogan):
    """Return the description of a page: its own, or what it is called and where it stands, so that no two are alike.

    ``brand`` and ``slogan`` are the publication's name and description.
    """
    own = head.description if head else ""
    if own or not slogan:
        return own
    return slogan if title == brand else f"{title}. {slogan}"


@register.simple_tag
def og_locale():
    """Return the language of the page as Open Graph writes it, such as “en_GB”."""
    return translation.to_locale(translation.get_language())


@register.simple_tag(takes_context=True)
def structured_data(context):
    """Render what the page says to machines; nothing for a page without an address or without anything to say."""
    describe, head = context.get("describe"), context.get("head")
    if describe is None or not getattr(head, "canonical", ""):
        return ""
    return script(describe(context))


# --- Time -------------------------------------------------------------------


def short_date(moment):
    """Return a date such as “22 Nov”."""
    return formats.date_format(timezone.localtime(moment), pgettext("short date", "j M"))


def short_date_with_year(moment):
    """Return a date such as “22 Nov 2026”."""
    return formats.date_format(timezone.localtime(moment), pgettext("short date with year", "j M Y"))


def clock_reading(moment):
    """Return a time of day such as “19:42”."""
    return formats.time_format(timezone.localtime(moment), pgettext("time of day", "H:i"))


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

    Never “today” or “an hour ago”: pages are remembered and have to stay true. The
    year is said once it is not plain any more.
    """
    moment = story.published_at or story.first_published_at
    if not moment:
        return ""
    words = clock_reading if clock_time else short_date
    if not clock_time and (clock.now() - moment).days > DAYS_WITHOUT_YEAR:
        words = short_date_with_year
    return _time_in(words, moment, translation.get_language(), timezone.get_current_timezone())


@lru_cache(maxsize=5_000)
def _time_in(words, moment, _language, _zone):
    """Return a moment as ``<time>``, said by the function ``words``: the same for every card in this language."""
    return time_element(moment, words(moment))


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
    return desk_of(colour)
