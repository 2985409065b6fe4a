"""The data, and nothing else: what a deck is made of, from an author's words to placed items."""
