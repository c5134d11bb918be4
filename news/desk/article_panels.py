"""How a story is laid out in the editor."""

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

STORY_PANELS = [
    TitleFieldPanel(
        "title",
        heading=_("Headline"),
        help_text=_("Aim for 40 to 95 characters."),
        widget=AdminAutoHeightTextInput(attrs={"rows": 1}),
    ),
    FieldPanel("short_title"),
    FieldPanel("kicker"),
    FieldPanel("standfirst", widget=AdminAutoHeightTextInput()),
    MultiFieldPanel(
        [FieldPanel("lead_image"), FieldPanel("lead_caption"), FieldPanel("lead_alt"), FieldPanel("poster")],
        _("Lead picture"),
    ),
    InlinePanel("contributions", heading=_("Byline and credits"), label=_("Person")),
    FieldPanel("body"),
]

ABOUT_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("kind"),
            FieldPanel("origin"),
            FieldPanel("sponsor"),
            FieldPanel("original_url"),
            FieldPanel("index_reason"),
        ],
        _("What it is"),
    ),
    InlinePanel("topic_links", heading=_("Topics"), label=_("Topic")),
    InlinePanel("related_links", heading=_("Related stories, picked by hand"), label=_("Story"), max_num=6),
    MultiFieldPanel(
        [FieldPanel("responsible_editor"), FieldPanel("ai_use"), FieldPanel("first_published_at")], _("On record")
    ),
]

EVIDENCE_PANELS = [
    HelpPanel(_("Cite a source in the text with its number in square brackets: [1].")),
    MultiFieldPanel(
        [FieldPanel("risk_class"), FieldPanel("evidence"), FieldPanel("evidence_note")], _("How sure we are")
    ),
    InlinePanel("sources", heading=_("Sources"), label=_("Source")),
]

PUBLISHING_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("update_type", widget=RadioSelect),
            FieldPanel("correction_was_wrong"),
            FieldPanel("correction_is_right"),
            FieldPanel("correction_severe"),
        ],
        _("When a public story changes"),
    ),
    FieldPanel("override_reason", permission="news.override_standards"),
]

LIVE_PANELS = [
    MultiFieldPanel([FieldPanel("live_state"), FieldPanel("starts_at"), FieldPanel("ended_at")], _("Live coverage")),
]


def tabs(promote_panels, extra_story_panels=()):
    """Return the tabs of the story editor, in the order in which a story is made."""
    return [
        ObjectList([*extra_story_panels, *STORY_PANELS], heading=_("Story")),
        ObjectList(ABOUT_PANELS, heading=_("About it")),
        ObjectList(EVIDENCE_PANELS, heading=_("Evidence")),
        ObjectList(PUBLISHING_PANELS, heading=_("Publishing")),
        ObjectList(promote_panels, heading=_("Search and sharing")),
    ]
