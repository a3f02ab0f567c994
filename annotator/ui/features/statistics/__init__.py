"""Statistics of a project as charts, which can be saved and copied."""

from annotator.ui.features.statistics.charts import charts_of
from annotator.ui.features.statistics.dialog import StatisticsDialog

__all__ = ["StatisticsDialog", "charts_of"]
