"""``make bench``: measures the site in the data directory, and prints two tables in Markdown."""

import argparse
import json
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from portal.bench.load import Reader, drive
from portal.bench.servers import Server
from portal.bootstrap.console import say, watch_signals

WARM = {
    # Of the usual length: the median of the demo's own stories has 379 words, this one 415 and a picture.
    "story": "/entertainment/music/fenmoor-festival-caps-tickets/",
    "front": "/",
    "section": "/entertainment/",
    "search": "/search/?q=film",
    "feed": "/feed/",
    "sitemap": "/sitemap.xml",
}
COLD = {
    **WARM,
    "longest story": "/entertainment/film/three-hour-drama-interval/",
    "section with bands": "/entertainment/film/",
    "health story": "/health/mind/sleep-regularity/",
    "review": "/reviews/salt-hour-review/",
    "live blog": "/entertainment/lantern-awards-live/",
    "author": "/authors/marguerite-oyelaran/",
    "topic": "/topics/lantern-awards/",
}
HOP_BY_HOP = {"connection", "date", "server", "content-length", "age"}


def main():
    """Measure, and print what was found."""
    options = _options()
    watch_signals()
    data = Path(os.environ["DATA_DIR"])
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory(prefix="bench-", dir=data)))

        def serve(application, **more):
            server = Server(application, {**os.environ, **more})
            end.callback(server.stop)
            return server.wait()

        portal = serve("portal.wsgi")
        pages = _take_answers(portal, folder)
        hello = serve("portal.bench.hello:application", BENCH_ANSWERS=str(folder))
        warm = _measure_warm(portal, hello, pages, options)
        portal.stop()
        cold = _measure_cold(serve("portal.bench.cold:application"), options)
    _print_warm(warm)
    _print_cold(cold, median(cost for _name, rounds in warm for cost, _speed in rounds["hello"]))


def _options():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="alternating rounds for each page")
    parser.add_argument("--seconds", type=float, default=1.5, help="length of a round")
    parser.add_argument("--connections", type=int, default=4, help="readers at the same time")
    parser.add_argument("--cold", type=int, default=40, help="cold renders of each page")
    return parser.parse_args()


# --- Warm ---------------------------------------------------------------------


def _take_answers(portal, folder):
    """Write the portal's warm answers down for the yardstick. Returns the pages that there are."""
    reader, index, pages = Reader(portal.port), [], {}
    for name, address in WARM.items():
        reader.ask(address)
        status, headers, body = reader.ask(address)
        if " 200 " not in f"{status} ":
            say(f"  {name}: {address} answers {status}; left out")
            continue
        kept = [(key, value) for key, value in headers if key.lower() not in HOP_BY_HOP]
        kept += [("Content-Length", str(len(body))), ("Age", "0")]
        path, _, query = address.partition("?")
        (folder / str(len(index))).write_bytes(body)
        index.append((f"{path}?{query}", kept))
        pages[name] = address
    reader.close()
    (folder / "index.json").write_text(json.dumps(index))
    return pages


def _measure_warm(portal, hello, pages, options):
    """Return pairs of page and rounds: for each server, pairs of CPU seconds a request and requests a second."""
    found = []
    for name, address in pages.items():
        say(f"  {name}, warm: {options.rounds} rounds of {options.seconds:g} s beside the yardstick")
        rounds = {"hello": [], "portal": []}
        for server in (hello, portal):
            drive(server.port, address, seconds=options.seconds / 5, connections=options.connections)
        for _ in range(options.rounds):
            for label, server in (("hello", hello), ("portal", portal)):
                rounds[label].append(_round(server, address, options))
        found.append((name, rounds))
    return found


def _round(server, address, options):
    before = server.cpu()
    count, took = drive(server.port, address, seconds=options.seconds, connections=options.connections)
    return (server.cpu() - before) / count, count / took


def _print_warm(found):
    say()
    say("| warm page | CPU a request | yardstick | ratio | requests a second | yardstick | ratio |")
    say("|---|---|---|---|---|---|---|")
    for name, rounds in found:
        (cost, speed), (least, most) = (
            [median(column) for column in zip(*rounds[label], strict=True)] for label in ("portal", "hello")
        )
        say(
            f"| {name} | {cost * 1000:.2f} ms | {least * 1000:.2f} ms | {cost / least:.2f} "
            f"| {speed:.0f} | {most:.0f} | {speed / most:.2f} |"
        )


# --- Cold ---------------------------------------------------------------------


def _measure_cold(server, options):
    """Return rows (page, CPU seconds a render, queries); pages that are not there are left out."""
    reader, rows = Reader(server.port), []
    for name, address in COLD.items():
        say(f"  {name}, cold: {options.cold} renders")
        for _ in range(2):
            status, _headers, _body = reader.ask(address)
        if " 200 " not in f"{status} ":
            continue
        costs = []
        for _ in range(options.cold):
            before = server.cpu()
            _status, headers, _body = reader.ask(address)
            costs.append(server.cpu() - before)
        rows.append((name, median(costs), next(value for key, value in headers if key == "X-Queries")))
    reader.close()
    return rows


def _print_cold(rows, yardstick):
    say()
    say("| cold page | queries | CPU a render | times the yardstick |")
    say("|---|---|---|---|")
    for name, cost, queries in rows:
        say(f"| {name} | {queries} | {cost * 1000:.1f} ms | {cost / yardstick:.0f} |")


if __name__ == "__main__":
    main()
