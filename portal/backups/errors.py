"""What a backup or a restore has to tell people."""


class BackupError(Exception):
    """Nothing was made, or nothing was touched. The message says why, and what to do."""
