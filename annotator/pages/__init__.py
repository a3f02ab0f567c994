"""Page images: drawing them, keeping them, and from a place on a page to a place in the text and back."""
