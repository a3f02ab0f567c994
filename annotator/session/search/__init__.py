"""Finding in letters, and replacing in many."""
