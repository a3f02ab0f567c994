"""Going through the words of all letters."""
