"""An editor's unlaunched work on a front. It travels with the form: nothing is kept here before the launch."""

import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news.desk.fronts.arrangement import Arrangement, Damaged, changes, hand_fields, merge

MOST_STEPS_BACK = 12


@dataclass
class Work:
    """What the editor began with, what they have made of it, and the steps between, the last of which is the newest.

    ``said`` is what just happened, in words.
    """

    base: Arrangement
    mine: Arrangement
    past: list
    said: str = ""

    @classmethod
    def on(cls, arrangement):
        """Return untouched work on what is public."""
        return cls(arrangement, arrangement, [])

    @classmethod
    def from_form(cls, data):
        """Read the work out of a form's hidden fields. Raises `Damaged`."""
        try:
            past = [Arrangement.load(step) for step in json.loads(data.get("past", "[]"))][-MOST_STEPS_BACK:]
        except (ValueError, TypeError, RecursionError) as error:
            raise Damaged(str(error)) from error
        return cls(Arrangement.load(data.get("base", "")), Arrangement.load(data.get("mine", "")), past)

    def past_dump(self):
        """Return the steps for the form's hidden field."""
        return json.dumps([step.dump() for step in self.past[-MOST_STEPS_BACK:]])

    @property
    def touched(self):
        """Whether there is anything to launch."""
        return self.mine != self.base

    def changes(self):
        """Return what the launch would change."""
        return changes(self.base, self.mine)

    def become(self, arrangement):
        """Take one step, which can be undone."""
        if arrangement != self.mine:
            self.past.append(self.mine)
            self.mine = arrangement

    def undo(self):
        """Take the last step back."""
        if self.past:
            self.mine = self.past.pop()
            self.said = _("The last step is undone.")

    def begin_again(self, theirs):
        """Take what is public, and keep the own work one step away."""
        self.become(theirs)
        self.base = theirs
        self.said = _("This is the public front. Undo brings your own work back.")

    def merge(self, theirs):
        """Put the own changes and those of somebody else together, on top of what is public."""
        self.become(merge(self.base, self.mine, theirs))
        self.base = theirs
        self.said = _("Both are on the board now. Look at it, then launch.")

    def insist(self, theirs):
        """Keep the own work as it is, knowing what it replaces."""
        self.become(self.mine.fitted(theirs))
        self.base = theirs
        self.said = _("Your arrangement is kept. Launching it replaces what is public.")


def most_of(blocks):
    """Return how many stories each place of a front can hold."""
    return {f"{block['id']}.{name}": most for block in blocks for name, most in hand_fields(block["type"]).items()}
