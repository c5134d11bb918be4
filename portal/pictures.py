"""From a picture to the cuts that a page asks for, without ever making a reader wait for an encoder.

A cut that exists is named by its own address. One that does not is named by a
signed address that makes it when a browser asks: AVIF takes up to half a second
to encode, a page shows dozens of pictures, and a browser fetches one format in
one width of each.
"""

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError
from wagtail.images.utils import generate_signature, verify_signature

from portal.images import EVERY_CUT, SHARE
from portal.media import FOR_EVER, file_response, local_path
from portal.models import PortalImage, PortalRendition

URL_NAME = "cut_picture"
FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


@dataclass(frozen=True)
class Cut:
    """One cut of a picture: its address and its size in pixels."""

    url: str
    width: int
    height: int

    @property
    def full_url(self):
        """The address with scheme and host, for machines elsewhere."""
        return f"{settings.WAGTAILADMIN_BASE_URL}{self.url}" if self.url.startswith("/") else self.url


def cuts(image, specs):
    """Return the cuts of ``image`` by filter spec.

    Costs no query and never opens the file. Raises SourceImageIOError where a
    cut is missing and its original is, too.
    """
    if not image.cuts.keys() >= set(specs):
        _check_file(image)
    return {spec: _existing(image, spec) or _to_be_made(image, spec) for spec in specs}


def _existing(image, spec):
    if spec not in image.cuts:
        return None
    name, width, height = image.cuts[spec]
    return Cut(_address_of_file(name), width, height)


@lru_cache(maxsize=20_000)
def _address_of_file(name):
    return PortalRendition._meta.get_field("file").storage.url(name)


def _to_be_made(image, spec):
    return Cut(address(image, spec), *_size_of_cut(spec, image.width, image.height, _focal_point(image)))


@lru_cache(maxsize=20_000)
def _size_of_cut(spec, width, height, focal_point):
    image = PortalImage(width=width, height=height, **dict(zip(FOCAL_POINT, focal_point, strict=True)))
    return tuple(map(int, Filter(spec=spec).get_transform(image).size))


def _focal_point(image):
    return tuple(getattr(image, name) for name in FOCAL_POINT)


def signed_cut(image, spec):
    """Return one cut of ``image`` by the address that makes it, without asking whether it exists.

    For machines, which come once, and to which a lasting address matters more
    than a fast one. Costs no query. Raises SourceImageIOError where the original is lost.
    """
    _check_file(image)
    return _to_be_made(image, spec)


def share_cut(image):
    """Return the cut that stands for a page where it is shared, or None for no picture that we may show."""
    if not image or not image.may_be_shown:
        return None
    try:
        return cuts(image, [SHARE])[SHARE]
    except SourceImageIOError:
        return None


def is_lost(image):
    """Whether the original of a picture is gone, as far as that shows without asking over a network."""
    path = _place_of_file(image.file.name, settings.MEDIA_ROOT)
    return path is not None and not path.exists()


@lru_cache(maxsize=20_000)
def _place_of_file(name, _media_root):
    field = PortalImage._meta.get_field("file")
    return local_path(field.attr_class(None, field, name))


def _check_file(image):
    """Raise SourceImageIOError for a lost original."""
    if is_lost(image):
        raise SourceImageIOError(f"{image.file.name} is lost")


@lru_cache(maxsize=20_000)
def _signature(key):
    """Return what opens all cuts of one picture.

    One for all of them: a page names dozens of cuts, and a signature that
    stands there again compresses to nothing.
    """
    return generate_signature(key, URL_NAME)


def address(image, spec):
    """Return the signed address that makes one cut of a picture.

    What it leads to may be kept for ever, so it is another one for another focal point.
    """
    made = reverse(URL_NAME, args=(_signature(image.pk), image.pk, spec))
    if image.focal_point_x is None:
        return made
    return f"{made}?v={crc32(str(_focal_point(image)).encode()):08x}"


def addresses_by_key(spec):
    """Return a function from the key of a picture to the address of one cut of it, for thousands of them.

    Asks neither for the picture nor for its cut.
    """
    before, after = reverse(URL_NAME, args=("signature", 0, spec)).split("signature/0")
    return lambda key: f"{before}{_signature(key)}/{key}{after}"


@require_safe
def cut_picture(request, signature, image_id, spec):
    """Make a cut, or take the one that was made meanwhile, and send it.

    404 unless our own pages signed the picture, and for any cut that is not in the table.
    """
    if spec not in EVERY_CUT or not verify_signature(signature.encode(), image_id, URL_NAME):
        raise Http404
    image = PortalImage.objects.filter(pk=image_id).first()
    if image is None or not image.may_be_shown:
        raise Http404
    try:
        rendition = image.get_rendition(spec)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        raise Http404 from error
    path = local_path(rendition.file)
    if path is None:  # an object store: the file has an address of its own
        return HttpResponseRedirect(rendition.url)
    return file_response(request, path, cache_control=FOR_EVER)
