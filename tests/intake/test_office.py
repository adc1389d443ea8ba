"""Files that a real LibreOffice has written: the same words in the same cells, the old kinds refused for what they are."""

from pathlib import Path

import pytest

from cchc.intake import read_source
from cchc.intake.values import Paragraph, SourceRefused
from cchc.render.appendix.as_docx import render
from tests.intake.building import word
from tests.intake.word.test_lists import OUTLINE, item, numbering
from tests.intake.word.test_rendered import TEMPLATE, found, marks, printed, sample
from tests.libreoffice import converted, needs_office

pytestmark = needs_office


@pytest.fixture(scope="module")
def appendix(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("office") / "phu-luc.docx"
    path.write_bytes(render(sample(), TEMPLATE))
    return path


def test_a_document_that_was_saved_again_keeps_its_cells_and_the_names_of_its_tasks(appendix):
    again = converted(appendix, "docx:MS Word 2007 XML")
    (table,) = read_source(again.name, again.read_bytes()).tables
    assert [found(row) for row in table.rows[1:]] == [printed(row) for row in sample().rows]
    assert [row.task_marks for row in table.rows[1:]] == marks(sample().rows)


def test_a_page_that_was_made_of_it_has_the_same_words(appendix):
    page = converted(appendix, "html:HTML (StarWriter)")
    (table,) = read_source(page.name, page.read_bytes()).tables
    words = [[" ".join(lines).split() for lines in printed(row)] for row in sample().rows]
    assert [[" ".join(lines).split() for lines in found(row)] for row in table.rows[1:]] == words


@pytest.mark.parametrize(("kind", "key"), [("doc", "old-word"), ("odt", "opendocument"), ("rtf", "rtf"), ("pdf", "pdf")])
def test_other_kinds_are_refused_for_what_they_are(kind, key, appendix):
    other = converted(appendix, kind)
    with pytest.raises(SourceRefused) as caught:
        read_source("phu-luc.docx", other.read_bytes())
    assert caught.value.key == f"intake/{key}"


def test_numbers_of_lists_are_those_that_libreoffice_prints(tmp_path):
    levels = (2, 0, 1, 1, 2, 0, 1, 2, 2, 0)
    path = tmp_path / "danh-sach.docx"
    path.write_bytes(word("".join(item(f"muc {at}", level) for at, level in enumerate(levels)), numbering(OUTLINE)))
    lines = converted(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig").split("\n")
    blocks = read_source(path.name, path.read_bytes()).blocks
    ours = [f"{block.number} {block.text}" for block in blocks if isinstance(block, Paragraph)]
    assert [line.strip() for line in lines if line.strip()] == ours
