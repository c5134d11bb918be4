"""Lists as machines meet them: sections, topics, people and the log of corrections."""

from urllib.parse import urljoin

from portal.structured_data import item_list, moment, page_nodes, said, site_address


def list_nodes(context, pages, **properties):
    """Return what a page that lists other ``pages`` says to machines: which, in the order in which they stand there."""
    request = context["request"]
    base = f"{site_address(request)}/"
    addresses = [urljoin(base, page.get_url(request) or "") for page in pages]
    return page_nodes(
        context, "CollectionPage", current=context["page"].title, mainEntity=item_list(addresses), **properties
    )


def topic_nodes(context):
    """Return what the page of a topic says to machines: what it is, and the stories on it."""
    topic = context["page"]
    subject = said({"@type": "Thing", "name": topic.title, "description": topic.description})
    return list_nodes(context, context["stories"], about=subject)


def people_nodes(context):
    """Return what the index of authors says to machines."""
    everybody = [*context["writers"], *context["reviewers"], *context["former_authors"]]
    addresses = [f"{context['head'].canonical}{author.slug}/" for author in everybody]
    return page_nodes(context, "CollectionPage", current=context["page"].title, mainEntity=item_list(addresses))


def correction_node(correction, canonical):
    """Return one correction, as it stands on the page at ``canonical``."""
    return {
        "@type": "CorrectionComment",
        "@id": f"{canonical}#correction-{correction.pk}",
        "text": " ".join(filter(None, (correction.was_wrong, correction.is_right))),
        "datePublished": moment(correction.published_at),
    }


def corrections_nodes(context):
    """Return what the log of corrections says to machines: each with the story it corrects."""
    page, request, canonical = context["page"], context["request"], context["head"].canonical
    base = f"{site_address(request)}/"
    entries = []
    for correction in context["corrections"]:
        url = urljoin(base, correction.article.get_url(request) or "")
        story = {"@type": "NewsArticle", "@id": f"{url}#article", "headline": correction.article.title, "url": url}
        entries.append(correction_node(correction, canonical) | {"about": story})
    return page_nodes(context, "CollectionPage", current=page.title, hasPart=entries)
