"""The virtual environment and what is installed in it."""

import shutil
import subprocess
import sys

from portal.bootstrap.console import Trouble, work
from portal.bootstrap.stamps import ROOT, Stamps, fingerprint

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
HEALTHY = "import sys, pip; sys.exit(sys.version_info < (3, 11))"


def prepare_packages(env, log, dev=False):
    """Have a .venv that holds the pinned packages: made if missing or broken, filled if the pins have changed."""
    stamps = Stamps(VENV)
    pins = {"portal-packages": ROOT / "requirements.txt"}
    if dev:
        pins["portal-packages-dev"] = ROOT / "requirements-dev.txt"
    wanted = {name: fingerprint([path]) for name, path in pins.items()}
    if all(stamps.read(name) == value for name, value in wanted.items()) and _runs("-c", "import django"):
        return
    prepare_venv(env, log)
    for name in wanted:
        stamps.drop(name)
    drop_half_installed()
    label = "Installing the Python packages" + (" and the tools for work on the code" if dev else "")
    needed = [argument for path in pins.values() for argument in ("-r", str(path))]
    # The lists are complete: nothing is left to resolve, and older versions of pip stumble over some extras.
    work(label, [str(PYTHON), "-m", "pip", "install", "--no-deps"] + needed, env, log)
    for name, value in wanted.items():
        stamps.set(name, value)


def prepare_venv(env, log):
    """Make .venv, unless a whole one is there. A mark inside tells one whose making was interrupted."""
    unfinished = VENV / "portal-unfinished"
    if not unfinished.exists() and _runs("-c", HEALTHY):
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise Trouble(
            "this Python cannot make virtual environments; Debian, Ubuntu: apt install python3-venv"
        ) from None
    if VENV.exists():
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    unfinished.touch()
    # Started from inside a virtual environment, the Python below it makes the new one.
    python = getattr(sys, "_base_executable", None) or sys.executable
    work("Making the virtual environment", [python, "-m", "venv", str(VENV)], env, log)
    unfinished.unlink()


def drop_half_installed():
    """Forget packages whose installation was cut short, which pip would take for installed.

    pip writes INSTALLER at the end; where it is missing, more may be.
    """
    for information in VENV.glob("lib/python*/site-packages/*.dist-info"):
        if not (information / "INSTALLER").exists():
            shutil.rmtree(str(information))


def _runs(*arguments):
    """Tell whether the environment's Python can be run, and succeeds at this."""
    try:
        code = subprocess.call([str(PYTHON)] + list(arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return code == 0
