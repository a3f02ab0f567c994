"""What is read of a project, by subject."""
