"""Sessions that can be listed and ended.

The engine that ``SESSION_ENGINE`` names: Django's sessions in the database, with
the user, the address and the browser beside each.
"""

from django.apps import apps
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils.crypto import constant_time_compare

from portal import clock
from portal.security.clients import client_address

ORIGIN = "signed_in_from"
SEEN = "seen"
SEEN_EVERY = 300


class SessionStore(DatabaseStore):
    """Keeps sessions in the portal's own table."""

    @classmethod
    def get_model_class(cls):
        return apps.get_model("portal", "Session")

    def create_model_instance(self, data):
        """Return the row of the session, told apart by whose it is."""
        row = super().create_model_instance(data)
        origin = data.get(ORIGIN, {})
        row.user_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.address, row.device = origin.get("address", "")[:64], origin.get("device", "")[:200]
        row.seen_at = clock.now()
        return row


def note_origin(request):
    """Remember in the session from where somebody signed in."""
    request.session[ORIGIN] = {"address": client_address(request), "device": request.headers.get("User-Agent", "")}


def note_visit(request):
    """Keep the time of the last visit, to within a few minutes: not every click is worth a row written."""
    now = int(clock.now().timestamp())
    if now - request.session.get(SEEN, 0) >= SEEN_EVERY:
        request.session[SEEN] = now


def sessions_of(user):
    """Return the user's open sessions, the one last used first; what a new password has ended is not among them."""
    rows = user.sessions.filter(expire_date__gt=clock.now()).order_by("-seen_at")
    valid = user.get_session_auth_hash()
    return [row for row in rows if constant_time_compare(row.get_decoded().get(HASH_SESSION_KEY, ""), valid)]


def end_sessions(user, *, besides=None):
    """End all sessions of a user, but for the one with the key ``besides``. Returns how many were open."""
    ended = [row.pk for row in sessions_of(user) if row.pk != besides]
    user.sessions.exclude(pk=besides or "").delete()
    return len(ended)
