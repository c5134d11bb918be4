"""What is said of a person of the demo, and of an account."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoAuthor:
    """One person with a public page.

    ``photo`` names a portrait in ``home/demo/art`` (``a1`` to ``a8``) or is
    empty. ``conflicts`` is ``"none"`` when the person declared that there are
    none, or the text of what they declared. Only clinicians carry credentials
    and a registration.
    """

    slug: str
    name: str
    job_title: str
    short_bio: str
    bio_html: str
    photo: str = ""
    based_in: str = ""
    covers: str = ""
    training: str = ""
    languages: str = ""
    credentials: str = ""
    registration_body: str = ""
    registration_number: str = ""
    registry_url: str = ""
    speciality: str = ""
    country: str = ""
    expertise: tuple = ()
    conflicts: str = "none"
    profiles: tuple = ()
    email: str = ""
    former: bool = False


@dataclass(frozen=True)
class DemoUserSpec:
    """One account of the demo. ``section`` is the desk that a role is limited to, where it is."""

    username: str
    first_name: str
    last_name: str
    role: str
    author_slug: str = ""
    section: str = ""
