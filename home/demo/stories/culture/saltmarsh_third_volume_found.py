"""Demo story: Lost third volume of the ‘Saltmarsh’ novels found in a hatbox, says library"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="saltmarsh-third-volume-found",
    section="culture",
    state="retired",
    retired_reason=(
        "The library withdrew its announcement after the typescript was shown to be a later imitation. A new "
        "report will replace this one."
    ),
    headline="Lost third volume of the ‘Saltmarsh’ novels found in a hatbox, says library",
    standfirst=(
        "A cleaner came upon 318 pages tied with kitchen string. Scholars have waited since 1957 to learn who "
        "opened the sluice."
    ),
    by=("tobias-lindqvist-hale",),
    hours_ago=738,
    topics=("books", "museums", "port-aldous"),
    related=("library-of-unfinished-novels",),
    body=[
        (
            "paragraph",
            "<p>A hatbox cleared from an attic in Fenmoor contains the missing third volume of Leonora Tarn’s "
            "<cite>Saltmarsh</cite> novels, according to the borough library, which took charge of it last week. "
            "Tarn died in 1957 having told her publisher that the book was done, and that he could look for "
            "it.</p>"
            "<p>He looked for 22 years. The second volume, <cite>Neap</cite>, ends with a hand on a sluice gate "
            "in the dark, and readers have since proposed nine owners for the hand, including, in one doctoral "
            "thesis, the eel-catcher’s horse.</p>",
        ),
        (
            "paragraph",
            "<p>The typescript runs to 318 pages under the title <cite>Spring Tide</cite>. Winifred Acheampong, "
            "keeper of manuscripts, said that the paper, the typewriter’s crooked “g” and the spelling mistakes "
            "were all consistent with Tarn’s late drafts. She has read as far as page 40 and declined to be "
            "drawn.</p>"
            "<p>The hatbox was found by Morwenna Pask, a cleaner, who had been about to use the string. A reading "
            "copy will be made once the pages have dried out, and the hatbox will go on show at the Port Aldous "
            "Municipal Gallery. The horse, Acheampong would say, does appear.</p>",
        ),
    ],
)
