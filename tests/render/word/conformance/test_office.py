"""A document that LibreOffice has opened and written again is judged as before."""

from cchc.render.appendix.as_docx import render
from cchc.render.word.conformance.check import check
from cchc.render.word.conformance.found import symbol
from cchc.views.appendix import SectionRow
from tests.libreoffice import converted, needs_office

pytestmark = needs_office


def test_through_opendocument_and_back(make_appendix, make_task, template, edit_template, tmp_path):
    rows = (SectionRow("A", ("NÂNG CAO",), 1), make_task("mot", "1", "Việc", "Năm 2025", "Sở", "", "Báo cáo"))
    narrow = edit_template("word/document.xml", 'w:right="1134"', 'w:right="567"')
    for data, told in ((template, []), (narrow, [("docx-margin-right", "10 mm", "15-20 mm")])):
        path = tmp_path / f"{len(told)}" / "phu-luc.docx"
        path.parent.mkdir()
        path.write_bytes(render(make_appendix(rows), data))
        again = converted(converted(path, "odt"), "docx").read_bytes()
        assert [(entry.code, symbol(entry.found), symbol(entry.asked)) for entry in check(again).deviations] == told
