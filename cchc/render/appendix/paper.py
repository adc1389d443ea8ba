"""The columns of the printed appendix: how wide each is."""

from collections.abc import Sequence
from types import MappingProxyType

from cchc.views.appendix import Column

WIDTHS = MappingProxyType(
    {"number": 600, "content": 3_700, "deadline": 1_850, "lead": 2_050, "coordinating": 2_150, "results": 3_653}
)
"""In twips, as in the Word template that the tool ships."""
OTHER_WIDTH = round(sum(WIDTHS.values()) / len(WIDTHS))
"""Of a column of the plan's own: the average, as the Word file has it."""


def widths_of(columns: Sequence[Column]) -> list[int]:
    """Return the widths of columns in twips, before they are stretched or shrunk to the page."""
    return [WIDTHS.get(column.key, OTHER_WIDTH) for column in columns]
