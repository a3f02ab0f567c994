"""Reading a letter anew from a better file, and going back to a reading that it has."""
