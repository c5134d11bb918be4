"""Authors: who stands by a story with their name. An author needs no account."""

from django.core.cache import cache
from django.db import models
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from news import cache_tags
from news.models.author_profiles import AUTHOR_INDEX_URL_KEY, profile_context, topics_of_author
from news.syndication.lists import people_nodes
from portal.blocks import ProfileBlock
from portal.fields import StreamField
from portal.page_cache.tags import Tagged, tag
from portal.pages import BasePage
from portal.prepared import Prepared
from portal.rows import Rows


class AuthorQuerySet(models.QuerySet):
    """Authors, with names for the ways in which they are listed."""

    def public(self):
        """Return authors whose profile is published, by family name as far as a last word tells it."""
        return self.filter(live=True)

    def current(self):
        """Return authors who still write for the publication."""
        return self.filter(former=False)


class Author(Tagged, DraftStateMixin, RevisionMixin, PreviewableMixin, index.Indexed, models.Model):
    """A writer, photographer, editor or medical reviewer, with a public page."""

    class Conflicts(models.TextChoices):
        UNDECLARED = "", _("Not declared yet")
        NONE = "none", _("Declared: none")
        SOME = "some", _("Declared: see the text")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"), max_length=120, unique=True, allow_unicode=True, help_text=_("The end of the profile's address.")
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    short_bio = models.CharField(
        _("short bio"), max_length=300, blank=True, help_text=_("One or two sentences, for the foot of a story.")
    )
    bio = RichTextField(_("bio"), blank=True, features=["bold", "italic", "link"])
    photo = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    based_in = models.CharField(_("based in"), max_length=120, blank=True)
    covers = models.CharField(_("covers"), max_length=200, blank=True)
    training = models.CharField(_("training"), max_length=200, blank=True)
    languages = models.CharField(_("languages"), max_length=120, blank=True)
    public_email = models.EmailField(_("public e-mail address"), blank=True)
    profiles = StreamField([("profile", ProfileBlock())], blank=True, verbose_name=_("profiles elsewhere"))
    credentials = models.CharField(
        _("credentials"), max_length=200, blank=True, help_text=_("Degrees and posts, such as “MBBS, MRCP”.")
    )
    speciality = models.CharField(_("speciality"), max_length=120, blank=True)
    registration_body = models.CharField(_("licence body"), max_length=160, blank=True)
    registration_number = models.CharField(_("licence number"), max_length=60, blank=True)
    registry_url = models.URLField(_("registry link"), blank=True, help_text=_("Where readers can check the licence."))
    country = models.CharField(_("country"), max_length=80, blank=True)
    credentials_checked_on = models.DateField(_("credentials checked on"), null=True, blank=True)
    expertise = models.CharField(
        _("expertise"), max_length=300, blank=True, help_text=_("Subjects, with commas between.")
    )
    conflicts = models.CharField(
        _("conflicts of interest"), max_length=10, blank=True, choices=Conflicts.choices, default=Conflicts.UNDECLARED
    )
    conflicts_text = models.TextField(_("declared interests"), blank=True)
    is_reviewer = models.BooleanField(
        _("medical reviewer"), default=False, help_text=_("May sign medical reviews of health stories.")
    )
    former = models.BooleanField(
        _("former"), default=False, help_text=_("No longer writes for us. The page and the stories stay.")
    )
    user = models.OneToOneField(
        "portal.User",
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author",
        help_text=_("The account of this person in the newsroom, if there is one."),
    )

    cache_tag = "author"

    objects = AuthorQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("slug"), FieldPanel("job_title"), FieldPanel("photo")], _("Who it is")
        ),
        MultiFieldPanel([FieldPanel("short_bio"), FieldPanel("bio")], _("In words")),
        MultiFieldPanel(
            [
                FieldPanel("based_in"),
                FieldPanel("covers"),
                FieldPanel("training"),
                FieldPanel("languages"),
                FieldPanel("expertise"),
                FieldPanel("public_email"),
                FieldPanel("profiles"),
            ],
            _("Background"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_reviewer"),
                FieldPanel("credentials"),
                FieldPanel("speciality"),
                FieldPanel("registration_body"),
                FieldPanel("registration_number"),
                FieldPanel("registry_url"),
                FieldPanel("country"),
                FieldPanel("credentials_checked_on"),
            ],
            _("Credentials of clinicians"),
        ),
        MultiFieldPanel([FieldPanel("conflicts"), FieldPanel("conflicts_text")], _("Conflicts of interest")),
        MultiFieldPanel([FieldPanel("former"), FieldPanel("user")], _("In the newsroom")),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("job_title"),
        index.SearchField("expertise"),
        index.FilterField("live"),
        index.FilterField("former"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Return the path of the public profile, or "" while the tree holds no author index."""
        root = author_index_url()
        return f"{root}{self.slug}/" if root else ""

    @property
    def first_name(self):
        """The name by which a page speaks of the author after the first mention; titles are passed over."""
        words = [word for word in self.name.split() if word.rstrip(".") not in {"Dr", "Prof", "Professor"}]
        return words[0] if words else self.name

    @property
    def expertise_list(self):
        """Subjects of expertise as a list."""
        return [subject.strip() for subject in self.expertise.split(",") if subject.strip()]

    def get_preview_template(self, request, mode_name):
        """Preview the profile as readers will see it."""
        return "news/author_page.html"

    def get_preview_context(self, request, mode_name):
        """Return what the public profile is rendered with."""
        index_page = AuthorIndexPage.objects.live().order_by("pk").first()
        return profile_context(self, request, index_page)


def author_index_url():
    """Return the path of the author index, remembered until a page of that type changes."""
    url = cache.get(AUTHOR_INDEX_URL_KEY)
    if url is None:
        page = AuthorIndexPage.objects.live().order_by("pk").first()
        url = (page.get_url() or "") if page else ""
        cache.set(AUTHOR_INDEX_URL_KEY, url, 300)
    return url


def path_of_author_index():
    """Return the place in the tree of the author index, as an annotation; by the key, as `path_of_log` is found."""
    return models.Subquery(AuthorIndexPage.objects.live().order_by("pk").values("url_path")[:1])


@Prepared
def _named(slug):
    """Return the public author of that slug, with what the profile shows."""
    topics = topics_of_author(models.OuterRef("pk"))
    return (
        Author.objects.public()
        .filter(slug=slug)
        .select_related("photo")
        .annotate(main_topics=Rows(topics, "page_ptr", "id", "title", "url_path"))
    )


class AuthorIndexPage(RoutablePageMixin, BasePage):
    """Lists the authors at its own address, and shows one of them below it."""

    standfirst = models.CharField(_("standfirst"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]

    max_count_per_parent = 1
    subpage_types = []
    lists_stories = True
    page_description = _("Lists everybody who writes for us. One is enough.")

    class Meta:
        verbose_name = _("author index")
        verbose_name_plural = _("author indexes")

    def summary(self):
        return self.standfirst

    def get_context(self, request, *args, **kwargs):
        """Add current authors, medical reviewers and former authors."""
        context = super().get_context(request, *args, **kwargs)
        authors = list(Author.objects.public().select_related("photo"))
        tag(cache_tags.AUTHORS)
        context["writers"] = [a for a in authors if not a.former and not a.is_reviewer]
        context["reviewers"] = [a for a in authors if not a.former and a.is_reviewer]
        context["former_authors"] = [a for a in authors if a.former]
        return context

    def structured_data(self, context):
        return people_nodes(context)

    @path("<str:slug>/")
    def author_page(self, request, slug):
        """Show one author's profile; 404 for drafts and strangers."""
        found = _named(slug)
        if not found:
            raise Http404(_("We have no author of that name."))
        return render(request, "news/author_page.html", profile_context(found[0], request, self))
