"""Stories as machines meet them: kind, people, dates, pictures and what the story rests on."""

from urllib.parse import urljoin

from django.utils.translation import get_language

from news.syndication.lists import correction_node
from news.syndication.media import gallery_pictures, lead_pictures, videos
from news.syndication.people import person, reviewer
from news.syndication.reviews import is_whole, review_node
from portal.structured_data import moment, page_nodes, publisher_in_short, reference, said, site_address
from portal.web_addresses import web_address

# What is not here is a NewsArticle.
TYPES = {
    "analysis": "AnalysisNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "opinion": "OpinionNewsArticle",
    "review": "ReviewNewsArticle",
}
PAID = "AdvertiserContentArticle"


def story_nodes(context, schema_type="", **more):
    """Return what a story's page says to machines, from what its template is given.

    ``schema_type`` takes the place of the type that kind and origin ask for,
    ``more`` are further properties of the story.
    """
    page, canonical = context["page"], context["head"].canonical
    story = {**article_node(context, schema_type), **said(more)}
    review = None
    if is_whole(context.get("verdict")):
        review = review_node(
            page, context["verdict"], canonical=canonical, authors=story["author"], publisher=story["publisher"]
        )
        story["mainEntity"] = reference(review)
    nodes = page_nodes(
        context,
        page_type(page, context),
        mainEntity=reference(story),
        primaryImageOfPage=reference(story["image"][0]) if story.get("image") else None,
        **medical_properties(context),
    )
    return [*nodes, story, *([review] if review else ())]


def page_type(page, context):
    """Return the schema.org type of the page on which a story stands."""
    if context.get("medical_review") and page.has_valid_review:
        return "MedicalWebPage"
    return "ImageGallery" if page.kind == page.Kind.GALLERY else "WebPage"


def medical_properties(context):
    """Return what a page says of its medical review; nothing once the text is not the signed one any more.

    These are properties of a page and not valid on an article: schema.org, WebPage.
    """
    page, review = context["page"], context.get("medical_review")
    if not review or not page.has_valid_review:
        return {}
    return {
        "lastReviewed": moment(review.signed_at)[:10],
        "reviewedBy": reviewer(review, site_address(context["request"])),
        "about": subjects(context),
    }


def article_node(context, schema_type=""):
    """Return the story itself."""
    page, request, canonical = context["page"], context["request"], context["head"].canonical
    base, publication = site_address(request), context["publication"]
    published = page.published_at or page.first_published_at
    sponsor = {"@type": "Organization", "name": page.sponsor} if page.is_sponsored and page.sponsor else None
    authors = [person(author, base) for author in context["authors"]]
    corrections = (*context["corrections_above"], *context["corrections_below"])
    return said(
        {
            "@type": schema_type or (PAID if page.is_sponsored else TYPES.get(page.kind, "NewsArticle")),
            "@id": f"{canonical}#article",
            "headline": page.title,
            "description": page.standfirst,
            "url": canonical,
            "mainEntityOfPage": reference(canonical),
            "datePublished": moment(published),
            "dateModified": moment(page.visible_updated_at or published),
            "author": authors or [sponsor or publisher_in_short(publication, base)],
            "publisher": publisher_in_short(publication, base),
            "sponsor": sponsor,
            "editor": credited(context, "edited"),
            "contributor": credited(context, "photos", "fact_checked"),
            "image": lead_pictures(context),
            "associatedMedia": gallery_pictures(page),
            "video": videos(page),
            "articleSection": page.section.title if page.section else "",
            "about": subjects(context),
            "inLanguage": get_language(),
            "isAccessibleForFree": True,
            "citation": [citation(source) for source in context["sources"]],
            "correction": [correction_node(correction, canonical) for correction in corrections],
        }
    )


def credited(context, *roles):
    """Return the people who did something else than write, as the credits name them."""
    base = site_address(context["request"])
    return [person(credit.author, base) for credit in context["credits"] if credit.role in roles]


def subjects(context):
    """Return what the story is about: its topics, each with its page."""
    request = context["request"]
    base = site_address(request)
    return [
        {"@type": "Thing", "name": topic.title, "url": urljoin(f"{base}/", topic.get_url(request) or "")}
        for topic in context["topics"]
    ]


def citation(source):
    """Return one source of the story."""
    return said(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": web_address(source.link),
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            "datePublished": str(source.year) if source.year else "",
        }
    )


def live_nodes(context):
    """Return what a live blog says to machines: the story, and the updates that stand on this page."""
    page, canonical, newest = context["page"], context["head"].canonical, context["newest_update"]
    base = site_address(context["request"])
    updates = [*context["pinned_updates"], *context["updates"]]
    more = {"dateModified": moment(newest.published_at)} if newest and newest.published_at >= page.published_at else {}
    return story_nodes(
        context,
        "LiveBlogPosting",
        coverageStartTime=moment(page.starts_at),
        coverageEndTime=moment(page.ended_at) if page.live_state == page.LiveState.CLOSED else "",
        liveBlogUpdate=[update_node(update, canonical, base) for update in updates],
        **more,
    )


def update_node(update, canonical, base):
    """Return one update of a live blog, with an address of its own."""
    url = f"{canonical}#{update.anchor}"
    return said(
        {
            "@type": "BlogPosting",
            "@id": url,
            "url": url,
            "headline": update.headline,
            "datePublished": moment(update.published_at),
            "dateModified": moment(update.edited_at),
            "author": person(update.author, base) if update.author else None,
            "articleBody": update.body_text,
            "correction": [correction_node(correction, canonical) for correction in update.shown_corrections],
        }
    )
