"""Page images."""
