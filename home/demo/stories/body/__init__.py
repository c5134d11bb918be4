"""Stories that live in the section body."""
