"""Where the program starts: ``deckmaker`` and ``python -m deckmaker``."""

from __future__ import annotations

import gc
import sys

from deckmaker.cli.program import deckmaker

_YOUNG = 50_000
"""Objects after which Python looks for rubbish. A build makes many that all stay: looking at each 700, its usual
number, takes a fifth of the time and finds nothing."""


def main() -> None:
    """Run the command line and end with its exit code."""
    gc.set_threshold(_YOUNG, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    deckmaker(prog_name="deckmaker")


if __name__ == "__main__":
    main()
