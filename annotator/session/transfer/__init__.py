"""Letters that come in, and what goes out."""
