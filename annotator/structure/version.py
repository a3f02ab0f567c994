"""The version of the engine: raised when it would propose something else; kept proposals are then stale."""

from __future__ import annotations

VERSION = "18"
