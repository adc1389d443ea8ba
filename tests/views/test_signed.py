"""What of an appendix is signed."""

from datetime import date

import pytest

from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow
from cchc.views.signed import signed_content

APPENDIX = Appendix(
    label="PHỤ LỤC",
    title=("KẾ HOẠCH",),
    issued_line="(Kèm theo Kế hoạch số 12/KH-SNV ngày 15 tháng 01 năm 2025 của Sở Nội vụ)",
    columns=(Column("content", "Nội dung"),),
    rows=(SectionRow("A", ("Mục",), 1), TaskRow("a", (Cell(("Việc",)),), "A. Mục", date(2025, 3, 31), date(2025, 3, 31))),
    plan_id="p",
    issuer="Sở Nội vụ",
    created_on=date(2025, 1, 15),
)


@pytest.mark.parametrize(
    "other",
    [
        APPENDIX._replace(issued_line="(Kèm theo Kế hoạch số …)", created_on=None),
        APPENDIX._replace(plan_id="q"),
        APPENDIX._replace(rows=(APPENDIX.rows[0], TaskRow("b", (Cell(("Việc",)),)))),
    ],
    ids=["number and date", "the plan's id", "a task's id and due days"],
)
def test_what_nobody_signs_makes_no_difference(other: Appendix) -> None:
    assert signed_content(other) == signed_content(APPENDIX)


@pytest.mark.parametrize(
    "other",
    [
        APPENDIX._replace(title=("KẾ HOẠCH KHÁC",)),
        APPENDIX._replace(issuer="Sở Tư pháp"),
        APPENDIX._replace(columns=(Column("content", "Công việc"),)),
        APPENDIX._replace(rows=APPENDIX.rows[1:]),
        APPENDIX._replace(rows=(APPENDIX.rows[0], TaskRow("a", (Cell(("Việc khác",)),)))),
        APPENDIX._replace(rows=(APPENDIX.rows[0], TaskRow("a", (Cell(("Việc",), continues=True),)))),
    ],
    ids=["the title", "the issuer", "a caption", "a section", "a cell", "a merged cell"],
)
def test_what_is_printed_makes_one(other: Appendix) -> None:
    assert signed_content(other) != signed_content(APPENDIX)
