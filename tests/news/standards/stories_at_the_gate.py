"""Stories that meet every standard but one, and every way in which somebody may try to publish them."""

from datetime import timedelta

from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import ArticlePage
from news.schedule import runner
from portal import clock
from tests.builders import make_article, make_image

HEADLINE = "Nobody reads this yet"
TEXT = "A bell rings, and the film stops."
DAY = timedelta(days=1)
SOURCES = (("trial", "A trial"), ("guideline", "A guideline"))
VERDICT = {
    "summary": "It earns its interval.",
    "rating": "4",
    "scale": 5,
    "works": [],
    "fails": [],
    "title": {"type": "movie", "name": "", "details": []},
    "disclosure": "none",
    "disclosure_text": "",
    "spoilers": False,
}


def uncleared():
    return make_image("Uncleared", size=(60, 40), rights="unknown")


def expired():
    return make_image("Expired", size=(60, 40), rights_expire_on=(clock.now() - DAY).date())


# What breaks each blocker, and no other: fields of a story, made when they are asked for.
FAULTS = {
    "no-author": lambda: {"authors": []},
    "lead-image-rights": lambda: {"lead_image": uncleared()},
    "rights-expired": lambda: {"lead_image": expired()},
    "paid-for": lambda: {"origin": "sponsored", "kind": "advertorial"},
    "health-sources": lambda: {"risk_class": "B", "sources": []},
    "medical-sign-off": lambda: {"risk_class": "C"},
    "rating-without-title": lambda: {"verdict": True},
    "embargo": lambda: {"first_published_at": clock.now() + 9 * DAY},
}
CODES = tuple(FAULTS)


def fault(code):
    """Return the fields that break one blocker and no other."""
    return FAULTS[code]()


def draft(section, author, fields):
    """Return a story that was never published, with a first revision."""
    values = {"authors": [author], "sources": [{"kind": kind, "title": title} for kind, title in SOURCES]} | fields
    body = [("paragraph", f"<p>{TEXT}</p>")] + ([("verdict", VERDICT)] if values.pop("verdict", False) else [])
    values["published_at"] = values.pop("first_published_at", None)
    if not values["sources"]:
        values["sources"] = ()
    page = make_article(HEADLINE, section=section, body=body, live=False, **values)
    page.save_revision()
    return ArticlePage.objects.get(pk=page.pk)


def posted(author, fields, **more):
    """Return the same story as the editor's form sends it."""
    values = {"authors": [author], "sources": SOURCES} | fields
    body = [("paragraph", rich_text(f"<p>{TEXT}</p>", features=["bold"]))]
    if values.get("verdict"):
        verdict = VERDICT | {"works": streamfield([]), "fails": streamfield([])}
        verdict["title"] = verdict["title"] | {"details": streamfield([])}
        body.append(("verdict", verdict))
    image, date = values.get("lead_image"), values.get("first_published_at")
    return nested_form_data(
        {
            "title": HEADLINE,
            "slug": "nobody-reads-this-yet",
            "body": streamfield(body),
            "kind": values.get("kind", "news"),
            "origin": values.get("origin", "staff"),
            "risk_class": values.get("risk_class", ""),
            "lead_image": image.pk if image else "",
            "first_published_at": date.strftime("%Y-%m-%d %H:%M") if date else "",
            "contributions": inline_formset([{"author": person.pk, "role": "by"} for person in values["authors"]]),
            "sources": inline_formset([{"kind": kind, "title": title} for kind, title in values["sources"]]),
            "topic_links": inline_formset([]),
            "related_links": inline_formset([]),
            "comments": inline_formset([]),
            **more,
        }
    )


# --- Ways to publish ------------------------------------------------------------
# Each takes a signed-in client and a draft with its fields, and returns the answer.


def by_creating(client, story, author, fields):
    """Write the story into an empty form, and publish it at once."""
    section = story.get_parent()
    story.delete()
    url = reverse("wagtailadmin_pages:add", args=["news", "articlepage", section.pk])
    return client.post(url, posted(author, fields, **{"action-publish": "1"}), follow=True)


def by_editing(client, story, author, fields):
    """Publish from the editor."""
    return edited(client, story, posted(author, fields, **{"action-publish": "1"}))


def by_scheduling(client, story, author, fields):
    """Give the story a time to go live, on the screen for that."""
    return scheduled(client, story, clock.now() + DAY)


def scheduled(client, story, moment):
    """Send the form of the screen for schedules."""
    data = {"zone": "UTC", "day": moment.strftime("%Y-%m-%d"), "time": moment.strftime("%H:%M"), "schedule": "1"}
    return client.post(reverse("news_schedule", args=[story.pk]), data, follow=True)


def edited(client, story, data):
    """Send the editor's form."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), data, follow=True)


def in_bulk(client, story, author, fields):
    """Tick the story in the list of pages, and publish what is ticked."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{url}?id={story.pk}&next=/admin/pages/", {"include_descendants": ""}, follow=True)


def by_approval(client, story, author, fields):
    """Approve the story at the end of its workflow."""
    state = story.get_workflow().start(story, None).current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    return client.post(url, {"comment": ""}, follow=True)


def at_its_time(client, story, author, fields):
    """Let the clock publish what was scheduled before it broke the rule."""
    due = clock.now() - timedelta(minutes=1)
    Revision.objects.filter(pk=story.latest_revision_id).update(approved_go_live_at=due)
    runner.run()
    return client.get(reverse("news_schedule", args=[story.pk]))


WAYS = (by_creating, by_editing, by_scheduling, in_bulk, by_approval, at_its_time)
