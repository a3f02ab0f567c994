"""Letters that are alike: pairs, side by side, of which one can be removed."""
