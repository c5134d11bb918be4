"""Stories that live in the section reviews."""
