"""Each rule broken by itself gives its own code, with what was found and what is asked, and nothing else."""

import io
import unicodedata
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.errors import CchcError, Unreadable
from cchc.messages import LANGUAGES
from cchc.messages.en import conformance as en
from cchc.messages.vi import conformance as vi
from cchc.render.appendix.as_docx import render
from cchc.render.word.conformance.check import check
from cchc.render.word.conformance.found import CODES, symbol
from cchc.views.appendix import SectionRow

BODY, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
LABEL, TITLE, ISSUED = (f'<w:pStyle w:val="PhuLuc{name}"/>' for name in ("Nhan", "Ten", "CanCu"))
LEFT = '<w:jc w:val="left"/>'


@pytest.fixture(scope="session")
def rendered(make_appendix, make_task, template) -> bytes:
    rows = (
        SectionRow("A", ("NÂNG CAO CHỈ SỐ",), 1),
        make_task("mot", "1", "Báo cáo quý", "Hàng quý", "Văn phòng Sở", "Các phòng", "Báo cáo"),
        make_task("hai", "2", "Báo cáo năm", "Hàng năm", "Văn phòng Sở", "Các phòng", "Báo cáo"),
    )
    return render(make_appendix(rows, title=("NHIỆM VỤ NĂM 2025",)), template)


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the file with the first `old` of one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new, 1).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(entry.code, symbol(entry.found), symbol(entry.asked)) for entry in check(data).deviations]


def own(style: str, properties: str) -> tuple[str, str, str]:
    """Give the first run of the paragraph of a style properties of its own."""
    return BODY, f"{style}</w:pPr><w:r>", f"{style}</w:pPr><w:r><w:rPr>{properties}</w:rPr>"


PAGE_RUN = "<w:r><w:t>2</w:t></w:r>"
CASES = [
    ((BODY, 'w:w="16838" w:h="11906"', 'w:w="15840" w:h="12240"'), "docx-paper-size", "279.4 x 215.9 mm", "210 x 297 mm"),
    ((BODY, ' w:orient="landscape"', ""), "docx-orientation", "landscape-called-portrait", "landscape"),
    ((BODY, 'w:top="1134"', 'w:top="850"'), "docx-margin-top", "15 mm", "20-25 mm"),
    ((BODY, 'w:bottom="1134"', 'w:bottom="1701"'), "docx-margin-bottom", "30 mm", "20-25 mm"),
    ((BODY, 'w:left="1701"', 'w:left="1134"'), "docx-margin-left", "20 mm", "30-35 mm"),
    ((BODY, 'w:right="1134"', 'w:right="567"'), "docx-margin-right", "10 mm", "15-20 mm"),
    (own(LABEL, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "docx-font", "Arial", "Times New Roman"),
    (own(LABEL, '<w:rFonts w:eastAsia="Calibri"/>'), "docx-font-four-kinds", "eastAsia: Calibri", "Times New Roman"),
    (own(LABEL, '<w:color w:val="ff0000"/>'), "docx-colour", "#FF0000", "black"),
    ((BODY, "Báo cáo quý", unicodedata.normalize("NFD", "Báo cáo quý")), "docx-not-nfc", "decomposed", "nfc"),
    ((HEADER, " PAGE ", " DATE "), "docx-page-number-missing", "nothing", "page-number"),
    ((HEADER, '<w:pStyle w:val="Header"/>', f'<w:pStyle w:val="Header"/>{LEFT}'), "docx-page-number-centred", "left", "center"),
    ((BODY, "<w:pgNumType ", '<w:pgNumType w:fmt="lowerRoman" '), "docx-page-number-digits", "lowerRoman", "arabic"),
    ((HEADER, PAGE_RUN, PAGE_RUN.replace("<w:t>", '<w:rPr><w:sz w:val="24"/></w:rPr><w:t>')), "docx-page-number-size", "12 pt", "13-14 pt"),
    ((HEADER, PAGE_RUN, PAGE_RUN.replace("<w:t>", "<w:rPr><w:i/></w:rPr><w:t>")), "docx-page-number-upright", "italic", "upright"),
    ((BODY, "<w:titlePg/>", ""), "docx-page-number-first-page", "shown", "hidden"),
    ((BODY, 'w:start="1"', 'w:start="3"'), "docx-page-number-start", "3", "1"),
    ((BODY, ">PHỤ LỤC<", ">BẢNG KÈM THEO<"), "docx-label-missing", "nothing", "label"),
    ((BODY, ">PHỤ LỤC<", ">PHỤ LỤC 1: NHIỆM VỤ<"), "docx-label-own-line", "PHỤ LỤC 1: NHIỆM VỤ", "own-line"),
    ((BODY, LABEL, LABEL + LEFT), "docx-label-centred", "left", "center"),
    (own(LABEL, '<w:sz w:val="26"/>'), "docx-label-size", "13 pt", "14 pt"),
    (own(LABEL, '<w:b w:val="0"/>'), "docx-label-bold", "not-bold", "bold"),
    (own(LABEL, "<w:i/>"), "docx-label-upright", "italic", "upright"),
    ((BODY, ">NHIỆM VỤ NĂM 2025<", "><"), "docx-title-missing", "nothing", "title"),
    ((BODY, TITLE, TITLE + LEFT), "docx-title-centred", "left", "center"),
    ((BODY, "NHIỆM VỤ NĂM 2025", "Nhiệm vụ năm 2025"), "docx-title-capitals", "small-letters", "capitals"),
    (own(TITLE, '<w:sz w:val="32"/>'), "docx-title-size", "16 pt", "13-14 pt"),
    (own(TITLE, '<w:b w:val="false"/>'), "docx-title-bold", "not-bold", "bold"),
    (own(TITLE, "<w:i/>"), "docx-title-upright", "italic", "upright"),
    ((BODY, "(Ban hành theo", "Ban hành theo"), "docx-issued-line-missing", "nothing", "issued-line"),
    ((BODY, ISSUED, ISSUED + '<w:jc w:val="end"/>'), "docx-issued-line-centred", "right", "center"),
    (own(ISSUED, '<w:sz w:val="24"/>'), "docx-issued-line-size", "12 pt", "13-14 pt"),
    (own(ISSUED, '<w:i w:val="0"/>'), "docx-issued-line-italic", "upright", "italic"),
    ((BODY, "<w:tblHeader/>", ""), "docx-header-row", "once", "every-page"),
    ((BODY, '<w:pStyle w:val="BangTieuDe"/>', f'<w:pStyle w:val="BangTieuDe"/>{LEFT}'), "docx-header-row-centred", "left", "center"),
    (own('<w:pStyle w:val="BangTieuDe"/>', '<w:b w:val="0"/>'), "docx-header-row-bold", "not-bold", "bold"),
    ((BODY, "<w:trPr><w:cantSplit/></w:trPr>", ""), "docx-row-may-break", "may-break", "whole"),
    ((BODY, '<w:tcW w:w="3700"', '<w:tcW w:w="1700"'), "docx-column-proportions", "5-14-15-17-18-30 %", "4-26-13-15-15-26 %"),
    (own('<w:pStyle w:val="BangMuc"/>', '<w:b w:val="0"/>'), "docx-section-row-bold", "not-bold", "bold"),
    (own('<w:pStyle w:val="BangNoiDung"/>', '<w:sz w:val="20"/>'), "docx-cell-size", "10 pt", "11-13 pt"),
]  # fmt: skip


def test_what_cchc_prints_is_as_asked(rendered):
    assert check(rendered) == ((), ())


@pytest.mark.parametrize(("edit", "code", "found", "asked"), CASES, ids=lambda case: str(case)[:40])
def test_a_rule_broken_by_itself_gives_its_code(rendered, edit, code, found, asked):
    part, old, new = edit
    assert told(edited(rendered, part, old, new)) == [(code, found, asked)]


def test_a_page_number_in_the_footer_is_in_the_wrong_place(rendered):
    data = edited(rendered, BODY, "w:headerReference", "w:footerReference")
    assert told(data) == [("docx-page-number-place", "bottom", "top")]


def test_a_section_in_one_cell_or_in_cells_apart_is_told(make_appendix, make_task, template):
    rows = (make_task("mot", "II", "Mục hai", "", "", "", ""), make_task("hai", "1", "Việc", "Năm 2025", "Sở", "", ""))
    assert told(render(make_appendix(rows), template)) == [
        ("docx-section-row", "cells-apart", "number-and-title"),
        ("docx-section-row-bold", "not-bold", "bold"),
    ]


def test_a_title_below_the_issued_line_is_told(rendered):
    with zipfile.ZipFile(io.BytesIO(rendered)) as archive:
        title = "NHIỆM VỤ NĂM 2025"
        text = archive.read(BODY).decode()
    paragraph = next(f"<w:p>{piece}</w:p>" for piece in text.replace("</w:p>", "<w:p>").split("<w:p>") if title in piece)
    moved = edited(
        edited(rendered, BODY, paragraph, ""),
        BODY,
        '<w:p><w:pPr><w:pStyle w:val="PhuLucKe"/>',
        paragraph + '<w:p><w:pPr><w:pStyle w:val="PhuLucKe"/>',
    )
    assert told(moved) == [("docx-issued-line-place", "above-title", "below-title")]


def test_rows_that_repeat_are_counted_and_keep_their_place(make_appendix, make_task, template):
    rows = tuple(make_task(f"t{number}", str(number), "Việc", "Năm 2025", "Sở", "", "") for number in range(1, 41))
    data = render(make_appendix(rows), template)
    last = '<w:pStyle w:val="BangNoiDungDeu"/></w:pPr><w:r><w:t xml:space="preserve">Việc'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(BODY).decode()
    head, _, tail = text.rpartition(last)
    larger = last.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="28"/></w:rPr>')
    changed = edited(data, BODY, text, f"{head}{larger}{tail}")
    found = check(changed).deviations
    assert [(entry.code, entry.where.row, entry.others) for entry in found] == [("docx-cell-size", 41, 0)]


def test_a_document_from_scratch_lacks_everything():
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    target = io.BytesIO()
    document.save(target)
    codes = [code for code, _, _ in told(target.getvalue())]
    assert {"docx-paper-size", "docx-font", "docx-page-number-missing", "docx-label-missing", "docx-title-missing"} <= set(codes)
    assert {"docx-issued-line-missing", "docx-table-missing"} <= set(codes)


@pytest.mark.parametrize("data", [b"", b"Word", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(Unreadable) as refusal:
        check(data)
    assert refusal.value.key.startswith("docx/not-word")


def test_entities_are_refused(rendered):
    with pytest.raises(Unreadable) as refusal:
        check(edited(rendered, BODY, "<w:document", '<!DOCTYPE w [<!ENTITY x "y">]><w:document'))
    assert refusal.value.key == "docx/unsafe-part"


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), length=st.integers(0, 40), junk=st.binary(max_size=40))
def test_no_bytes_raise_anything_but_our_errors(rendered, at, length, junk):
    place = int(at * len(rendered))
    with suppress(CchcError):
        check(rendered[:place] + junk + rendered[place + length :])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words(language):
    assert set({"vi": vi, "en": en}[language].RULES) == set(CODES)


def test_both_languages_have_the_same_words():
    assert set(vi.WORDS) == set(en.WORDS)
    assert set(vi.WHERE) == set(en.WHERE)
