"""What a publication tells crawlers, advertising systems and security researchers, in its own words."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.page_cache.tags import Tagged

# By what they say of themselves: those that gather texts to train models, and those that look answers up.
TRAINING_CRAWLERS = (
    "AI2Bot", "Amazonbot", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "Diffbot", "GPTBot",
    "Google-Extended", "Meta-ExternalAgent", "cohere-training-data-crawler", "omgili",
)  # fmt: skip
ANSWERING_CRAWLERS = (
    "ChatGPT-User", "Claude-SearchBot", "Claude-User", "DuckAssistBot", "Meta-ExternalFetcher", "MistralAI-User",
    "OAI-SearchBot", "Perplexity-User", "PerplexityBot",
)  # fmt: skip

_AGENT = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_PATH = re.compile(r"/[!-~]{0,300}")
_SELLER = re.compile(r"[^,\s]+\s*,\s*[^,\s]+\s*,\s*(DIRECT|RESELLER)(\s*,\s*[^,\s]+)?", re.IGNORECASE)
_VARIABLE = re.compile(r"(CONTACT|SUBDOMAIN|INVENTORYPARTNERDOMAIN|OWNERDOMAIN|MANAGERDOMAIN)=\S.*", re.IGNORECASE)
LLMS_AT_LEAST = 50


def lines_of(text):
    """Return the lines of a text that say something, without the space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _each_line(pattern, message):
    """Return a validator for texts of one thing a line."""

    def validate(text):
        wrong = [line for line in lines_of(text) if not pattern.fullmatch(line)]
        if wrong:
            raise ValidationError(message % {"line": wrong[0]})

    return validate


def validate_agents(text):
    """Refuse what is no name of a crawler."""
    _each_line(_AGENT, _("“%(line)s” is no name of a crawler: one a line, letters, digits, dots and dashes."))(text)


def validate_paths(text):
    """Refuse what is no path."""
    _each_line(_PATH, _("“%(line)s” is no path: it begins with a slash and holds no space."))(text)


def validate_ads_txt(text):
    """Refuse what the IAB's ads.txt 1.1 does not know: sellers, variables and comments are all there is."""
    known = [line.partition("#")[0].strip() for line in lines_of(text)]
    for line in filter(None, known):
        if not (_SELLER.fullmatch(line) or _VARIABLE.fullmatch(line)):
            raise ValidationError(
                _("“%(line)s” is no line of ads.txt: system, account, DIRECT or RESELLER, or a variable.")
                % {"line": line}
            )


def validate_llms_txt(text):
    """Refuse a file that its readers would not take: it begins with a heading and holds a link."""
    lines = lines_of(text)
    if not lines or not lines[0].startswith("# ") or "](http" not in text or len(text) < LLMS_AT_LEAST:
        raise ValidationError(_("Begin with “# ” and a title, and hold at least one link: [words](https://…)."))


@register_setting(icon="cogs", order=3)
class CrawlerSettings(Tagged, BaseSiteSetting):
    """The publication's files for machines: robots.txt, security.txt, ads.txt and llms.txt."""

    class Stance(models.TextChoices):
        NONE = "", _("Say nothing")
        ALLOW = "allow", _("Allow")
        REFUSE = "refuse", _("Refuse")

    cache_tag = "crawlers"

    ai_training = models.CharField(
        _("training of AI models"),
        max_length=10,
        blank=True,
        choices=Stance.choices,
        default=Stance.NONE,
        help_text=_("Refusing closes the site to crawlers that gather texts for it, as far as they obey."),
    )
    ai_answers = models.CharField(
        _("answers by AI"),
        max_length=10,
        blank=True,
        choices=Stance.choices,
        default=Stance.NONE,
        help_text=_("Assistants and search engines that answer from our pages, mostly with a link."),
    )
    refused_crawlers = models.TextField(
        _("crawlers to refuse"), blank=True, validators=[validate_agents], help_text=_("One name a line.")
    )
    closed_paths = models.TextField(
        _("paths that no crawler shall visit"),
        blank=True,
        validators=[validate_paths],
        help_text=_("One a line, such as /internal/. Never close what search engines need to see a page."),
    )
    security_contact = models.CharField(
        _("contact for security"),
        max_length=200,
        blank=True,
        help_text=_("An e-mail address or a page for those who find a weakness. Blank: the public e-mail address."),
    )
    security_policy = models.URLField(_("security policy"), blank=True)
    ads_txt = models.TextField("ads.txt", blank=True, validators=[validate_ads_txt])
    llms_txt = models.TextField(
        "llms.txt",
        blank=True,
        validators=[validate_llms_txt],
        help_text=_("What language models should know of the site, in Markdown. Blank: no such file."),
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("ai_training"), FieldPanel("ai_answers")], _("Artificial intelligence")
                    ),
                    FieldPanel("refused_crawlers"),
                    FieldPanel("closed_paths"),
                ],
                heading="robots.txt",
            ),
            ObjectList([FieldPanel("security_contact"), FieldPanel("security_policy")], heading="security.txt"),
            ObjectList([FieldPanel("ads_txt")], heading="ads.txt"),
            ObjectList([FieldPanel("llms_txt")], heading="llms.txt"),
        ]
    )

    class Meta:
        verbose_name = _("files for machines")
        verbose_name_plural = _("files for machines")

    def __str__(self):
        return str(self._meta.verbose_name)

    def clean(self):
        """Refuse a contact that is neither an address of the web nor one of e-mail."""
        super().clean()
        contact = self.security_contact
        if contact and not contact.startswith(("https://", "mailto:", "tel:")) and "@" not in contact:
            raise ValidationError({"security_contact": _("Give an e-mail address, or one that begins with https://.")})

    def robot_groups(self):
        """Return the rules of robots.txt as pairs: names of crawlers, and the lines that hold for them."""
        refused = lines_of(self.refused_crawlers)
        if self.ai_training == self.Stance.REFUSE:
            refused += TRAINING_CRAWLERS
        if self.ai_answers == self.Stance.REFUSE:
            refused += ANSWERING_CRAWLERS
        everybody = [f"Disallow: {path}" for path in ("/admin/", *lines_of(self.closed_paths))]
        signals = [
            f"{name}={'yes' if stance == self.Stance.ALLOW else 'no'}"
            for name, stance in (("ai-input", self.ai_answers), ("ai-train", self.ai_training))
            if stance
        ]
        if signals:
            everybody.insert(0, f"Content-Signal: search=yes, {', '.join(signals)}")
        groups = [(sorted(set(refused), key=str.casefold), ["Disallow: /"])] if refused else []
        return [*groups, (["*"], [*everybody, "Allow: /"])]

    def security_address(self, fallback=""):
        """Return where to report a weakness, as an address with its scheme, or "" where nobody is named."""
        contact = self.security_contact or fallback
        return f"mailto:{contact}" if "@" in contact and ":" not in contact else contact
