"""The form: the codebook's fields with their values and evidence."""

from annotator.ui.form_panel.panel import FormPanel

__all__ = ["FormPanel"]
