"""Which policies the publication has, kept on the publication itself: every page names them to machines."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Site
from wagtail.signals import page_unpublished, post_page_move

from home.models import PolicyPage
from portal.site_settings import Publication
from portal.visibility import open_to_all


def refresh_policies(**kwargs):
    """Write the paths of the open policies of each site, by kind, on its publication; of two of a kind the first."""
    for site in Site.objects.select_related("root_page"):
        publication, root = Publication.for_site(site), site.root_page
        pages = PolicyPage.objects.descendant_of(root).filter(open_to_all()).order_by("-path")
        cut = len(root.url_path) - 1
        policies = {kind: path[cut:] for kind, path in pages.values_list("kind", "url_path")}
        if policies != publication.policies:
            publication.policies = policies
            publication.save(update_fields=["policies"])


def connect():
    """Refresh whenever a policy comes, goes or stands elsewhere."""
    for signal in (post_save, post_delete, page_unpublished, post_page_move):
        signal.connect(refresh_policies, sender=PolicyPage)
