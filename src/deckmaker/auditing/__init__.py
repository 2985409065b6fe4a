"""Reads finished presentations back, whoever made them, and holds them against brand, library and each other."""
