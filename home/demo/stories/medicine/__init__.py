"""Stories that live in the section medicine."""
