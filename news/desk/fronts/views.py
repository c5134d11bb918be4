"""The screen on which a front is arranged, previewed and launched."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from news.desk.fronts.arrangement import Arrangement, Damaged, changes
from news.desk.fronts.board import find_stories, headline_of, make_board, on_no_front, readable
from news.desk.fronts.forms import PRESETS, EntryForm
from news.desk.fronts.launch import Conflict, arrangement_of, last_launch, launch, launches, why_locked
from news.desk.fronts.pages import blocks_of, front_value, fronts_for, has_front, may_curate, may_curate_any
from news.desk.fronts.work import Work, most_of

NAME = "news_fronts"
CONFLICT = 409


@dataclass(frozen=True)
class Command:
    """What a button says: a verb, and as it needs them a place, an index in it, and the key of a story or revision."""

    verb: str
    place: str = ""
    index: int = 0
    key: int = 0

    @classmethod
    def of(cls, text):
        """Read a button's value, such as ``place:<place>:<index>:<story>`` or ``remove:<story>``."""
        verb, *rest = text.split(":")
        numbers = [int(part) for part in rest if part.isascii() and part.isdigit() and len(part) < 10] or [0]
        place = next((part for part in rest if "." in part), "")
        return cls(verb, place, numbers[0] if len(numbers) > 1 else 0, numbers[-1])


def choose_front(request):
    """Lead to the first front that the user may arrange, which for most is the front page."""
    fronts = fronts_for(request.user)
    if not fronts:
        raise PermissionDenied
    return redirect(f"{NAME}:front", fronts[0].pk)


class FrontView(WagtailAdminTemplateMixin, View):
    """Shows a front as it would be, takes one step at a time, and launches it.

    Every button posts the whole work; scripts post the same and get only the
    board back. Nothing changes for readers before the launch.
    """

    template_name = "news/desk/fronts/screen.html"
    board_template = "news/desk/fronts/board.html"
    header_icon = "pick"
    page_title = gettext_lazy("Front")

    def setup(self, request, *args, page_id, **kwargs):
        """Find the page; whoever may not launch its front gets no further."""
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not has_front(type(self.page)):
            raise Http404
        if not may_curate(request.user, self.page):
            raise PermissionDenied
        self.blocks = blocks_of(self.page)
        self.theirs = Arrangement.of(self.blocks)

    def get_page_subtitle(self):
        """Return whose front it is."""
        return self.page.title

    def get_breadcrumbs_items(self):
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title(), "sublabel": self.page.title}]

    @property
    def header_buttons(self):
        """The buttons at the top: the public page."""
        attrs = {"target": "_blank"}
        return [HeaderButton(_("View live"), url=self.page.url, icon_name="view", attrs=attrs, icon_only=True)]

    # --- Asking ---------------------------------------------------------------------

    def get(self, request, *args, **kwargs):
        """Show what is public."""
        return self.show(Work.on(self.theirs))

    def post(self, request, *args, **kwargs):
        """Do what the pressed button says."""
        try:
            work = Work.from_form(request.POST)
        except Damaged:
            messages.error(request, _("The form came back damaged. This is the public front."))
            return self.show(Work.on(self.theirs))
        if not work.touched:
            work = Work(self.theirs, self.theirs, work.past)
        command = Command.of(request.POST.get("do", ""))
        own_answers = {"preview": self.preview, "launch": self.launch, "edit": self.edit, "apply": self.apply}
        if command.verb in own_answers:
            return own_answers[command.verb](work, command)
        self.step(work, command)
        return self.show(work)

    def step(self, work, command):
        """Take one step on the board; what no button of ours says is none."""
        if command.verb == "undo":
            work.undo()
        elif command.verb in ("merge", "insist", "begin_again"):
            getattr(work, command.verb)(self.theirs)
        elif command.verb == "remove":
            work.become(work.mine.remove(command.key))
            work.said = _("Taken off: “%(title)s”.") % {"title": self.title(command.key)}
        elif command.verb == "restore":
            revision = self.page.revisions.filter(pk=command.key).first()
            if revision:
                work.become(arrangement_of(self.page, revision).fitted(self.theirs))
                work.said = _("This is the front of back then. Launch it to make it public again.")
        elif command.verb in ("add", "lead", "place"):
            self.place(work, command)

    def place(self, work, command):
        """Put a story where the button or the hand says: ``add`` on top of the chosen place, ``lead`` on top of all."""
        lead, story = next(iter(work.mine.places), ""), command.key
        wanted = {"add": self.request.POST.get("into", ""), "lead": lead, "place": command.place}[command.verb]
        place = wanted if wanted in work.mine.places else lead
        if not place:
            work.said = _("This front has no band in which stories are placed by hand.")
            return
        known = readable({story}, self.request.user).get(story)
        if story not in work.mine.stories() and not (known and known.is_public):
            work.said = _("That story is not public: it cannot stand on a front.")
            return
        placed = work.mine.place(story, place, command.index).trimmed(most_of(self.blocks))
        order = [pick.story for pick in placed.places[place]]
        if story not in order:
            work.said = _("This band holds no more stories: take one off first.")
            return
        fallen = work.mine.stories() - placed.stories()
        work.become(placed)
        values = {"title": headline_of(known), "number": order.index(story) + 1}
        work.said = _("“%(title)s” is number %(number)d here now.") % values
        if fallen:
            work.said += " " + _("“%(title)s” made room for it.") % {"title": self.title(fallen.pop())}

    def title(self, story):
        """Return what a story is called, for this user."""
        return headline_of(readable({story}, self.request.user).get(story))

    # --- The words of one entry -----------------------------------------------------

    def edit(self, work, command):
        """Show the form of one entry."""
        return self.show_entry(work, command.key)

    def apply(self, work, command):
        """Take the words, the picture and the time of one entry."""
        pick, preset = work.mine.pick_of(command.key), self.request.POST.get("preset", "")
        if pick is None:
            return self.show(work)
        form = EntryForm(self.request.POST, user=self.request.user, pick=pick, preset=preset)
        if not form.is_valid():
            return self.show_entry(work, command.key, form)
        work.become(work.mine.reword(command.key, **form.fields_of_pick()))
        work.said = _("Changed: “%(title)s”.") % {"title": self.title(command.key)}
        return self.show(work)

    def show_entry(self, work, story, form=None):
        """Render the form of one entry."""
        pick = work.mine.pick_of(story)
        if pick is None:
            return self.show(work)
        form = form or EntryForm(user=self.request.user, pick=pick)
        context = self.get_context_data(
            work=work, form=form, story=readable({story}, self.request.user).get(story), key=story, presets=PRESETS
        )
        return TemplateResponse(self.request, "news/desk/fronts/entry.html", context)

    # --- Before and after the launch --------------------------------------------------

    def preview(self, work, command):
        """Show the page as readers would see it."""
        self.page.front = front_value(work.mine.fitted(self.theirs).written_to(self.blocks))
        response = self.page.make_preview_request(None, self.page.default_preview_mode)
        response["Cache-Control"] = "no-store, private"
        return response

    def launch(self, work, command):
        """Make it public, or say why not; what the editor arranged stays on the board."""
        user = self.request.user
        try:
            if work.touched:
                launch(self.page.pk, work.mine, work.base, user)
        except Conflict:
            # Read again: it may have been launched since this request began.
            self.page = Page.objects.get(pk=self.page.pk).specific
            self.blocks = blocks_of(self.page)
            self.theirs = Arrangement.of(self.blocks)
            return self.show(work)
        except ValidationError as error:
            work.said = " ".join(error.messages)
            messages.error(self.request, work.said)
            return self.show(work)
        if work.touched:
            messages.success(self.request, _("“%(title)s” is launched.") % {"title": self.page.title})
        else:
            messages.info(self.request, _("There is nothing to launch: this is the public front."))
        return redirect(f"{NAME}:front", self.page.pk)

    # --- Answering ------------------------------------------------------------------

    def show(self, work):
        """Render the board, or for a script only the part that changed."""
        conflict = self.conflict(work)
        only_board = self.request.headers.get("X-Board") == "1"
        board = make_board(self.page, self.blocks, work.mine.fitted(self.theirs), self.request.user)
        words = self.request.POST.get("q", "")
        context = self.get_context_data(
            work=work,
            board=board,
            conflict=conflict,
            locked=why_locked(self.page, self.request.user),
            into=self.request.POST.get("into") or board.lead,
            words=words,
            found=find_stories(words),
            on_no_front=on_no_front(self.page, board, work.mine),
            by_itself=not self.page.front,
            draft=self.page.has_unpublished_changes,
            **({} if only_board else {"launches": self.history(board), "fronts": fronts_for(self.request.user)}),
        )
        template = self.board_template if only_board else self.template_name
        return TemplateResponse(self.request, template, context, status=CONFLICT if conflict else 200)

    def get_context_data(self, **kwargs):
        """Add whose front it is."""
        return super().get_context_data(page=self.page, **kwargs)

    def conflict(self, work):
        """Return who launched what since the editor began, or None: then nothing stands between them and the launch."""
        if self.theirs == work.base:
            return None
        if self.theirs == work.mine:
            work.base = self.theirs
            return None
        done = changes(work.base, self.theirs)
        return {"entry": last_launch(self.page), "changes": self.in_words(done)}

    def history(self, board):
        """Return the last launches, each with what it changed in words."""
        found = launches(self.page)
        titles = readable({change.story for state in found for change in state.changes}, self.request.user)
        return [(state, self.in_words(state.changes, titles, board.names)) for state in found]

    def in_words(self, done, titles=None, names=None):
        """Return changes as sentences."""
        if titles is None:
            titles = readable({change.story for change in done}, self.request.user)
        sentences = {
            "placed": _("“%(title)s” was placed in %(place)s"),
            "moved": _("“%(title)s” was moved in %(place)s"),
            "reworded": _("“%(title)s” got other words, another picture or time"),
            "taken": _("“%(title)s” was taken off"),
            "led": _("“%(title)s” was put on top of %(place)s"),
        }
        names = names or make_board(self.page, self.blocks, self.theirs, self.request.user).names
        return [
            sentences["led" if change.first and change.what in ("placed", "moved") else change.what]
            % {"title": headline_of(titles.get(change.story)), "place": names.get(change.place, _("a former band"))}
            for change in done
        ]


class FrontsMenuItem(MenuItem):
    """Shown to those who may arrange a front."""

    def is_shown(self, request):
        return may_curate_any(request.user)


def front_button(page, user, view_name="", next_url=None):
    """Lead from a page to its front; for the hooks of the editor's header and of the list of pages."""
    if may_curate(user, page):
        yield Button(_("Arrange the front"), reverse(f"{NAME}:front", args=[page.pk]), icon_name="pick", priority=15)


urlpatterns = [
    path("", choose_front, name="choose"),
    path("<key:page_id>/", FrontView.as_view(), name="front"),
]
