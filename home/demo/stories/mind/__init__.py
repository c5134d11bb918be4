"""Stories that live in the section mind."""
