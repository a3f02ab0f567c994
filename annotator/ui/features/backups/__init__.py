"""Automatic backups, and restoring them."""
