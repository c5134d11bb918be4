"""Every rule of the newsroom, in the order in which the desk reads them."""

from news.standards import attribution, commercial, health, links, originality, pictures, reviews, timing, writing
from news.standards.findings import Level

FAMILIES = (attribution, pictures, commercial, health, reviews, timing, writing, links, originality)
RULES = tuple(rule for family in FAMILIES for rule in family.RULES)
BLOCKERS = tuple(rule for rule in RULES if rule.level == Level.BLOCKER)
WARNINGS = tuple(rule for rule in RULES if rule.level == Level.WARNING)


def as_markdown():
    """Return the rules as the page of the editors' handbook that lists them."""
    parts = []
    for title, rules in (("What keeps a story back", BLOCKERS), ("What the desk is warned of", WARNINGS)):
        rows = "\n".join(f"| `{rule.code}` | {rule.asks} | {rule.why} |" for rule in rules)
        parts.append(f"### {title}\n\n| Rule | What it asks | Why |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)
