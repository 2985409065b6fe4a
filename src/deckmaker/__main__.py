"""Where the program starts: ``deckmaker`` and ``python -m deckmaker``."""

from __future__ import annotations

import gc
import os
import sys

_YOUNG = 500_000
"""Objects after which Python looks for rubbish. A build makes many that all stay: looking at each 700, its usual
number, takes a fifth of the time and finds nothing."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        run()
    except SystemExit as end:
        _end_at_once(end.code)
        raise


def run() -> None:
    """Run the command line. Raises ``SystemExit`` with its exit code."""
    gc.set_threshold(_YOUNG, 20, 50)  # before anything else is imported
    from deckmaker.cli.program import deckmaker

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    deckmaker(prog_name="deckmaker")


def _end_at_once(code: str | int | None) -> None:
    """Ends the process without taking every object apart first, which is a tenth of a short build.

    Does nothing where something still waits for the end: other threads, a profiler or debugger, a stream that is shut.
    """
    is_watched = sys.getprofile() is not None or sys.gettrace() is not None or sys.flags.interactive
    if is_watched or isinstance(code, str) or len(sys._current_frames()) > 1:
        return
    import atexit

    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code or 0)


if __name__ == "__main__":
    main()
