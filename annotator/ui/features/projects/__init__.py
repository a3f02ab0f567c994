"""Opening and making projects: the welcome page, the first question for a name."""
