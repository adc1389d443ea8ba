"""The committed template, and small appendices built by hand."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cchc.views.appendix import Appendix, Cell, Column, SectionRow, TaskRow

ROOT = Path(__file__).resolve().parents[2]
CAPTIONS = {
    "number": "TT",
    "content": "Nội dung công việc",
    "deadline": "Thời hạn thực hiện",
    "lead": "Đơn vị chủ trì",
    "coordinating": "Đơn vị phối hợp",
    "results": "Kết quả",
}

MakeAppendix = Callable[..., Appendix]
EditTemplate = Callable[..., bytes]


@pytest.fixture(scope="session")
def template() -> bytes:
    """Return the Word file that the tool ships."""
    return (ROOT / "templates" / "appendix.docx").read_bytes()


@pytest.fixture(scope="session")
def make_appendix() -> MakeAppendix:
    """Return a function that makes an appendix of the given rows, under the usual columns."""

    def make(
        rows: tuple[SectionRow | TaskRow, ...] = (),
        columns: dict[str, str] | None = None,
        **changes: object,
    ) -> Appendix:
        values: dict[str, object] = {
            "label": "PHỤ LỤC",
            "title": ("NỘI DUNG, NHIỆM VỤ", "NĂM 2025"),
            "issued_line": "(Ban hành theo Kế hoạch số      /KH-SNV ngày    /    /2025 của Sở Nội vụ)",
            "columns": tuple(Column(key, title) for key, title in (columns or CAPTIONS).items()),
            "rows": rows,
            "plan_id": "snv-2025",
            "issuer": "Sở Nội vụ",
            "created_on": date(2025, 3, 3),
        }
        return Appendix(**{**values, **changes})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def make_task() -> Callable[..., TaskRow]:
    """Return a function that makes a row of texts, each one paragraph or a tuple of them."""

    def make(task_id: str, *texts: str | tuple[str, ...]) -> TaskRow:
        return TaskRow(task_id, tuple(Cell((text,) if isinstance(text, str) else text) for text in texts))

    return make


@pytest.fixture(scope="session")
def edit_template(template: bytes) -> EditTemplate:
    """Return a function that replaces text in one part of the template, or adds parts."""

    def edit(part: str = "", old: str = "", new: str = "", **added: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        if part:
            text = parts[part].decode()
            assert text.count(old) == 1
            parts[part] = text.replace(old, new).encode()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**parts, **added}.items():
                archive.writestr(name, content)
        return target.getvalue()

    return edit
