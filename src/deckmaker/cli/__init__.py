"""The command line. Each command is a file here and imports what is heavy only when it runs."""
