"""People as machines meet them: one node for one person, wherever they are named."""

from urllib.parse import urljoin

from wagtail.images.models import SourceImageIOError

from news.text import plain_text
from portal.images import PORTRAIT
from portal.pictures import signed_cut
from portal.structured_data import page_nodes, picture, publisher_in_short, said, site_address
from portal.web_addresses import web_address


def person(author, base):
    """Return an author as stories name them.

    The ``@id`` is made from the profile's address, so that it is the same on
    every page; without a public profile there is none but the name.
    """
    path = author.get_absolute_url() if author.live else ""
    url = urljoin(f"{base}/", path) if path else ""
    return said({"@type": "Person", "@id": url and f"{url}#person", "name": author.name, "url": url})


def reviewer(review, base):
    """Return who signed a medical review, with the standing that the badge shows."""
    author = review.reviewer
    return said({**person(author, base), "jobTitle": author.job_title, "honorificSuffix": author.credentials})


def profile_nodes(context):
    """Return what an author's page says to machines."""
    author, base = context["author"], site_address(context["request"])
    profile = said(
        {
            **person(author, base),
            "jobTitle": author.job_title,
            "description": plain_text(author.bio) or author.short_bio,
            "image": portrait(author.photo),
            "email": author.public_email,
            "sameAs": [web_address(profile.value["url"]) for profile in author.profiles],
            "knowsAbout": author.expertise_list,
            "knowsLanguage": author.languages,
            "workLocation": {"@type": "Place", "name": author.based_in} if author.based_in else None,
            "hasCredential": credential(author),
            "worksFor": None if author.former else publisher_in_short(context["publication"], base),
        }
    )
    return page_nodes(context, "ProfilePage", current=author.name, mainEntity=profile)


def portrait(photo):
    """Return an author's portrait, or None where the profile shows none."""
    if not photo or not photo.may_be_shown:
        return None
    try:
        return picture(photo, signed_cut(photo, PORTRAIT))
    except SourceImageIOError:
        return None


def credential(author):
    """Return what entitles a clinician to review, as the profile shows it, or None."""
    if not author.credentials:
        return None
    body = {"@type": "Organization", "name": author.registration_body} if author.registration_body else None
    return said(
        {
            "@type": "EducationalOccupationalCredential",
            "name": author.credentials,
            "recognizedBy": body,
            "url": web_address(author.registry_url),
        }
    )
