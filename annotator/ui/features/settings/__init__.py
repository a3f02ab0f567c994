"""The settings: who works, how the screen looks and speaks, backups, and the keys."""
