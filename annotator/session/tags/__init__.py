"""What the analysts' own tags teach: read from their decisions, kept, proposed with."""
