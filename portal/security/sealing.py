"""Keeps secrets unreadable in the database. The key follows from ``SECRET_KEY``, and earlier ones still open."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def sealed(text):
    """Return the text encrypted and signed, as text."""
    return _box().encrypt(text.encode()).decode()


def opened(token):
    """Return what was sealed, or "" where no key of ours opens it."""
    try:
        return _box().decrypt(token.encode()).decode()
    except InvalidToken:
        return ""


def _box():
    return MultiFernet([_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key):
    digest = salted_hmac("portal.security.sealing", "key", secret=key, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(digest))
