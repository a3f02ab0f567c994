"""Where the program's own data lie: codebooks, word lists, translations, sample letters, the manual."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource_path(name: str) -> Path:
    """Return the path of a resource such as `codebooks/kamerbrieven.toml`, in a checkout and in a wheel.

    `name` uses forward slashes and stays inside the resources; ValueError when it does not. Whether there
    is such a file is for the caller to see, as with any path.
    """
    root = resources_folder()
    path = root.joinpath(*name.split("/")).resolve()
    if not path.is_relative_to(root):
        raise ValueError(f"{name!r} lies outside the resources")
    return path


def resources_folder() -> Path:
    """Return the folder of all resources."""
    # The wheel's name first: site-packages may hold somebody else's `resources`.
    installed = _HERE.parent / "annotator_resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


def docs_folder() -> Path:
    """Return the folder of the documentation, the manual in the window; `nl` in it has the Dutch."""
    installed = resources_folder() / "docs"
    return installed if installed.is_dir() else _HERE.parent / "docs"
