"""What is looked for and where it stands in a text: plain text, words of the index, regular expressions."""
