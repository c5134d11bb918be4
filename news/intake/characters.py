"""Characters that JSON can spell and nothing can keep."""

import json
import re

_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPELT = re.compile(r"[\x00-\x1f]|\\u(?:00[01]|[dD][89a-fA-F]|[fF]{3}[eEfF])")


def kept(value):
    """Return a value of JSON without the characters that XML forbids: readers of XML leave them out as well.

    PostgreSQL stores no NUL, and no encoding writes one half of a pair of UTF-16.
    """
    if isinstance(value, str):
        return _UNKEPT.sub("", value)
    if isinstance(value, dict):
        return {kept(name): kept(part) for name, part in value.items()}
    if isinstance(value, list):
        return [kept(part) for part in value]
    return value


def kept_json(text):
    """Return what a text of JSON says, as `kept`. Raises ValueError and RecursionError as `json.loads` does."""
    value = json.loads(text)
    return kept(value) if _SPELT.search(text) else value
