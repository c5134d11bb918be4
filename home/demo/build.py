"""Building the demo newsroom out of its texts, in one transaction."""

import uuid
from datetime import timedelta

from django.db import transaction

from home.demo.fronts import announce, compose_fronts
from home.demo.site import make_tree, set_up_publication
from home.demo.stock import make_accounts, make_authors, make_files, make_pictures
from home.demo.stories import all_stories
from news.desk.workflows import set_up_health_workflow, set_up_workflow
from news.models import ArticlePage, ArticleTopic, Contribution, LiveBlogPage, MedicalReview, RelatedStory, Source
from portal import clock
from tests.builders import (
    in_order,
    make_author_index,
    make_correction,
    make_update,
    publish,
    restrict,
    schedule,
    sign_medical_review,
    stream,
)

NAMESPACE = uuid.UUID("6f3c8a5e-5a0b-4c65-9a5b-0d1d6d0f7a10")
ROLE_FIELDS = (
    ("photos_by", Contribution.Role.PHOTOS),
    ("edited_by", Contribution.Role.EDITED),
    ("fact_checked_by", Contribution.Role.FACT_CHECKED),
    ("reviewed_by", Contribution.Role.REVIEWED),
)
REVIEW_MONTHS = {"A": 24, "B": 24, "C": 12}


class DemoNewsroom:
    """Builds the demo. ``say`` is called with a line for people after each step."""

    def __init__(self, password, say=lambda line: None):
        self.password = password
        self.say = say
        self.now = clock.now().replace(second=0, microsecond=0)

    @transaction.atomic
    def build(self):
        """Build everything or, when interrupted, nothing. Returns the number of stories."""
        self.images = make_pictures()
        self.files = make_files()
        self.say(f"{len(self.images)} pictures and {len(self.files)} files")
        self.sections, self.topics, pages = make_tree()
        set_up_publication(self.sections, pages, self.images["stage"])
        self.authors = make_authors(self.images)
        make_author_index()
        self.accounts, groups = make_accounts(self.password)
        health = [section for section in self.sections.values() if section.health]
        others = [section for section in self.sections.values() if not section.health]
        set_up_workflow([groups["section editor"], groups["health editor"]], others)
        set_up_health_workflow([groups["health editor"]], [groups["medical reviewer"]], health)
        self.say(f"{len(self.sections)} sections, {len(self.topics)} topics, {len(self.authors)} authors")
        specs = all_stories()
        self.stories = {spec.slug: self._add_draft(spec) for spec in specs}
        for number, spec in enumerate(specs, start=1):
            self._write(spec)
            if number % 20 == 0 or number == len(specs):
                self.say(f"{number} of {len(specs)} stories")
        compose_fronts(self.sections, self.topics, self.stories)
        announce(self.stories, self.now)
        return len(specs)

    # --- One story ----------------------------------------------------------

    def _at(self, hours_ago):
        return self.now - timedelta(hours=hours_ago)

    def _add_draft(self, spec):
        """Put an empty draft into the tree, so that stories can point at each other before they are written."""
        model = LiveBlogPage if spec.live_state else ArticlePage
        page = model(title=spec.headline, slug=spec.slug, live=False, owner=self.accounts["reporter"])
        self.sections[spec.section].add_child(instance=page)
        return page

    def _write(self, spec):
        page = self.stories[spec.slug]
        page.kicker = spec.kicker
        page.standfirst = spec.standfirst
        page.kind = spec.kind
        page.origin = spec.origin
        page.sponsor = spec.sponsor
        page.risk_class = spec.risk_class
        page.evidence = spec.evidence
        page.evidence_note = spec.evidence_note
        page.live_state = spec.live_state
        page.lead_image = self.images.get(spec.lead)
        page.lead_caption = spec.lead_caption
        page.lead_alt = spec.lead_alt
        page.poster = self.images.get(spec.poster)
        page.responsible_editor = self.accounts["health-editor" if spec.risk_class else "editor"]
        page.body = self._body(spec.slug, spec.body)
        page.contributions = in_order(self._contributions(spec))
        page.topic_links = in_order(ArticleTopic(topic=self.topics[slug]) for slug in spec.topics)
        related = [self.stories[slug] for slug in spec.related if slug in self.stories]
        page.related_links = in_order(RelatedStory(story=story) for story in related)
        page.sources = in_order(
            Source(kind=s.kind, title=s.title, publisher=s.publisher, year=s.year, url=s.url) for s in spec.sources
        )
        if isinstance(page, LiveBlogPage):
            page.starts_at = self._at(spec.hours_ago)
        if spec.state in {"published", "retired", "private"}:
            page.first_published_at = self._at(spec.hours_ago)
        page.save()
        getattr(self, f"_finish_{spec.state}")(spec, page)
        self._stories_fresh(spec)

    def _stories_fresh(self, spec):
        page = self.stories[spec.slug]
        self.stories[spec.slug] = type(page).objects.get(pk=page.pk)

    def _contributions(self, spec):
        rows = [Contribution(author=self.authors[slug], role=Contribution.Role.BY) for slug in spec.by]
        for field, role in ROLE_FIELDS:
            slug = getattr(spec, field)
            if slug:
                rows.append(Contribution(author=self.authors[slug], role=role))
        return rows

    def _finish_draft(self, spec, page):
        page.save_revision(user=self.accounts["reporter"])

    def _finish_in_review(self, spec, page):
        page.save_revision(user=self.accounts["reporter"])
        page.get_workflow().start(page, self.accounts["reporter"])

    def _finish_scheduled(self, spec, page):
        self._sign(spec, page)
        schedule(page, self._at(spec.hours_ago), user=self.accounts["editor"], judged=True)

    def _finish_private(self, spec, page):
        self._finish_published(spec, page)
        restrict(page)

    def _finish_retired(self, spec, page):
        self._finish_published(spec, page)
        page.refresh_from_db()
        page.retire(spec.retired_reason, user=self.accounts["editor"])

    def _finish_published(self, spec, page):
        self._sign(spec, page)
        page = publish(page, user=self.accounts["editor"], judged=True)
        published = self._at(spec.hours_ago)
        updated = self._at(spec.updated_hours_ago) if spec.updated_hours_ago is not None else None
        type(page).objects.filter(pk=page.pk).update(updated_at=updated, last_published_at=updated or published)
        for correction in spec.corrections:
            make_correction(
                page,
                correction.was_wrong,
                is_right=correction.is_right,
                kind=correction.kind,
                severe=correction.severe,
                placement="top" if correction.severe else "bottom",
                published_at=self._at(correction.hours_ago),
                approved_by=self.accounts["editor"],
            )
        for update in spec.updates:
            make_update(
                page,
                update.headline,
                body=self._raw(f"{spec.slug}-{update.hours_ago}", update.body),
                author=self.authors.get(update.by),
                is_key=update.key,
                is_pinned=update.pinned,
                published_at=self._at(update.hours_ago),
            )

    def _sign(self, spec, page):
        """Have the words of a draft signed, where the story names a medical reviewer."""
        if not spec.reviewed_by:
            return
        page.save_revision(user=self.accounts["reporter"])
        sign_medical_review(
            page,
            self.authors[spec.reviewed_by],
            signed_at=self.now - timedelta(days=spec.review_days_ago),
            months=REVIEW_MONTHS.get(spec.risk_class, 24),
            decision=MedicalReview.Decision.APPROVED,
        )

    # --- Bodies -------------------------------------------------------------

    def _raw(self, key, blocks):
        """Return blocks with demo names replaced by the ids of pictures, files and stories."""
        return [(name, self._value(name, value)) for name, value in blocks]

    def _body(self, key, blocks):
        data = stream(self._raw(key, blocks))
        for position, block in enumerate(data):
            block["id"] = str(uuid.uuid5(NAMESPACE, f"{key}-{position}"))
        return data

    def _value(self, name, value):
        if name == "figure":
            return self._figure(value)
        if name == "gallery":
            return {**value, "images": [self._figure(figure) for figure in value["images"]]}
        if name == "embed":
            poster = self.images.get(value.get("poster"))
            return {**value, "poster": poster.pk if poster else None, "transcript": value.get("transcript", "")}
        if name in {"audio", "file"}:
            return {**value, "file": self.files[value["file"]].pk}
        if name == "related":
            return {"story": self.stories[value["story"]].pk}
        if name == "table":
            return _table(value)
        return value

    def _figure(self, value):
        alt = value.get("alt", "")
        return {
            "image": {"image": self.images[value["image"]].pk, "decorative": not alt, "alt_text": alt},
            "caption": value.get("caption", ""),
            "credit": value.get("credit", ""),
        }


def _table(value):
    """Return a table of the demo as the raw value of the table block."""
    return {
        "table": {
            "columns": [{"type": kind, "heading": heading} for kind, heading in value["columns"]],
            "rows": [{"values": list(row)} for row in value["rows"]],
            "caption": value["caption"],
        },
        "source": value.get("source", ""),
    }
