"""The picture desk: how a picture is cut, what it does not say of itself, and how long it may be shown."""

from datetime import timedelta

import pytest
from django.urls import reverse

from news.desk.picture_reports import ending, lacking
from news.desk.roles import set_up_role
from portal import clock
from portal.models import PortalImage
from tests.builders import make_article, make_image, make_section, make_user

pytestmark = pytest.mark.django_db
SMALL = (60, 40)


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def desk(client, film):
    client.force_login(make_user(groups=[set_up_role("picture desk", [film])]))
    return client


def in_days(number):
    return (clock.now() + timedelta(days=number)).date()


def page(client, name):
    return client.get(reverse(f"news_pictures:{name}")).content.decode()


def test_the_form_shows_three_cuts_and_each_is_to_be_had(desk):
    image = make_image(size=(600, 400))
    form = desk.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    for spec, shape in (("fill-480x270", "16:9"), ("fill-360x270", "4:3"), ("fill-270x270", "1:1")):
        address = reverse("wagtailimages:preview", args=[image.pk, spec])
        assert address in form and f"<figcaption>{shape}</figcaption>" in form
    assert desk.get(address)["Content-Type"] == "image/jpeg"


def test_pictures_that_say_too_little_are_listed(desk):
    make_image("Full", size=SMALL, description="A bell")
    bare = make_image("Bare", size=SMALL)
    blank = make_image("Blank", size=SMALL, credit=" ", description="A bell")
    assert set(lacking(PortalImage.objects.all())) == {bare, blank}
    assert "Bare" in page(desk, "lacking") and "Full" not in page(desk, "lacking")


def test_rights_that_have_ended_end_soon_or_were_never_cleared_are_listed():
    make_image("Ours", size=SMALL)
    make_image("Long", size=SMALL, rights_expire_on=in_days(60))
    wanted = {
        make_image("Ended", size=SMALL, rights_expire_on=in_days(-1)),
        make_image("Ending", size=SMALL, rights_expire_on=in_days(20)),
        make_image("Uncleared", size=SMALL, rights="unknown"),
    }
    assert set(ending(PortalImage.objects.all())) == wanted


@pytest.mark.parametrize(("state", "title"), [("ended", "Late"), ("ending", "Ending"), ("unknown", "Uncleared")])
def test_the_report_of_rights_is_filtered_by_state(desk, state, title):
    make_image("Late", size=SMALL, rights_expire_on=in_days(-1))
    make_image("Ending", size=SMALL, rights_expire_on=in_days(20))
    make_image("Uncleared", size=SMALL, rights="unknown")
    answer = desk.get(reverse("news_pictures:rights"), {"state": state})
    assert [image.title for image in answer.context["object_list"]] == [title]


def test_the_report_says_where_a_picture_stands(desk, film):
    image = make_image("Bare", size=SMALL)
    story = make_article("The envelope", section=film, lead_image=image)
    make_article("Of others", section=make_section("Music"), lead_image=image)
    report = page(desk, "lacking")
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in report and "The envelope" in report
    assert "Of others" not in report


def test_where_pictures_stand_costs_the_same_for_any_number(desk, film, django_assert_max_num_queries):
    for number in range(4):
        make_article(f"Story {number}", section=film, lead_image=make_image(size=SMALL))
    with django_assert_max_num_queries(25):
        page(desk, "lacking")


def test_a_reporter_sees_their_own_pictures_only(client, film):
    reporter = make_user(groups=[set_up_role("reporter", [film])])
    client.force_login(reporter)
    make_image("Of others", size=SMALL)
    make_image("My own", size=SMALL, uploaded_by_user=reporter)
    assert "My own" in page(client, "lacking") and "Of others" not in page(client, "lacking")


def test_who_may_not_touch_pictures_sees_no_report(client, film):
    client.force_login(make_user(groups=[set_up_role("medical reviewer", [film])]))
    assert client.get(reverse("news_pictures:rights")).status_code == 302
