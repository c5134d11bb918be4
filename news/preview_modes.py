"""How an editor looks at a story before readers do: as its page, as its cards, as others will name it, and on paper."""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from news.models.article_links import Contribution

PAGE, CARDS, ELSEWHERE, PAPER = "", "cards", "elsewhere", "paper"


class PreviewModes:
    """Mixin of the story for its previews. Wagtail itself offers each of them in the widths of phones and tablets."""

    MODE_TEMPLATES = {
        CARDS: "news/preview/cards.html",
        ELSEWHERE: "news/preview/elsewhere.html",
        PAPER: "news/preview/paper.html",
    }

    @property
    def preview_modes(self):
        """The names of the previews with their labels."""
        return [
            (PAGE, _("Page")),
            (CARDS, _("Cards on fronts and lists")),
            (ELSEWHERE, _("Search and shared link")),
            (PAPER, _("On paper")),
        ]

    def get_preview_template(self, request, mode_name):
        """Return the template of a preview; that of the page for any mode that is not one of ours."""
        return self.MODE_TEMPLATES.get(mode_name) or super().get_preview_template(request, mode_name)

    def get_preview_context(self, request, mode_name):
        """Add what cards show of authors, and the parts of the address that search engines show."""
        context = super().get_preview_context(request, mode_name)
        if mode_name == CARDS:
            byline = Contribution.Role.BY
            self.card_contributions = [item for item in self.contributions.all() if item.role == byline]
        if mode_name == PAPER:
            context["on_screen"] = self.get_preview_template(request, PAGE)
        if mode_name == ELSEWHERE:
            address = urlsplit(context["head"].canonical or self.get_full_url(request) or "")
            context["host"] = address.netloc
            context["path"] = [part for part in address.path.split("/") if part]
        return context
