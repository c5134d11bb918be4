"""The portal as a WSGI application: ``gunicorn portal.wsgi``."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

try:
    application = get_wsgi_application()
    from portal.page_cache.application import with_page_cache
    from portal.request_ids import with_request_ids

    application = with_request_ids(with_page_cache(application))
except ImproperlyConfigured as error:
    sys.exit(f"portal: {error}")
