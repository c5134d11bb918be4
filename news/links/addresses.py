"""Which links lead out of a story."""

from news.text import rich_texts
from portal.commerce import addresses_of_links, host_of

LONGEST = 2000
"""Characters of an address, beyond which it is no link that anybody set by hand."""


def outgoing_addresses(story):
    """Return the web addresses that a story's text and sources lead to, without the fragment, each once, in order."""
    texts = [html for block in story.body for html in rich_texts(block.value)]
    found = [*addresses_of_links(texts), *(source.link for source in story.sources.all())]
    bare = (address.partition("#")[0] for address in found)
    return list(dict.fromkeys(address for address in bare if host_of(address) and len(address) <= LONGEST))
