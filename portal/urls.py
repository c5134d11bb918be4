"""Every address of the portal. Pages of the tree come last."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from news.syndication.sitemaps import sitemap
from portal.health import livez, readyz
from portal.media import media
from portal.views import robots

# Wagtail's own login for readers would be a second door beside the admin's.
page_urls = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtailcore_login"]

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
]

if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$", media, name="media"))

urlpatterns += page_urls
