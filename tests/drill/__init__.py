"""The fault drill: a site under a steady stream of readers, while what stands behind it is taken away.

``make drill`` runs it. ``servers`` are a PostgreSQL and a Redis of its own,
``readers`` the stream of requests, ``phases`` the faults, ``verdicts`` what must
hold in each of them, ``__main__`` puts them together and prints the table.
"""
