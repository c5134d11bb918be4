"""What is wrong with stories that readers can see: pictures without credit or description, ended rights, dead links."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, IntegerField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from news.models import OutgoingLink, StoryLink
from portal import clock
from portal.models import PortalImage

NO_CREDIT, NO_ALT, RIGHTS_EXPIRED, DEAD_LINK = "no-credit", "no-description", "rights-expired", "dead-link"
PROBLEMS = {
    RIGHTS_EXPIRED: _("Shows a picture to which our right has ended"),
    NO_CREDIT: _("Shows a picture without a credit"),
    NO_ALT: _("Lead picture without a description"),
    DEAD_LINK: _("Has a link that is dead"),
}


def with_problem(stories, problem):
    """Return those of ``stories`` that are public and have one of the PROBLEMS."""
    public = stories.filter(is_public=True)
    if problem == NO_ALT:
        return public.filter(lead_alt="", lead_image__in=PortalImage.objects.filter(description=""))
    if problem == DEAD_LINK:
        return public.filter(pk__in=StoryLink.objects.filter(link__in=OutgoingLink.objects.dead()).values("article"))
    if problem == NO_CREDIT:
        return public.filter(_shows(Q(credit="")))
    return public.filter(_shows(Q(rights_expire_on__lt=clock.today())))


def _shows(condition):
    """Return the condition of stories that show, wherever in them, a picture for which ``condition`` holds."""
    types = ContentType.objects.get_for_models(Page, PortalImage)
    pictures = PortalImage.objects.filter(condition).values_list(Cast("pk", CharField()), flat=True)
    uses = ReferenceIndex.objects.filter(
        base_content_type=types[Page], to_content_type=types[PortalImage], to_object_id__in=pictures
    )
    return Q(pk__in=uses.values(page_key=Cast("object_id", IntegerField())))
