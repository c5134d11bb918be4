"""The screen on which live coverage is written: one box, one button, and what colleagues have just published."""
