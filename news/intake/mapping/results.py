"""What comes of mapping one body."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Note:
    """Something that an account of the import tells: ``code`` says what happened, ``name`` to what, ``detail`` where.

    Codes: unknown_block, unknown_short_code, unknown_tag, imported_html,
    image_missing, file_missing, embed_as_link, link_unresolved, link_dropped,
    list_unrolled, removed (what could run, or only machines read), dropped
    (what the old system made anew for every reader).
    """

    code: str
    name: str
    detail: str = ""


@dataclass
class MappedBody:
    """A body as raw blocks, with an account of what became of the old one.

    ``visible_text`` is what readers of the old system read, ``first_image`` the
    key of the first picture, ``links`` the absolute old addresses of our own
    site that still stand in the text.
    """

    stream: list[dict] = field(default_factory=list)
    visible_text: str = ""
    notes: list[Note] = field(default_factory=list)
    first_image: int | None = None
    links: list[str] = field(default_factory=list)
