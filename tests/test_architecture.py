"""The house stands as it was drawn: four packages, one direction, no circles.

    home, search  →  news  →  portal

An import counts wherever it stands, inside functions too, and so does a name
in a string that Django turns into an import: ``"news.ArticlePage"``,
``get_model("news", "ArticlePage")``, a dependency of a migration.
"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PACKAGES = ("portal", "news", "home", "search")
ALLOWED = {
    "portal": set(),
    "news": {"portal"},
    "home": {"news", "portal"},
    "search": {"news", "portal"},
}
# Settings, addresses and start put the house together: they may know every room, and no room knows them.
COMPOSITION_ROOT = (
    "portal.settings",
    "portal.urls",
    "portal.wsgi",
    "portal.launch",
    "portal.bootstrap",
    "portal.bench",
)
# The demo is built by the tests' own builders, so that it cannot go stale.
BUILDERS = "tests.builders"
USERS_OF_BUILDERS = ("home.demo", "home.management")

DOTTED_NAME = re.compile(rf"^({'|'.join(PACKAGES)})(\.\w+)+$")
MIGRATION = re.compile(r"^\d{4}_\w+$")


# --- The walker: a dict of module name to source goes in, edges come out ------


def modules_below(root, packages=PACKAGES):
    """Return the source of every module of the packages, by dotted name."""
    sources = {}
    for package in packages:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            sources[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return sources


def is_below(module, parents):
    """Whether the module is one of the parents, or stands in one of them."""
    return any(module == parent or module.startswith(f"{parent}.") for parent in parents)


def imported(module, node, sources):
    """Return the modules that an import statement names, as deep as they are known."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        parents = f"{module}.__init__" if any(name.startswith(f"{module}.") for name in sources) else module
        above = parents.split(".")[: -node.level]
        base = ".".join([*above, base] if base else above)
    submodules = [f"{base}.{alias.name}" for alias in node.names]
    found = [name for name in submodules if name in sources]
    return [*found, base] if len(found) < len(submodules) else found


def named(node):
    """Return the dotted names that an expression says in strings, where Django makes imports of them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and DOTTED_NAME.match(node.value):
        return [node.value]
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "get_model":
        pair = _pair_of_strings(node.args)
        return [".".join(pair)] if pair else []
    if isinstance(node, ast.Tuple):
        pair = _pair_of_strings(node.elts)
        return [".".join(pair)] if pair and MIGRATION.match(pair[1]) else []
    return []


def _pair_of_strings(nodes):
    """Return a package's name and what is named in it, or None where the nodes say anything else."""
    pair = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return pair if len(nodes) == len(pair) == 2 and pair[0] in PACKAGES else None


def edges(sources):
    """Return every dependency as a set of ``(module, what it names, whether by import)``."""
    found = set()
    for module, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found |= {(module, name, True) for name in imported(module, node, sources)}
            else:
                found |= {(module, name, False) for name in named(node)}
    return found


def forbidden(sources):
    """Return every dependency that the drawing does not have, as lines for people."""
    lines = []
    for module, name, _is_import in sorted(edges(sources)):
        package, target = module.partition(".")[0], name.partition(".")[0]
        if is_below(module, COMPOSITION_ROOT):
            continue
        if target == "tests" and not (name.startswith(BUILDERS) and is_below(module, USERS_OF_BUILDERS)):
            lines.append(f"{module} → {name}: only the demo may use the tests' builders")
        if target in PACKAGES and target != package and target not in ALLOWED[package]:
            lines.append(f"{module} → {name}: {package} may not know {target}")
        if is_below(name, COMPOSITION_ROOT):
            lines.append(f"{module} → {name}: nothing may know the composition root")
    return lines


def cycles(sources):
    """Return the groups of modules that import each other in a circle (Tarjan's strongly connected components)."""
    graph = {module: set() for module in sources}
    for module, name, is_import in edges(sources):
        if is_import and name in graph and name != module:
            graph[module].add(name)
    order, lowest, stack, found = {}, {}, [], []

    def visit(module):
        order[module] = lowest[module] = len(order)
        stack.append(module)
        for target in sorted(graph[module]):
            if target not in order:
                visit(target)
                lowest[module] = min(lowest[module], lowest[target])
            elif target in stack:
                lowest[module] = min(lowest[module], order[target])
        if lowest[module] == order[module]:
            circle = stack[stack.index(module) :]
            del stack[stack.index(module) :]
            if len(circle) > 1:
                found.append(sorted(circle))

    for module in sorted(graph):
        if module not in order:
            visit(module)
    return found


# --- The house ----------------------------------------------------------------


@pytest.fixture(scope="module")
def house():
    return modules_below(ROOT)


def test_every_package_is_walked(house):
    assert {name.partition(".")[0] for name in house} == set(PACKAGES)
    assert {"news.models.articles", "portal.pages", "home.models", "search.query"} <= set(house)


def test_packages_depend_in_one_direction_only(house):
    assert forbidden(house) == []


def test_no_modules_import_each_other_in_a_circle(house):
    assert cycles(house) == []


# --- The one door to the network ---------------------------------------------

# What opens connections; "socket" too, but for the modules that need it for something else.
NETWORK = (
    "aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "pycurl", "requests", "smtplib", "socket",
    "telnetlib", "urllib.request", "urllib3", "xmlrpc.client",
)  # fmt: skip
DOOR = {
    "portal.security.outgoing": "the door itself",
    "portal.security.addresses": "finds the addresses for the door",
    "portal.deadline": "shuts the sockets of a database that hangs",
    "portal.page_cache.purge": "asks for the name of this machine",
    "portal.bench.load": "reads pages of our own servers",
    "portal.bench.servers": "looks whether they listen",
    "portal.bootstrap.preflight": "tries whether our own port is free",
    "portal.bootstrap.serving": "looks whether our own server listens",
    "portal.worker": "takes the connections of readers",
}


def network_users(sources):
    """Return the modules that import what opens connections, with what they import."""
    found = set()
    for module, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found |= {(module, name) for name in imported(module, node, {}) if is_below(name, NETWORK)}
                if isinstance(node, ast.ImportFrom):
                    whole = (f"{node.module}.{alias.name}" for alias in node.names)
                    found |= {(module, name) for name in whole if name in NETWORK}
    return found


def test_only_the_door_opens_the_network(house):
    users = network_users(house)
    assert [f"{module} → {name}" for module, name in sorted(users) if module not in DOOR] == []
    assert {module for module, _name in users} == set(DOOR), "an exception that nobody needs"


@pytest.mark.parametrize(
    "source",
    [
        "import requests",
        "import urllib.request as u",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def f():\n    from http import client",
        "from urllib3.util import parse_url",
    ],
)
def test_a_second_door_is_found(source):
    assert network_users({"news.intake": source})


@pytest.mark.parametrize(
    "source", ["from urllib.parse import urlsplit", "from django.http import request", "import http"]
)
def test_what_only_sounds_like_the_network_passes(source):
    assert network_users({"news.intake": source}) == set()


# --- The walker itself --------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("news.models", "from home.models import HomePage"),
        ("news.models", "import search.query"),
        ("news.models", "def f():\n    from home.models import HomePage"),
        ("news.models", "class A:\n    def f(self):\n        if x:\n            import home.models as h"),
        ("news.models", "parent_page_types = ['home.HomePage']"),
        ("news.models", "model = apps.get_model('home', 'HomePage')"),
        ("news.migrations.0002", "dependencies = [('home', '0001_initial')]"),
        ("portal.pages", "from news import querysets"),
        ("portal.pages", "ForeignKey('news.Author')"),
        ("home.models", "from search.query import SearchQuery"),
        ("search.views", "import home"),
        ("news.bulk", "from tests.builders import make_section"),
        ("home.models", "from tests.builders import make_section"),
        ("home.demo.build", "from tests.conftest import CI"),
        ("portal.pages", "from portal.urls import urlpatterns"),
        ("news.models", "from portal.settings import base"),
    ],
)
def test_a_forbidden_edge_is_found(module, source):
    assert forbidden({module: source})


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("home.models", "from news.blocks import BODY_BLOCKS\nfrom portal.pages import BasePage"),
        ("search.query", "from news.querysets import stories\nfrom portal import clock"),
        ("news.models", "from portal.pages import BasePage\nimage = ForeignKey('portal.PortalImage')"),
        ("news.models", "from news.blocks import BODY_BLOCKS\nfrom django.db import models\nimport newspaper"),
        ("portal.urls", "import home.models, news.models, search.urls"),
        ("portal.settings.base", "INSTALLED_APPS = ['news.apps.NewsConfig']"),
        ("home.demo.build", "from tests.builders import publish"),
        ("home.management.commands.seed_demo", "from tests.builders import publish"),
        ("portal.views", "'''The news.ArticlePage is shown elsewhere.'''"),
        ("portal.views", "render(request, 'news/article_page.html')"),
    ],
)
def test_an_allowed_edge_passes(module, source):
    assert forbidden({module: source}) == []


def test_a_circle_is_found_even_inside_functions():
    sources = {
        "news.models": "from news.querysets import stories",
        "news.querysets": "def stories():\n    from news.links import Link",
        "news.links": "import news.models",
        "news.text": "from news.models import Article",
    }
    assert cycles(sources) == [["news.links", "news.models", "news.querysets"]]


def test_a_relative_import_closes_a_circle_too():
    sources = {"news.a": "from . import b", "news.b": "from .a import something", "news": ""}
    assert cycles(sources) == [["news.a", "news.b"]]


def test_a_straight_line_is_no_circle():
    sources = {"news.a": "from news.b import x\nfrom news.c import y", "news.b": "import news.c", "news.c": ""}
    assert cycles(sources) == []


def test_modules_are_read_from_a_tree(tmp_path):
    (tmp_path / "news" / "models").mkdir(parents=True)
    (tmp_path / "news" / "models" / "__init__.py").write_text("from home.models import HomePage")
    (tmp_path / "news" / "text.py").write_text("")
    sources = modules_below(tmp_path, ["news"])
    assert set(sources) == {"news.models", "news.text"}
    assert forbidden(sources) == ["news.models → home.models: news may not know home"]
