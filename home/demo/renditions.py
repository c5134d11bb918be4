"""Cutting the demo's pictures ahead of the first reader, since AVIF encodes slowly."""

from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections

from news.models import ArticlePage, Author
from portal.images import SHARE, filter_specs
from portal.models import PortalImage


def cut_pictures(progress=lambda done, total: None, workers=2):
    """Make every rendition that the demo's pages ask for; those that exist are left alone."""
    leads = set(ArticlePage.objects.exclude(lead_image=None).values_list("lead_image_id", flat=True))
    posters = set(ArticlePage.objects.exclude(poster=None).values_list("poster_id", flat=True))
    photos = set(Author.objects.exclude(photo=None).values_list("photo_id", flat=True))
    wanted = {
        **{pk: [*filter_specs("lead", "feature", "figure", "gallery", "card", "thumb"), SHARE] for pk in leads},
        **{pk: filter_specs("avatar", "portrait") for pk in photos - leads},
        **{pk: filter_specs("poster", "poster_lead") for pk in posters - leads},
    }
    images = PortalImage.objects.in_bulk(wanted)

    def cut(pk):
        try:
            images[pk].get_renditions(*wanted[pk])
        finally:
            close_old_connections()

    with ThreadPoolExecutor(max_workers=workers) as pool:
        for done, _result in enumerate(pool.map(cut, wanted), start=1):
            progress(done, len(wanted))
    return len(wanted)
