"""The demo publication's tree and identity: sections, topics, policies, navigation."""

from datetime import date

from wagtail.models import Site

from home.demo.texts import policies, standard_pages
from home.demo.tree import CONTACT, PUBLICATION, SECTIONS, TOPICS
from home.demo.wordmark import AMPERSAND, LETTERS, VIEW_BOX
from home.models import ContactPage
from portal.site_address import follow_site_url
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_author_index,
    make_corrections_page,
    make_policy,
    make_section,
    make_standard_page,
    make_topic,
    make_topic_index,
    publish,
    stream,
)


def make_tree():
    """Build every page that is no story. Returns ``(sections, topics, pages)`` by slug."""
    front = home_page()
    front.title = PUBLICATION["name"]
    front.seo_title = f"{PUBLICATION['name']}: film, TV, music and health news"
    front.search_description = PUBLICATION["description"]
    front.save()

    sections = {}
    for spec in SECTIONS:
        section = _make_section(spec)
        sections[spec["slug"]] = section
        for child in spec.get("children", ()):
            sections[child["slug"]] = _make_section(child, parent=section)

    make_topic_index(standfirst="Everything we keep coming back to, in one list.")
    topics = {
        spec["slug"]: make_topic(spec["title"], slug=spec["slug"], description=spec["description"]) for spec in TOPICS
    }
    pages = {
        "topics": make_topic_index(),
        "authors": make_author_index(standfirst="Who writes for us, who checks it, and how to reach them."),
        "corrections": make_corrections_page(
            standfirst="Everything we got wrong, said in public and kept in public, newest first."
        ),
    }
    for spec in policies():
        pages[spec["slug"]] = publish(
            make_policy(
                spec["kind"], title=spec["title"], slug=spec["slug"], body=spec["body"], standfirst=spec["summary"]
            )
        )
    for spec in standard_pages():
        pages[spec["slug"]] = make_standard_page(
            spec["title"], slug=spec["slug"], body=spec["body"], standfirst=spec["summary"]
        )
    contact = ContactPage(
        title=CONTACT["title"],
        slug=CONTACT["slug"],
        body=stream([("paragraph", CONTACT["intro"])]),
        addresses=stream([("address", address) for address in CONTACT["addresses"]]),
    )
    front.refresh_from_db()
    front.add_child(instance=contact)
    pages["contact"] = contact
    return sections, topics, pages


def _make_section(spec, parent=None):
    return make_section(
        spec["title"],
        slug=spec["slug"],
        parent=parent,
        colour=spec["colour"],
        health=spec["health"],
        standfirst=spec["standfirst"],
        search_description=spec["description"][:200],
        show_in_menus=True,
    )


def set_up_publication(sections, pages, share_image):
    """Give the publication its name, wordmark and navigation."""
    follow_site_url()
    site = Site.objects.get(is_default_site=True)
    site.site_name = PUBLICATION["name"]
    site.save()
    publication = Publication.for_site(site)
    publication.name = PUBLICATION["name"]
    publication.tagline = PUBLICATION["tagline"]
    publication.description = PUBLICATION["description"][:200]
    publication.legal_name = PUBLICATION["legal_name"]
    publication.founded_on = date.fromisoformat(PUBLICATION["founding_date"])
    publication.contact_email = PUBLICATION["email"]
    publication.wordmark_view_box = VIEW_BOX
    publication.wordmark_path = LETTERS
    publication.wordmark_accent_path = AMPERSAND
    publication.share_image = share_image
    publication.navigation = stream(
        [
            *(("group", _group(spec, sections)) for spec in SECTIONS if spec.get("children")),
            *(("link", _link(sections[spec["slug"]])) for spec in SECTIONS if not spec.get("children")),
        ]
    )
    publication.menu_links = stream(
        [("link", _link(pages[slug])) for slug in ("authors", "topics", "corrections", "editorial-policy", "about")]
    )
    publication.footer_columns = stream(
        [
            (
                "column",
                {"title": "Standards", "links": [_link(p) for s, p in pages.items() if s in STANDARDS]},
            ),
            ("column", {"title": "About", "links": [_link(pages[slug]) for slug in ABOUT]}),
        ]
    )
    publication.footer_links = stream([("link", _link(pages[slug])) for slug in ("privacy", "terms", "accessibility")])
    publication.footer_note = (
        "Velour & Tonic is a fictional publication. People, titles, studies and events shown here are invented."
    )
    publication.profiles = stream(
        [("profile", {"label": label, "url": url}) for label, url in PUBLICATION["social_profiles"]]
    )
    publication.save()


STANDARDS = {
    "editorial-policy",
    "corrections-policy",
    "fact-checking",
    "medical-review",
    "ownership-and-funding",
    "use-of-ai",
    "advertising-and-affiliates",
}
ABOUT = ("about", "masthead", "authors", "topics", "corrections", "contact", "careers")


def _link(page):
    return {"page": page.pk, "url": "", "label": ""}


def _group(spec, sections):
    return {
        "page": sections[spec["slug"]].pk,
        "label": "",
        "colour": spec["colour"],
        "children": [sections[child["slug"]].pk for child in spec["children"]],
    }
