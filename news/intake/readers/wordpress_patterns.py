"""WordPress' synced patterns (once: reusable blocks): text that stands in one place and is shown in many stories."""

import re

from news.intake.readers.base import XmlReader
from news.intake.readers.files import ExportFile

_SHOWN = re.compile(r"<!--\s+wp:block\s+\{[^>]*?\"ref\"\s*:\s*(\d+).*?/-->", re.DOTALL)
MOST_TEXT = 2 * 1024 * 1024
"""Characters of patterns in one story."""

_WITHIN_EACH_OTHER = 5


class Patterns:
    """The patterns of an export. They may come after the stories that show them, so they are looked for once, when
    the first is needed."""

    def __init__(self, files, options):
        self.files, self.options = files, options
        self.bodies = None

    def put_in(self, body):
        """Return a body with the text of patterns where it shows them, and the numbers of those that are missing.

        What shows itself, or far too much, is left as it is.
        """
        missing, room = {}, MOST_TEXT

        def text(match):
            nonlocal room
            number = match[1]
            pattern = self._pattern(number)
            if pattern is None:
                missing[number] = True
                return match[0]
            room -= len(pattern) + 1
            return pattern if room > 0 else match[0]

        for _depth in range(_WITHIN_EACH_OTHER):
            if "wp:block " not in body or missing:
                break
            body = _SHOWN.sub(text, body)
        return body, list(missing)

    def _pattern(self, number):
        if self.bodies is None:
            self.bodies = dict(self._read())
        return self.bodies.get(number)

    def _read(self):
        # Files of their own, so that how far the stories are read is still told rightly.
        files = [ExportFile(file.path, file.member) for file in self.files]
        reader = XmlReader(files, self.options, [])
        for file in files:
            for node in reader.nodes(file):
                if node.name == "item" and node.first("wp:post_type") == "wp_block":
                    yield node.first("wp:post_id"), node.first("content:encoded")
