"""From an old body to blocks of ours, without a word lost."""

from news.intake.mapping.body import map_body, page_body
from news.intake.mapping.comparing import lost_words
from news.intake.mapping.holdings import Holdings
from news.intake.mapping.results import MappedBody, Note
from news.intake.mapping.visible import visible_text

__all__ = ["Holdings", "MappedBody", "Note", "lost_words", "map_body", "page_body", "visible_text"]
