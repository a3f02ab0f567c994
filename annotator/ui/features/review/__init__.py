"""Going from suspect to suspect with the correction box."""
