"""Growing the demo to any size: short stories put together from a fixed set of sentences."""

import random
from datetime import timedelta

from django.db import transaction

from home.demo.people import COMMERCIAL
from news.bulk import add_stories, index_for_search, weigh_titles
from news.models import ArticlePage, Author, SectionPage, TopicPage
from portal import clock
from portal.models import PortalImage
from tests.builders import stream

BATCH = 500

SUBJECTS = (
    "The harbour choir", "A night bus", "The old observatory", "Fenmoor library", "The lamp factory",
    "A street of bakers", "The winter market", "The ferry crew", "A radio tower", "The puppet workshop",
    "Orlo’s swimming club", "The tram museum", "A village orchestra", "The seed bank", "The print shop",
)  # fmt: skip
VERBS = (
    "opens its doors", "changes its hours", "asks for volunteers", "marks a century", "moves across the river",
    "tries a new timetable", "wins an appeal", "counts its visitors", "repairs its roof", "publishes its accounts",
    "loses a wall", "finds a lost ledger", "trains apprentices", "invites the neighbours", "plans for spring",
)  # fmt: skip
PLACES = ("in Port Aldous", "in Fenmoor", "in Orlo", "by the quay", "on Alder Street", "after the storm", "this winter")
SENTENCES = (
    "The decision was taken on a Tuesday evening, with the windows open and the minutes read aloud.",
    "Nobody who was there expected it to take less than an hour, and it took four.",
    "The figures, which the committee published in full, show a small surplus for the third year.",
    "Neighbours had asked for the change since the spring, mostly by letter and once by song.",
    "A first attempt in the autumn failed because the key to the back room could not be found.",
    "The work is paid for by members, who give two pounds a month and an afternoon in June.",
    "Those who cannot climb the stairs will be able to follow from the ground floor.",
    "Visitors are counted by hand, with a brass clicker that has been repaired nine times.",
    "The council has promised an answer before the end of the month and a lamp before the end of the week.",
    "One member voted against, explained why at length, and then made the tea.",
    "The archive will be closed for two days while the shelves are moved.",
    "It is the only one of its kind on this side of the estuary, and the oldest on either.",
)


def _story(rng, number, images, now):
    title = f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)} {rng.choice(PLACES)}"
    sentences = rng.sample(SENTENCES, 8)
    body = [
        ("paragraph", f"<p>{' '.join(sentences[:3])}</p>"),
        ("paragraph", f"<p>{' '.join(sentences[3:6])}</p>"),
        ("paragraph", f"<p>{' '.join(sentences[6:])}</p>"),
    ]
    published = now - timedelta(hours=24 * 7, minutes=37 * number)
    page = ArticlePage(
        title=title,
        slug=f"story-{number}",
        standfirst=sentences[0],
        body=stream(body),
        kind=rng.choice(("news", "news", "news", "feature", "analysis")),
        live=True,
        first_published_at=published,
    )
    if images and rng.random() < 0.7:
        page.lead_image = rng.choice(images)
    return page


def _highest_number():
    """Return the highest number in the address of a grown story, so that none is given twice; 0 for none."""
    slugs = ArticlePage.objects.filter(slug__startswith="story-").values_list("slug", flat=True)
    numbers = (slug.removeprefix("story-") for slug in slugs)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def grow(target, seed, progress=lambda done, total: None):
    """Add stories until the portal holds ``target`` of them. Returns how many were added.

    The same ``seed`` gives the same stories. Each batch is written and indexed
    as a whole, so that an interrupted run goes on where it stopped.
    """
    rng = random.Random(seed)
    existing = ArticlePage.objects.count()
    first = max(existing, _highest_number()) + 1
    images = list(PortalImage.objects.filter(width__gt=1500, height__lt=2000).order_by("title"))
    newsroom = Author.objects.public().current().exclude(slug__in=COMMERCIAL)
    authors = list(newsroom.filter(is_reviewer=False).order_by("slug"))
    topics = list(TopicPage.objects.live().order_by("slug"))
    sections = list(SectionPage.objects.filter(depth=4).order_by("slug"))
    # Four stories in five live in one section, as they do in real newsrooms' archives.
    now = clock.now().replace(second=0, microsecond=0)
    total = max(0, target - existing)
    done = 0
    while done < total:
        batch = min(BATCH, total - done)
        numbers = range(first + done, first + done + batch)
        section = sections[0] if rng.random() < 0.8 else rng.choice(sections)
        batch_of_stories = [
            (_story(rng, n, images, now), [rng.choice(authors)], rng.sample(topics, 2)) for n in numbers
        ]
        with transaction.atomic():
            index_for_search(add_stories(section, batch_of_stories))
        done += batch
        progress(done, total)
    weigh_titles()
    return total
