"""The addresses of the portal with the read API turned on."""

from django.urls import path

from news.syndication.api import router
from portal.urls import urlpatterns as portal_urls

urlpatterns = [path("api/v2/", router.urls), *portal_urls]
