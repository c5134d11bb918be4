"""Backups: the database by its own tools and all media, in one archive that says of each part what it must be."""
