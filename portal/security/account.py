"""What people see of their own security: second factors and sessions; and what administrators may do for others."""

import hashlib

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from portal import clock
from portal.security import second_factor
from portal.security.browsers import browser_name
from portal.security.models import Authenticator
from portal.security.record import record
from portal.security.sessions import end_sessions, sessions_of
from portal.security.sign_in import CONFIRMED, FACTOR, place, status_of, too_many
from portal.security.throttle import ACCOUNT, CODE, forget, knock

CONFIRMED_FOR = 15 * 60
NEW_SECRET, NEW_CHALLENGE = "new_app_secret", "new_passkey_challenge"


def confirmed(view):
    """Let a view pass only for those who have proved in the last quarter of an hour that they are there."""

    def checked(request, *args, **kwargs):
        if clock.now().timestamp() - request.session.get(CONFIRMED, 0) > CONFIRMED_FOR:
            return redirect(f"{reverse('portal_security_confirm')}?next={reverse('portal_security')}")
        return view(request, *args, **kwargs)

    return checked


class PasswordForm(forms.Form):
    """Asks somebody who is signed in for their password once more."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        """Check the password, as seldom as at the door."""
        name = self.user.get_username().casefold()
        wait = knock(ACCOUNT, name)
        if wait:
            raise too_many(wait)
        if not self.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("That is not your password."))
        forget(ACCOUNT, name)
        return self.cleaned_data["password"]


@sensitive_post_parameters("password")
def confirm(request):
    """Ask for the password before anything about signing in is changed."""
    form = PasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        request.session[CONFIRMED] = int(clock.now().timestamp())
        going_to = request.POST.get("next", "")
        safe = url_has_allowed_host_and_scheme(going_to, {request.get_host()}, require_https=request.is_secure())
        return redirect(going_to if safe else "portal_security")
    context = {"form": form, "next": request.GET.get("next") or request.POST.get("next", "")}
    return _page(request, "confirm", _("Confirm that it is you"), status=status_of(form), **context)


def overview(request):
    """Show one's own second factors and sessions."""
    user = request.user
    return _page(
        request,
        "overview",
        _("Sign-in and security"),
        authenticators=user.authenticators.order_by("created_at"),
        has_app=user.authenticators.filter(kind=Authenticator.Kind.APP).exists(),
        codes_left=second_factor.recovery_codes_left(user),
        is_missing=not request.session.get(FACTOR) and second_factor.is_required_for(user),
        sessions=_shown(user, request.session.session_key),
    )


# --- One's own second factors -----------------------------------------------------


class AppForm(forms.Form):
    """The first code that a new app shows."""

    code = forms.CharField(
        label=gettext_lazy("The six digits that the app shows now"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


@confirmed
def set_up_app(request):
    """Show the secret for a new app, and keep it once the app has shown that it has it."""
    secret = request.session.setdefault(NEW_SECRET, second_factor.new_secret())
    form = AppForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wait = knock(CODE, request.user.pk)
        if wait:
            form.add_error("code", too_many(wait))
        else:
            try:
                second_factor.add_app(request.user, secret, form.cleaned_data["code"])
            except second_factor.Refused:
                form.add_error(
                    "code", _("This is not the code that the app shows now. Is the clock of the phone right?")
                )
            else:
                del request.session[NEW_SECRET]
                forget(CODE, request.user.pk)
                return _added(request, Authenticator.Kind.APP)
    picture = second_factor.qr_picture(second_factor.app_address(request.user, secret))
    context = {"form": form, "picture": picture, "secret": secret}
    return _page(request, "app", _("Set up an authenticator app"), status=status_of(form), **context)


class PasskeyForm(forms.Form):
    """A name for a new passkey, and the browser's answer."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("So that you can tell it from others, such as “Work laptop”."),
    )
    passkey = forms.CharField(max_length=100_000, widget=forms.HiddenInput)


@confirmed
def set_up_passkey(request):
    """Let the browser make a passkey, and keep its public half."""
    form = PasskeyForm(request.POST or None)
    where = place(request)
    if request.method == "POST" and form.is_valid():
        challenge = request.session.pop(NEW_CHALLENGE, "")
        name, answer = form.cleaned_data["name"], form.cleaned_data["passkey"]
        try:
            second_factor.add_passkey(request.user, answer, challenge=challenge, name=name, **where)
        except (second_factor.Refused, IntegrityError):
            form.add_error(None, _("The browser's answer does not hold. Please try again."))
        else:
            return _added(request, Authenticator.Kind.PASSKEY)
    options, request.session[NEW_CHALLENGE] = second_factor.registration_options(request.user, where["host"])
    return _page(request, "passkey", _("Add a passkey"), form=form, passkey_options=options)


def _added(request, kind):
    """Record a new second factor. With the first one come recovery codes, and other sessions end: they had none."""
    record("factor_added", request.user, request=request, what=str(Authenticator.Kind(kind).label))
    request.session[FACTOR] = kind
    if second_factor.recovery_codes_left(request.user):
        messages.success(request, _("It will be asked for when you sign in."))
        return redirect("portal_security")
    end_sessions(request.user, besides=request.session.session_key)
    return _show_codes(request)


@require_POST
@confirmed
def renew_codes(request):
    """Replace the recovery codes."""
    if not second_factor.has_second_factor(request.user):
        raise Http404
    record("recovery_renewed", request.user, request=request)
    return _show_codes(request)


def _show_codes(request):
    codes = second_factor.new_recovery_codes(request.user)
    return _page(request, "codes", _("Your recovery codes"), codes=codes)


@require_POST
@confirmed
def remove_factor(request, pk):
    """Take one of one's own second factors away."""
    authenticator = get_object_or_404(request.user.authenticators, pk=pk)
    second_factor.remove(request.user, authenticator)
    record("factor_removed", request.user, request=request, what=str(authenticator))
    if not second_factor.has_second_factor(request.user):
        request.session[FACTOR] = ""
    messages.success(request, _("Removed: %(name)s") % {"name": authenticator})
    return redirect("portal_security")


# --- Sessions -----------------------------------------------------------------------


@require_POST
def end_own_sessions(request):
    """End one of one's own sessions, or all but this one."""
    _end(request, request.user, besides=request.session.session_key)
    return redirect("portal_security")


def user_security(request, pk):
    """Show an administrator somebody's sessions and second factors; end the ones, take the others away."""
    user = get_object_or_404(get_user_model(), pk=pk)
    if not request.user.has_perm("portal.change_user") or (user.is_superuser and not request.user.is_superuser):
        raise PermissionDenied
    if request.method == "POST":
        if "remove_factors" in request.POST:
            second_factor.remove(user)
            record("factor_removed", user, request=request, what=_("all"))
            messages.success(request, _("%(user)s signs in with the password alone now.") % {"user": user})
        else:
            _end(request, user, besides=request.session.session_key if user == request.user else None)
        return redirect("portal_user_security", pk)
    return _page(
        request,
        "user",
        _("Sign-in and security of %(user)s") % {"user": user},
        subject=user,
        authenticators=user.authenticators.order_by("created_at"),
        sessions=_shown(user, request.session.session_key),
    )


def _end(request, user, *, besides):
    """End the session that the form names, or all of them."""
    name = request.POST.get("session", "")
    if name:
        rows = [row for row in user.sessions.all() if _name(row) == name and row.pk != besides]
        for row in rows:
            row.delete()
        count = len(rows)
    else:
        count = end_sessions(user, besides=besides)
    if count:
        record("sessions_ended", user, request=request, what=str(count))
    text = ngettext("%(count)d session has ended.", "%(count)d sessions have ended.", count)
    messages.success(request, text % {"count": count})


def _shown(user, current):
    """Return the user's sessions for the page. Their keys would open the door, so a digest names them."""
    return [
        {
            "name": _name(row),
            "address": row.address,
            "device": row.device,
            "browser": browser_name(row.device),
            "seen_at": row.seen_at,
            "is_current": row.pk == current,
        }
        for row in sessions_of(user)
    ]


def _name(row):
    return hashlib.sha256(row.pk.encode()).hexdigest()[:32]


def _page(request, name, title, *, status=200, **context):
    """Render one of the pages in Wagtail's frame; none of them may be kept by anybody."""
    context |= {"page_title": title, "header_icon": "lock"}
    response = render(request, f"portal/security/{name}.html", context, status=status)
    response["Cache-Control"] = "no-store, private"
    return response


urlpatterns = [
    path("account/security/", overview, name="portal_security"),
    path("account/security/confirm/", confirm, name="portal_security_confirm"),
    path("account/security/app/", set_up_app, name="portal_security_app"),
    path("account/security/passkey/", set_up_passkey, name="portal_security_passkey"),
    path("account/security/codes/", renew_codes, name="portal_security_codes"),
    path("account/security/remove/<key:pk>/", remove_factor, name="portal_security_remove"),
    path("account/security/sessions/", end_own_sessions, name="portal_security_sessions"),
    path("users/<key:pk>/security/", user_security, name="portal_user_security"),
]
