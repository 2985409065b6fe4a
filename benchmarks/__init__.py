"""How fast deckmaker is, against what people would use instead."""
