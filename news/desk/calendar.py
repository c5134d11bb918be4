"""The calendar of what goes out and what went out, day by day, for a week or a month."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import CharField
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Revision
from wagtail.permission_policies.pages import PagePermissionPolicy

from news.desk.permissions import EditorsReadPolicy
from news.models import ArticlePage, SectionPage
from portal import clock

NAME = "news_calendar"
WEEK, MONTH = "week", "month"
MOST_A_DAY = 60

PUBLISHED, SCHEDULED, PLANNED, ENDS = "published", "scheduled", "planned", "ends"
KINDS = {
    PUBLISHED: _("Published"),
    SCHEDULED: _("Scheduled, under embargo until then"),
    PLANNED: _("Has a time, and waits for approval"),
    ENDS: _("Comes off the site"),
}


@dataclass(frozen=True)
class Entry:
    """One thing on one day: the page, the moment, and which of the KINDS it is."""

    at: datetime.datetime
    key: int
    title: str
    kind: str

    @property
    def label(self):
        """The kind in words."""
        return KINDS[self.kind]

    @property
    def url(self):
        """The address of the page's editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.key])


class CalendarForm(forms.Form):
    """Which days, and of which section. What is wrong or missing is today's week, everywhere."""

    span = forms.ChoiceField(label=_("Show"), choices=[(WEEK, _("A week")), (MONTH, _("A month"))], required=False)
    day = forms.DateField(label=_("With the day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    section = forms.ModelChoiceField(
        label=_("Section"), queryset=SectionPage.objects.none(), required=False, empty_label=_("All sections")
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections


def days_of(span, day):
    """Return the first day of the week or month in which ``day`` lies, and the first one after it."""
    if span == MONTH:
        first = day.replace(day=1)
        return first, (first + datetime.timedelta(days=31)).replace(day=1)
    first = day - datetime.timedelta(days=day.weekday())
    return first, first + datetime.timedelta(days=7)


def entries(pages, start, end):
    """Return everything that happens to the pages from ``start`` until before ``end``, in its order."""
    published = ArticlePage.objects.filter(
        page_ptr__in=pages.values("pk"), published_at__gte=start, published_at__lt=end
    )
    found = [
        Entry(at, key, title, PUBLISHED) for at, key, title in published.values_list("published_at", "pk", "title")
    ]
    approved = Revision.page_revisions.filter(
        approved_go_live_at__gte=start,
        approved_go_live_at__lt=end,
        object_id__in=pages.annotate(key=Cast("pk", CharField())).values("key"),
    )
    scheduled = [(int(key), at) for key, at in approved.values_list("object_id", "approved_go_live_at")]
    titles = dict(pages.filter(pk__in=[key for key, _at in scheduled]).values_list("pk", "draft_title"))
    found += [Entry(at, key, titles[key], SCHEDULED) for key, at in scheduled]
    found += _planned(pages, start, end, but=titles)
    leaving = pages.filter(live=True, expire_at__gte=start, expire_at__lt=end)
    found += [Entry(at, key, title, ENDS) for at, key, title in leaving.values_list("expire_at", "pk", "title")]
    return sorted(found, key=lambda entry: (entry.at, entry.key))


def _planned(pages, start, end, *, but):
    """Return the drafts whose newest revision names a time that nobody has approved yet."""
    # Revisions hold moments as text, in UTC.
    low, high = (f"{moment.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S}" for moment in (start, end))
    drafts = pages.filter(
        has_unpublished_changes=True,
        latest_revision__content__go_live_at__gte=low,
        latest_revision__content__go_live_at__lt=high,
    ).exclude(pk__in=but)
    rows = drafts.values_list("pk", "draft_title", "latest_revision__content__go_live_at")
    return [Entry(datetime.datetime.fromisoformat(at), key, title, PLANNED) for key, title, at in rows]


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the days of a week or a month, each with what goes out, went out or comes off on it."""

    template_name = "news/desk/calendar.html"
    page_title = _("Calendar")
    header_icon = "calendar-alt"

    def get(self, request, *args, **kwargs):
        """Show it to those who may edit pages."""
        if not EditorsReadPolicy(ArticlePage).user_has_permission(request.user, "view"):
            raise PermissionDenied
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the days, and the addresses of those before and after."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        sections = SectionPage.objects.filter(page_ptr__in=pages.values("pk")).defer("front").order_by("path")
        form = CalendarForm(self.request.GET, sections=sections)
        form.is_valid()
        chosen = form.cleaned_data
        today = timezone.localdate(clock.now())
        span, section = chosen.get("span") or WEEK, chosen.get("section")
        day = chosen.get("day") or today
        # The calendar of Python ends with the year 9999, and begins with 1.
        day = min(max(day, datetime.date(1900, 1, 1)), datetime.date(2999, 1, 1))
        first, after = days_of(span, day)
        zone = timezone.get_current_timezone()
        start, end = (datetime.datetime.combine(date, datetime.time.min, tzinfo=zone) for date in (first, after))
        if section:
            pages = pages.descendant_of(section)
        by_day = defaultdict(list)
        for entry in entries(pages, start, end):
            by_day[timezone.localdate(entry.at, zone)].append(entry)
        dates = [first + datetime.timedelta(days=number) for number in range((after - first).days)]

        def address(date):
            query = {"span": span, "day": date.isoformat()} | ({"section": section.pk} if section else {})
            return f"?{urlencode(query)}"

        return super().get_context_data(
            form=CalendarForm({**self.request.GET.dict(), "span": span, "day": day}, sections=sections),
            days=[
                {
                    "date": date,
                    "is_today": date == today,
                    "entries": by_day[date][:MOST_A_DAY],
                    "more": max(0, len(by_day[date]) - MOST_A_DAY),
                }
                for date in dates
            ],
            first=first,
            last=dates[-1],
            today_url=address(today),
            before_url=address(first - datetime.timedelta(days=1)),
            after_url=address(after),
            **kwargs,
        )


class CalendarMenuItem(MenuItem):
    """Shown to those who may edit pages."""

    def is_shown(self, request):
        return EditorsReadPolicy(ArticlePage).user_has_permission(request.user, "view")


calendar_url = lazy(lambda: reverse(NAME), str)

urlpatterns = [path("calendar/", CalendarView.as_view(), name=NAME)]
