"""What an attempt at reading a PDF is told, and whom it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

# Which engines an attempt may use. Only the fast one can kill its process, and mostly the careful one hangs.
BOTH, FAST, CAREFUL = "both", "fast", "careful"
Report = Callable[[int, int], None]
