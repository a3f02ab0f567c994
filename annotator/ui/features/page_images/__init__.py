"""The page images of a letter beside its text."""
