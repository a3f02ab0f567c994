"""The codebook's editor: tags and fields at the left, the properties of the chosen one at the right."""
