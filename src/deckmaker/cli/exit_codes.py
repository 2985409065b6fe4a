"""The exit codes of the command line, beside 0 for what went well."""

AUTHOR = 1
"""Something to mend in what was written."""
USAGE = 2
"""Wrong usage; click ends with it by itself."""
MACHINE = 3
"""The machine refused: a full disk, no permission, a file open in another program."""
OURS = 70
"""A mistake in deckmaker."""
STOPPED = 130
"""Somebody pressed Ctrl-C."""
UNHEARD = 141
"""Whoever read what was said went away, as ``head`` does: what a shell tells of a program that a pipe ended."""
