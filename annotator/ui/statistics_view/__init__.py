"""Statistics of a project as charts, which can be saved and copied."""

from annotator.ui.statistics_view.charts import charts_of
from annotator.ui.statistics_view.dialog import StatisticsDialog

__all__ = ["StatisticsDialog", "charts_of"]
