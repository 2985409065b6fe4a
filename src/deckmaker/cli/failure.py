"""What to say when a command fails otherwise than by what an author wrote, and the exit code for it."""

from __future__ import annotations

import errno
import platform

from deckmaker import __version__
from deckmaker.cli.console import Console
from deckmaker.cli.exit_codes import AUTHOR, MACHINE, OURS
from deckmaker.model.diagnostic import DeckError
from deckmaker.workspace import MachineError, Workspace

_OF_THE_MACHINE = {
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EMFILE", "ENFILE", "ENOMEM", "EIO")
    if hasattr(errno, name)
}


def tell(error: Exception, workspace: Workspace) -> int:
    """Say what went wrong, and give the exit code."""
    console = Console(workspace)
    match error:
        case MachineError():
            console.refusal(error)
            return MACHINE
        case OSError() if error.errno in _OF_THE_MACHINE:
            place = f"{error.filename}: " if error.filename else ""
            if not place and error.errno == errno.ENOSPC:
                place = "what this command prints cannot be written: "
            console.refusal(MachineError(f"{place}{error.strerror}"))
            return MACHINE
        case MemoryError():
            console.refusal(MachineError("there is not enough memory"))
            return MACHINE
        case DeckError():
            console.problems(error.diagnostics)
            return AUTHOR
        case _:
            from traceback import format_exception

            console.problem("".join(format_exception(error)))
            console.problem(
                "This is a mistake in deckmaker, not in what you wrote; nothing was written over.\n"
                "Please report it with the text above and, if you may, the deck spec.\n"
                f"deckmaker {__version__}, Python {platform.python_version()}, {platform.system()}"
            )
            return OURS
