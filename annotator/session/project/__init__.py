"""The open project: its session, its history, and the one way to work on its letters in the background."""
