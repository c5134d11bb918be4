"""Stories that live in the section tv."""
