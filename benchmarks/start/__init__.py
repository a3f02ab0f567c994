"""The two programs whose start is measured: ours, and the least that a window with a text can be."""
