"""How a public page is remembered in front of Django, and forgotten when what it shows changes.

``tags`` says what a page shows, ``log`` what has changed since, ``store`` keeps
pages, ``wsgi`` serves them, ``middleware`` tells which answers may be kept,
``rooms`` keeps the slow ones from the threads of the others, and ``cdn`` has
caches further out forget what has changed.
"""
