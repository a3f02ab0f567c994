"""Where are the sections, what are the values? What the program proposes for a letter, with its reasons."""
