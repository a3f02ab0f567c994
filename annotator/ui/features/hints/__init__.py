"""The eight small hints that follow what one does with the first letter."""
