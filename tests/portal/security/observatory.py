"""The score that Mozilla's HTTP Observatory would give an answer, from its published rules.

Source: the repository mdn/mdn-http-observatory, ``src/grader/charts.js`` for
the points and ``src/analyzer/tests/*.js`` for what earns them. Every site
starts with 100; penalties are taken off, and only who still has 90 gets the
bonuses. Two results need a scan from outside: the redirect from http, which
``test_headers`` asks for by itself, and the browsers' preload list, worth 5
more to its owner.
"""

import re
from html.parser import HTMLParser

BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSAFE = {"'unsafe-inline'", "data:"}
PRIVATE_REFERRER = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
SIX_MONTHS = 15768000
MINIMUM_FOR_BONUSES = 90


def score(response):
    """Return ``(points, results)`` for an https answer: the sum, and each rule's modifier by its name."""
    results = {
        "content-security-policy": policy_points(response),
        "cookies": cookie_points(response),
        "cross-origin-resource-sharing": sharing_points(response),
        "referrer-policy": referrer_points(response),
        "strict-transport-security": hsts_points(response),
        "subresource-integrity": script_points(response),
        "x-content-type-options": 0 if response.get("X-Content-Type-Options", "").strip().lower() == "nosniff" else -5,
        "x-frame-options": framing_points(response),
        "cross-origin-resource-policy": resource_points(response),
    }
    points = 100 + sum(points for points in results.values() if points < 0)
    if points >= MINIMUM_FOR_BONUSES:
        points += sum(points for points in results.values() if points > 0)
    return max(0, points), results


def directives(response):
    """Return the policy as a dict of sets; an answer has one header, and commas would make several policies of it."""
    header = response.get("Content-Security-Policy", "")
    assert "," not in header
    parts = [part.split() for part in header.lower().split(";") if part.strip()]
    return {part[0]: set(part[1:]) for part in parts}


def policy_points(response):
    policy = directives(response)
    if not policy:
        return -25
    default = policy.get("default-src")
    scripts, objects, styles = (policy.get(f"{kind}-src", default or {"*"}) for kind in ("script", "object", "style"))
    passive = {source for kind in ("img-src", "media-src") for source in policy.get(kind, default or set())}
    active = {source for kind in policy if kind not in {"img-src", "media-src"} for source in policy[kind]}
    if scripts & (BROAD | UNSAFE) or objects & BROAD or any(source.startswith(("http:", "ftp:")) for source in active):
        return -20
    if "'unsafe-eval'" in scripts | styles or any(source.startswith(("http:", "ftp:")) for source in passive):
        return -10
    if styles & (BROAD | UNSAFE):
        return 0
    return 10 if default == {"'none'"} else 5


def cookie_points(response):
    if not response.cookies:
        return 0
    worst = 5
    for name, cookie in response.cookies.items():
        is_session = any(word in name.lower() for word in ("login", "sess"))
        is_token = "csrf" in name.lower()
        if cookie["samesite"].lower() not in {"", "lax", "strict"} or (is_token and not cookie["samesite"]):
            worst = min(worst, -20)
        if not cookie["secure"]:
            worst = min(worst, -40 if is_session else -20)
        if is_session and not cookie["httponly"]:
            worst = min(worst, -30)
        if is_session and not cookie["samesite"]:
            worst = min(worst, 0)
    return worst


def sharing_points(response):
    credentials = response.get("Access-Control-Allow-Credentials", "").lower() == "true"
    return -50 if credentials and response.get("Access-Control-Allow-Origin") else 0


def referrer_points(response):
    named = [part.strip().lower() for part in response.get("Referrer-Policy", "").split(",") if part.strip()]
    if not named:
        return 0
    return 5 if named[-1] in PRIVATE_REFERRER else -5


def hsts_points(response):
    found = re.search(r"max-age=(\d+)", response.get("Strict-Transport-Security", ""))
    if not found:
        return -20
    return 0 if int(found.group(1)) >= SIX_MONTHS else -10


def framing_points(response):
    if "frame-ancestors" in directives(response):
        return 5
    return 0 if response.get("X-Frame-Options", "").lower() in {"deny", "sameorigin"} else -20


def resource_points(response):
    value = response.get("Cross-Origin-Resource-Policy", "").lower()
    return {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(value, -5)


class _Scripts(HTMLParser):
    """Collects the attributes of every script that is loaded."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "script" and attrs.get("src"):
            self.found.append(attrs)


def script_points(response):
    """Scripts of our own address need no integrity, but earn points by it; others need both integrity and https."""
    if not response.get("Content-Type", "").startswith("text/html"):
        return 0
    scripts = _Scripts()
    scripts.feed(response.content.decode())
    foreign = [script for script in scripts.found if re.match(r"(https?:)?//", script["src"])]
    if any(not script["src"].startswith("https://") for script in foreign):
        return -20 if all("integrity" in script for script in foreign) else -50
    if any("integrity" not in script for script in foreign):
        return -5
    return 5 if any("integrity" in script for script in scripts.found) else 0
