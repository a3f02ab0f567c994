"""Kanttekening: correct, tag and fill in forms for OCR'd letters."""

__version__ = "0.1.0"
