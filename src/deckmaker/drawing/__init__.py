"""What outputs share: a graphic as SVG and PNG bytes, and the store of what was drawn before."""

import logging

logging.getLogger("matplotlib").setLevel(logging.ERROR)
"""It warns of folders of its own, which are no concern of whoever makes decks."""
