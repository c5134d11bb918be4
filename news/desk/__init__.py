"""The newsroom's admin."""
