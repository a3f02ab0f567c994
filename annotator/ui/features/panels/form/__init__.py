"""The form: the codebook's fields with their values and evidence."""

from annotator.ui.features.panels.form.panel import FormPanel

__all__ = ["FormPanel"]
