"""Statistics of a project as charts, which can be saved and copied."""
