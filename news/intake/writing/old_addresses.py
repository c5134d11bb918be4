"""Addresses of the old site: under which name each is looked up, and under which redirects they answer here."""

import re
from urllib.parse import unquote, urlencode, urlsplit

from wagtail.contrib.redirects.models import Redirect

from news.intake.characters import kept
from portal.page_cache.keys import names_of_old_system
from portal.redirects import stored_path

# Where the systems that we know keep what was uploaded.
UPLOADS = re.compile(r"/(?:wp-content/uploads|wp-content/blogs\.dir/\d+/files|content/(?:images|media|files))/(.+)$")
# A cut of a picture, as the systems name them: dcp-300x200.jpg, dcp-scaled.jpg, size/w600/dcp.jpg.
SIZE = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|rotated)(?=\.\w{2,5}$)")
SIZE_FOLDER = re.compile(r"^size/[wh]\d+(?:[wh]\d+)?/(?:format/\w+/)?")


def split(url):
    """Return the parts of an address, or None for what is none."""
    try:
        return urlsplit(str(url).strip())
    except ValueError:
        return None


def bare_host(netloc):
    """Return a host name without port and without the www. that half of all links leave out."""
    return netloc.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")


def name_of(url):
    """Return the one name under which all spellings of an address are looked up: host, path, and ?p=12."""
    parts = split(url)
    if parts is None:
        return ""
    path = "/" + "/".join(part for part in unquote(parts.path).split("/") if part)
    named = names_of_old_system(parts.query)
    return f"{bare_host(parts.netloc)}{path}" + (f"?{urlencode(named)}" if named else "")


def upload_path(url):
    """Return the place of an upload below its system's folder (``2012/12/dcp.jpg``), or "" for anything else."""
    parts = split(url)
    found = UPLOADS.search(kept(unquote(parts.path))) if parts else None
    return found[1] if found else ""


def original_of(path):
    """Return the place of the picture from which a resized one was cut; of an original, its own."""
    return SIZE.sub("", SIZE_FOLDER.sub("", path))


def redirect_paths(urls, base_urls):
    """Return the paths under which old addresses are to be redirected, each once, in the form that Wagtail looks up.

    Addresses of other hosts are left out. Where the old site stood below a path,
    as in ``example.com/blog``, each answers with that path and without it.
    """
    bases = [parts for parts in map(split, base_urls) if parts]
    hosts = {bare_host(base.netloc) for base in bases}
    prefixes = {base.path.rstrip("/") for base in bases} - {""}
    paths = {}
    for url in urls:
        parts = split(url)
        if parts is None or (parts.netloc and hosts and bare_host(parts.netloc) not in hosts):
            continue
        query = f"?{parts.query}" if parts.query else ""
        for prefix in ("", *prefixes):
            if parts.path == prefix or parts.path.startswith(f"{prefix}/"):
                rest = parts.path.removeprefix(prefix) or "/"
                paths[Redirect.normalise_path(f"{rest}{query}")] = None
    paths.pop("/", None)
    return [stored_path(path) for path in paths if "\0" not in path]
