"""What the old addresses of an import answer now, asked of the portal itself without a network."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.test import Client
from django.utils.translation import gettext as _
from wagtail.models import Page

from news.intake.writing.old_addresses import bare_host, split
from news.models import ImportedItem
from portal.visibility import open_to_all

CHUNK = 200
MOVED, FOUND, MISSING = 301, 200, 404
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass
class Answer:
    """What one old address answers. ``verdict`` says in words what is wrong, "" where nothing is."""

    old: str
    status: int
    leads_to: str = ""
    verdict: str = ""

    @property
    def is_right(self):
        """Whether the answer is what moving in promises."""
        return not self.verdict


def ask_all(run, *, progress=None):
    """Yield an `Answer` for every old address of the stories and pages that a run brought in.

    A public story answers one permanent redirect to its page, or is there
    itself; what is not public is on no address.
    """
    site = _site_of_answers()
    client = Client(raise_request_exception=False, headers={"host": site}, SERVER_NAME=site)
    items = ImportedItem.objects.filter(run=run, page__isnull=False, kind__in=("post", "page")).order_by("pk")
    done, batch = 0, []
    for item in items.select_related("page", "run").iterator(CHUNK):
        batch.append(item)
        if len(batch) == CHUNK:
            yield from _ask(client, batch)
            done += len(batch)
            batch = []
            if progress:
                progress(done)
    yield from _ask(client, batch)


def _ask(client, items):
    pages = [item.page_id for item in items]
    open_pages = set(Page.objects.filter(open_to_all(), pk__in=pages).values_list("pk", flat=True))
    for item in items:
        for old in dict.fromkeys(filter(None, (item.old_url, *item.addresses))):
            # Where the front page stands, here as there; or on another site, where nothing of ours answers.
            if _is_front(old) or _is_elsewhere(old, item.run.base_urls):
                continue
            yield _answer(client, old, item.page, is_open=item.page_id in open_pages)


def _is_front(address):
    parts = split(address)
    return parts is not None and parts.path in ("", "/") and not parts.query


def _is_elsewhere(address, bases):
    parts, hosts = split(address), {bare_host(base.netloc) for base in map(split, bases) if base}
    return bool(parts and parts.netloc and hosts) and bare_host(parts.netloc) not in hosts


def _answer(client, old, page, *, is_open):
    parts = split(old)
    if parts is None:
        return Answer(old, MISSING, verdict=_("is no address"))
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    response = client.get(path, secure=settings.ENCRYPTED)
    target = response.headers.get("Location", "")
    answer = Answer(old, response.status_code, target)
    own = unquote(urlsplit(page.get_url() or "").path)
    path = unquote(path)
    if not is_open:
        if response.status_code == FOUND and unquote(parts.path).rstrip("/") == own.rstrip("/"):
            answer.verdict = _("shows what is not public")
    elif response.status_code == FOUND:
        answer.verdict = "" if path == own else _("shows another page")
    elif response.status_code not in REDIRECTS:
        answer.verdict = _("leads nowhere")
    elif unquote(urlsplit(target).path) != own:
        answer.verdict = _("leads to another page")
    elif response.status_code not in (MOVED, 308):
        answer.verdict = _("is not permanent")
    return answer


def _site_of_answers():
    """Return the host name under which the portal answers."""
    return urlsplit(settings.SITE_URL).hostname
