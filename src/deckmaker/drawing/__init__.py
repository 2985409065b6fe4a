"""What outputs share: a graphic as SVG and PNG bytes, and the store of what was drawn before."""
