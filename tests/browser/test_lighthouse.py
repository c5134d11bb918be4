"""Judging by Lighthouse: what its reports are summed up to, and what is said where it cannot run."""

import os
import subprocess
import sys

import pytest

from tests.portal.conftest import ROOT

from .lighthouse.figures import Outcome, slowdown

PASSED = {"score": 1}


def report(scores=None, audits=None, **metrics):
    """Return a report with everything passed but what is given."""
    found = {"largest-contentful-paint": 1200, "total-blocking-time": 10, "cumulative-layout-shift": 0} | metrics
    shown = {audit: {"numericValue": value, "score": 1} for audit, value in found.items()}
    shown |= {audit: {"score": score} for audit, score in (audits or {}).items()}
    parts = dict.fromkeys(("performance", "accessibility", "best-practices", "seo"), 1) | (scores or {})
    references = [{"id": audit, "weight": 1} for audit in audits or {}]
    return {
        "categories": {name: {"score": score, "auditRefs": references} for name, score in parts.items()},
        "audits": shown,
    }


@pytest.mark.parametrize(
    ("benchmark_index", "expected"), [(150, 1), (800, 2), (1300, 3), (2000, 6), (2233, 7), (5000, 10)]
)
def test_a_faster_machine_is_slowed_down_more(benchmark_index, expected):
    assert slowdown(benchmark_index) == expected


def test_a_machine_slower_than_the_phone_cannot_stand_for_it():
    with pytest.raises(ValueError, match="below that of the phone"):
        slowdown(120)


def test_a_page_is_judged_by_its_medians():
    runs = [report({"performance": score}) for score in (0.91, 1, 1)]
    runs[0]["audits"]["total-blocking-time"]["numericValue"] = 400
    outcome = Outcome.of("front", runs)
    assert outcome.row() == "| front | 100 | 100 | 100 | 100 | 1.20 s | 10 ms | 0 |"
    assert outcome.shortfalls() == []


def test_what_is_short_of_its_target_is_named():
    slow = report({"performance": 0.97}, **{"largest-contentful-paint": 1460, "cumulative-layout-shift": 0.004})
    assert Outcome.of("story", [slow]).shortfalls() == ["Performance 97", "LCP 1.46 s", "CLS 0.004"]


def test_only_search_results_may_ask_not_to_be_indexed():
    hidden = report({"seo": 0.69}, {"is-crawlable": 0})
    assert Outcome.of("search", [hidden]).shortfalls() == []
    assert Outcome.of("front", [hidden]).shortfalls() == ["SEO 69"]


def test_search_results_are_forgiven_nothing_else():
    nameless = report({"seo": 0.6}, {"is-crawlable": 0, "document-title": 0})
    assert Outcome.of("search", [nameless]).shortfalls() == ["SEO 60"]


def test_without_node_it_says_what_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.lighthouse", "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip() == (
        "Lighthouse needs Node.js with npm, and there is no node here. Debian has it: apt install nodejs npm"
    )
