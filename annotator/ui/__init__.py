"""The window: views that show plain data and emit requests; the only part, with app.py, that knows Qt."""
