"""Reading the text of pages that are pictures: the one place that knows the OCR engine.

`engine` reads an image once; `recogniser` makes a page of it: turned upright, read twice (`second`), with the
size and weight of its type (`type_marks`). `reading` reads many pages and is what importers are given;
`keeping` keeps what was read until its letter is in the project. `models` says which models there are.
"""
