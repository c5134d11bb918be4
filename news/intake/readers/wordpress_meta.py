"""The custom fields of WordPress that a story needs: those of its search plug-ins first."""

import re

from news.intake.characters import kept_json

_SEO = {
    "seo_title": (
        "_yoast_wpseo_title",
        "rank_math_title",
        "_seopress_titles_title",
        "_aioseo_title",
        "_aioseop_title",
        "_genesis_title",
        "jetpack_seo_html_title",
    ),
    "seo_description": (
        "_yoast_wpseo_metadesc",
        "rank_math_description",
        "_seopress_titles_desc",
        "_aioseo_description",
        "_aioseop_description",
        "_genesis_description",
        "standard_seo_post_meta_description",
        "advanced_seo_description",
    ),
    "social_title": (
        "_yoast_wpseo_opengraph-title",
        "rank_math_facebook_title",
        "_seopress_social_fb_title",
        "_aioseo_og_title",
    ),
    "social_description": (
        "_yoast_wpseo_opengraph-description",
        "rank_math_facebook_description",
        "_seopress_social_fb_desc",
        "_aioseo_og_description",
    ),
    "canonical_url": (
        "_yoast_wpseo_canonical",
        "rank_math_canonical_url",
        "_seopress_robots_canonical",
        "_aioseo_canonical_url",
        "_genesis_canonical_uri",
    ),
}
_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat")
_NOINDEX = {
    "_yoast_wpseo_meta-robots-noindex": "1",
    "_seopress_robots_index": "yes",
    "_aioseop_noindex": "on",
    "_genesis_noindex": "1",
    "jetpack_seo_noindex": "1",
}
_VARIABLE = re.compile(r"%%?([a-z_]+)%%?|#([a-z_]+)")
_TITLES = {"title", "post_title", "wp_title"}
_SITES = {"sitename", "site_title", "sitetitle", "blog_title"}
_SEPARATORS = {"sep", "separator", "separator_sa"}
_NOTHING = {"page", "pagenumber", "current_pagination"}


def post_meta(item):
    """Return the custom fields of an item of WXR: each key with its values, in order."""
    fields = {}
    for node in item.all("wp:postmeta"):
        fields.setdefault(node.first("wp:meta_key"), []).append(_value(node))
    return fields


def seo_fields(meta, *, title, site):
    """Return what a story's search plug-ins say of it, by the names of the record, and sentences on what was left out.

    Variables such as ``%%title%% %%sep%% %%sitename%%`` are filled in; a text
    with others is left out, since only the plug-in knows what they stand for.
    """
    fields, trouble = {}, []
    for name, keys in _SEO.items():
        raw = next((meta[key][0].strip() for key in keys if meta.get(key) and meta[key][0].strip()), "")
        filled = _filled(raw, title, site) if name != "canonical_url" else raw
        if filled is None:
            trouble.append(f"The {name.replace('_', ' ')} “{raw}” holds variables of a plug-in and was left out.")
        elif filled:
            fields[name] = filled
    noindex = any(meta.get(key, [""])[0].strip() == value for key, value in _NOINDEX.items())
    if noindex or "noindex" in meta.get("rank_math_robots", [""])[0]:
        fields["noindex"] = True
    return fields, trouble


def primary_category(meta):
    """Return the number of the category that a plug-in names as a story's own, or an empty text."""
    return next((meta[key][0].strip() for key in _PRIMARY if meta.get(key) and meta[key][0].strip() != "0"), "")


def footnotes(meta):
    """Return WordPress' footnotes, as ``[{"id": …, "content": HTML}]``, and whether they could be read."""
    raw = meta.get("footnotes", [""])[0].strip()
    if not raw:
        return [], True
    try:
        notes = kept_json(raw)
        return [{"id": str(note["id"]), "content": str(note["content"])} for note in notes], True
    except (ValueError, TypeError, KeyError, RecursionError):
        return [], False


def enclosures(meta):
    """Return the addresses of a story's audio or video files: the first line of each field ``enclosure``."""
    found = (value.strip().split("\n")[0].strip() for value in meta.get("enclosure", []))
    return list(dict.fromkeys(address for address in found if address))


def _value(node):
    return next((child.text for child in node.children if child.name == "wp:meta_value"), "")


def _filled(text, title, site):
    """Return a text with its variables filled in, or ``None`` where one is unknown."""
    unknown = []

    def value(match):
        name = match[1] or match[2]
        if name in _TITLES:
            return title
        if name in _SITES:
            return site
        if name in _SEPARATORS:
            return "-"
        if name in _NOTHING:
            return ""
        if match[2] or not match[0].startswith("%"):
            return match[0]
        if match[0].endswith("%"):
            unknown.append(name)
        return match[0]

    filled = " ".join(_VARIABLE.sub(value, text).split())
    return None if unknown else filled
