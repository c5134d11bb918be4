"""What each rule says of a story, and of one that is as it should be."""

from datetime import timedelta
from pathlib import Path

import pytest

from news.models import ArticlePage, Standards
from news.standards import gate
from news.standards.rules import BLOCKERS, RULES, WARNINGS, as_markdown
from portal import clock
from portal.site_settings import Publication
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_image,
    make_section,
    make_topic,
    make_user,
    paragraph,
    publish,
    sign_medical_review,
)

HANDBOOK = Path(__file__).parents[3] / "docs" / "editing.md"


def sources(*kinds, **fields):
    return [{"kind": kind, "title": f"Source {number}"} | fields for number, kind in enumerate(kinds)]


@pytest.fixture
def film():
    return make_section("Film")


@pytest.fixture
def health():
    return make_section("Health", health=True)


def codes(story, level=None):
    return {finding.code for finding in gate.findings(story) if level in {None, finding.level}}


def draft(**fields):
    return make_article(live=False, **fields)


@pytest.mark.django_db
def test_a_story_that_is_as_it_should_be_has_no_findings(film):
    other = make_article("Another story", section=film)
    story = draft(
        section=film,
        standfirst="The interval is back.",
        authors=[make_author()],
        topics=[make_topic()],
        related=[other],
        responsible_editor=make_user(),
        lead_image=make_image(description="A hall.", size=(60, 40)),
    )
    assert codes(story) == set()


# --- Blockers, beyond what the gate's tests show --------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"risk_class": "A"}, False),
        ({"risk_class": "B", "sources": sources("trial")}, True),
        ({"risk_class": "B", "sources": sources("press_release", "preprint")}, False),
        ({"risk_class": "C", "sources": sources("press_release", "preprint")}, True),
        ({"risk_class": "C", "sources": sources("press_release", "trial")}, False),
        ({"risk_class": "B", "sources": [*sources("trial"), *sources("trial", retracted=True)]}, True),
    ],
)
def test_how_many_sources_a_story_needs_and_of_what_kind(film, fields, refused):
    assert ("health-sources" in codes(draft(section=film, **fields))) == refused


@pytest.mark.django_db
def test_a_signature_holds_for_its_words_only(film):
    story = draft(section=film, risk_class="C")
    assert "medical-sign-off" in codes(story)
    sign_medical_review(story, make_author("Dr Priya Anand-Holt"))
    assert "medical-sign-off" not in codes(story)
    story.standfirst = "Other words."
    assert "medical-sign-off" in codes(story)


@pytest.mark.django_db
def test_a_request_for_changes_is_no_signature(film):
    story = draft(section=film, risk_class="C")
    sign_medical_review(story, make_author("Dr Priya Anand-Holt"), decision="changes")
    assert "medical-sign-off" in codes(story)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"origin": "sponsored", "kind": "advertorial", "sponsor": "Orlo Railway"}, False),
        ({"origin": "sponsored", "kind": "advertorial"}, True),
        ({"origin": "staff", "kind": "advertorial", "sponsor": "Orlo Railway"}, True),
        ({"origin": "sponsored", "kind": "feature", "sponsor": "Orlo Railway"}, True),
        ({"origin": "sponsored", "kind": "advertorial", "sponsor": "Orlo Railway", "risk_class": "C"}, True),
        ({"origin": "partner"}, False),
    ],
)
def test_what_a_story_that_is_paid_for_must_say(film, fields, refused):
    assert ("paid-for" in codes(draft(section=film, **fields))) == refused


@pytest.mark.django_db
def test_an_expired_picture_in_the_text_keeps_a_story_back(film):
    image = make_image(size=(60, 40), rights_expire_on=(clock.now() - timedelta(days=1)).date())
    figure = {"image": {"image": image.pk, "decorative": False, "alt_text": "A hall."}, "caption": "", "credit": ""}
    assert "rights-expired" in codes(draft(section=film, body=[paragraph(), ("figure", figure)]))


@pytest.mark.django_db
def test_a_photographer_counts_as_an_author_and_an_advertiser_needs_none(film):
    assert "no-author" not in codes(draft(section=film, contributions=[(make_author(), "photos")]))
    paid = draft(section=film, origin="sponsored", kind="advertorial", sponsor="Orlo Railway")
    assert "no-author" not in codes(paid)
    assert "no-author" in codes(draft(section=film, contributions=[(make_author("Ada Lomax"), "edited")]))


# --- Warnings ------------------------------------------------------------------------------


def warned(section, **fields):
    """Return what a story is warned of that an ordinary one in its section is not."""
    return codes(draft(section=section, **fields)) - codes(draft(section=section))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("long-headline", {"title": "A" * 111}),
        ("placeholder", {"body": [paragraph("The hall seats TK people.")]}),
        ("placeholder", {"standfirst": "Lorem ipsum dolor."}),
        ("heading-order", {"body": [("heading", {"text": "Below", "level": "h3"}), paragraph()]}),
        ("heading-order", {"body": [("heading", {"text": text, "level": text}) for text in ("h2", "h4")]}),
        ("long-paragraph", {"body": [paragraph("word " * 151)]}),
        ("help-box", {"body": [paragraph("He spoke of suicide.")]}),
        ("touches-health", {"title": "The star’s new antidepressant"}),
        ("retracted-source", {"sources": sources("trial", retracted=True)}),
        ("original-address", {"origin": "wire"}),
        ("review-without-verdict", {"kind": "review"}),
    ],
)
def test_a_fault_of_any_story_is_a_warning(film, code, fields):
    assert code in warned(film, **fields)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("promise-of-cure", {"body": [paragraph("This miracle cure works.")]}),
        ("number-without-reference", {"body": [paragraph("It lowers the risk by 30 per cent.")]}),
        ("broken-reference", {"body": [paragraph("It lowers the risk. [3]")]}),
        ("evidence-not-rated", {"risk_class": "B"}),
    ],
)
def test_a_fault_of_a_story_on_health_is_a_warning(health, code, fields):
    assert code in warned(health, **fields)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("long-headline", {"title": "A" * 110}),
        ("placeholder", {"body": [paragraph("The TKO came late.")]}),
        ("heading-order", {"body": [("heading", {"text": "Above", "level": "h2"}), paragraph()]}),
        ("long-paragraph", {"body": [paragraph("word " * 140), paragraph("word " * 140)]}),
        ("help-box", {"body": [paragraph("Suicide."), ("callout", {"title": "Help", "text": "<p>Call.</p>"})]}),
        ("promise-of-cure", {"body": [paragraph("This miracle cure works.")]}),
        ("number-without-reference", {"body": [paragraph("It lowers the risk by 30 per cent.")]}),
    ],
)
def test_what_is_no_fault_is_no_warning(film, code, fields):
    assert code not in codes(draft(section=film, **fields))


@pytest.mark.django_db
def test_a_number_with_its_reference_is_no_warning(health):
    story = draft(section=health, body=[paragraph("It lowers the risk by 30 per cent. [1]")], sources=sources("trial"))
    assert not {"number-without-reference", "broken-reference"} & codes(story)


@pytest.mark.django_db
@pytest.mark.parametrize("description", ["", "IMG_2041.jpg", "DSC 0042"])
def test_a_picture_without_a_description_in_words_is_a_warning(film, description):
    assert "alt-text" in codes(draft(section=film, lead_image=make_image(size=(60, 40), description=description)))


@pytest.mark.django_db
def test_a_picture_that_is_decoration_needs_no_description(film):
    figure = {"image": {"image": make_image(size=(60, 40)).pk, "decorative": True, "alt_text": ""}}
    assert "alt-text" not in codes(draft(section=film, body=[("figure", figure | {"caption": "", "credit": ""})]))


@pytest.mark.django_db
def test_a_link_to_a_page_of_ours_leads_on(film):
    link = f'<a linktype="page" id="{home_page().pk}">the front</a>'
    assert "no-internal-link" not in codes(draft(section=film, body=[paragraph(f"See {link}.")]))


@pytest.mark.django_db
def test_links_that_earn_money_are_named_also_below_www(film, health):
    Publication.objects.create(site=home_page().get_site(), affiliate_domains="shop.example\n")
    body = [paragraph('<a href="https://www.shop.example/kettle">a kettle</a>')]
    messages = [f.message for f in gate.findings(draft(section=film, body=body)) if f.code == "affiliate-links"]
    assert "shop.example" in messages[0]
    assert "affiliate-links" in codes(draft(section=health, body=body))
    other = [paragraph('<a href="https://notshop.example/">a kettle</a>')]
    assert "affiliate-links" not in codes(draft(section=film, body=other))


@pytest.mark.django_db
def test_the_desk_edits_the_lists_of_words(film):
    words = Standards.load()
    words.sensitive_words = "gambling"
    words.save()
    assert "help-box" in codes(draft(section=film, title="Gambling by night"))
    assert "help-box" not in codes(draft(section=film, title="Of suicide"))


@pytest.mark.django_db
def test_an_overdue_review_is_a_warning_and_no_blocker(film):
    story = draft(section=film, risk_class="C", sources=sources("trial", "trial"))
    sign_medical_review(story, make_author("Dr Priya Anand-Holt"), signed_at=clock.now() - timedelta(days=500))
    assert "review-overdue" in codes(story)
    assert "medical-sign-off" not in codes(story)


@pytest.mark.django_db
def test_a_reviewer_who_wrote_the_story_is_a_warning(film):
    doctor = make_author("Dr Priya Anand-Holt")
    story = draft(section=film, authors=[doctor], contributions=[(doctor, "reviewed")])
    assert "reviewer-among-authors" in codes(story)


@pytest.mark.django_db
def test_warnings_never_keep_a_story_back(health):
    body = [
        paragraph("This miracle cure works for 30 per cent, by suicide TK. " + "word " * 160),
        ("heading", {"text": "Below", "level": "h3"}),
    ]
    story = draft(section=health, title="A" * 120, body=body, authors=[make_author()], origin="wire", kind="review")
    assert len(codes(story, "warning")) >= 12
    assert codes(story, "blocker") == set()
    assert publish(story, judged=True).is_public


# --- The rules themselves ----------------------------------------------------------------------


def test_there_are_eight_blockers_at_most_and_every_code_is_its_own():
    assert len(BLOCKERS) <= 8
    assert len({rule.code for rule in RULES}) == len(RULES) == len(BLOCKERS) + len(WARNINGS)


def test_the_handbook_lists_the_rules_as_they_are():
    assert as_markdown() in HANDBOOK.read_text(encoding="utf-8")


def test_every_field_that_a_rule_points_at_exists():
    names = {field.name for field in ArticlePage._meta.get_fields()}
    assert {rule.field for rule in RULES} <= names
