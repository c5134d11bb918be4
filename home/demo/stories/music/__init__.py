"""Stories that live in the section music."""
