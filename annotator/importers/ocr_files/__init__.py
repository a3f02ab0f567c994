"""What OCR programs write: words with their places, how sure each was read, and the order to read them in.

`hocr`, `alto` and `page_xml` know a format each and hand lines to a `PageBuilder` (`building`), in the file's
units; `reading` makes a letter of the pages. `kinds` says which types of regions are furniture.
"""
