"""What readers tell the desk about a story."""
