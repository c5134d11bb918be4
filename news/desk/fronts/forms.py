"""The words, the picture and the time that a story has on a front."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.widgets import AdminImageChooser

from news.desk.fronts.launch import pictures_for
from portal import clock
from portal.models import PortalImage

PRESETS = (
    ("2", gettext_lazy("For 2 hours")),
    ("6", gettext_lazy("For 6 hours")),
    ("midnight", gettext_lazy("Until midnight")),
)


class EntryForm(forms.Form):
    """What one story shows on this front instead of its own, and until when it stays."""

    headline = forms.CharField(
        label=gettext_lazy("Headline here"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Blank: the story’s own."),
    )
    picture = forms.ModelChoiceField(
        label=gettext_lazy("Picture here"),
        queryset=PortalImage.objects.none(),
        required=False,
        widget=AdminImageChooser(),
        help_text=gettext_lazy("None: the story’s own."),
    )
    pin_until = forms.DateTimeField(
        label=gettext_lazy("Keep here until"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=gettext_lazy("Blank: until somebody takes it away."),
    )

    def __init__(self, *args, user, pick, preset="", **kwargs):
        initial = {"headline": pick.headline, "picture": pick.picture, "pin_until": pick.pin_until}
        super().__init__(*args, initial=initial, **kwargs)
        self.preset = preset
        # The picture that stands there already may stay, whoever chose it.
        self.fields["picture"].queryset = PortalImage.objects.filter(
            Q(pk__in=pictures_for(user).values("pk")) | Q(pk=pick.picture)
        )

    def clean(self):
        """Put the moment of the pressed button in place of the field's, and refuse one that has passed."""
        data, now = super().clean(), clock.now()
        if self.preset in dict(PRESETS):
            self.errors.pop("pin_until", None)
        if self.preset == "midnight":
            tomorrow = timezone.localtime(now) + timedelta(days=1)
            data["pin_until"] = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
        elif self.preset in dict(PRESETS):
            data["pin_until"] = now.replace(microsecond=0) + timedelta(hours=int(self.preset))
        elif data.get("pin_until") and data["pin_until"] <= now:
            raise ValidationError({"pin_until": _("That time has passed. Choose one to come.")})
        return data

    def fields_of_pick(self):
        """Return the fields of the pick as they were filled in."""
        data = self.cleaned_data
        picture = data["picture"]
        return {"headline": data["headline"], "picture": picture and picture.pk, "pin_until": data["pin_until"]}
