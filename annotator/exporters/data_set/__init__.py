"""Letters as tables that programs for data read: what a bulk run writes, and an export of a project."""
