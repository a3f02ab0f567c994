"""What an attempt at reading a PDF is told."""

from __future__ import annotations

# Which engines an attempt may use. Only the fast one can kill its process, and mostly the careful one hangs.
BOTH, FAST, CAREFUL = "both", "fast", "careful"
