"""What the journeys of an editor cost: clicks, counted in the browser itself, and what the handbook says of them."""

CLICKS = {
    "A breaking story, from the dashboard": 9,
    "Schedule a story": 3,
    "Submit a story": 2,
    "Approve it": 3,
    "Send it back with a reason": 4,
    "Correct a public story": 5,
    "Publish an update of live coverage, from the dashboard": 1,
    "Swap the lead of a front": 3,
    "Sign a medical review": 3,
    "Cut a picture anew": 4,
    "Merge a topic into another": 6,
    "Change an address": 3,
    "Save beside a colleague's newer version": 3,
    "Find a story by a word of its text": 2,
    "Find a story by its address": 1,
}
"""How many clicks each journey takes. Typing, and keys such as Tab and Enter, are none."""

COUNT = """
    addEventListener("pointerdown", () => {
        sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0);
    }, true);
"""


def count_clicks(page):
    """Count from the next page on that is loaded in this tab."""
    page.context.add_init_script(COUNT)


def clicks(page):
    """Return how often somebody clicked in this tab since this was last asked."""
    return int(page.evaluate("[sessionStorage.clicks || 0, sessionStorage.removeItem('clicks')][0]"))
