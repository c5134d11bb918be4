"""Values of an export of this portal, turned back into what the models hold."""

from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from django.contrib.auth import get_user_model
from django.db.models import FileField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from news.intake.characters import kept_json
from news.intake.references import exchanged
from news.intake.writing.ledger import Kind
from news.intake.writing.links import ANCHOR
from news.intake.writing.old_addresses import bare_host, split
from news.models import Author
from portal.models import PortalDocument, PortalImage

REMEMBERED = 20_000
PAGE_COLUMNS = {field.name for field in Page._meta.concrete_fields}


class OwnValues:
    """Finds again what the export names. ``parts`` are the `Parts` of the import."""

    def __init__(self, parts):
        self.parts = parts
        self.media = lru_cache(REMEMBERED)(self._media)
        self.author = lru_cache(REMEMBERED)(self._author)

    def set(self, instance, told):
        """Set each field of an instance of which the export tells; a reference to what is not here becomes None.

        The columns of the page tree and the names of files are the portal's own, and none of an export's business.
        """
        left_out = PAGE_COLUMNS if isinstance(instance, Page) else ()
        for field in instance._meta.concrete_fields:
            if field.name not in told or field.name in left_out or field.primary_key or isinstance(field, FileField):
                continue
            value = told[field.name]
            if field.is_relation:
                setattr(instance, field.attname, self.related(field.related_model, value))
            elif isinstance(field, StreamField):
                setattr(instance, field.name, self.stream(field.stream_block, value))
            elif isinstance(field, RichTextField):
                setattr(instance, field.name, self.rich_text(value))
            else:
                setattr(instance, field.attname, field.to_python(value))

    def related(self, model, name):
        """Return the key here of what the export names: `news.intake.leaving.keys.Keys.related` says how it does."""
        if not isinstance(name, str):
            return None
        if issubclass(model, PortalImage):
            return self.media(name, "image_id")
        if issubclass(model, PortalDocument):
            return self.media(name, "document_id")
        if issubclass(model, Page):
            return self.page(name)
        if issubclass(model, Author):
            return self.author(name)
        if issubclass(model, get_user_model()):
            return model.objects.filter(username=name).values_list("pk", flat=True).first()
        return None

    def page(self, address):
        """Return the key of the page that stands here for an address of the export, or None.

        Sections, topics and lists stand where they stood: their place tells them.
        """
        found, way = self.parts.holdings.page(address), split(address)
        if found or way is None or bare_host(way.netloc) not in self.parts.holdings.hosts:
            return found
        place = f"{self.parts.front.url_path.rstrip('/')}{unquote(way.path)}"
        return Page.objects.filter(url_path=place).values_list("pk", flat=True).first()

    def stream(self, block, told):
        """Return the stored value of a StreamField, from a list or its JSON."""
        told = kept_json(told or "[]") if isinstance(told, str) else told
        known = [item for item in told if item.get("type") in block.child_blocks]
        return exchanged(block, known, chosen=self.related, text=self.rich_text)

    def rich_text(self, html):
        """Return rich text whose links to pages and files of the export are links to ours."""
        return ANCHOR.sub(self._link, html)

    def _link(self, anchor):
        address = unescape(anchor[1])
        if "#" in address:  # a place in a page, where it stood before
            return anchor[0]
        found = self.parts.index.at_address(address)
        if found and found[0] == Kind.MEDIA:
            key = self.media(found[1], "document_id")
            return f'<a linktype="document" id="{key}">' if key else anchor[0]
        page = self.page(address)
        return f'<a linktype="page" id="{page}">' if page else anchor[0]

    def _media(self, key, became):
        item = self.parts.ledger.find(Kind.MEDIA, [key]).get(key)
        return getattr(item, became) if item else None

    def _author(self, key):
        item = self.parts.ledger.find(Kind.AUTHOR, [key]).get(key)
        return item.person_id if item else None
