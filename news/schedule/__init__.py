"""Schedules: what goes out and comes off by itself, at the minute that was meant."""
