"""The one table of picture sizes that templates ask for and the demo cuts ahead.

A name stands for a set of Wagtail filter specs without the format: templates
write ``{% picture_for image "card" %}``.
Widths follow the sizes at which the design shows each picture, at one and two
device pixels a CSS pixel.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class PictureSpec:
    """One use of pictures: how it is cut, in which widths, and how wide it stands on the page.

    ``fills`` are Wagtail filters without format, narrowest first; ``sizes`` is
    the HTML attribute of that name. Of several ``formats`` the last is the
    fallback for old browsers and is made in one width only.
    """

    fills: tuple
    sizes: str
    formats: tuple = ("avif", "webp", "jpeg")

    def sources(self):
        """Return the filter specs of each responsive format: a dict of format to specs, narrowest first."""
        responsive = self.formats[:-1] or self.formats
        return {name: [f"{fill}|format-{name}" for fill in self.fills] for name in responsive}

    def fallback(self):
        """Return the filter spec of the one picture that every browser can show."""
        return f"{self.fills[len(self.fills) // 2]}|format-{self.formats[-1]}"

    def filter_specs(self):
        """Return every full filter spec of this use, format included, each once."""
        specs = [spec for specs in self.sources().values() for spec in specs]
        return list(dict.fromkeys([*specs, self.fallback()]))


CARD_FILLS = ("fill-240x160", "fill-400x267", "fill-800x533")

PICTURES = {
    "lead": PictureSpec(
        ("fill-400x267", "fill-800x533", "fill-1200x800", "fill-1600x1067"), "(width < 75em) 100vw, 1020px"
    ),
    "front_lead": PictureSpec(("fill-400x267", "fill-800x533", "fill-1200x800"), "(width < 62em) 100vw, 640px"),
    "feature": PictureSpec(("fill-400x267", "fill-800x533", "fill-1200x800"), "(width < 62em) 100vw, 830px"),
    "feature_of_three": PictureSpec(("fill-400x267", "fill-800x533", "fill-1200x800"), "(width < 62em) 100vw, 520px"),
    "figure": PictureSpec(("width-400", "width-800", "width-1200"), "(width < 48em) 100vw, 680px"),
    "gallery": PictureSpec(("fill-400x267", "fill-800x533"), "(width < 48em) 50vw, 340px"),
    # Cards of several widths, all from the same cuts.
    "card": PictureSpec(CARD_FILLS, "(width < 40em) 112px, 300px"),
    "card_row": PictureSpec(CARD_FILLS, "(width < 40em) 112px, 240px"),
    "card_beside_lead": PictureSpec(CARD_FILLS, "(width < 40em) 112px, (width < 62em) 50vw, 290px"),
    "card_beside_feature": PictureSpec(CARD_FILLS, "(width < 40em) 112px, (width < 62em) 50vw, 400px"),
    "card_on_shelf": PictureSpec(CARD_FILLS, "(width < 62em) 70vw, 300px"),
    "poster": PictureSpec(("fill-240x360", "fill-480x720"), "(width < 62em) 40vw, 200px"),
    "poster_lead": PictureSpec(("fill-240x360", "fill-480x720"), "(width < 48em) 176px, 352px"),
    "thumb": PictureSpec(("fill-104x70", "fill-240x160"), "104px"),
    "avatar": PictureSpec(("fill-96x96", "fill-240x240"), "48px", formats=("webp",)),
    "avatar_large": PictureSpec(("fill-96x96", "fill-240x240"), "72px", formats=("webp",)),
    "portrait": PictureSpec(("fill-240x240", "fill-480x480"), "200px", formats=("webp",)),
}

SHARE = "fill-1200x630|format-jpeg"
# 16:9, 4:3 and 1:1, from which search engines choose; the first stands for the page.
RATIOS = ("fill-1200x675|format-jpeg", "fill-1200x900|format-jpeg", "fill-1200x1200|format-jpeg")
LOGO = "max-512x512|format-png"
PORTRAIT = f"{PICTURES['portrait'].fills[-1]}|format-jpeg"


def filter_specs(*names):
    """Return the filter specs of the named uses of pictures, each once."""
    return list(dict.fromkeys(spec for name in names for spec in PICTURES[name].filter_specs()))


# Every cut there is. Whoever has the signature of a picture can ask for these and for no other.
EVERY_CUT = frozenset([*filter_specs(*PICTURES), SHARE, *RATIOS, LOGO, PORTRAIT])
