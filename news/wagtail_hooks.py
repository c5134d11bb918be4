"""Where the newsroom plugs into Wagtail."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from news.desk.viewsets import (
    AppendOnlyPolicy,
    AuthorViewSet,
    BreakingNewsViewSet,
    CorrectionViewSet,
    LiveUpdateViewSet,
)
from news.models import Correction

register_permission_policy(Correction, AppendOnlyPolicy(Correction))

for viewset in (BreakingNewsViewSet, AuthorViewSet, LiveUpdateViewSet, CorrectionViewSet):
    register_snippet(viewset)
