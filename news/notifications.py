"""Mail to people of the newsroom: a mail server that is down never stops the work that it tells about."""

import logging

from django.conf import settings
from django.core.mail import send_mail

logger = logging.getLogger("news.notifications")


def tell(subject, text, addresses, *, path):
    """Mail a text to some addresses, with the link to the place in the admin where something can be done.

    ``path`` is that place's address without the host. A failure is logged and goes no further.
    """
    if not addresses:
        return
    body = f"{text}\n\n{settings.WAGTAILADMIN_BASE_URL}{path}\n"
    try:
        send_mail(" ".join(str(subject).split()), body, None, addresses)
    except OSError:
        logger.exception("Mail to the desk could not be sent: %s", subject)
