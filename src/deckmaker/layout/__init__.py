"""Where things go: wrapping and fitting text, named layouts filled with content."""
