"""Long work off the UI thread: progress, cancel, worker processes with limits."""
