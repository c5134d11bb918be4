"""What must hold while something is broken, and whether it did."""

from dataclasses import dataclass

WARM_SHARE = 0.99
WARM_P95 = 1.0
RECOVERY = 5.0
COLD_LIMIT = 2.0
BUSY_SHARE = 0.2
# What is asked in the very moment of a fault may have been rendered before it, or after it.
EDGE = 0.5
REFUSED = "ConnectionRefusedError"


@dataclass(frozen=True)
class Result:
    """One row of the table; ``faults`` are the lines that say what did not hold."""

    name: str
    warm: int
    warm_share: float
    warm_p95: float
    cold: dict
    cold_slowest: float
    recovery: float
    lost: int
    faults: tuple


def judge(phase, answers, began, ended, tolerance=1.0):
    """Return the `Result` of a phase whose fault lasted from ``began`` to ``ended``.

    ``answers`` are those to what was asked in the phase. ``tolerance`` above 1 is
    for a machine that is busy with other things: it stretches the limits of time,
    and a few cold pages may come too late to be made where all of them should be.
    """
    if phase.ends_the_site:
        # Whoever finds the door closed has lost nothing: a balancer asks the next machine.
        answers = [answer for answer in answers if answer.error != REFUSED]
    warm = [answer for answer in answers if answer.warm]
    good = [answer for answer in warm if answer.status == 200]
    during = [a for a in answers if not a.warm and a.asked >= began + EDGE and a.ended <= ended]
    share = len(good) / len(warm) if warm else 1.0
    p95 = percentile([answer.seconds for answer in warm], 0.95)
    slowest = max((answer.seconds for answer in during), default=0.0)
    recovery = max((answer.ended - ended for answer in answers if answer.status != 200), default=0.0)
    recovery = 0.0 if phase.ends_the_site else max(0.0, recovery)
    lost = sum(answer.status == 0 for answer in answers)

    faults = []
    if share < WARM_SHARE:
        faults.append(f"only {share:.1%} of the warm pages came")
    if p95 > WARM_P95 * tolerance:
        faults.append(f"one warm page in twenty took {p95:.2f} s or more")
    if recovery > RECOVERY * tolerance:
        faults.append(f"it took {recovery:.1f} s to recover")
    odd = sum(answer.status != int(phase.cold) for answer in during) if phase.cold else 0
    too_busy = counted(during).get(503, 0) if phase.cold == "200" else 0
    if odd > min(too_busy, (tolerance - 1) * BUSY_SHARE * len(during)):
        faults.append(f"cold pages were answered {counted(during)}, not {phase.cold}")
    if phase.cold == "503" and any(answer.status == 503 and not answer.retry_after for answer in during):
        faults.append("a 503 did not say when to come back")
    if phase.cold == "503" and slowest > COLD_LIMIT * tolerance:
        faults.append(f"a cold page took {slowest:.2f} s")
    if phase.lossless and lost:
        errors = sorted({answer.error for answer in answers if answer.error})
        faults.append(f"{lost} answers were lost ({', '.join(errors)})")
    return Result(phase.name, len(warm), share, p95, counted(during), slowest, recovery, lost, tuple(faults))


def counted(answers):
    """Return how many answers had which status, as a dict."""
    return {status: sum(a.status == status for a in answers) for status in sorted({a.status for a in answers})}


def percentile(values, share):
    """Return the value below which that share of the values lies; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def table(results):
    """Return the results as a table for people."""
    head = ("phase", "warm", "200", "p95", "cold meanwhile", "slowest", "recovery", "lost", "verdict")
    rows = [
        (
            result.name,
            str(result.warm),
            f"{result.warm_share:.1%}",
            f"{result.warm_p95 * 1000:.0f} ms",
            ", ".join(f"{number}×{status or 'none'}" for status, number in result.cold.items()) or "–",
            f"{result.cold_slowest:.2f} s",
            f"{result.recovery:.1f} s",
            str(result.lost),
            "; ".join(result.faults) or "ok",
        )
        for result in results
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (head, *rows)
    )
