"""The names of the commands: the one list, which imports nothing."""

from __future__ import annotations

# Each with the file that has it, and its name there.
COMMANDS = {
    "new": ("projects", "new"),
    "import": ("transfer", "import_"),
    "import-project": ("qda", "import_project"),
    "export": ("transfer", "export"),
    "bulk": ("bulk", "bulk"),
    "suspects": ("suspects", "suspects"),
    "outline": ("outline", "outline"),
    "recognise": ("recognising", "recognise"),
    "read-twice": ("second_looks", "read_twice"),
    "reread": ("rereading", "reread"),
    "notes": ("rereading", "notes"),
    "readings": ("rereading", "readings"),
    "check": ("projects", "check"),
    "backup": ("backups", "backup"),
    "backups": ("backups", "backups"),
    "restore": ("backups", "restore"),
    "screenshot": ("desktop", "screenshot"),
    "install-desktop": ("desktop", "install_desktop"),
}
