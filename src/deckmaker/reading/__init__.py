"""From bytes to a deck: YAML that remembers every line, read into typed records."""

from deckmaker.reading.sources import Sources, build, read

__all__ = ["Sources", "build", "read"]
