"""How gunicorn serves the portal; read by itself when started in this directory.

Threads, so that a handful of slow pages cannot hold the site, and a thread only
for a request that is there (`portal.worker`), so that slow clients cannot
either. The application is loaded before the workers fork, so that one that dies
is back within milliseconds. Each figure can be set from the environment.
"""

import gc
import os
from pathlib import Path

_host = os.environ.get("HOST") or "127.0.0.1"
_shared_memory = Path("/dev/shm")

bind = f"{f'[{_host}]' if ':' in _host else _host}:{os.environ.get('PORT') or 8000}"
worker_class = "portal.worker.Worker"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = int(os.environ.get("WEB_THREADS") or 48)
preload_app = True
timeout = int(os.environ.get("WEB_TIMEOUT") or 30)
graceful_timeout = 20
keepalive = 5
max_requests = 100_000
max_requests_jitter = 10_000
control_socket_disable = True
logger_class = "portal.server_log.ServerLogger"
accesslog = os.environ.get("ACCESS_LOG") or None
# No query and no referrer: signed links and what readers search for are nobody's business.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(b)s "%(a)s" %({x-request-id}o)s'
loglevel = (os.environ.get("LOG_LEVEL") or "info").lower()

# The workers' heartbeat file belongs in memory: on a slow disk a healthy worker would look dead.
if os.access(_shared_memory, os.W_OK):
    worker_tmp_dir = str(_shared_memory)

if os.environ.get("LOG_FORMAT") == "json":
    logconfig_dict = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "portal.logs.JsonFormatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": loglevel.upper()},
        "loggers": {
            "gunicorn.error": {"handlers": ["console"], "level": loglevel.upper(), "propagate": False},
            "gunicorn.access": {"handlers": ["console"], "level": loglevel.upper(), "propagate": False},
        },
    }


def when_ready(server):
    """Keep what is loaded before the fork out of all garbage collection: it stays, and goes on being shared memory."""
    gc.collect()
    gc.freeze()


def post_fork(server, worker):
    """Collect garbage by the page rather than by the block: Python's own 700 objects come together dozens of times
    in one rendering, and nearly all of them are still in use then."""
    gc.set_threshold(10_000, 20, 50)
