"""The tables of all letters and of all passages."""
