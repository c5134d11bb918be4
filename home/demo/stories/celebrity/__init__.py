"""Stories that live in the section celebrity."""
