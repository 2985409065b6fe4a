"""From bytes to a deck: YAML that remembers every line, read into typed records."""

from deckmaker.reading.sources import Sources, build, build_all, read

__all__ = ["Sources", "build", "build_all", "read"]
