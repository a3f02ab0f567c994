"""What the program proposes, and what keeps a letter from being done."""
