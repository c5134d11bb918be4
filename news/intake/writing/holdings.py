"""What the mapper asks for while it reads a body: pictures, files and pages that stand here already."""

from news.intake.writing.index import State
from news.intake.writing.ledger import STAND_IN, Kind, stored_key
from news.intake.writing.old_addresses import bare_host, split, upload_path
from news.intake.writing.options import FETCH

PAGES = (Kind.POST, Kind.PAGE, Kind.SECTION, Kind.TOPIC)


class Holdings:
    """Answers by the addresses and numbers of the old system. ``missing`` collects the pictures that nobody had."""

    def __init__(self, run, index, media):
        self.run = run
        self.index = index
        self.media = media
        self.hosts = {bare_host(parts.netloc) for parts in map(split, run.base_urls) if parts}
        self.base = next(iter(run.base_urls), "")
        self.missing = []

    def item(self, kind, key):
        """Return the `Standing` of a thing of the export, None while there is none."""
        return self.index.standing(kind, stored_key(key))

    def image(self, url="", old_id=""):
        """Return the key of a picture, or None."""
        return self._file(url, old_id, "image_id")

    def document(self, url="", old_id=""):
        """Return the key of a file, or None."""
        return self._file(url, old_id, "document_id")

    def lead(self, key, url=""):
        """Return the key of a picture by that of its record, or else by its address; None where it is missing."""
        record = self.index.media(key) if key else None
        url, old_id = (record.url, record.old_id) if record else (url, "")
        if record and not old_id:
            item = self.item(Kind.MEDIA, key)
            return item.image_id if item else self.image(url=url)
        return self.image(url=url, old_id=old_id) if url or old_id else None

    def attached_images(self, story_key):
        """Return the old numbers of what was uploaded to a story, in order."""
        return self.index.attached(story_key)

    def page(self, url):
        """Return the key of the page that stands here for an old address, or None while there is none."""
        found = self.index.at_address(url) if url else None
        if found is None or found[0] not in PAGES:
            return None
        item = self.item(*found)
        if item and item.page_id:
            return item.page_id
        was_deleted_here = item is not None and item.was_written and not self.run.options.get("force")
        return STAND_IN if self.run.dry_run and not was_deleted_here else None

    def open_page(self, url):
        """Return the key of a page to which a link may lead without a second look, or None.

        A second look is for what not everybody may read, and for a place within a page.
        """
        if "#" in url:
            return None
        kind, key = self.index.at_address(url) or ("", "")
        if kind in (Kind.POST, Kind.PAGE) and self.index.state(key) != State.OPEN:
            return None
        return self.page(url)

    def can_find(self, name):
        """Whether what was missing once, by its address or old number, is to be had now. What is found comes in."""
        key = self.index.media_key(url=name) or self.index.media_key(old_id=name)
        if key:
            return self._known(name, name) is not None
        return self._is_ours(name) and self.media.bring_in_stray(name) is not None

    def _file(self, url, old_id, became):
        item = self._known(url, old_id)
        if item is None and self._is_ours(url):
            item = self.media.bring_in_stray(url)
        if item is None:
            self.missing.append(url or old_id)
            return None
        return getattr(item, became)

    def _known(self, url, old_id):
        key = self.index.media_key(url=url, old_id=old_id)
        if not key:
            return None
        return self.media.planned(key) or self.item(Kind.MEDIA, key)

    def _is_ours(self, url):
        """Whether to look for a file of which no record speaks: one of the old site's, or any where we may fetch."""
        parts = split(url) if url else None
        if parts is None or not (upload_path(url) or self.media.files.media == FETCH):
            return False
        return self.media.files.media == FETCH or not parts.netloc or bare_host(parts.netloc) in self.hosts
