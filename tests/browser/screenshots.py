"""make screenshots: picture every type of page of the running demo, in three widths and both schemes.

``python -m tests.browser.screenshots [--site URL] [--out DIRECTORY] [--only NAME]``
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.conftest import CHROMIUM

WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")
TALLEST = 12_000
# What is drawn late has another height than was estimated: the window follows it.
PASSES = 2
SETTLING = 300
PAGES = {
    "front": "/",
    "section": "/entertainment/",
    "sub-section": "/health/mind/",
    "story": "/entertainment/film/three-hour-drama-interval/",
    "health-story": "/health/mind/sleep-regularity/",
    "review": "/reviews/salt-hour-review/",
    "live-blog": "/entertainment/lantern-awards-live/",
    "author": "/authors/marguerite-oyelaran/",
    "authors": "/authors/",
    "topic": "/topics/lantern-awards/",
    "topics": "/topics/",
    "search": "/search/?q=bell",
    "search-empty": "/search/?q=xylophonist",
    "corrections": "/corrections/",
    "policy": "/medical-review/",
    "contact": "/contact/",
    "not-found": "/no-such-page/",
}


def picture(page, address, path):
    """Save a picture of one page, in a window as tall as the page: what is far below is drawn only when it is seen."""
    page.goto(address, wait_until="networkidle")
    window = dict(page.viewport_size)
    for _ in range(PASSES):
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.set_viewport_size({**window, "height": height})
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(SETTLING)
    height = min(page.evaluate("document.body.getBoundingClientRect().bottom"), height)
    page.screenshot(path=path, clip={"x": 0, "y": 0, "width": window["width"], "height": height})
    page.set_viewport_size(window)


def main():
    """Take every picture; end with 1 if the site does not answer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", default="http://127.0.0.1:8000", help="the running site")
    parser.add_argument("--out", default="var/screenshots", type=Path, help="where the pictures go")
    parser.add_argument("--only", choices=PAGES, help="one type of page")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if not CHROMIUM:
        sys.exit("No Chromium here: install it, or name it in CHROMIUM.")
    chosen = {arguments.only: PAGES[arguments.only]} if arguments.only else PAGES
    total, done = len(chosen) * len(WIDTHS) * len(SCHEMES), 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for scheme in SCHEMES:
            for width in WIDTHS:
                context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
                page = context.new_page()
                for name, path in chosen.items():
                    try:
                        picture(page, arguments.site + path, arguments.out / f"{name}-{width}-{scheme}.png")
                    except Error as error:
                        sys.exit(f"{arguments.site}{path} could not be pictured: {error.message.splitlines()[0]}")
                    done += 1
                    print(f"\r{done} of {total} pictures", end="", flush=True)
                context.close()
        browser.close()
    print(f"\n{arguments.out}")


if __name__ == "__main__":
    main()
