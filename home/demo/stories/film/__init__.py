"""Stories that live in the section film."""
