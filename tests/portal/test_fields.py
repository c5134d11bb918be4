"""Stream fields keep their blocks out of migrations."""

from pathlib import Path

from django.apps import apps
from django.db.migrations.writer import MigrationWriter
from wagtail import blocks
from wagtail.fields import StreamField as WagtailStreamField

from portal.fields import StreamField

ROOT = Path(__file__).resolve().parent.parent.parent


class NoteBlock(blocks.StructBlock):
    """A block for these tests."""

    text = blocks.CharBlock(label="Words")


def field(label, **options):
    class Notes(blocks.StreamBlock):
        note = NoteBlock(label=label)

    return StreamField(Notes(), **options)


def test_a_migration_names_no_block():
    code, _imports = MigrationWriter.serialize(field("Note", blank=True))
    assert code == "portal.fields.StreamField([], blank=True)"


def test_a_changed_label_makes_no_migration():
    assert field("Note").deconstruct() == field("Remark").deconstruct()


def test_other_blocks_make_no_migration():
    one, two = StreamField([("note", NoteBlock())]), StreamField([("quote", blocks.TextBlock())])
    assert one.deconstruct() == two.deconstruct()


def test_a_changed_option_makes_a_migration():
    assert field("Note", blank=True).deconstruct() != field("Note").deconstruct()


def test_a_field_can_be_made_again_from_what_the_migration_says():
    name, path, args, kwargs = field("Note", blank=True, verbose_name="notes").deconstruct()
    again = StreamField(*args, **kwargs)
    assert path == "portal.fields.StreamField"
    assert (again.blank, again.verbose_name) == (True, "notes")


def test_the_field_is_stored_as_wagtails_own():
    assert issubclass(StreamField, WagtailStreamField)
    assert field("Note").get_internal_type() == "JSONField"


def test_every_stream_of_the_portal_is_such_a_field():
    for label in ("portal", "news", "home", "search"):
        for model in apps.get_app_config(label).get_models():
            for found in model._meta.local_fields:
                if isinstance(found, WagtailStreamField):
                    assert type(found) is StreamField, f"{model.__name__}.{found.name}"


def test_no_migration_holds_a_block_definition():
    for path in ROOT.glob("*/migrations/0*.py"):
        source = path.read_text(encoding="utf-8")
        assert "block_lookup" not in source
        assert "wagtail.blocks" not in source
