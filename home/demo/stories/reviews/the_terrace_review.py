"""Demo story: ‘The Terrace’: twelve households, one wall and a very long summer"""

from home.demo.spec import DemoStory

STORY = DemoStory(
    slug="the-terrace-review",
    section="reviews",
    kicker="Film review",
    kind="review",
    headline="‘The Terrace’: twelve households, one wall and a very long summer",
    standfirst=(
        "A neighbourhood comedy with a sharp ear and soft hands, which cannot bear to dislike anyone for long."
    ),
    by=("ines-farrow",),
    hours_ago=367.5,
    lead="table",
    lead_alt="A shared meal from above on a green checked cloth: salad, soup, drinks and a bowl of berries.",
    lead_caption="The street party takes up a third of the film and most of its budget.",
    poster="p-town",
    topics=("port-aldous", "cinemas"),
    body=[
        (
            "paragraph",
            (
                "<p>A garden wall falls down in the opening shot, quite slowly, like somebody sitting. It turns "
                "out to belong to nobody. The deeds of twelve houses in Port Aldous each give it to the people "
                "next door, and from this small, correct observation Oluchi Fenwick-Dale has made a first film of "
                "real charm and uncertain nerve.</p>"
                "<p>The dialogue is the joy. Fenwick-Dale was a conveyancing clerk, and she has the idiom cold: "
                "“I’m not saying it’s your ivy, I’m saying it has your attitude.” Gwenda Sorley, as the widow who "
                "has been quietly moving her fence by an inch a year since 1988, could play the part in a "
                "courtroom and be acquitted.</p>"
            ),
        ),
        (
            "paragraph",
            (
                "<p>So it’s a pity that the film loses its appetite for trouble. Every quarrel is mended within "
                "two scenes, generally over food. By the time of the street party, which goes on for thirty-four "
                "minutes and features three songs, I was longing for someone to be unforgivable about a drain.</p>"
                "<p>The town comes out of it well. Cinematographer Hal Quist shoots the back gardens from "
                "bedroom windows, "
                "so that every scene looks overheard, and the harbour is kept for one cut, at the end, "
                "like a bill.</p>"
                "<p>One exchange hints at a harder picture. A boy asks what the wall was for. His grandmother "
                "thinks about it. “So we’d know when they’d come out,” she says, and goes in.</p>"
            ),
        ),
        (
            "verdict",
            {
                "summary": "Funny, generous and a little frightened of its own subject.",
                "rating": "3",
                "scale": 5,
                "works": ["The best conveyancing jokes in cinema", "Gwenda Sorley’s fence"],
                "fails": ["A party that outstays its welcome", "No quarrel lasts"],
                "title": {
                    "type": "movie",
                    "name": "The Terrace",
                    "year": 2026,
                    "creator_label": "Director",
                    "creators": "Oluchi Fenwick-Dale",
                    "cast": "Gwenda Sorley, Callum Iredale, Bea Nwosu-Park",
                    "details": [
                        {"term": "Runtime", "description": "1 hr 52 min"},
                        {"term": "In cinemas", "description": "Now"},
                    ],
                },
                "disclosure": "none",
                "disclosure_text": "",
            },
        ),
    ],
)
