"""Moving out: everything that the portal holds, in forms that other systems and this one can read."""
