"""What the history of a live blog's page says of its updates."""

from functools import partial

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

PREFIX = "news.live."
# By what was done: the name of it in filters, and the sentence in the history.
DEEDS = {
    "publish": (gettext_lazy("Publish a live update"), gettext_lazy("Published the update “%(update)s”")),
    "edit": (gettext_lazy("Edit a live update"), gettext_lazy("Edited the update “%(update)s”")),
    "correct": (gettext_lazy("Correct a live update"), gettext_lazy("Corrected the update “%(update)s” in public")),
    "withdraw": (gettext_lazy("Withdraw a live update"), gettext_lazy("Withdrew the update “%(update)s”")),
    "restore": (gettext_lazy("Put a live update back"), gettext_lazy("Put the update “%(update)s” back")),
    "pin": (gettext_lazy("Pin a live update"), gettext_lazy("Pinned the update “%(update)s”")),
    "unpin": (gettext_lazy("Unpin a live update"), gettext_lazy("Unpinned the update “%(update)s”")),
    "mark": (gettext_lazy("Make a live update a key event"), gettext_lazy("Made “%(update)s” a key event")),
    "unmark": (gettext_lazy("Make a live update no key event"), gettext_lazy("Made “%(update)s” no key event")),
    "start": (gettext_lazy("Start live coverage"), gettext_lazy("Started the live coverage")),
    "close": (gettext_lazy("Close live coverage"), gettext_lazy("Closed the live coverage")),
    "reopen": (gettext_lazy("Reopen live coverage"), gettext_lazy("Reopened the live coverage")),
}


def note(blog, deed, user, update=None, **data):
    """Write one of the DEEDS into the history of the blog's page. ``data`` is kept beside it."""
    if update is not None:
        data |= {"key": update.pk, "update": Truncator(str(update)).chars(80)}
    log(blog, PREFIX + deed, user=user, data=data)


class _Sentence(LogFormatter):
    """Says one of the DEEDS; what an update said before an edit stands below."""

    def __init__(self, label, sentence):
        self.label, self.sentence = label, sentence

    def format_message(self, log_entry):
        return self.sentence % {"update": log_entry.data.get("update", "")}

    def format_comment(self, log_entry):
        before = log_entry.data.get("before")
        return _("It said before: %(words)s") % {"words": before} if before else ""


def register(actions):
    """Teach the history what was done. For the hook ``register_log_actions``."""
    for deed, (label, sentence) in DEEDS.items():
        actions.register_action(PREFIX + deed)(partial(_Sentence, label, sentence))
