"""Where the program starts: ``deckmaker`` and ``python -m deckmaker``."""

from __future__ import annotations

import sys

from deckmaker.cli.program import deckmaker


def main() -> None:
    """Run the command line and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    deckmaker(prog_name="deckmaker")


if __name__ == "__main__":
    main()
