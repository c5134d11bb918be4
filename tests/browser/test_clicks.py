"""The handbook tells as many clicks as the browser counts."""

import re
from pathlib import Path

from tests.browser.clicks import CLICKS

HANDBOOK = Path(__file__).parents[2] / "docs" / "editing.md"


def test_the_handbook_gives_the_clicks_of_each_journey_as_they_are_counted():
    table = HANDBOOK.read_text().partition("## Twelve journeys, in clicks\n")[2].partition("\n## ")[0]
    told = {what: int(number) for what, number in re.findall(r"^\| (.+?) \|.*\| (\d+) \|$", table, re.MULTILINE)}
    assert told == CLICKS
