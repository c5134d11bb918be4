"""Every address of the portal. Pages of the tree come last."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from news.archive import archive, archive_of_day, archive_of_month, archive_of_old_system
from news.desk.preview_links import PUBLIC_URL_NAME as SHARED_PREVIEW
from news.desk.preview_links import shared_preview
from news.live_fragment import live_fragment
from news.syndication.oembed import oembed
from portal.documents import serve_document
from portal.health import livez, readyz
from portal.manifest import favicon, manifest
from portal.media import media
from portal.pictures import URL_NAME, cut_picture
from portal.redirects import nowhere, serve
from portal.routing import NOWHERE, TREE
from portal.security.sign_in import CodeView, SignInView
from portal.views import (
    ads_txt,
    indexnow_key,
    llms_txt,
    opensearch,
    robots,
    security_txt,
    security_txt_at_the_root,
)

# Wagtail's own login for readers would be a second door beside the admin's.
page_urls = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name not in {"wagtailcore_login", TREE}]
# A second name for the first door: Wagtail asks for it where a page or a collection is closed to all but accounts.
page_urls.append(path("admin/login/", RedirectView.as_view(pattern_name=settings.LOGIN_URL), name="wagtailcore_login"))
page_urls.append(re_path(wagtail_urls.serve_pattern, serve, name=TREE))

document_urls = [pattern for pattern in wagtaildocs_urls.urlpatterns if pattern.name != "wagtaildocs_serve"]
document_urls.append(re_path(r"^(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"))

urlpatterns = [
    # Before Wagtail's own, whose door this is.
    path("admin/login/", SignInView.as_view(), name="wagtailadmin_login"),
    path("admin/login/code/", CodeView.as_view(), name="portal_sign_in_code"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(document_urls)),
    path("search/", include("search.urls")),
    path("", include("news.urls")),
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("security.txt", security_txt_at_the_root),
    path("ads.txt", ads_txt, name="ads-txt"),
    path("llms.txt", llms_txt, name="llms-txt"),
    path("opensearch.xml", opensearch, name="opensearch"),
    re_path(r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$", indexnow_key, name="indexnow-key"),
    path("site.webmanifest", manifest, name="manifest"),
    path("favicon.ico", favicon),
    path("archive/", archive, name="archive"),
    re_path(r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/$", archive_of_month, name="archive_of_month"),
    re_path(
        r"^archive/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})/$", archive_of_day, name="archive_of_day"
    ),
    re_path(
        r"^(?P<year>[0-9]{4})/(?:(?P<month>[0-9]{2})/(?:(?P<day>[0-9]{2})/)?)?"
        r"(?:page/[0-9]+/)?(?:feed/(?:[a-z0-9]+/)?)?$",
        archive_of_old_system,
    ),
    path("oembed", oembed, name="oembed"),
    path("_live/<key:blog_id>", live_fragment, name="live_fragment"),
    path("_cut/<str:signature>/<key:image_id>/<str:spec>", cut_picture, name=URL_NAME),
    path("_preview/<str:token>/", shared_preview, name=SHARED_PREVIEW),
    path("", include("news.syndication.urls")),
]

if settings.READ_API:
    from news.syndication.api import router as read_api

    urlpatterns.append(path("api/v2/", read_api.urls))

if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$", media, name="media"))

urlpatterns += page_urls
urlpatterns.append(re_path(r"^(?P<path>.*)$", nowhere, name=NOWHERE))
