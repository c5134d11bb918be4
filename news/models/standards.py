"""What the publish gate keeps: the newsroom's own lists of words, and who overrode which rules."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal import clock

HEALTH_WORDS = """\
antibiotic
antidepressant
blood pressure
cancer
chemotherapy
clinical trial
concussion
depression
detox
diabetes
diagnosed with
diagnosis
dosage
eating disorder
fasting
overdose
painkiller
self-harm
side effects
statin
steroid
suicide
vaccine
weight loss"""
CURE_WORDS = """\
completely safe
cures cancer
doctors hate
guaranteed to
instantly cures
miracle cure
miraculous
no side effects
secret remedy
wonder drug"""
SENSITIVE_WORDS = """\
anorexia
bulimia
domestic abuse
eating disorder
overdose
self-harm
sexual assault
suicidal
suicide"""


@register_setting(icon="clipboard-list", order=20)
class Standards(BaseGenericSetting):
    """Lists of words by which rules recognise what a story is about, one word or phrase a line."""

    health_words = models.TextField(
        _("words of medicine"),
        blank=True,
        default=HEALTH_WORDS,
        help_text=_("In a story of another desk they call for a health editor’s look. One a line."),
    )
    cure_words = models.TextField(
        _("words of miracle cures"),
        blank=True,
        default=CURE_WORDS,
        help_text=_("No story about health should use them. One a line."),
    )
    sensitive_words = models.TextField(
        _("sensitive subjects"),
        blank=True,
        default=SENSITIVE_WORDS,
        help_text=_("A story that names one needs a callout that says where to get help. One a line."),
    )
    third_party_limit = models.PositiveSmallIntegerField(
        _("most third-party stories in a section, in per cent"),
        default=25,
        help_text=_("Past this share of wire, partner and sponsored stories the report warns of a section."),
    )

    similar_share = models.PositiveSmallIntegerField(
        _("shared text that counts as a copy, in per cent"),
        default=20,
        validators=[MinValueValidator(5), MaxValueValidator(100)],
        help_text=_("So much of a story may stand in another one before the desk is warned."),
    )
    boilerplate = models.TextField(
        _("phrases of our own"),
        blank=True,
        help_text=_("What stands in many stories and is no copy: notes, disclaimers, calls to subscribe. One a line."),
    )

    class Meta:
        verbose_name = _("standards")

    def __str__(self):
        return str(self._meta.verbose_name)


class StandardsOverride(models.Model):
    """One decision to publish a story against rules: who, which, why, and over which words.

    It holds for exactly the words with ``content_hash`` and the rules in
    ``codes``: new words or another fault need a new decision. ``user`` is None
    for what a program published (`news.standards.gate.waived`).
    """

    article = models.ForeignKey(
        "news.ArticlePage", verbose_name=_("story"), on_delete=models.CASCADE, related_name="overrides"
    )
    user = models.ForeignKey(
        "portal.User", verbose_name=_("who"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(_("reason"))
    codes = models.JSONField(_("rules"), default=list)
    content_hash = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(_("when"), default=clock.now, editable=False, db_index=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("override of the standards")
        verbose_name_plural = _("overrides of the standards")
        permissions = [("override_standards", _("Can publish against the standards"))]

    def __str__(self):
        return f"{self.article}: {', '.join(self.codes)}"
