"""Going through words: every doubtful reading of the project once, decided for all its places together."""
