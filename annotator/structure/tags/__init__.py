"""What the analysts' own tags teach: a small linear model a tag, and the sentences that it proposes."""
