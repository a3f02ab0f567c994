"""Projects and codebooks of other programs for qualitative research (REFI-QDA), read within limits."""
