"""The faults of the drill: what is done to the site and to what stands behind it, one after the other."""

import contextlib
import os
import signal
import time
from dataclasses import dataclass

from tests.drill.servers import descendants

FAULT = 8.0
# Seconds for which the readers are watched after the fault has ended.
WATCH = 6.0


@dataclass(frozen=True)
class Phase:
    """One fault. ``act`` is called with the scene and returns when the fault is over.

    ``cold`` says what pages that nobody has seen are answered meanwhile: "503"
    where they cannot be made, "200" where they can, "" where it is no matter.
    ``lossless`` means that not one answer may be missing.
    """

    name: str
    act: object
    cold: str = ""
    lossless: bool = False
    ends_the_site: bool = False


def calm(scene):
    """Nothing happens."""
    time.sleep(3)


def stop_postgres(scene):
    scene.postgres.stop()
    time.sleep(FAULT)
    scene.postgres.start()


def freeze_postgres(scene):
    scene.postgres.freeze()
    time.sleep(FAULT)
    scene.postgres.thaw()


def restart_postgres(scene):
    scene.postgres.restart()


def stop_redis(scene):
    scene.redis.stop()
    time.sleep(FAULT)
    scene.redis.start()


def freeze_redis(scene):
    scene.redis.freeze()
    time.sleep(FAULT)
    scene.redis.thaw()


def kill_a_worker_three_times(scene):
    for _time in range(3):
        kill(workers(scene)[:1])
        time.sleep(1)


def kill_all_workers(scene):
    kill(workers(scene))


def reload(scene):
    """Replace every worker by a new one, as after a change of the settings."""
    old = set(workers(scene))
    scene.web.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + 30
    while old & set(workers(scene)) and time.monotonic() < deadline:
        time.sleep(0.1)


def terminate(scene):
    """End the site in good order."""
    scene.web.terminate()
    scene.web.wait(30)


def workers(scene):
    """Return the web server's worker processes."""
    return descendants(scene.web.pid)[1:]


def kill(processes):
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


PHASES = (
    Phase("calm", calm, cold="200", lossless=True),
    Phase("PostgreSQL stopped", stop_postgres, cold="503"),
    Phase("PostgreSQL frozen", freeze_postgres, cold="503"),
    Phase("PostgreSQL restarted", restart_postgres),
    Phase("Redis stopped", stop_redis, cold="200"),
    Phase("Redis frozen", freeze_redis, cold="200"),
    Phase("a worker killed, three times", kill_a_worker_three_times),
    Phase("all workers killed", kill_all_workers),
    Phase("reload", reload, cold="200", lossless=True),
    Phase("terminate", terminate, lossless=True, ends_the_site=True),
)
