"""A correction in force: what differs between the OCR text and the text at one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InForce:
    """A difference between the OCR text and the text: `ocr_text[ocr_start:ocr_end]` now reads `after`."""

    ocr_start: int
    ocr_end: int
    after: str
    kind: str = "other"
    origin: str = "typed"
    reason: str = ""
    analyst: str = ""
    made_at: str = ""
