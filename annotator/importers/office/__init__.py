"""What Word and Writer files have in common: archives of parts, paragraphs, labels of lists, notes."""
