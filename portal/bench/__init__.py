"""The benchmark: what a request costs beside a bare WSGI application that sends the same bytes."""
