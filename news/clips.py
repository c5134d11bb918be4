"""The videos in a story's body, as far as search engines for video want to know of them."""

from news.embeds import recognise_video


def clips_in(raw_body):
    """Return the videos in the raw data of a body: dictionaries of player, title, caption and poster (key or None)."""
    values = (block["value"] for block in raw_body if block["type"] == "embed")
    found = ((value, recognise_video(value.get("url") or "")) for value in values)
    return [
        {
            "player": player,
            "title": value.get("title") or "",
            "caption": value.get("caption") or "",
            "poster": value.get("poster"),
        }
        for value, player in found
        if player
    ]
