"""Pictures, files, authors and accounts of the demo newsroom."""

from datetime import timedelta
from pathlib import Path

from django.contrib.auth import get_user_model

from home.demo.people import AUTHORS, USERS
from news.desk.roles import ROLES, set_up_role
from news.models import Author, SectionPage
from portal import clock
from portal.models import PortalDocument, PortalImage
from tests.builders import home_page, make_author, make_document, make_image, make_user

HERE = Path(__file__).parent
CREDIT = "Illustration: Velour & Tonic studio"

DESCRIPTIONS = {
    "books": "Shelves of coloured books.",
    "breath": "A swimmer crossing a calm sea in front of a low red sun.",
    "cells": "Round cells in red, orange and yellow, seen through a microscope.",
    "cinema": "Rows of cinema-goers in silhouette facing a glowing orange screen.",
    "citrus": "Halves of oranges and lemons in a pattern.",
    "coast": "A lighthouse at night with two small figures on the rocks.",
    "festival": "A festival stage at night with beams of light above a crowd.",
    "gallery": "Three visitors in front of framed paintings.",
    "heart": "Fine lines that draw the shape of a heart above a pulse.",
    "lab": "A row of test tubes in a rack, filled with coloured liquids.",
    "mic": "A studio microphone in front of sound waves.",
    "mind": "A head in profile, filled with winding paths.",
    "pills": "Capsules and tablets in rows.",
    "portrait": "Three illustrated portraits side by side.",
    "premiere": "A theatre marquee and red carpet at night.",
    "runner": "A runner on a red track, seen from above.",
    "sleep": "A person asleep under a blanket that becomes rolling hills, beneath a full moon.",
    "stage": "A lone singer at a microphone stand in a spotlight, framed by red stage curtains.",
    "table": "A laid table with bowls of food, seen from above.",
    "tvwall": "A wall of screens, each with another picture.",
    "vinyl": "A record on a turntable.",
    "p-light": "Poster artwork: a striped lighthouse sweeping its beam over a dark sea.",
    "p-mask": "Poster artwork: a mask in two colours.",
    "p-orbit": "Poster artwork: rings of orbiting lines.",
    "p-orchard": "Poster artwork: rows of trees in an orchard.",
    "p-stairs": "Poster artwork: a figure at the foot of a great staircase.",
    "p-town": "Poster artwork: the stacked roofs of a town at dusk.",
}

FILES = {
    "bell": ("One bell, six foyers", "bell.wav", "A handbell, rung in the foyer of a cinema."),
    "cue-sheet": ("Interval cue sheet", "cue-sheet.txt", "The fifteen-minute interval, step by step."),
    "sleep-diary": ("Sleep diary", "sleep-diary.txt", "Two weeks of sleep on one page."),
}


def make_pictures():
    """Return the images of the demo by the names under which stories ask for them."""
    images = {}
    for path in sorted((HERE / "art").glob("*.webp")):
        name = path.stem
        title = f"Velour & Tonic artwork: {name}"
        image = PortalImage.objects.filter(title=title).first() or make_image(
            title,
            content=path.read_bytes(),
            file_name=path.name,
            description=DESCRIPTIONS.get(name, ""),
            credit=CREDIT,
            rights=PortalImage.Rights.OWN,
            origin=PortalImage.Origin.ILLUSTRATION,
        )
        images[name] = image
    return images


def make_files():
    """Return the documents of the demo by name."""
    return {
        name: PortalDocument.objects.filter(title=title).first()
        or make_document(title, name=file, content=(HERE / "files" / file).read_bytes(), description=description)
        for name, (title, file, description) in FILES.items()
    }


def make_authors(images):
    """Return the authors of the demo by slug."""
    authors = {}
    for person in AUTHORS:
        declared_none = person.conflicts == "none"
        authors[person.slug] = make_author(
            person.name,
            slug=person.slug,
            job_title=person.job_title,
            short_bio=person.short_bio,
            bio=person.bio_html,
            photo=images.get(person.photo),
            based_in=person.based_in,
            covers=person.covers,
            training=person.training,
            languages=person.languages,
            public_email=person.email,
            profiles=[("profile", {"label": label, "url": url}) for label, url in person.profiles],
            credentials=person.credentials,
            speciality=person.speciality,
            registration_body=person.registration_body,
            registration_number=person.registration_number,
            registry_url=person.registry_url,
            country=person.country,
            credentials_checked_on=(clock.now() - timedelta(days=40)).date() if person.credentials else None,
            expertise=", ".join(person.expertise),
            conflicts=Author.Conflicts.NONE if declared_none else Author.Conflicts.SOME,
            conflicts_text="" if declared_none else person.conflicts,
            is_reviewer=bool(person.registration_body),
            former=person.former,
        )
    return authors


def make_accounts(password):
    """Create groups and accounts of the demo, and return the accounts by name.

    Every role but the administrator's has rights on section roots only.
    """
    sections = {page.slug: page for page in SectionPage.objects.filter(depth=3)}
    rights = {
        "reporter": list(sections.values()),
        "section editor": [sections["entertainment"], sections["reviews"], home_page()],
        "health editor": [sections["health"]],
        "publisher": [home_page()],
        "homepage editor": [],
        "medical reviewer": [sections["health"]],
        "picture desk": list(sections.values()),
    }
    groups = {key: set_up_role(key, rights[key]) for key in ROLES}
    accounts = {}
    for spec in USERS:
        account = get_user_model().objects.filter(username=spec.username).first() or make_user(
            spec.username,
            password=password,
            superuser=spec.role == "administrator",
            groups=[groups[spec.role]] if spec.role in groups else [],
            first_name=spec.first_name,
            last_name=spec.last_name,
        )
        if spec.author_slug:
            Author.objects.filter(slug=spec.author_slug).update(user=account)
        accounts[spec.username] = account
    return accounts, groups
