"""What the codes of an import's notes mean, in words."""

from django.utils.translation import gettext_lazy as _

NOTES = {
    "adopted": _("What stood here already under the same name was used"),
    "author_made": _("Author made from a login: the export says nothing of them"),
    "author_missing": _("Story without an author"),
    "canonical_elsewhere": _("Named an original at another address"),
    "comments_left_out": _("Comments left out"),
    "credit_unknown": _("Picture without a credit"),
    "date_guessed": _("Date guessed"),
    "date_in_future": _("Published in the export, with a date still to come"),
    "date_missing": _("Date missing"),
    "deleted_here": _("Deleted here since: not made again"),
    "dropped": _("Left out: what only the old system can fill"),
    "edited_here": _("Edited here since: left alone"),
    "embed_as_link": _("Player became a link"),
    "failed": _("Could not be brought in"),
    "file_missing": _("File missing"),
    "image_degraded": _("Picture found in a smaller size only"),
    "image_duplicate": _("Picture that the library had already"),
    "image_missing": _("Picture missing"),
    "imported_html": _("Kept as imported HTML"),
    "lead_from_body": _("Lead picture taken from the text"),
    "lead_missing": _("Lead picture missing"),
    "link_closed": _("Link to a story that not everybody may read became plain words"),
    "link_dropped": _("Link that led nowhere safe became plain words"),
    "link_unresolved": _("Link to an address of the old site that nothing here answers"),
    "list_unrolled": _("List with more than entries was unrolled"),
    "media_left_out": _("Picture or file left out, as was asked for"),
    "media_refused": _("Picture or file refused: not what its name says, or too large"),
    "parent_closed": _("Page moved up: the one above it is not public"),
    "password": _("Was behind a password: now behind the sign-in"),
    "private": _("Was private: now behind the sign-in"),
    "redirect_taken": _("Old address leads elsewhere already"),
    "redirect_too_long": _("Old address left out: it led to one that is too long"),
    "removed": _("Removed for safety"),
    "schedule_past": _("Was scheduled for a time that has passed: now a draft"),
    "scheduled": _("Will be published at its time"),
    "section_default": _("Story without a section"),
    "section_circle": _("Section that stood below itself moved to the top"),
    "section_flattened": _("Section deeper than two levels moved up"),
    "setting_left": _("Settings or front page left as they are here"),
    "setting_part_left": _("Part of the settings or of the front page that leads to nothing here was left out"),
    "setting_taken": _("Settings or front page that came in"),
    "shortened": _("Text too long for its field, cut on a word"),
    "slug_changed": _("Address changed"),
    "sticky": _("Was pinned to the top of the old site"),
    "still_closed": _("Public in the export and still behind the sign-in here"),
    "title_made": _("Headline made from the first words"),
    "trouble": _("The export was unclear"),
    "unknown_block": _("Unknown block"),
    "unknown_short_code": _("Unknown short code"),
    "unknown_tag": _("Unknown tag"),
    "was_trashed": _("Came from the bin"),
    "words_lost": _("Words lost"),
}

KINDS = {
    "post": _("Stories"),
    "page": _("Pages"),
    "media": _("Pictures and files"),
    "author": _("Authors"),
    "section": _("Sections"),
    "topic": _("Topics"),
    "setting": _("Settings, front page and lists"),
}

PICTURES = (
    "image_missing", "image_degraded", "image_duplicate", "file_missing", "media_refused", "media_left_out",
    "lead_missing", "credit_unknown",
)  # fmt: skip


def note_words(code):
    """Return what a note's code means; the code itself where that is not known."""
    return str(NOTES.get(code, code))


def kind_words(kind):
    """Return what a kind of things is called."""
    return str(KINDS.get(kind, kind))
