"""Answers that Django has no exception for."""


class Gone(Exception):
    """The page was here and is not coming back: answer 410, or 451 for legal reasons.

    ``reason`` is a sentence for readers; ``heading`` stands above it where the page is no
    story that was taken down; ``legal`` asks for 451; ``onward`` are pairs of
    title and address of pages to go to instead.
    """

    def __init__(self, reason="", *, heading="", legal=False, onward=()):
        super().__init__(reason)
        self.reason = reason
        self.heading = heading
        self.onward = onward
        self.status = 451 if legal else 410
