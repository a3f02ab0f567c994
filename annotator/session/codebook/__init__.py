"""Edits of the codebook, and what follows from them in letters."""
