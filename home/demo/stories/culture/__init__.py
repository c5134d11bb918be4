"""Stories that live in the section culture."""
