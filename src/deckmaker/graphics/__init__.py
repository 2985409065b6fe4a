"""Statistic graphics, one a file: from a record to marks in a box."""
