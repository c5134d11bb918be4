"""Cuts of pictures: named at once, made when a browser asks."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from portal import clock
from portal.models import PortalImage, PortalRendition
from portal.pictures import address, cuts, share_cut
from tests.builders import make_image

pytestmark = pytest.mark.django_db

SPECS = ["fill-400x267|format-webp", "width-800|format-jpeg"]


def test_naming_cuts_makes_none():
    found = cuts(make_image(), SPECS)
    assert not PortalRendition.objects.exists()
    assert {spec: (cut.width, cut.height) for spec, cut in found.items()} == {
        SPECS[0]: (400, 267),
        SPECS[1]: (800, 533),
    }


@pytest.mark.parametrize("size", [(1600, 1067), (300, 500), (2000, 500), (401, 267)])
def test_a_cut_has_the_size_that_was_promised(size):
    image = make_image(size=size)
    for spec, cut in cuts(image, SPECS).items():
        made = image.get_rendition(spec)
        assert abs(made.width - cut.width) <= 1
        assert abs(made.height - cut.height) <= 1


def test_a_cut_is_made_when_a_browser_asks(client):
    image = make_image()
    cut = cuts(image, SPECS)[SPECS[0]]
    answer = client.get(cut.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert "immutable" in answer["Cache-Control"]
    assert PortalRendition.objects.get().filter_spec == SPECS[0]
    image.refresh_from_db()
    assert cuts(image, SPECS)[SPECS[0]].url == PortalRendition.objects.get().url


def test_only_our_own_pages_can_ask_for_a_cut(client):
    image = make_image()
    signed = address(image, SPECS[0])
    assert client.get(signed.replace("400x267", "4000x2670")).status_code == 404
    assert client.get(signed.replace(f"/{image.pk}/", f"/{make_image().pk}/")).status_code == 404
    assert not PortalRendition.objects.exists()


def test_a_picture_whose_rights_have_run_out_is_not_cut(client):
    image = make_image(rights_expire_on=(clock.now() - timedelta(days=1)).date())
    assert client.get(address(image, SPECS[0])).status_code == 404
    assert share_cut(image) is None


@pytest.mark.parametrize(("zone", "hours"), [("Pacific/Auckland", -13), ("America/New_York", 5)])
def test_the_last_day_of_a_right_ends_at_midnight_where_the_newsroom_is(settings, monkeypatch, zone, hours):
    settings.TIME_ZONE = zone
    image = PortalImage(rights_expire_on=date(2026, 11, 22))
    midnight = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hours)
    for minutes, shown in ((-1, True), (1, False)):
        monkeypatch.setattr(clock, "now", lambda at=midnight + timedelta(minutes=minutes): at)
        with timezone.override("Asia/Tokyo"):  # the zone of an editor's own account makes no difference
            assert image.may_be_shown == shown


def test_the_shared_picture_has_a_full_address():
    with override_settings(WAGTAILADMIN_BASE_URL="https://news.example"):
        assert share_cut(make_image()).full_url.startswith("https://news.example/")


def test_a_lost_original_is_no_picture():
    image = make_image()
    image.file.storage.delete(image.file.name)
    assert share_cut(image) is None


# --- Which cuts there are -----------------------------------------------------


def test_naming_cuts_asks_the_database_nothing(django_assert_num_queries):
    image = make_image()
    image.get_renditions(*SPECS)
    with django_assert_num_queries(0):
        assert all(cut.url.startswith("/media/") for cut in cuts(image, SPECS).values())


@pytest.mark.parametrize("make", [lambda i: i.get_renditions(*SPECS), lambda i: [i.get_rendition(s) for s in SPECS]])
def test_a_picture_knows_its_cuts_whichever_way_they_were_made(make):
    image = make_image()
    make(image)
    stored = PortalImage.objects.get(pk=image.pk).cuts
    assert stored == {r.filter_spec: [r.file.name, r.width, r.height] for r in image.renditions.all()}


def test_a_picture_forgets_a_cut_that_was_deleted():
    image = make_image()
    image.get_renditions(*SPECS)
    image.renditions.filter(filter_spec=SPECS[0]).delete()
    assert list(PortalImage.objects.get(pk=image.pk).cuts) == [SPECS[1]]


def test_cuts_around_another_focal_point_are_not_named():
    image = make_image()
    image.get_renditions(*SPECS)
    image.focal_point_x, image.focal_point_y = 10, 10
    image.focal_point_width, image.focal_point_height = 20, 20
    image.save()
    assert list(PortalImage.objects.get(pk=image.pk).cuts) == [SPECS[1]]


def test_a_cut_that_is_to_be_made_has_another_address_for_another_focal_point(client):
    image = make_image(focal_point_x=10, focal_point_y=10, focal_point_width=8, focal_point_height=8)
    before = address(image, SPECS[0])
    image.focal_point_x = 90
    image.save()
    assert address(image, SPECS[0]) != before
    assert client.get(address(image, SPECS[0])).status_code == 200


def test_saving_a_picture_that_was_read_before_a_cut_was_made_keeps_the_cut():
    image = make_image()
    before = PortalImage.objects.get(pk=image.pk)
    image.get_rendition(SPECS[0])
    before.save()
    assert list(PortalImage.objects.get(pk=image.pk).cuts) == [SPECS[0]]
