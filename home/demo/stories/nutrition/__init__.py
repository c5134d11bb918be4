"""Stories that live in the section nutrition."""
