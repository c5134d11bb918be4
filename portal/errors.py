"""Answers that Django has no exception for."""


class Gone(Exception):
    """The page was here and is not coming back: answer 410, or 451 for legal reasons.

    ``reason`` is a sentence for readers; ``legal`` asks for 451; ``onward`` are
    pairs of title and address of pages to go to instead.
    """

    def __init__(self, reason="", *, legal=False, onward=()):
        super().__init__(reason)
        self.reason = reason
        self.onward = onward
        self.status = 451 if legal else 410
