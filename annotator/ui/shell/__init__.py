"""The main window: where the views are put together, and what stands between them and the session."""
