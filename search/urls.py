"""Addresses of the search, below /search/."""

from django.urls import path

from search.views import results, suggest

app_name = "search"
urlpatterns = [
    path("", results, name="results"),
    path("suggest/", suggest, name="suggest"),
]
