"""Pictures and clips of a story as machines meet them."""

import re

from wagtail.images.models import SourceImageIOError

from portal.images import PICTURES
from portal.pictures import signed_cut
from portal.structured_data import moment, picture, pictures, said

GALLERY_CUT = PICTURES["gallery"].fallback()
POSTER_CUT = PICTURES["figure"].fallback()
VIDEO_SERVICES = ("YouTube", "Vimeo", "Dailymotion")
AUTOPLAY = re.compile(r"autoplay=1&?")
DURATION = re.compile(r"^(?:(\d+) h\w*\s*)?(?:(\d+) min\w*\s*)?(?:(\d+) s\w*)?$")
"""The way in which the editor is asked to write a clip's length: “5 min 20 sec”."""


def lead_pictures(context):
    """Return the picture that stands for a story, in three ratios.

    That is the one it opens with, else the first one in its text, else the one
    that it is shared with.
    """
    page, canonical = context["page"], context["head"].canonical
    if context.get("verdict") and page.poster and page.poster.may_be_shown:
        return pictures(page.poster, canonical, creator=photographer(context, page.poster.credit))
    if page.lead_image and page.lead_image.may_be_shown:
        creator = photographer(context, page.lead_image.credit)
        return pictures(page.lead_image, canonical, caption=page.lead_caption, creator=creator)
    for figure in figures(page.body, "figure", "gallery"):
        return pictures(figure["image"], canonical, caption=figure["caption"], credit=figure["credit"])
    return pictures(page.head_image(), canonical)


def photographer(context, credit):
    """Return the person whom the credits name as photographer, where the picture's own credit names them too."""
    names = (entry.author.name for entry in context["credits"] if entry.role == "photos")
    return next(({"@type": "Person", "name": name} for name in names if name in credit), None)


def figures(body, *kinds):
    """Yield the figures of a body that we may show: single ones, and those of its galleries."""
    for child in body:
        if child.block_type not in kinds:
            continue
        found = child.value.figures if child.block_type == "gallery" else [child.value]
        yield from (figure for figure in found if figure["image"] and figure["image"].may_be_shown)


def gallery_pictures(page):
    """Return every picture of a story's galleries, with caption and credit."""
    found = []
    for figure in figures(page.body, "gallery"):
        cut = _cut(figure["image"], GALLERY_CUT)
        if cut:
            found.append(picture(figure["image"], cut, caption=figure["caption"], credit=figure["credit"]))
    return found


def videos(page):
    """Return the clips of a story that search engines can list: those of a video service, with a poster."""
    found = []
    for child in page.body:
        if child.block_type != "embed" or child.value.provider not in VIDEO_SERVICES:
            continue
        poster = child.value["poster"]
        cut = _cut(poster, POSTER_CUT) if poster and poster.may_be_shown else None
        if cut:
            found.append(video(page, child.value, cut))
    return found


def video(page, clip, thumbnail):
    """Return one clip. It is ours from the day on which the story showed it, so that is its date."""
    return said(
        {
            "@type": "VideoObject",
            "name": clip["title"],
            "description": clip["caption"] or clip["title"],
            "thumbnailUrl": thumbnail.full_url,
            "uploadDate": moment(page.published_at),
            "embedUrl": AUTOPLAY.sub("", clip.player_url).rstrip("?"),
            "duration": duration(clip["duration"]),
        }
    )


def duration(text):
    """Return a length such as “5 min 20 sec” in ISO 8601, or "" for one that is written in another way."""
    match = DURATION.match(text or "")
    parts = [f"{number}{unit}" for number, unit in zip(match.groups(), "HMS", strict=True) if number] if match else []
    return f"PT{''.join(parts)}" if parts else ""


def _cut(image, spec):
    try:
        return signed_cut(image, spec)
    except SourceImageIOError:
        return None
