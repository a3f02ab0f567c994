"""What the program doubts in a letter, and what it has learnt."""
