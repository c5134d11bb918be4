"""What keeps the portal, its staff and its readers safe from what comes in and goes out."""
