"""Pictures, clips, sound and files."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as StockDocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.images.blocks import ImageChooserBlock as StockImageChooserBlock

from news.blocks.values import EmbedValue, FigureValue, GalleryValue
from news.embeds import PROVIDERS, recognise
from portal.blocks import CharBlock
from portal.chosen import FromHand
from portal.rich_text import INLINE_FEATURES

MEDIA = _("Pictures and sound")
AUDIO_EXTENSIONS = ("mp3", "m4a", "ogg", "wav")
VIDEO_EXTENSIONS = ("mp4", "m4v", "webm", "ogv")


class ImageChooserBlock(FromHand, StockImageChooserBlock):
    """A picture as it is in the library."""


class DocumentChooserBlock(FromHand, StockDocumentChooserBlock):
    """A file of the library."""


class PictureBlock(ImageBlock):
    """A picture that offers its description to search only where it has one."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        chooser = ImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser

    def get_searchable_content(self, value):
        """Return the description, if there is one."""
        return super().get_searchable_content(value) if value and value.contextual_alt_text else []


class FigureBlock(blocks.StructBlock):
    """A picture with caption and credit, described for this very use."""

    image = PictureBlock(label=_("Picture"))
    caption = CharBlock(required=False, max_length=500, label=_("Caption"))
    credit = CharBlock(
        required=False, max_length=255, label=_("Credit"), help_text=_("Blank: the picture’s own credit.")
    )
    link = blocks.URLBlock(required=False, label=_("Where the picture leads"))

    class Meta:
        icon = "image"
        label = _("Picture")
        group = MEDIA
        label_format = "{caption}"
        template = "blocks/figure.html"
        value_class = FigureValue
        description = _("One picture, with a description for those who cannot see it.")
        preview_template = "blocks/preview/figure.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures that belong together."""

    images = blocks.ListBlock(FigureBlock(), min_num=2, max_num=40, label=_("Pictures"))
    caption = CharBlock(required=False, max_length=500, label=_("Caption of the gallery"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        group = MEDIA
        label_format = "{caption}"
        template = "blocks/gallery.html"
        value_class = GalleryValue
        description = _("Two or more pictures in a grid, each with a link to its full size.")
        preview_template = "blocks/preview/gallery.html"


class EmbedBlock(blocks.StructBlock):
    """A clip of another service, behind a poster until the reader asks for it."""

    url = blocks.URLBlock(
        label=_("Address of the clip"),
        help_text=_("Known services: %s.") % ", ".join(provider.name for provider in PROVIDERS),
    )
    title = CharBlock(max_length=160, label=_("Title"))
    poster = ImageChooserBlock(required=False, label=_("Poster"))
    duration = CharBlock(required=False, max_length=40, label=_("Length"), help_text=_("Such as 5 min 20 sec."))
    caption = CharBlock(required=False, max_length=300, label=_("Caption"))
    transcript = blocks.RichTextBlock(required=False, features=INLINE_FEATURES, label=_("Transcript"))

    def clean(self, value):
        """Refuse addresses of services whose player we do not know."""
        cleaned = super().clean(value)
        if cleaned.get("url") and recognise(cleaned["url"]) is None:
            message = _("We have no player for this address. Link to it in the text instead.")
            raise blocks.StructBlockValidationError(block_errors={"url": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "media"
        label = _("Video or player")
        group = MEDIA
        label_format = "{title}"
        template = "blocks/embed.html"
        value_class = EmbedValue
        description = _("A clip that loads from its service only when the reader clicks.")
        preview_value = {
            "url": "https://vimeo.com/100000001",
            "title": "How an interval is cut",
            "poster": None,
            "duration": "5 min 20 sec",
            "caption": "",
            "transcript": "",
        }


class PlayedFileBlock(blocks.StructBlock):
    """A file of our own that the browser plays; subclasses say what browsers play of their kind."""

    title = CharBlock(max_length=160, label=_("Title"))
    extensions = ()
    refusal = ""

    def clean(self, value):
        """Refuse files that no browser plays."""
        cleaned = super().clean(value)
        document = cleaned.get("file")
        if document and document.file_extension.lower() not in self.extensions:
            message = self.refusal % ", ".join(self.extensions)
            raise blocks.StructBlockValidationError(block_errors={"file": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "media"


class AudioBlock(PlayedFileBlock):
    """Sound of our own."""

    file = DocumentChooserBlock(label=_("Sound file"))
    text = CharBlock(required=False, max_length=300, label=_("What one hears"))
    transcript = blocks.RichTextBlock(required=False, features=INLINE_FEATURES, label=_("Transcript"))
    extensions = AUDIO_EXTENSIONS
    refusal = _("Choose a sound file: %s.")

    class Meta:
        label = _("Audio")
        group = MEDIA
        label_format = "{title}"
        template = "blocks/audio.html"
        description = _("A sound file with a player and a transcript.")
        preview_template = "blocks/preview/audio.html"


class VideoBlock(PlayedFileBlock):
    """A film of our own."""

    file = DocumentChooserBlock(label=_("Video file"))
    caption = CharBlock(required=False, max_length=300, label=_("Caption"))
    transcript = blocks.RichTextBlock(required=False, features=INLINE_FEATURES, label=_("Transcript"))
    extensions = VIDEO_EXTENSIONS
    refusal = _("Choose a video file: %s.")

    class Meta:
        label = _("Video file")
        group = MEDIA
        label_format = "{title}"
        template = "blocks/video.html"
        description = _("A video file of our own with a player and a transcript.")
        preview_template = "blocks/preview/video.html"


class FileBlock(blocks.StructBlock):
    """A file to download."""

    title = CharBlock(max_length=160, label=_("Title"))
    file = DocumentChooserBlock(label=_("File"))
    description = CharBlock(required=False, max_length=300, label=_("What it is"))

    class Meta:
        icon = "doc-full"
        label = _("File")
        group = MEDIA
        label_format = "{title}"
        template = "blocks/file.html"
        description = _("A file for readers to download.")
        preview_template = "blocks/preview/file.html"
