"""File formats, one a file or folder."""
