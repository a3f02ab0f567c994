"""From the words of a page to text: what all readers of pages have in common, of PDFs, scans and OCR files.

`order` and `lines` make lines and paragraphs of words, `columns` parts what stands side by side, `furniture`
finds what belongs to the page alone, and `assembling` makes the OCR text.
"""
