"""Where the newsroom plugs into Wagtail."""

from wagtail.snippets.models import register_snippet

from news.desk.viewsets import AuthorViewSet

register_snippet(AuthorViewSet)
