"""The window of what a project has learnt."""
