"""What leaves the newsroom for machines."""
