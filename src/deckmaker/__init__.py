"""deckmaker: evidence decks from short YAML specs."""

__version__ = "0.1.0"
