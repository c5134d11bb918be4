"""The whole drill, once: what readers get while database, Redis and processes are taken away."""

import pytest

from tests.drill.__main__ import drill
from tests.drill.servers import missing
from tests.drill.verdicts import table

pytestmark = pytest.mark.xdist_group("drill")


@pytest.mark.skipif(bool(missing()), reason="the drill needs a PostgreSQL and a Redis to start")
def test_readers_get_their_pages_whatever_breaks():
    results = drill(tolerance=2.5)
    assert len(results) == 10
    assert not [result.faults for result in results if result.faults], "\n" + table(results)
