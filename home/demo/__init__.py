"""The demo newsroom: the text and people of a fictional publication, as code."""
