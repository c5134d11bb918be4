"""What happens to everything around the stories: a picture is cut, a topic merged, and what is sought is found."""

import io
import re

import pytest
from django.test import Client
from PIL import Image

from news.models import TopicPage
from tests.browser.clicks import CLICKS, clicks
from tests.browser.conftest import colleague
from tests.builders import make_article, make_author, make_image, make_topic, paragraph

pytestmark = pytest.mark.browser

# Wagtail's tool for the box on a picture brings inline handlers, which the policy refuses and which it can do without.
SAID_OF_JCROP = re.compile("inline event handler")


def photograph():
    """Return a file in which every part differs from the others, and which every cut shortens."""
    buffer = io.BytesIO()
    Image.linear_gradient("L").rotate(45).resize((900, 1500)).save(buffer, "JPEG")
    return buffer.getvalue()


def pictures_on(address):
    """Return the pictures of a page as its readers get them."""
    reader = Client()
    sources = re.findall(r'<img [^>]*?src="(/[^"]+)"', reader.get(address).content.decode())
    return [b"".join(reader.get(source)) for source in sources]


def test_a_picture_that_is_cut_anew_is_so_everywhere_at_once(newsroom, seat):
    image = make_image("The foyer", content=photograph())
    make_article("A bell", section=newsroom.film, lead_image=image, lead_alt="A foyer")
    before = {address: pictures_on(address) for address in ("/", newsroom.film.url)}
    tab = seat(colleague("picture desk"))
    tab.goto("/admin/")
    tab.get_by_role("link", name="Images", exact=True).click()
    tab.get_by_role("link", name=re.compile("The foyer")).first.click()
    tab.wait_for_load_state("networkidle")
    box = tab.locator(".jcrop-tracker").last.bounding_box()
    tab.mouse.move(box["x"] + 20, box["y"] + 20)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 160, box["y"] + 140, steps=5)
    tab.mouse.up()
    tab.get_by_role("button", name="Save", exact=True).click()
    tab.get_by_text(re.compile("The foyer.*updated")).first.wait_for()
    assert clicks(tab) == CLICKS["Cut a picture anew"]
    image.refresh_from_db()
    assert image.has_focal_point()
    for address, pictures in before.items():
        assert pictures and not set(pictures) & set(pictures_on(address)), address
    tab.complaints[:] = [said for said in tab.complaints if not SAID_OF_JCROP.search(said)]


def test_two_topics_become_one_and_the_old_address_leads_there(newsroom, seat):
    old, new = make_topic("Oscars"), make_topic("The Oscars")
    make_article("The envelope", section=newsroom.film, topics=[old])
    tab = seat(colleague("publisher"))
    tab.goto(f"/admin/pages/{old.pk}/edit/")
    tab.wait_for_load_state("networkidle")
    tab.get_by_role("button", name="Actions").first.click()
    tab.get_by_role("link", name="Merge into…").click()
    tab.get_by_role("button", name="Choose a page").click()
    tab.get_by_role("dialog").get_by_role("link", name="The Oscars").click()
    tab.get_by_role("dialog").wait_for(state="hidden")
    tab.get_by_role("button", name="Merge", exact=True).click()
    tab.get_by_text("Look at what will change").first.wait_for()
    tab.get_by_role("button", name="Merge", exact=True).click()
    tab.get_by_text("1 topic is part of “The Oscars” now.").first.wait_for()
    assert clicks(tab) == CLICKS["Merge a topic into another"]
    assert TopicPage.objects.get(pk=old.pk).merged_into_id == new.pk
    assert Client().get(old.url).headers["Location"] == new.url
    assert "The envelope" in Client().get(new.url).content.decode()


def test_a_story_is_found_by_a_word_of_its_text_and_by_its_address(newsroom, seat):
    story = make_article("A bell", section=newsroom.film, authors=[make_author()], body=[paragraph("The foghorn.")])
    tab = seat(colleague("section editor"))
    tab.goto("/admin/")
    tab.get_by_role("complementary", name="Sidebar").get_by_role("textbox", name="Search").click()
    tab.keyboard.type("foghorn")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="A bell").first.click()
    tab.wait_for_url(f"**/admin/pages/{story.pk}/edit/")
    assert clicks(tab) == CLICKS["Find a story by a word of its text"]

    tab.goto("/admin/")
    tab.get_by_role("complementary", name="Sidebar").get_by_role("textbox", name="Search").click()
    tab.keyboard.type(f"https://news.example.org{story.url}?utm_source=post")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/admin/pages/{story.pk}/edit/")
    assert clicks(tab) == CLICKS["Find a story by its address"]
