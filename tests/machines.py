"""A page as machines read it: its head and its graph, beside the words that people see."""

import json
import re

from tests.news.blocks_at_hand import Fragment

GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Read:
    """One answer of a client, read by a machine."""

    def __init__(self, response):
        assert response.status_code == 200, response.status_code
        self.html = response.content.decode()
        self.page = Fragment(self.html)
        blocks = GRAPH.findall(self.html)
        assert len(blocks) == 1, f"{len(blocks)} data blocks"
        self.nodes = json.loads(blocks[0])["@graph"]

    def node(self, schema_type):
        """Return the one node of that type at the top of the graph."""
        (found,) = [node for node in self.nodes if node["@type"] == schema_type]
        return found

    def types(self):
        """Return the types at the top of the graph."""
        return [node["@type"] for node in self.nodes]

    def by_id(self, key):
        """Return the node at the top of the graph with that ``@id``."""
        (found,) = [node for node in self.nodes if node.get("@id") == key]
        return found

    def meta(self, name):
        """Return the contents of the meta elements of that name or property."""
        return [tag["content"] for tag in self.page.named("meta") if name in {tag.get("name"), tag.get("property")}]

    def links(self, rel):
        """Return the link elements of that relation."""
        return [tag for tag in self.page.named("link") if tag.get("rel") == rel]

    @property
    def canonical(self):
        """The one canonical address."""
        (link,) = self.links("canonical")
        return link["href"]

    def shows(self, *texts):
        """Whether a reader of the page sees these words."""
        return all("".join(str(text).split()) in self.page.text for text in texts)

    def times(self):
        """Return the moments that the page shows, as machines read them."""
        return [tag["datetime"] for tag in self.page.named("time")]


def every(value):
    """Yield every dictionary within a value, itself included."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else []:
        yield from every(part)
