"""Stories that live in the section entertainment."""
