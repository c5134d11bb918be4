"""What Lighthouse's reports say: the slowdown of the processor, medians, and what is short of its target."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Practices",
    "seo": "SEO",
}
# The metrics with a target: audit, heading, the most it may be (milliseconds, or the score of the shift).
METRICS = {
    "largest-contentful-paint": ("LCP", 1400),
    "total-blocking-time": ("TBT", 50),
    "cumulative-layout-shift": ("CLS", 0),
}
# Search results ask not to be indexed, which Lighthouse counts against them.
FORGIVEN = {"search": {"seo": {"is-crawlable"}}}
# Lighthouse's docs/throttling.md: benchmark index of a machine, and how much slower its target phone is.
SLOWDOWNS = ((150, 1), (800, 2), (1300, 3), (2000, 6))
SLOWEST = 10


def slowdown(benchmark_index):
    """Return how many times the processor is to be slowed down to stand for a middling phone.

    Follows the curve that Lighthouse's documentation points to, and its last leg
    up to ten times. Raises ValueError for a machine that is slower than the phone.
    """
    if benchmark_index < SLOWDOWNS[0][0]:
        raise ValueError(f"a benchmark index of {benchmark_index:.0f} is below that of the phone itself")
    for (low, least), (high, most) in pairwise(SLOWDOWNS):
        if benchmark_index <= high or (high, most) == SLOWDOWNS[-1]:
            found = least + (benchmark_index - low) * (most - least) / (high - low)
            return round(min(found, SLOWEST), 1)
    raise AssertionError("the curve has no last leg")


@dataclass
class Outcome:
    """The medians of one page's runs."""

    name: str
    scores: dict
    metrics: dict
    failed: set

    @classmethod
    def of(cls, name, reports):
        """Sum up the reports of one page."""
        scores = {
            category: round(100 * median(report["categories"][category]["score"] for report in reports))
            for category in CATEGORIES
        }
        metrics = {audit: median(report["audits"][audit]["numericValue"] for report in reports) for audit in METRICS}
        failed = set.union(*(_failed(name, report) for report in reports))
        return cls(name, scores, metrics, failed)

    def shortfalls(self):
        """Return what is short of its target, one phrase each."""
        found = [
            f"{CATEGORIES[category]} {score}"
            for category, score in self.scores.items()
            if score < 100 and (category not in FORGIVEN.get(self.name, {}) or self._audits_of(category))
        ]
        for audit, (heading, most) in METRICS.items():
            if round(self.metrics[audit], 3) > most:
                found.append(f"{heading} {shown(audit, self.metrics[audit])}")
        return found

    def _audits_of(self, category):
        return {audit for failed_category, audit in self.failed if failed_category == category}

    def row(self):
        """Return the page's row of the table, in Markdown."""
        cells = [self.name, *map(str, self.scores.values())]
        cells += [shown(audit, value) for audit, value in self.metrics.items()]
        return f"| {' | '.join(cells)} |"


def heading():
    """Return the head of the table, in Markdown."""
    names = ["page", *CATEGORIES.values(), *(name for name, _ in METRICS.values())]
    return f"| {' | '.join(names)} |\n|{'---|' * len(names)}"


def shown(audit, value):
    """Return a metric as people read it: seconds, milliseconds, or the bare score."""
    if audit == "cumulative-layout-shift":
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return f"{value / 1000:.2f} s" if audit == "largest-contentful-paint" else f"{value:.0f} ms"


def _failed(name, report):
    """Return (category, audit) of what counts towards a score and was not passed in full."""
    found = set()
    for category in CATEGORIES:
        for reference in report["categories"][category]["auditRefs"]:
            score = report["audits"][reference["id"]]["score"]
            if reference["weight"] and score is not None and score < 1 and category != "performance":
                found.add((category, reference["id"]))
    return {(category, audit) for category, audit in found if audit not in FORGIVEN.get(name, {}).get(category, ())}
