"""Which format each style of a workbook gives to numbers."""

from typing import Any

from cchc.intake.counting import whole
from cchc.intake.sheet.formats import built_in
from cchc.intake.sheet.texts import S


def format_codes(root: Any) -> list[str]:
    """Return the code of the format of each cell style, in their order."""
    if root is None:
        return []
    own = {one.get("numFmtId"): one.get("formatCode", "General") for one in root.iterfind(f"{S}numFmts/{S}numFmt")}
    used = [one.get("numFmtId", "0") for one in root.iterfind(f"{S}cellXfs/{S}xf")]
    return [own.get(number) or built_in(whole(number, 0)) for number in used]
