"""Holds the evidence library against its source, and against itself."""
