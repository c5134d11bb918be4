"""What pages say to machines is what they say to people: field by field, for every type of page."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from home.models import ContactPage
from news.models import Contribution
from news.syndication.media import duration
from portal import clock
from portal.models import PortalImage
from portal.site_settings import Publication
from portal.structured_data import script
from tests.builders import (
    home_page,
    make_article,
    make_author,
    make_author_index,
    make_correction,
    make_corrections_page,
    make_image,
    make_live_blog,
    make_policy,
    make_section,
    make_standard_page,
    make_topic,
    make_topic_index,
    make_update,
    paragraph,
    sign_medical_review,
    stream,
)
from tests.machines import Read, every

pytestmark = pytest.mark.django_db

LONG_AGO = timedelta(days=40)
VERDICT = {
    "summary": "A quiet, exacting family drama.",
    "rating": "4.5",
    "scale": 5,
    "works": ["Sound you feel in your feet"],
    "fails": ["One letter too many"],
    "title": {
        "type": "movie",
        "name": "Salt Hour",
        "year": 2026,
        "creator_label": "Director",
        "creators": "Ilke Tamsin",
        "cast": "Teodor Blyth, Corin Vale",
        "external_url": "https://films.example/salt-hour",
    },
    "disclosure": "screener",
}


@pytest.fixture
def ines():
    make_author_index()
    return make_author("Ines Farrow", job_title="Film editor", short_bio="Writes on film.")


def read(client, address):
    return Read(client.get(address))


def minute(moment):
    """Return a moment as the page shows it to machines."""
    return timezone.localtime(moment).isoformat(timespec="minutes")


# --- The block itself --------------------------------------------------------------


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b", 'a"b\\c', "]]>"])
def test_no_words_can_end_the_data_block_or_leave_it(client, hostile):
    story = make_article(hostile, standfirst=hostile, slug="bell")
    assert read(client, story.url).node("NewsArticle")["headline"] == hostile
    block = str(script([{"name": hostile}]))
    assert block.count("<") == 2
    assert json.loads(block[len('<script type="application/ld+json">') : -len("</script>")])["@graph"][0] == {
        "name": hostile
    }


def test_nothing_is_said_twice_and_nothing_empty(client, ines):
    story = make_article(authors=[ines], lead_image=make_image(), topics=[make_topic()])
    page = read(client, story.url)
    for node in every(page.nodes):
        assert all(value not in (None, "", [], {}) for value in node.values())
    keys = [node["@id"] for node in page.nodes]
    assert len(keys) == len(set(keys))


def test_every_node_that_is_named_is_in_the_graph_or_says_its_name(client, ines):
    page = read(client, make_article(authors=[ines], lead_image=make_image()).url)
    told = {node["@id"] for node in every(page.nodes) if len(node) > 1 and "@id" in node}
    assert {node["@id"] for node in every(page.nodes) if "@id" in node} == told


# --- A story -------------------------------------------------------------------------


def test_a_story_says_to_machines_what_it_says_to_people(client, ines):
    topic = make_topic("Awards")
    section = make_section("Film")
    published = clock.now() - LONG_AGO
    updated = published + timedelta(hours=3)
    image = make_image(credit="Caspian Adeyemi", size=(1600, 1200))
    story = make_article(
        "The interval is back",
        section=section,
        standfirst="A bell rings, and the film stops.",
        authors=[ines],
        topics=[topic],
        lead_image=image,
        lead_caption="The hall.",
        published_at=published,
        updated_at=updated,
        sources=[{"kind": "document", "title": "Day books", "url": "https://books.example/", "year": 2020}],
    )
    page = read(client, story.url)
    root = page.canonical.removesuffix(story.url)
    article = page.node("NewsArticle")
    assert article["headline"] == story.title
    assert page.shows(story.title, article["description"], article["articleSection"], "The hall.", "Caspian Adeyemi")
    assert article["url"] == article["mainEntityOfPage"]["@id"] == page.canonical == root + story.url
    assert page.by_id(page.canonical)["mainEntity"] == {"@id": article["@id"]}
    assert article["datePublished"][:16] == minute(published)[:16]
    assert article["dateModified"][:16] == minute(updated)[:16]
    assert {minute(published), minute(updated)} <= set(page.times())
    profile = root + ines.get_absolute_url()
    assert article["author"] == [{"@type": "Person", "@id": f"{profile}#person", "name": "Ines Farrow", "url": profile}]
    assert ines.get_absolute_url() in page.page.attributes("href")
    assert article["about"] == [{"@type": "Thing", "name": "Awards", "url": root + topic.url}]
    assert article["citation"] == [
        {"@type": "CreativeWork", "name": "Day books", "url": "https://books.example/", "datePublished": "2020"}
    ]
    assert article["isAccessibleForFree"] is True
    assert article["inLanguage"] == "en-gb"
    assert article["publisher"]["@id"] == page.node("NewsMediaOrganization")["@id"]


def test_dates_carry_their_zone(client):
    with timezone.override("Asia/Kolkata"):
        page = read(client, make_article(published_at=clock.now() - LONG_AGO).url)
        article = page.node("NewsArticle")
        assert article["datePublished"].endswith("+05:30")
        assert article["datePublished"][:16] in {shown[:16] for shown in page.times()}


def test_a_picture_comes_in_three_ratios_with_its_credit(client):
    image = make_image(credit="Caspian Adeyemi", size=(2000, 1600), caption="The hall.")
    page = read(client, make_article(lead_image=image).url)
    widest, *others = page.node("NewsArticle")["image"]
    sizes = [(one["width"], one["height"]) for one in (widest, *others)]
    assert sizes == [(1200, 675), (1200, 900), (1200, 1200)]
    assert (widest["creditText"], widest["caption"]) == ("Caspian Adeyemi", "The hall.")
    assert page.node("WebPage")["primaryImageOfPage"] == {"@id": widest["@id"]}
    for one in (widest, *others):
        answer = client.get("/" + one["url"].split("/", 3)[3])
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/jpeg"


def test_a_picture_says_how_it_was_made_where_readers_are_told(client):
    made = make_image(origin=PortalImage.Origin.AI)
    page = read(client, make_article(lead_image=made).url)
    assert page.shows("Made with AI")
    source = page.node("NewsArticle")["image"][0]["digitalSourceType"]
    assert source == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    photo = read(client, make_article(lead_image=make_image()).url)
    assert "digitalSourceType" not in photo.node("NewsArticle")["image"][0]


def test_a_picture_names_its_photographer_and_its_licence(client):
    photographer = make_author("Caspian Adeyemi")
    image = make_image(credit="Photo: Caspian Adeyemi", rights="cc", source_url="https://photos.example/1")
    story = make_article(lead_image=image, contributions=[(photographer, Contribution.Role.PHOTOS)])
    picture = read(client, story.url).node("NewsArticle")["image"][0]
    assert picture["creator"] == {"@type": "Person", "name": "Caspian Adeyemi"}
    assert picture["license"] == "https://photos.example/1"


def test_a_picture_that_we_may_not_show_is_not_named(client):
    expired = make_image(rights_expire_on=date(2020, 1, 1))
    assert "image" not in read(client, make_article(lead_image=expired).url).node("NewsArticle")


@pytest.mark.parametrize(
    ("kind", "schema_type"),
    [
        ("news", "NewsArticle"),
        ("feature", "NewsArticle"),
        ("interview", "NewsArticle"),
        ("gallery", "NewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("explainer", "BackgroundNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("review", "ReviewNewsArticle"),
        ("advertorial", "AdvertiserContentArticle"),
    ],
)
def test_each_kind_has_its_type(client, kind, schema_type):
    page = read(client, make_article(kind=kind).url)
    assert page.node(schema_type)["headline"] == "The interval is back"


def test_an_advertorial_is_no_news_and_names_who_paid(client):
    story = make_article("Five museums", kind="advertorial", origin="sponsored", sponsor="Orlo Railway")
    page = read(client, story.url)
    node = page.node("AdvertiserContentArticle")
    assert node["sponsor"] == {"@type": "Organization", "name": "Orlo Railway"}
    assert node["author"] == [node["sponsor"]]
    assert page.shows("Paid for by Orlo Railway")
    assert page.meta("og:title") == ["Paid for by Orlo Railway: Five museums"]
    assert "NewsArticle" not in page.types()


def test_a_sponsored_story_of_any_kind_is_no_news(client):
    page = read(client, make_article(kind="feature", origin="sponsored").url)
    assert "AdvertiserContentArticle" in page.types()
    assert page.meta("og:title") == ["Sponsored: The interval is back"]


def test_people_have_the_part_that_the_credits_give_them(client, ines):
    editor, checker = make_author("Rafe Eze"), make_author("Ada Lomax")
    roles = [(editor, Contribution.Role.EDITED), (checker, Contribution.Role.FACT_CHECKED)]
    page = read(client, make_article(authors=[ines], contributions=roles).url)
    node = page.node("NewsArticle")
    assert [person["name"] for person in node["author"]] == ["Ines Farrow"]
    assert [person["name"] for person in node["editor"]] == ["Rafe Eze"]
    assert [person["name"] for person in node["contributor"]] == ["Ada Lomax"]
    assert page.shows("Rafe Eze", "Ada Lomax")


def test_an_author_whose_profile_is_not_public_has_no_address(client):
    make_author_index()
    hidden = make_author("Hidden Hand", live=False)
    assert read(client, make_article(authors=[hidden]).url).node("NewsArticle")["author"] == [
        {"@type": "Person", "name": "Hidden Hand"}
    ]


def test_a_story_without_a_byline_is_the_publications_own(client):
    page = read(client, make_article().url)
    (author,) = page.node("NewsArticle")["author"]
    assert author["@id"] == page.node("NewsMediaOrganization")["@id"]


def test_corrections_stand_in_the_graph_as_on_the_page(client):
    story = make_article()
    correction = make_correction(story, "The hall seats 421.", is_right="It seats 412.")
    page = read(client, story.url)
    assert page.node("NewsArticle")["correction"] == [
        {
            "@type": "CorrectionComment",
            "@id": f"{page.canonical}#correction-{correction.pk}",
            "text": "The hall seats 421. It seats 412.",
            "datePublished": timezone.localtime(correction.published_at).isoformat(timespec="seconds"),
        }
    ]
    assert page.shows("The hall seats 421. It seats 412.")
    assert f"correction-{correction.pk}" in page.page.attributes("id")


def test_the_way_to_a_story_is_the_one_that_it_shows(client):
    film = make_section("Film", parent=make_section("Entertainment"))
    page = read(client, make_article(section=film).url)
    trail = page.node("BreadcrumbList")["itemListElement"]
    assert [(step["position"], step["name"]) for step in trail] == [(1, "Home"), (2, "Entertainment"), (3, "Film")]
    shown = [address for address in page.page.attributes("href") if address in {"/", "/entertainment/", film.url}]
    assert {step["item"].split("/", 3)[3] for step in trail} <= {address.removeprefix("/") for address in shown}
    assert page.node("WebPage")["breadcrumb"] == {"@id": page.node("BreadcrumbList")["@id"]}


# --- Galleries and clips ----------------------------------------------------------------


def test_a_gallery_names_every_picture_that_it_shows(client):
    images = [make_image(f"Hall {place}", credit="Studio") for place in range(3)]
    figures = [
        {"image": {"image": image.pk, "alt_text": "A hall.", "decorative": False}, "caption": image.title, "credit": ""}
        for image in images
    ]
    story = make_article(kind="gallery", body=[("gallery", {"images": figures, "caption": "Halls"})])
    page = read(client, story.url)
    found = page.node("NewsArticle")["associatedMedia"]
    assert [(one["caption"], one["creditText"]) for one in found] == [(f"Hall {n}", "Studio") for n in range(3)]
    assert page.shows(*(one["caption"] for one in found))
    assert page.by_id(page.canonical)["@type"] == "ImageGallery"


def test_a_clip_is_a_video_where_it_has_a_poster_and_a_service(client):
    clip = {
        "url": "https://vimeo.com/100000001",
        "title": "How an interval is cut",
        "poster": make_image().pk,
        "duration": "5 min 20 sec",
        "caption": "In the cutting room.",
        "transcript": "",
    }
    silent = {**clip, "url": "https://open.spotify.com/track/" + "a" * 22}
    bare = {**clip, "poster": None}
    published = clock.now() - LONG_AGO
    story = make_article(body=[("embed", clip), ("embed", silent), ("embed", bare)], published_at=published)
    page = read(client, story.url)
    (video,) = page.node("NewsArticle")["video"]
    assert video["name"] == "How an interval is cut"
    assert video["embedUrl"] == "https://player.vimeo.com/video/100000001?dnt=1"
    assert video["duration"] == "PT5M20S"
    assert video["uploadDate"] == timezone.localtime(published).isoformat(timespec="seconds")
    assert page.shows(video["name"], video["description"])
    assert client.get("/" + video["thumbnailUrl"].split("/", 3)[3]).status_code == 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5 min 20 sec", "PT5M20S"), ("1 hour 2 min", "PT1H2M"), ("45 sec", "PT45S"), ("a while", ""), ("", "")],
)
def test_a_length_is_understood_as_editors_are_asked_to_write_it(text, expected):
    assert duration(text) == expected


# --- Health ------------------------------------------------------------------------------


@pytest.fixture
def health_story(ines):
    health = make_section("Health", health=True)
    return make_article("Late coffee", section=health, topics=[make_topic("Sleep")], authors=[ines], risk_class="C")


def test_a_reviewed_health_story_stands_on_a_medical_page(client, health_story):
    doctor = make_author("Priya Anand-Holt", is_reviewer=True, credentials="MBBS", job_title="Cardiologist")
    review = sign_medical_review(health_story, doctor)
    page = read(client, health_story.url)
    medical = page.node("MedicalWebPage")
    assert medical["lastReviewed"] == timezone.localtime(review.signed_at).date().isoformat()
    assert medical["lastReviewed"] in page.times()
    assert medical["reviewedBy"]["name"] == "Priya Anand-Holt"
    assert medical["reviewedBy"]["@id"].endswith("/authors/priya-anand-holt/#person")
    assert page.shows("Medically reviewed", medical["reviewedBy"]["name"], medical["reviewedBy"]["jobTitle"])
    assert page.shows(medical["reviewedBy"]["honorificSuffix"])
    assert [subject["name"] for subject in medical["about"]] == ["Sleep"]
    assert medical["mainEntity"] == {"@id": page.node("NewsArticle")["@id"]}
    assert not {"lastReviewed", "reviewedBy"} & set(page.node("NewsArticle"))


def test_a_health_story_that_was_changed_after_its_review_claims_none(client, health_story):
    review = sign_medical_review(health_story, make_author("Priya Anand-Holt", is_reviewer=True))
    review.content_hash = "other words"
    review.save()
    page = read(client, health_story.url)
    assert "MedicalWebPage" not in page.types()
    assert "lastReviewed" not in page.html


# --- Reviews -------------------------------------------------------------------------------


def review_story(**changes):
    verdict = {**VERDICT, "title": {**VERDICT["title"], **changes}}
    return make_article("Salt Hour review", kind="review", body=[paragraph(), ("verdict", verdict)])


def test_a_review_says_its_rating_and_what_it_is_of(client, ines):
    story = make_article("Salt Hour review", kind="review", authors=[ines], body=[("verdict", VERDICT)])
    page = read(client, story.url)
    review = page.node("Review")
    assert review["reviewRating"] == {"@type": "Rating", "ratingValue": 4.5, "bestRating": 5, "worstRating": 0}
    assert "4.5 out of 5 stars" in page.html
    assert review["itemReviewed"] == {
        "@type": "Movie",
        "name": "Salt Hour",
        "director": [{"@type": "Person", "name": "Ilke Tamsin"}],
        "datePublished": "2026",
        "sameAs": "https://films.example/salt-hour",
        "actor": [{"@type": "Person", "name": "Teodor Blyth"}, {"@type": "Person", "name": "Corin Vale"}],
    }
    assert page.shows("Salt Hour", "Ilke Tamsin", "Teodor Blyth, Corin Vale", "2026", review["reviewBody"])
    assert page.shows(*(note["name"] for note in review["positiveNotes"]["itemListElement"]))
    assert page.shows(*(note["name"] for note in review["negativeNotes"]["itemListElement"]))
    article = page.node("ReviewNewsArticle")
    assert article["mainEntity"] == {"@id": review["@id"]}
    assert review["author"] == article["author"]


@pytest.mark.parametrize(
    ("kind", "schema_type", "makers"),
    [
        ("tv", "TVSeries", "creator"),
        ("book", "Book", "author"),
        ("album", "MusicAlbum", "byArtist"),
        ("game", "VideoGame", "creator"),
        ("stage", "Play", "creator"),
    ],
)
def test_each_reviewed_title_has_its_type(client, kind, schema_type, makers):
    item = read(client, review_story(type=kind).url).node("Review")["itemReviewed"]
    assert item["@type"] == schema_type
    assert "Ilke Tamsin" in json.dumps(item[makers])


def test_an_address_that_is_none_of_the_web_is_not_passed_on(client):
    story = review_story(external_url="javascript:alert(1)")
    assert "sameAs" not in read(client, story.url).node("Review")["itemReviewed"]


# --- Live blogs -------------------------------------------------------------------------------


def test_a_live_blog_lists_the_updates_that_stand_on_the_page(client, ines):
    began = clock.now() - timedelta(hours=5)
    blog = make_live_blog(published_at=began, starts_at=began, authors=[ines])
    for number in range(3):
        make_update(blog, f"Bell {number}", author=ines, published_at=began + timedelta(hours=number + 1))
    page = read(client, blog.url)
    node = page.node("LiveBlogPosting")
    assert node["coverageStartTime"][:16] == minute(began)[:16]
    assert "coverageEndTime" not in node
    assert [update["headline"] for update in node["liveBlogUpdate"]] == ["Bell 2", "Bell 1", "Bell 0"]
    for update in node["liveBlogUpdate"]:
        assert update["url"].split("#")[1] in page.page.attributes("id")
        assert page.shows(update["headline"], update["articleBody"])
        assert update["author"]["name"] == "Ines Farrow"
        assert update["datePublished"][:16] in {shown[:16] for shown in page.times()}
    assert node["dateModified"] == node["liveBlogUpdate"][0]["datePublished"]


def test_a_live_blog_that_has_ended_says_when(client):
    ended = clock.now() - timedelta(hours=1)
    page = read(client, make_live_blog(live_state="closed", ended_at=ended).url)
    assert page.node("LiveBlogPosting")["coverageEndTime"][:16] == minute(ended)[:16]
    assert minute(ended) in page.times()


def test_an_update_that_was_taken_back_is_gone_from_the_graph(client):
    blog = make_live_blog()
    make_update(blog, "A mistake", retracted_at=clock.now())
    assert "liveBlogUpdate" not in read(client, blog.url).node("LiveBlogPosting")


def test_older_updates_have_an_address_and_words_of_their_own(client):
    blog = make_live_blog(standfirst="Everything from the hall.")
    updates = [
        make_update(blog, f"Bell {number}", published_at=clock.now() - timedelta(minutes=number))
        for number in range(25)
    ]
    first, older = read(client, blog.url), read(client, f"{blog.url}?before={updates[19].pk}")
    assert older.canonical == f"{first.canonical}?before={updates[19].pk}"
    assert older.meta("robots") == first.meta("robots")
    assert first.meta("description") != older.meta("description")
    linked = read(client, f"{blog.url}?from={updates[22].pk}")
    assert "noindex" in linked.meta("robots")[0]


# --- People, lists, and what the publication says of itself ---------------------------------------


def test_an_author_has_a_profile_with_what_it_shows(client):
    make_author_index()
    author = make_author(
        "Priya Anand-Holt",
        job_title="Cardiologist",
        short_bio="Checks our health stories.",
        photo=make_image(size=(600, 600)),
        public_email="priya@velour.example",
        profiles=stream([("profile", {"label": "Registry", "url": "https://doctors.example/priya"})]),
        expertise="Hearts, Blood pressure",
        languages="English",
        based_in="Port Aldous",
        credentials="MBBS",
        registration_body="Council of Doctors",
        is_reviewer=True,
    )
    page = read(client, author.get_absolute_url())
    profile = page.node("ProfilePage")
    person = profile["mainEntity"]
    assert (person["@type"], person["@id"], person["url"]) == ("Person", f"{page.canonical}#person", page.canonical)
    assert page.shows(person["name"], person["jobTitle"], person["description"], person["knowsLanguage"])
    assert page.shows(*person["knowsAbout"], person["workLocation"]["name"], person["hasCredential"]["name"])
    assert page.shows(person["hasCredential"]["recognizedBy"]["name"])
    assert set(person["sameAs"]) <= set(page.page.attributes("href"))
    assert f"mailto:{person['email']}" in page.page.attributes("href")
    assert client.get("/" + person["image"]["url"].split("/", 3)[3]).status_code == 200
    assert person["worksFor"]["@id"] == page.node("NewsMediaOrganization")["@id"]
    assert page.meta("og:type") == ["profile"]


def test_somebody_who_left_works_for_us_no_more(client):
    make_author_index()
    page = read(client, make_author("Ada Lomax", former=True).get_absolute_url())
    assert "worksFor" not in page.node("ProfilePage")["mainEntity"]


def test_a_section_lists_its_stories_in_the_order_of_the_page(client):
    film = make_section("Film", standfirst="Everything on screens.")
    stories = [
        make_article(f"Bell {n}", section=film, published_at=clock.now() - timedelta(hours=n + 1)) for n in range(3)
    ]
    page = read(client, film.url)
    listed = [item["url"] for item in page.node("CollectionPage")["mainEntity"]["itemListElement"]]
    assert listed == [page.canonical.removesuffix(film.url) + story.url for story in stories]
    assert page.node("CollectionPage")["description"] == "Everything on screens."


def test_a_topic_says_what_it_is_and_which_stories_are_on_it(client):
    topic = make_topic("Awards", description="Prizes, and who gets them.")
    story = make_article(topics=[topic])
    node = read(client, topic.url).node("CollectionPage")
    assert node["about"] == {"@type": "Thing", "name": "Awards", "description": "Prizes, and who gets them."}
    assert [item["url"].endswith(story.url) for item in node["mainEntity"]["itemListElement"]] == [True]


def test_the_indexes_of_topics_and_authors_list_what_they_show(client, ines):
    topic = make_topic("Awards")
    make_topic_index()
    for address, shown in (("/topics/", topic.url), ("/authors/", ines.get_absolute_url())):
        (item,) = read(client, address).node("CollectionPage")["mainEntity"]["itemListElement"]
        assert item["url"].endswith(shown)


def test_the_log_of_corrections_says_what_was_corrected_where(client):
    make_corrections_page()
    story = make_article()
    make_correction(story, "The hall seats 421.")
    page = read(client, "/corrections/")
    (entry,) = page.node("CollectionPage")["hasPart"]
    assert page.shows(entry["text"], entry["about"]["headline"])
    assert entry["about"]["url"].endswith(story.url)


def test_the_front_says_what_the_site_is_called(client):
    make_section("Film")
    page = read(client, "/")
    site, house = page.node("WebSite"), page.node("NewsMediaOrganization")
    assert site["name"] == house["name"] == Publication.objects.get().name
    assert site["url"] == house["url"] == page.canonical
    assert site["publisher"] == {"@id": house["@id"]}
    assert "BreadcrumbList" not in page.types()


def test_the_publisher_has_a_logo_profiles_and_the_policies_that_exist(client):
    client.get("/")
    publication = Publication.objects.get()
    publication.profiles = stream([("profile", {"label": "Video", "url": "https://video.example/us"})])
    publication.save()
    policy = make_policy("ethics", title="How we work")
    make_policy("corrections", live=False)
    house = read(client, "/").node("NewsMediaOrganization")
    assert house["sameAs"] == ["https://video.example/us"]
    assert house["publishingPrinciples"] == house["ethicsPolicy"]
    assert house["ethicsPolicy"].endswith(policy.url)
    assert "correctionsPolicy" not in house
    assert house["logo"]["width"] >= 112
    policy.unpublish()
    assert "ethicsPolicy" not in read(client, "/").node("NewsMediaOrganization")


def test_the_logo_is_the_publications_own_where_it_has_one(client):
    client.get("/")
    Publication.objects.update(logo=make_image("Logo", size=(800, 800)))
    logo = read(client, "/").node("NewsMediaOrganization")["logo"]
    assert (logo["width"], logo["height"]) == (512, 512)
    assert client.get("/" + logo["url"].split("/", 3)[3]).status_code == 200


def test_a_policy_is_followed_to_where_it_stands(client):
    policy = make_policy("ethics")
    policy.slug = "how-we-work"
    policy.save()
    house = read(client, "/").node("NewsMediaOrganization")
    assert house["ethicsPolicy"].endswith("/how-we-work/")
    policy.delete()
    assert "ethicsPolicy" not in read(client, "/").node("NewsMediaOrganization")


def test_pages_of_text_are_about_the_publisher(client):
    make_standard_page("About us", standfirst="Who we are.")
    make_policy("ethics", standfirst="What we promise.")
    home_page().add_child(instance=ContactPage(title="Contact", slug="contact", standfirst="How to reach us."))
    for address, schema_type in (("/about-us/", "WebPage"), ("/ethics/", "WebPage"), ("/contact/", "ContactPage")):
        page = read(client, address)
        node = page.by_id(page.canonical)
        assert node["@type"] == schema_type
        assert page.shows(node["name"], node["description"])
        assert node["about"] == {"@id": page.node("NewsMediaOrganization")["@id"]}


@pytest.mark.parametrize("address", ["/search/", "/search/?q=bell"])
def test_search_says_nothing_to_machines(client, address):
    html = client.get(address).content.decode()
    assert "ld+json" not in html
    assert "noindex" in html
