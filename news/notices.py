"""The strip above every page, kept where every page already looks.

Breaking news stand in a table of their own, which editors work with. What runs
now or later is copied to the publication's row, since every page reads that
row anyway: the strip costs no query of its own.
"""

from news.models import BreakingNews
from portal.site_settings import Publication


def refresh_notices():
    """Copy what runs now or later, the most important first, to every publication."""
    notices = [
        {
            "text": news.text,
            "severity": news.severity,
            "page": news.page_id if news.page and news.page.live else None,
            "starts_at": news.starts_at.isoformat(),
            "ends_at": news.ends_at.isoformat(),
        }
        for news in BreakingNews.objects.to_come().select_related("page")
    ]
    Publication.objects.update(notices=notices)
