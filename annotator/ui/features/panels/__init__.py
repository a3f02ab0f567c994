"""The panels at the right of the text: form, outline, passages, corrections, notes."""
