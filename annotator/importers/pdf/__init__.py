"""PDFs with a text layer: words with their boxes, in reading order, and what on a page is furniture.

`reading` makes a letter of a file. The two engines (`pdfium`, fast; `plumber`, careful) give the words of a
page as the file has them; `trust` decides whose to take; `order` and `lines` make lines and paragraphs of
them, `furniture` finds what belongs to the page alone, and `assembling` makes the OCR text.
"""
