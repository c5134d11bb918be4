"""The one door: Wagtail's login, with a limit on tries before it, and the second factor behind it."""

import math

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm
from wagtail.admin.views.account import LoginView

from portal import clock
from portal.security import second_factor
from portal.security.clients import address_group, client_address
from portal.security.models import Authenticator
from portal.security.record import record
from portal.security.sessions import note_origin, note_visit
from portal.security.throttle import ADDRESS, CODE, RESET, forget, forgive, knock, knock_as, let_in

# What the session says about how its user got in, and when they last proved to be there.
FACTOR, CONFIRMED = "second_factor", "confirmed"
PENDING = "pending_sign_in"
PENDING_SECONDS = 10 * 60
THROTTLED = "throttled"


def too_many(seconds):
    """Return the error for somebody who has to wait. It says the same whether there is such an account or not."""
    minutes = math.ceil(seconds / 60)
    text = ngettext(
        "Too many tries. Please wait %(minutes)d minute and try again.",
        "Too many tries. Please wait %(minutes)d minutes and try again.",
        minutes,
    )
    return ValidationError(text % {"minutes": minutes}, code=THROTTLED, params={"seconds": seconds})


def status_of(form):
    """Return 429 for a form that was refused for too many tries, else 200."""
    return 429 if seconds_to_wait(form) else 200


def seconds_to_wait(form):
    """Return for how long somebody has to wait who tried too often, or 0."""
    errors = (error for errors in form.errors.values() for error in errors.as_data())
    return next((error.params["seconds"] for error in errors if error.code == THROTTLED), 0)


class SignInForm(LoginForm):
    """Wagtail's form, which asks the limit before it asks whether the password is right: hashing is dear."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def clean(self):
        """Count the try, then check the password."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return super().clean()
        wait = knock_as(self.request, name)
        if wait:
            _record_about(self.request, name, "locked_out")
            raise too_many(wait)
        try:
            cleaned = super().clean()
        except ValidationError:
            _record_about(self.request, name, "sign_in_failed")
            raise
        let_in(self.request, name)
        return cleaned


class ResetForm(PasswordResetForm):
    """Wagtail's form for a forgotten password, which does not let anybody fill a mailbox."""

    def clean(self):
        """Count the letter that is asked for; nothing tells whether one is sent."""
        cleaned = super().clean()
        wait = knock(RESET, cleaned.get("email", "").casefold()) if cleaned.get("email") else 0
        if wait:
            raise too_many(wait)
        return cleaned


def _record_about(request, name, action):
    """Record what happened to an account that there is; of others not even the name is kept."""
    user = get_user_model().objects.filter(username=name).first()
    if user is not None:
        record(action, user, request=request)


def complete(request, user, *, remember, factor=""):
    """Sign a user in for good. ``factor`` is the kind of second factor that was shown, or "" for none."""
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.pop(PENDING, None)
    request.session.set_expiry(settings.SESSION_COOKIE_AGE if remember else 0)
    request.session[FACTOR] = factor
    request.session[CONFIRMED] = int(clock.now().timestamp())
    note_origin(request)
    record("recovery_used" if factor == "recovery" else "sign_in", user, request=request)


class SignInView(LoginView):
    """Wagtail's view. Whoever has a second factor is asked for it before anything is opened."""

    def form_valid(self, form):
        user, remember = form.get_user(), bool(form.cleaned_data.get("remember"))
        if not second_factor.has_second_factor(user):
            complete(self.request, user, remember=remember)
            return redirect(self.get_success_url())
        self.request.session.flush()
        self.request.session[PENDING] = {
            "user": user.pk,
            "hash": user.get_session_auth_hash(),
            "until": int(clock.now().timestamp()) + PENDING_SECONDS,
            "remember": remember,
            "next": self.get_success_url(),
        }
        return redirect("portal_sign_in_code")

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = status_of(form)
        if response.status_code == 429:
            response["Retry-After"] = str(seconds_to_wait(form))
        return response


class CodeForm(forms.Form):
    """What somebody shows at the door: a code, or the browser's answer for a passkey."""

    code = forms.CharField(
        label=gettext_lazy("Code of your app, or a recovery code"),
        max_length=64,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )
    passkey = forms.CharField(max_length=20_000, required=False, widget=forms.HiddenInput)


@method_decorator([never_cache, sensitive_post_parameters("code", "passkey")], name="dispatch")
class CodeView(View):
    """The second step of signing in. It knows whom from the session that the password has opened, and nobody else."""

    def dispatch(self, request, *args, **kwargs):
        self.pending = request.session.get(PENDING) or {}
        self.user = self.pending_user()
        if self.user is None:
            return redirect("wagtailadmin_login")
        return super().dispatch(request, *args, **kwargs)

    def pending_user(self):
        """Return who is on the way in, or None: not for long, nor after a change of the password."""
        if self.pending.get("until", 0) < clock.now().timestamp():
            return None
        user = get_user_model().objects.filter(pk=self.pending["user"], is_active=True).first()
        if user is None or not constant_time_compare(self.pending["hash"], user.get_session_auth_hash()):
            return None
        return user

    def get(self, request):
        return self.show(CodeForm())

    def post(self, request):
        form = CodeForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        address = address_group(client_address(request))
        wait = knock(ADDRESS, address) or knock(CODE, self.user.pk)
        if wait:
            record("locked_out", self.user, request=request, actor=self.user)
            form.add_error(None, too_many(wait))
            return self.show(form)
        try:
            factor = self.shown(form)
        except second_factor.Refused:
            record("sign_in_failed", self.user, request=request, actor=self.user)
            form.add_error(None, _("That did not work. Codes change every 30 seconds, and each is good for once."))
            return self.show(form)
        forgive(ADDRESS, address)
        forget(CODE, self.user.pk)
        going_to = self.pending["next"]
        complete(request, self.user, remember=self.pending["remember"], factor=factor)
        return redirect(going_to)

    def shown(self, form):
        """Return the kind of second factor that the form proves, or raise Refused."""
        if form.cleaned_data["passkey"]:
            second_factor.use_passkey(
                self.user,
                form.cleaned_data["passkey"],
                challenge=self.pending.pop("challenge", ""),
                **place(self.request),
            )
            return Authenticator.Kind.PASSKEY
        return second_factor.use_code(self.user, form.cleaned_data["code"])

    def show(self, form):
        """Render the step; each time it is shown there is a new challenge for passkeys."""
        context = {"form": form}
        if self.user.authenticators.filter(kind=Authenticator.Kind.PASSKEY).exists():
            options, self.pending["challenge"] = second_factor.authentication_options(
                self.user, place(self.request)["host"]
            )
            context["passkey_options"] = options
        self.request.session[PENDING] = self.pending
        return render(self.request, "portal/security/code.html", context, status=status_of(form))


def place(request):
    """Return the host and the origin to which a passkey belongs, as keyword arguments."""
    host = request.get_host()
    name = host.rpartition(":")[0] if ":" in host.rpartition("]")[2] else host
    return {"host": name, "origin": f"{request.scheme}://{host}"}


class SecondFactorMiddleware:
    """Keeps those who need a second factor and have none out of everything but the page where they set it up.

    In the admin they are sent there; everywhere else they are readers like any other.
    """

    OPEN = ("/admin/account/security/", "/admin/login/", "/admin/logout/", "/admin/jsi18n/", "/admin/sprite/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # Whoever sends no cookie is a reader, and their session must not even be looked at.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            answer = self.held_up(request)
            if answer is not None:
                return answer
        return self.get_response(request)

    def held_up(self, request):
        """Return the way to the set-up where it is needed, else None."""
        in_admin = request.path.startswith("/admin/")
        if in_admin:  # elsewhere it would put a cookie on answers that a CDN may keep, such as pictures
            note_visit(request)
        if request.session.get(FACTOR) or not second_factor.is_required_for(request.user):
            return None
        if not in_admin:
            request.user = AnonymousUser()
            return None
        if request.path.startswith(self.OPEN):
            return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return HttpResponse(status=403)
        return redirect("portal_security")
