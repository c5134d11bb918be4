"""make lighthouse: judge the running demo as a middling phone meets it, with medians of three runs.

``python -m tests.browser.lighthouse [--site URL] [--out DIRECTORY] [--only NAME ...] [--runs N]``
"""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from tests.browser.screenshots import PAGES
from tests.conftest import CHROMIUM

from .figures import CATEGORIES, Outcome, heading, slowdown

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
PROGRAM = MODULES / "lighthouse/cli/index.js"
NAMES = ("front", "section", "story", "health-story", "review", "live-blog", "author", "search")
OLDEST_NODE = (18, 20)
ATTEMPTS = 3
CHROMIUM_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
NODE_ADVICE = "Debian has it: apt install nodejs npm"


class Trouble(Exception):
    """What a person can put right, in one line."""


def install():
    """Install Lighthouse as its lock file says, unless that very version is there."""
    wanted = (HERE / "package-lock.json").read_bytes()
    stamp = MODULES / "installed-lock.json"
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return
    print("Installing Lighthouse", flush=True)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(HERE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"npm could not install Lighthouse:\n{done.stderr.strip()}")
    stamp.write_bytes(wanted)


def check_tools(site):
    """Raise Trouble unless everything is there that a run needs."""
    for tool in ("node", "npm"):
        if not shutil.which(tool):
            raise Trouble(f"Lighthouse needs Node.js with npm, and there is no {tool} here. {NODE_ADVICE}")
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if tuple(int(part) for part in said.lstrip("v").split(".")[:2]) < OLDEST_NODE:
        raise Trouble(f"Lighthouse needs Node.js {'.'.join(map(str, OLDEST_NODE))} or newer; this is {said}.")
    if not CHROMIUM:
        raise Trouble("No Chromium here: install it, or name it in CHROMIUM.")
    try:
        urllib.request.urlopen(f"{site}/livez", timeout=20).close()
    except OSError as error:
        raise Trouble(f"{site} does not answer ({error}). Start it with: make run") from error


def judge(address, path, *options):
    """Run Lighthouse on one address, keep its report at ``path``, and return it.

    Now and then Chromium drops the beginning of its own trace; Lighthouse then asks to be run again.
    """
    for _ in range(ATTEMPTS - 1):
        with contextlib.suppress(Trouble):
            return run(address, path, *options)
    return run(address, path, *options)


def run(address, path, *options):
    """Run Lighthouse once. Raises Trouble where it does not come to a judgement."""
    command = [
        "node", str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={path}",
        f"--chrome-flags={CHROMIUM_FLAGS}", f"--only-categories={','.join(CATEGORIES)}", *options,
    ]  # fmt: skip
    env = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if done.returncode:
        raise Trouble(f"Lighthouse failed on {address}:\n{done.stderr.strip()}")
    report = json.loads(path.read_text())
    if report.get("runtimeError"):
        raise Trouble(f"Lighthouse could not judge {address}: {report['runtimeError']['message']}")
    return report


def measure(site, out, names, runs):
    """Judge the pages; print the table; return what is short of its target, by page."""
    # The first visit cuts pictures and fills caches; its report gives the speed of this machine.
    first = [judge(site + PAGES[name], out / f"{name}-first.json") for name in names]
    index = median(report["environment"]["benchmarkIndex"] for report in first)
    try:
        factor = slowdown(index)
    except ValueError as error:
        raise Trouble(f"This machine is too slow to stand for a phone: {error}.") from error
    print(f"Lighthouse {first[0]['lighthouseVersion']}, benchmark index {index:.0f}, processor slowed {factor:g} times")
    print(heading(), flush=True)
    short = {}
    for name in names:
        reports = [
            judge(site + PAGES[name], out / f"{name}-{number}.json", f"--throttling.cpuSlowdownMultiplier={factor}")
            for number in range(1, runs + 1)
        ]
        outcome = Outcome.of(name, reports)
        print(outcome.row(), flush=True)
        if outcome.shortfalls():
            short[name] = outcome
    return short


def main():
    """Judge the pages; end with 1 if one is short of a target, or nothing can be judged."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", default="http://127.0.0.1:8000", help="the running site")
    parser.add_argument("--out", default="var/lighthouse", type=Path, help="where the reports go")
    parser.add_argument("--only", nargs="+", choices=PAGES, default=NAMES, help="some types of pages")
    parser.add_argument("--runs", type=int, default=3, help="runs of each page")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    try:
        check_tools(arguments.site)
        install()
        short = measure(arguments.site, arguments.out, arguments.only, arguments.runs)
    except Trouble as trouble:
        sys.exit(str(trouble))
    for name, outcome in short.items():
        audits = "".join(f"; {category}: {audit}" for category, audit in sorted(outcome.failed))
        print(f"{name} is short of its target: {', '.join(outcome.shortfalls())}{audits}")
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
