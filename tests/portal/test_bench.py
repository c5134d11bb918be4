"""The benchmark, from end to end, with numbers too small to mean anything."""

import re
import subprocess
import sys

import pytest

from tests.portal.conftest import ROOT

pytestmark = pytest.mark.xdist_group("demo-site")
TINY = ["--rounds", "1", "--seconds", "0.1", "--connections", "1", "--cold", "1"]


def test_the_benchmark_measures_prints_and_tidies_up(demo_site):
    env = {**demo_site.env, "DJANGO_SETTINGS_MODULE": "portal.settings.production", "LOG_LEVEL": "warning"}
    done = subprocess.run(
        [sys.executable, "-m", "portal.bench", *TINY], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    warm = re.findall(
        r"^\| ([a-z ]+) \| [\d.]+ ms \| [\d.]+ ms \| [\d.]+ \| \d+ \| \d+ \| [\d.]+ \|$", done.stdout, re.M
    )
    cold = dict(re.findall(r"^\| ([a-z ]+) \| (\d+) \| [\d.]+ ms \| \d+ \|$", done.stdout, re.M))
    assert {"story", "front", "section", "search", "sitemap"} <= set(warm)
    assert {*warm, "health story", "review", "live blog", "author", "topic"} <= set(cold)
    assert all(int(queries) > 1 for queries in cold.values())
    assert not list(demo_site.data.glob("bench-*"))
