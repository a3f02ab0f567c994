"""Word files (OOXML), written as the XML that they are.

Made object by object, as python-docx does it, a letter would take many times as long as its JSON.
"""

from annotator.exporters.word_file.letters import DOCX

__all__ = ["DOCX"]
