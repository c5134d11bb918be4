"""Links that lead out of stories: which there are, and which of them lead nowhere any more."""
