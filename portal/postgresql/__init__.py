"""Django's PostgreSQL backend for a public site: it gives up in time, and asks a dead server only now and then."""
