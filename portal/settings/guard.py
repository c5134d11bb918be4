"""What production refuses to start with. Pure functions, so that each refusal has its test."""

from ipaddress import ip_network

MINIMUM_KEY_LENGTH = 50
MINIMUM_KEY_VARIETY = 5
KNOWN_KEYS = ("development-only", "django-insecure", "changeme", "change-me", "secret-key", "your-secret")
MAKE_A_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'


def key_problem(key):
    """Say in one clause what is wrong with a secret key, or return an empty string."""
    if not key:
        return f"SECRET_KEY is not set; make one with: {MAKE_A_KEY}"
    if any(known in key.lower() for known in KNOWN_KEYS):
        return f"SECRET_KEY is one that everybody knows; make one with: {MAKE_A_KEY}"
    if len(key) < MINIMUM_KEY_LENGTH or len(set(key)) < MINIMUM_KEY_VARIETY:
        return f"SECRET_KEY is shorter than {MINIMUM_KEY_LENGTH} characters, or too plain; make one with: {MAKE_A_KEY}"
    return ""


def hosts_problem(hosts):
    """Say in one clause what is wrong with the allowed hosts, or return an empty string."""
    if not hosts:
        return "ALLOWED_HOSTS is empty; name the site's hosts, such as ALLOWED_HOSTS=news.example,www.news.example"
    if "*" in hosts:
        return "ALLOWED_HOSTS contains *, which lets anybody choose the site's name; name its hosts"
    return ""


def proxies_problem(networks):
    """Say in one clause which of the trusted proxies is no address or network, or return an empty string."""
    for network in networks:
        try:
            ip_network(network, strict=False)
        except ValueError:
            return f"TRUSTED_PROXIES contains {network!r}; name addresses or networks, such as 10.0.0.0/8"
    return ""


def refusal(*, key, hosts, debug):
    """Return the one line that says why production does not start, or an empty string."""
    found = [
        key_problem(key),
        hosts_problem(hosts),
        "DEBUG is on, and debug pages show secrets; unset it (portal.settings.development has it)" if debug else "",
    ]
    return "; ".join(filter(None, found))
