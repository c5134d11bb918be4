"""A day at the desk: an editor writes a story, illustrates it and publishes it, and readers have it at once."""

import io
import re

import pytest
from django.contrib.auth import get_user_model
from PIL import Image
from playwright.sync_api import expect

from news.desk.roles import set_up_role
from news.desk.workflows import set_up_workflow
from news.models import ArticlePage
from tests.browser.clicks import CLICKS, clicks, count_clicks
from tests.builders import home_page, make_article, make_author, make_author_index, make_section, make_user

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
HEADLINE = "A bell returns to the Fenmoor Regal"
STANDFIRST = "The interval is back, and with it the queue for the ice cream."
PARAGRAPHS = (
    "At 8.47 a woman in a waistcoat rings a handbell, and the film stops.",
    "Nobody leaves, and nobody looks at a telephone.",
)
CREDIT = "Photo: Orlo Pictures"
# What Wagtail's own screens say in the console: its login form, its tabs, and its autosave of a story half done.
SAID_BY_WAGTAIL = re.compile(r"autocomplete attributes|matching panel for the trigger|status of 400")
# The address of the login form ends with the one that it leads to: only what is not in a query counts.
FRONT_OF_THE_ADMIN = re.compile(r"^[^?]*/admin/$")
# What stands in the form two seconds after it was opened is what the editor takes for unchanged, and never saves.
NOTE_WATCHING = "addEventListener('w-unsaved:watch-edits', () => document.documentElement.setAttribute('watched', ''))"


@pytest.fixture
def desk():
    """A section, an author with a page, and the account of a section editor who is no superuser."""
    film = make_section("Film")
    make_author_index()
    make_author("Ines Farrow")
    make_user("editor", password=PASSWORD, groups=[set_up_role("section editor", [film, home_page()])])
    return film


def picture_file():
    """Return an upload as a camera would make it."""
    buffer = io.BytesIO()
    Image.new("RGB", (1800, 1200), (90, 20, 40)).save(buffer, "JPEG")
    return {"name": "regal.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def sign_in(page, name="editor"):
    page.goto("/admin/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(FRONT_OF_THE_ADMIN)


def wait_for_editor(page):
    """Wait until the editor of a new story is built, and saves by itself what is typed from now on."""
    page.wait_for_load_state("networkidle")
    page.locator("html[watched]").wait_for(state="attached")


def new_story(page, section):
    page.add_init_script(NOTE_WATCHING)
    page.goto(f"/admin/pages/{section.pk}/add_subpage/")
    page.locator('a[href*="/add/news/articlepage/"]').first.click()
    page.wait_for_url("**/add/news/articlepage/**")
    wait_for_editor(page)


def write(page):
    """Type the story into the editor: headline, standfirst, and two paragraphs in the block that is there already."""
    page.locator("[name=title]").press_sequentially(HEADLINE)
    page.locator("[name=standfirst]").fill(STANDFIRST)
    body = page.locator("[data-contentpath=body]")
    body.locator("[contenteditable=true]").first.click()
    page.keyboard.type(PARAGRAPHS[0])
    page.keyboard.press("Enter")
    page.keyboard.type(PARAGRAPHS[1])
    page.wait_for_url("**/edit/")  # the editor has saved the draft by itself


def open_chooser(page, button):
    button.click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("button", name="Close").wait_for()
    return chooser


def illustrate(page):
    """Upload a picture with its credit from the story's own form."""
    lead = page.locator("[data-contentpath=lead_image]")
    chooser = open_chooser(page, lead.get_by_role("button", name="Choose an image"))
    chooser.get_by_role("tab", name="Upload").click()
    chooser.locator("input[type=file]").set_input_files(picture_file())
    field = "[name=image-chooser-upload-{}]".format
    chooser.locator(field("title")).fill("The foyer of the Regal")
    chooser.locator(field("description")).fill("A foyer with a bell.")
    chooser.locator(field("credit")).fill(CREDIT)
    chooser.get_by_role("button", name="Upload", exact=True).click()
    lead.get_by_text("The foyer of the Regal").wait_for()


def sign(page):
    """Put an author into the byline."""
    page.get_by_role("button", name="Add Person").click()
    people = page.locator("#id_contributions-FORMS")
    chooser = open_chooser(page, people.get_by_role("button", name=re.compile("Choose")).first)
    chooser.get_by_role("link", name="Ines Farrow").click()
    people.get_by_text("Ines Farrow").wait_for()


def publish(page, section):
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url(f"**/admin/pages/{section.pk}/")
    page.get_by_text(re.compile(f"{HEADLINE}.*published")).first.wait_for()


def forget_what_wagtail_said(page):
    page.complaints[:] = [said for said in page.complaints if not SAID_BY_WAGTAIL.search(said)]


def test_an_editor_publishes_an_illustrated_story_and_readers_have_it_at_once(browser_page, desk):
    page = browser_page
    sign_in(page)
    new_story(page, desk)
    write(page)
    illustrate(page)
    sign(page)
    publish(page, desk)
    forget_what_wagtail_said(page)
    assert ArticlePage.objects.get(title=HEADLINE).is_public

    for address in ("/", desk.url, "/authors/ines-farrow/", "/search/?q=bell+Fenmoor"):
        page.goto(address)
        assert page.get_by_role("link", name=HEADLINE).first.is_visible(), address
    page.get_by_role("link", name=HEADLINE).first.click()
    page.get_by_role("heading", name=HEADLINE, level=1).wait_for()
    for words in (STANDFIRST, *PARAGRAPHS, CREDIT, "Ines Farrow"):
        expect(page.get_by_text(words).first, words).to_be_visible()
    picture = page.get_by_role("img", name="A foyer with a bell.")
    picture.wait_for()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_an_editor_sees_the_story_in_the_preview_before_it_is_published(browser_page, desk):
    page = browser_page
    draft = make_article(HEADLINE, section=desk, standfirst=STANDFIRST, live=False)
    draft.save_revision()
    sign_in(page)
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[title=Preview]").first
    preview.get_by_role("heading", name=HEADLINE, level=1).wait_for()
    forget_what_wagtail_said(page)


def test_what_a_reporter_writes_waits_for_the_desk(browser_page, desk):
    page = browser_page
    set_up_workflow([set_up_role("section editor", [desk])], [desk])
    make_user("reporter", password=PASSWORD, groups=[set_up_role("reporter", [desk])])
    sign_in(page, "reporter")
    new_story(page, desk)
    write(page)
    page.get_by_role("button", name="More actions").click()
    submit = page.get_by_role("button", name="Submit to Desk approval")
    submit.wait_for()
    assert not page.get_by_role("button", name="Publish", exact=True).is_visible()
    submit.click()
    page.get_by_text(re.compile("submitted for moderation")).first.wait_for()
    forget_what_wagtail_said(page)
    page.goto("/")
    assert page.get_by_role("link", name=HEADLINE).count() == 0


def test_a_breaking_story_takes_nine_clicks_from_the_dashboard(browser_page, desk):
    page = browser_page
    make_author("Edda Marsh", user=get_user_model().objects.get(username="editor"))
    sign_in(page)
    count_clicks(page)
    page.add_init_script(NOTE_WATCHING)
    page.goto("/admin/")
    page.get_by_role("link", name="Film", exact=True).and_(page.locator(".button")).click()
    wait_for_editor(page)
    page.locator("[name=title]").click()
    page.keyboard.type(HEADLINE)
    page.locator("[name=standfirst]").click()
    page.keyboard.type(STANDFIRST)
    page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    page.keyboard.type(PARAGRAPHS[0])
    # The rich text editor hands its words to the form a quarter of a second after they were typed.
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(PARAGRAPHS[0])))
    page.wait_for_url("**/edit/")
    page.locator("[name=kicker]").press("Enter")  # saves the draft, and publishes nothing
    page.get_by_text(re.compile(f"{HEADLINE}.*(created|updated|saved)")).first.wait_for()
    assert not ArticlePage.objects.get(title=HEADLINE).live
    page.wait_for_load_state("networkidle")
    lead = page.locator("[data-contentpath=lead_image]")
    lead.get_by_role("button", name="Choose an image").click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("tab", name="Upload").click()
    with page.expect_file_chooser() as files:
        chooser.locator("input[type=file]").click()
    files.value.set_files(picture_file())
    field = "[name=image-chooser-upload-{}]".format
    expect(chooser.locator(field("title"))).not_to_have_value("")  # taken from the name of the file
    chooser.locator(field("description")).fill("A foyer with a bell.")
    chooser.locator(field("credit")).fill(CREDIT)
    chooser.get_by_role("button", name="Upload", exact=True).click()
    lead.get_by_text("regal").first.wait_for()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url(f"**/admin/pages/{desk.pk}/")
    assert clicks(page) == CLICKS["A breaking story, from the dashboard"]
    forget_what_wagtail_said(page)

    page.goto(desk.url)
    page.get_by_role("link", name=HEADLINE).first.click()
    for words in (STANDFIRST, PARAGRAPHS[0], CREDIT, "Edda Marsh"):
        expect(page.get_by_text(words).first, words).to_be_visible()
