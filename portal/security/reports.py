"""What an error report may show of the settings: no key, and no address that has a password in it."""

import re

from django.views.debug import SafeExceptionReporterFilter


class ReportFilter(SafeExceptionReporterFilter):
    """Hides, beside what Django hides by name, the settings that hold addresses of services."""

    hidden_settings = re.compile(
        f"{SafeExceptionReporterFilter.hidden_settings.pattern}|DATABASE|LOCATION|(?:REDIS|OPENSEARCH|EMAIL)_URL|URLS|DSN",
        flags=re.IGNORECASE,
    )
