"""PDFs with a text layer: words with their boxes.

`reading` makes a letter of a file. The two engines (`pdfium`, fast; `plumber`, careful) give the words of a
page as the file has them; `trust` decides whose to take; `annotator.importers.layout` makes text of them.
"""
