"""The second factor: codes of an app, passkeys, and recovery codes for the day when both are lost.

Codes follow RFC 6238 and passkeys the W3C's Web Authentication; libraries do
both. A code is used up by one sign-in, even by two at the same moment.
"""

import hashlib
import json
import secrets

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from wagtail.permission_policies.pages import PagePermissionPolicy
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from portal import clock
from portal.security.models import Authenticator, RecoveryCode
from portal.security.sealing import opened, sealed

PERIOD = 30
DRIFT = 1  # periods by which a phone's clock may be off
RECOVERY_CODES = 10
RECOVERY_BYTES = 10
MAX_PASSKEYS = 10
NOBODY, PUBLISHERS, EVERYBODY = "no", "publishers", "all"


class Refused(ValueError):
    """What was shown does not prove anything."""


def has_second_factor(user):
    """Whether the user has to show a second factor at the door."""
    return user.authenticators.exists()


def is_required_for(user):
    """Whether ``REQUIRE_SECOND_FACTOR`` wants one of this user: of those who can publish, or of all."""
    wanted = settings.REQUIRE_SECOND_FACTOR
    if wanted == NOBODY or not user.is_authenticated:
        return False
    return wanted == EVERYBODY or can_publish(user)


def can_publish(user):
    """Whether the user may make anything public: a page, or a snippet such as an author."""
    if user.is_superuser or PagePermissionPolicy().user_has_permission(user, "publish"):
        return True
    return any(name.partition(".")[2].startswith("publish_") for name in user.get_all_permissions())


# --- Apps ---------------------------------------------------------------------


def new_secret():
    """Return a secret for an app, in base32 as people may have to type it."""
    return pyotp.random_base32()


def app_address(user, secret):
    """Return the otpauth address that an app reads from the picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.get_username(), issuer_name=settings.WAGTAIL_SITE_NAME)


def qr_picture(text):
    """Return a QR code as an SVG in a data address."""
    return segno.make(text, error="m").svg_data_uri(scale=5, border=2, light="#fff")


def add_app(user, secret, code):
    """Keep the app whose first code this is, in place of an earlier one; raise Refused if the code is wrong."""
    period = matching_period(secret, code)
    if period is None:
        raise Refused
    with transaction.atomic():
        user.authenticators.filter(kind=Authenticator.Kind.APP).delete()
        return user.authenticators.create(kind=Authenticator.Kind.APP, secret=sealed(secret), counter=period)


def matching_period(secret, code):
    """Return the period of time to which a code belongs, or None if it is not one of the last minute."""
    code = "".join(code.split())
    now = int(clock.now().timestamp()) // PERIOD
    maker = pyotp.TOTP(secret, interval=PERIOD)
    for period in range(now - DRIFT, now + DRIFT + 1):
        if pyotp.utils.strings_equal(maker.generate_otp(period), code):
            return period
    return None


def use_code(user, code):
    """Use up a code of the user's app or a recovery code. Returns which, or raises Refused."""
    app = user.authenticators.filter(kind=Authenticator.Kind.APP).first()
    secret = opened(app.secret) if app else ""
    period = matching_period(secret, code) if secret else None
    if period is not None:
        later = Authenticator.objects.filter(pk=app.pk, counter__lt=period)
        if not later.update(counter=period, used_at=clock.now()):
            raise Refused
        return Authenticator.Kind.APP
    if user.recovery_codes.filter(digest=_digest(code), used_at=None).update(used_at=clock.now()):
        return "recovery"
    raise Refused


# --- Recovery codes -------------------------------------------------------------


def new_recovery_codes(user):
    """Give the user new recovery codes in place of the earlier ones. Returns them: they are shown this once."""
    codes = [_grouped(secrets.token_hex(RECOVERY_BYTES)) for _ in range(RECOVERY_CODES)]
    with transaction.atomic():
        user.recovery_codes.all().delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(code)) for code in codes)
    return codes


def recovery_codes_left(user):
    """Return how many recovery codes of the user still open the door."""
    return user.recovery_codes.filter(used_at=None).count()


def remove(user, authenticator=None):
    """Take one second factor away, or all; the recovery codes go with the last."""
    with transaction.atomic():
        (user.authenticators.filter(pk=authenticator.pk) if authenticator else user.authenticators.all()).delete()
        if not has_second_factor(user):
            user.recovery_codes.all().delete()


def _grouped(code):
    return "-".join(code[start : start + 5] for start in range(0, len(code), 5))


def _digest(code):
    """Return what is kept of a code: eighty random bits need no slow hash."""
    letters = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


# --- Passkeys -------------------------------------------------------------------


def registration_options(user, host):
    """Return ``(options for the browser, challenge)`` for adding a passkey to the user on this host."""
    options = generate_registration_options(
        rp_id=host,
        rp_name=settings.WAGTAIL_SITE_NAME,
        user_id=f"portal-user-{user.pk}".encode(),
        user_name=user.get_username(),
        user_display_name=str(user),
        exclude_credentials=_descriptors(user),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED, user_verification=UserVerificationRequirement.PREFERRED
        ),
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def add_passkey(user, answer, *, challenge, host, origin, name=""):
    """Keep a passkey from the browser's answer (JSON); raise Refused if it does not hold."""
    try:
        found = verify_registration_response(
            credential=json.loads(answer),
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=False,
        )
    except Exception as error:  # a parser fed by strangers: whatever it stumbles over proves nothing
        raise Refused from error
    credential_id = bytes_to_base64url(found.credential_id)
    taken = Authenticator.objects.filter(kind=Authenticator.Kind.PASSKEY, credential_id=credential_id).exists()
    if taken or user.authenticators.filter(kind=Authenticator.Kind.PASSKEY).count() >= MAX_PASSKEYS:
        raise Refused
    return user.authenticators.create(
        kind=Authenticator.Kind.PASSKEY,
        name=name.strip()[:100],
        credential_id=credential_id,
        public_key=bytes_to_base64url(found.credential_public_key),
        counter=found.sign_count,
    )


def authentication_options(user, host):
    """Return ``(options for the browser, challenge)`` for showing one of the user's passkeys."""
    options = generate_authentication_options(
        rp_id=host, allow_credentials=_descriptors(user), user_verification=UserVerificationRequirement.PREFERRED
    )
    return json.loads(options_to_json(options)), bytes_to_base64url(options.challenge)


def use_passkey(user, answer, *, challenge, host, origin):
    """Accept the browser's answer (JSON) for one of the user's passkeys; raise Refused if it does not hold."""
    try:
        credential = json.loads(answer)
        credential_id = str(credential["id"])
    except (ValueError, LookupError, TypeError) as error:
        raise Refused from error
    passkey = user.authenticators.filter(kind=Authenticator.Kind.PASSKEY, credential_id=credential_id).first()
    if passkey is None:
        raise Refused
    try:
        found = verify_authentication_response(
            credential=credential,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.counter,
            require_user_verification=False,
        )
    except Exception as error:  # as above
        raise Refused from error
    Authenticator.objects.filter(pk=passkey.pk).update(counter=found.new_sign_count, used_at=clock.now())
    return passkey


def _descriptors(user):
    keys = user.authenticators.filter(kind=Authenticator.Kind.PASSKEY).values_list("credential_id", flat=True)
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(key)) for key in keys]
