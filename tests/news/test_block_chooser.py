"""Every block introduces itself to editors before they choose it."""

import pytest
from django.urls import reverse

from news.blocks import BODY_BLOCKS
from tests.builders import make_user
from tests.news.blocks_at_hand import STREAMS, harmless

pytestmark = pytest.mark.django_db

EVERY_BLOCK = [
    pytest.param(name, block, id=f"{place}-{name}")
    for place, stream in STREAMS.items()
    for name, block in stream.child_blocks.items()
]
WITH_PREVIEW_VALUE = [
    pytest.param(name, block, id=name)
    for name, block in BODY_BLOCKS.child_blocks.items()
    if getattr(block.meta, "preview_value", None) is not None
]


@pytest.mark.parametrize(("name", "block"), EVERY_BLOCK)
def test_every_block_has_a_description_a_group_an_icon_and_a_template_of_its_own(name, block):
    assert block.get_description()
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert block.meta.template == f"blocks/{name}.html"


@pytest.mark.parametrize(("name", "block"), EVERY_BLOCK)
def test_the_block_chooser_shows_what_a_block_looks_like(name, block, client):
    assert block.is_previewable
    client.force_login(make_user(superuser=True))
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    body = response.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    assert harmless(body).tags


@pytest.mark.parametrize(("name", "block"), WITH_PREVIEW_VALUE)
def test_what_the_chooser_shows_is_what_an_editor_could_type(name, block):
    value = block.normalize(block.meta.preview_value)
    assert block.clean(value) is not None
