"""Slide kinds, one a file: the file's name is the word that an author writes."""
