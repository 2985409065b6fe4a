"""A page on this machine that shows decks while they are being written: what is watched, drawn and served."""
