"""The way in which the composer sends a form."""

import json
import uuid


def typed(text, headline="", **fields):
    """Return what the browser sends: a paragraph as the rich text editor writes it down."""
    block = {"key": "a1b2c", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return {
        "headline": headline,
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": str(uuid.uuid4()),
        "body-0-value": json.dumps({"blocks": [block], "entityMap": {}}),
        "submission": str(uuid.uuid4()),
        "author": "",
        **fields,
    }
