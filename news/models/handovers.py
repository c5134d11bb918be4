"""In whose hands a story is: whoever began it, until it is handed to somebody else."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.models.articles import ArticlePage
from news.notifications import tell
from portal import clock

HANDED_OVER = "news.hand_over"


def people_for(story):
    """Return the active accounts to which a story can be handed: those that may edit it."""
    found = PagePermissionPolicy().users_with_permission_for_instance("change", story)
    return found.order_by("first_name", "last_name", "username")


def holder_of(story):
    """Return the account that has a story now, or None where whoever began it has none any more."""
    handover = Handover.objects.filter(story=story).select_related("holder").first()
    return handover.holder if handover else story.owner


def holder_name():
    """Return the name of who has a story as an expression over stories, for lists; None for nobody."""

    def name(path):
        full = Trim(Concat(f"{path}__first_name", Value(" "), f"{path}__last_name"))
        return Coalesce(NullIf(full, Value("")), F(f"{path}__username"))

    return Case(When(handover__isnull=False, then=name("handover__holder")), default=name("owner"))


def name_of(user):
    """Return what the desk calls an account."""
    return (user.get_full_name() or user.get_username()) if user else ""


class Handover(models.Model):
    """The last time that a story changed hands. It says who works on it, and locks nobody out."""

    story = models.OneToOneField(ArticlePage, on_delete=models.CASCADE, related_name="handover")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="held_stories")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField(default=clock.now)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")

    def __str__(self):
        return f"{self.holder}: {self.story_id}"

    @classmethod
    def give(cls, story, holder, *, by, note=""):
        """Hand a story on, log it in the story's history, and mail those whom it concerns.

        Who gets it is told; where somebody took it, who had it until now. Nobody is mailed what they did themselves.
        """
        before = holder_of(story)
        with transaction.atomic():
            values = {"holder": holder, "given_by": by, "given_at": clock.now(), "note": note}
            handover, _created = cls.objects.update_or_create(story=story, defaults=values)
            log(instance=story, action=HANDED_OVER, user=by, data={"to": name_of(holder), "note": note})
        if holder != by:
            handover._tell(
                holder, gettext("Handed to you: %(title)s"), gettext("%(who)s hands “%(title)s” over to you.")
            )
        elif before and before != by:
            words = gettext("%(who)s has taken over “%(title)s”, which was with you.")
            handover._tell(before, gettext("Taken over: %(title)s"), words)
        return handover

    def end(self, *, by):
        """Say that its holder is done with it: the story is again with whoever began it."""
        owner = get_user_model().objects.filter(pk=self.story.owner_id).first()
        with transaction.atomic():
            self.delete()
            log(instance=self.story, action=HANDED_OVER, user=by, data={"to": name_of(owner), "note": ""})

    def _tell(self, user, subject, words):
        if not user.email or not user.is_active:
            return
        values = {"who": name_of(self.given_by), "title": self.story.get_admin_display_title()}
        text = "\n".join(line for line in (words % values, self.note) if line)
        path = reverse("wagtailadmin_pages:edit", args=[self.story_id])
        tell(subject % values, text, [user.email], path=path)
