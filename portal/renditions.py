"""What a cut keeps of its original: the pixels and their colours, and nothing that was written beside them.

A camera writes where it stood and whose it is into EXIF, and a file may carry
comments of any content. Wagtail hands EXIF on to JPEG and PNG.
"""

from django.utils.functional import cached_property
from wagtail.images.models import Filter

KEPT = {"background", "duration", "gamma", "icc_profile", "loop", "transparency"}


class WithoutMetadata:
    """The last operation of every cut."""

    def run(self, willow, _image, _env):
        """Forget all that the picture carries beside its pixels; it has been turned upright by then."""
        info = willow.get_pillow_image().info
        for name in set(info) - KEPT:
            del info[name]
        return willow


class CleanFilter(Filter):
    """A filter whose cuts carry no metadata."""

    @cached_property
    def filter_operations(self):
        """Return the operations that come after cropping and resizing."""
        return [*super().filter_operations, WithoutMetadata()]
