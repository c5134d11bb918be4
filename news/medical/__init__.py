"""Medical review: signatures, links by which to sign, and what is due."""
