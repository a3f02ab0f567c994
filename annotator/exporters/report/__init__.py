"""All passages of all letters, each with its sentence and its letter: a Word file, a web page or a table."""

from annotator.exporters.report.forms import REPORT_CSV, REPORT_DOCX, REPORT_HTML

__all__ = ["REPORT_CSV", "REPORT_DOCX", "REPORT_HTML"]
