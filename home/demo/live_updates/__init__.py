"""The updates of the demo's live blog, in the order in which its story lists them."""
