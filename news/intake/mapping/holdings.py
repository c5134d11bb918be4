"""What the mapper asks of the site that a story is brought to."""

from typing import Protocol


class Holdings(Protocol):
    """Pictures, files and pages that stand here already, found by where they stood in the old system."""

    def image(self, url: str = "", old_id: str = "") -> int | None:
        """Return the key of a picture by its old number or its old address, in whatever size; None if it is missing."""

    def document(self, url: str = "", old_id: str = "") -> int | None:
        """Return the key of a file by its old number or its old address; None if it is missing."""

    def attached_images(self, story_key: str) -> list[str]:
        """Return the old numbers of the pictures that were uploaded to a story, in order."""

    def open_page(self, url: str) -> int | None:
        """Return the key of the page to which a link may lead at once; None where that is to be seen later."""
