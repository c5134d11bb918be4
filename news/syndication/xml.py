"""Text in XML."""

import re
from xml.sax.saxutils import escape

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that cannot stand in XML, not even escaped: XML 1.0, section 2.2."""


def writable(text):
    """Return text without the characters that XML has no place for."""
    return _NO_XML.sub("", text)


def xml_text(text):
    """Return text as it may stand in XML, escaped."""
    return escape(writable(text))
