"""Links that earn money: which they are, and what a page must say of them."""

import re
from html import unescape
from urllib.parse import urlsplit

AFFILIATE_REL = "sponsored nofollow"
_HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"', re.IGNORECASE)


def parse_domains(text):
    """Return the domains of a list, one a line, in the form in which `is_affiliate` compares them."""
    lines = (line.strip().lower() for line in text.splitlines())
    return tuple(line.removeprefix("www.") for line in lines if line)


def affiliate_domains(publication):
    """Return the domains that pay a publication for buyers; none where there is no publication."""
    return parse_domains(publication.affiliate_domains) if publication else ()


def host_of(address):
    """Return the host of a web address in lower case, without "www.", or "" for anything else."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in {"http", "https"} else ""


def is_affiliate(host, domains):
    """Whether a host is one of the domains or stands below one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def addresses_of_links(texts):
    """Return the addresses that the links in pieces of HTML lead to, in their order."""
    return [unescape(address) for text in texts for address in _HREF.findall(text)]


def hosts_of_links(texts):
    """Return the hosts that the links in pieces of HTML lead to."""
    return {host for host in map(host_of, addresses_of_links(texts)) if host}
