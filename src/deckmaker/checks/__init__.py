"""Rules that every deck must keep, one a file."""
