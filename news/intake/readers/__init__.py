"""Readers: the export of another system, as records of `news.intake.record`, one at a time.

`open_export` tells from the content what wrote a file. Each system has its
module; `files` and `xml_stream` stand in front of them all and let nothing in
that could do harm.
"""

from news.intake.readers.base import ReaderOptions
from news.intake.readers.export import Export, open_export

__all__ = ["Export", "ReaderOptions", "open_export"]
