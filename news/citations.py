"""Reference marks: "[1]" in the text becomes a link to the first source, and the source links back."""

import re

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

# Links and tags pass untouched: only marks in the text itself are citations.
_PIECES = re.compile(r'<a\b.*?</a>|<(?:"[^"]*"|[^">])*>|\s?\[([0-9]{1,3}(?:\s?,\s?[0-9]{1,3})*)\]', re.DOTALL)


class Citations:
    """The reference marks of one rendering of one story.

    Remembers which sources were cited so far: the first mark of each carries
    the id that the list of sources links back to.
    """

    def __init__(self, sources=()):
        self.count = len(sources)
        self.cited = set()

    def linked(self, html):
        """Return ``html`` with every mark of an existing source made a link.

        Plain text is escaped first. Marks inside links and marks of sources
        that do not exist stay as they are.
        """
        html = conditional_escape(html)
        if not self.count:
            return html
        return mark_safe(_PIECES.sub(self._link, html))  # noqa: S308 - it was safe, and format_html makes the links

    def _link(self, match):
        numbers = [int(number) for number in (match[1] or "").split(",") if number]
        if not numbers or not all(1 <= number <= self.count for number in numbers):
            return match[0]
        return format_html(
            '<sup class="ref">{}</sup>', format_html_join(", ", "{}", ((self._anchor(n),) for n in numbers))
        )

    def _anchor(self, number):
        identifier = "" if number in self.cited else format_html(' id="cited-{}"', number)
        self.cited.add(number)
        label = _("Reference %(number)d") % {"number": number}
        return format_html('<a href="#source-{0}"{1} aria-label="{2}">{0}</a>', number, identifier, label)
