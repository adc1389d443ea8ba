"""Files that are not read: each says what it is and what to do, and none hangs or reaches outside of itself."""

import io
import struct
import time
import warnings
import zipfile
from importlib import import_module

import pytest

from cchc.intake import read_source
from cchc.intake.values import SourceRefused
from cchc.messages import screen
from tests.intake.building import MAIN, base_parts, package, paragraph, read, row, run, table, told, word
from tests.intake.conftest import Refusal

NO_SECTOR, END = 0xFFFFFFFF, 0xFFFFFFFE


def compound(*names: str, sectors: int = 1, first: int = 1) -> bytes:
    """Return a compound file (OLE) whose directory, of so many sectors, holds streams of these names."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<I", head, 48, first)
    struct.pack_into("<109I", head, 76, 0, *[NO_SECTOR] * 108)
    chain = [0xFFFFFFFD, *range(2, 1 + sectors), END]
    fat = struct.pack("<128I", *chain, *[NO_SECTOR] * (128 - len(chain)))
    directory = bytearray(512 * sectors)
    for number, name in enumerate(names):
        coded = name.encode("utf-16-le")
        directory[128 * number : 128 * number + len(coded)] = coded
        struct.pack_into("<H", directory, 128 * number + 64, len(coded) + 2)
    return bytes(head) + fat + bytes(directory)


FILES = {
    "an empty file": (b"", "empty"),
    "blanks": (b" \r\n\0", "empty"),
    "Word before 2007": (compound("Root Entry", "WordDocument", "1Table"), "old-word"),
    "Excel before 2007": (compound("Root Entry", "Workbook"), "old-excel"),
    "Excel 95": (compound("Root Entry", "Book"), "old-excel"),
    "PowerPoint before 2007": (compound("Root Entry", "PowerPoint Document"), "old-office"),
    "a document with a password": (compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "password"),
    "a password, told further on": (compound(*"abcdefgh", "EncryptedPackage", sectors=3), "password"),
    "a directory that leads out of its table": (compound("Root Entry", first=200_000), "old-office"),
    "a compound file that is cut off": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20, "old-office"),
    "a PDF": (b"%PDF-1.7\n%", "pdf"),
    "RTF": (b"{\\rtf1\\ansi }", "rtf"),
    "a page in one file": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "mht"),
    "Word as XML": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "word-xml"),
    "Word 2003 as XML": (b'<?xml version="1.0"?><w:wordDocument/>', "word-xml"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown-kind"),
    "letters of no encoding": (b"Ng\xe0y \x9d\x9a", "encoding"),
    "no zip although it begins like one": (b"PK\x03\x04 not a zip", "broken"),
    "a zip without what Office needs": (package({"a.txt": "a"}), "broken"),
    "OpenDocument": (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "opendocument"),
    "a zip of something else": (package({"[Content_Types].xml": "<Types/>"}), "other-zip"),
    "a presentation": (
        package({"[Content_Types].xml": '<Types><Override PartName="/a" ContentType="x.presentationml.main+xml"/></Types>', "a": "x"}),
        "other-zip",
    ),
    "a binary workbook": (
        package({"[Content_Types].xml": '<Types><Override PartName="/a" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>', "a": "x"}),
        "xlsb",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_this_kind_is_refused_for_what_it_is(name, refusal: Refusal):
    data, kind = FILES[name]
    assert refusal("plan.docx", data) == (f"intake/{kind}", {"name": "plan.docx"})


def test_every_refusal_has_words_that_say_what_to_do():
    for language in ("vi", "en"):
        table = import_module(f"cchc.messages.{language}.refusals").REFUSALS
        kinds = [key for key in table if key.startswith("intake/")]
        assert {f"intake/{kind}" for _, kind in FILES.values()} < set(kinds)
        for key in kinds:
            text = screen(language, key, name="kế hoạch.doc", limit="64 MB", part="word/document.xml", what="DOCTYPE")
            assert "kế hoạch.doc" in text
            assert text.count(". ") >= 1  # what it is, and what to do
            assert "\n" not in text


# --- packages that attack ---


def zipped(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def document(**replaced: bytes) -> list[tuple[str, bytes]]:
    return [*{**base_parts(), **replaced}.items()]


def test_a_zip_bomb_is_refused_while_it_is_inflated(refusal: Refusal):
    bomb = zipped(*document(), *[(f"word/media/{number}.bin", bytes(30 * 2**20)) for number in range(4)])
    assert len(bomb) < 200_000
    assert refusal("a.docx", bomb) == ("intake/too-large", {"name": "a.docx", "limit": "100 MB"})


def test_xml_that_would_take_too_much_memory_is_refused(refusal: Refusal):
    bomb = zipped(*document(**{MAIN: b"<w:document>" + b" " * (33 * 2**20)}))
    assert refusal("a.docx", bomb) == ("intake/too-large", {"name": "a.docx", "limit": "32 MB"})


def test_a_file_that_is_too_large_is_not_opened(refusal: Refusal):
    assert refusal("a.txt", b"a" * (64 * 2**20 + 1)) == ("intake/too-large", {"name": "a.txt", "limit": "64 MB"})


def test_a_thousand_and_one_entries_are_refused(refusal: Refusal):
    many = zipped(*document(), *[(f"word/{number}.txt", b"") for number in range(1_001)])
    assert refusal("a.docx", many) == ("intake/too-large", {"name": "a.docx", "limit": "1000"})


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.XML", "../x.xml", "/etc/x", "word/./x", "C:/x", "word//x"])
def test_names_that_are_there_twice_or_lead_away_are_refused(name, refusal: Refusal):
    key, params = refusal("a.docx", zipped(*document(), (name, b"<x/>")))
    assert (key, params["name"]) == ("intake/unsafe", "a.docx")


ENTITY = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("part", [MAIN, "word/styles.xml", "docProps/core.xml", "customXml/item1.xml"])
def test_a_part_with_entities_is_refused_wherever_it_is(part, refusal: Refusal):
    data = zipped(*document(**{part: ENTITY + b"<x>&x;</x>"}))
    assert refusal("a.docx", data) == ("intake/unsafe", {"name": "a.docx", "part": part, "what": "DOCTYPE"})


def test_a_part_in_another_encoding_hides_nothing(refusal: Refusal):
    data = zipped(*document(**{MAIN: ENTITY.decode().encode("utf-16")}))
    assert refusal("a.docx", data) == ("intake/unsafe", {"name": "a.docx", "part": MAIN, "what": "encoding"})


def test_xml_that_is_not_well_formed_is_a_damaged_file(refusal: Refusal):
    assert refusal("a.docx", zipped(*document(**{MAIN: b"<w:document"}))) == ("intake/broken", {"name": "a.docx"})


def test_a_document_without_a_body_is_a_damaged_file(refusal: Refusal):
    assert refusal("a.docx", zipped(*document(**{MAIN: b"<document/>"}))) == ("intake/broken", {"name": "a.docx"})


def test_a_document_whose_text_is_missing_is_a_damaged_file(refusal: Refusal):
    parts = [(name, content) for name, content in document() if name != MAIN]
    assert refusal("a.docx", zipped(*parts))[0] in {"intake/broken", "intake/other-zip"}


def nested(opening: str, closing: str, times: int) -> str:
    return opening * times + paragraph("sâu") + closing * times


def test_a_part_of_too_many_tags_is_refused_before_it_takes_memory(refusal: Refusal):
    data = word("<w:p/>" * 2_000_001)
    assert refusal("a.docx", data) == ("intake/too-large", {"name": "a.docx", "limit": "2,000,000"})


DEEP = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "custom XML": ("<w:customXml>", "</w:customXml>"),
    "changes": ("<w:ins>", "</w:ins>"),
}


@pytest.mark.parametrize("kind", DEEP)
def test_ten_thousand_of_them_inside_of_each_other_are_refused(kind, refusal: Refusal):
    assert refusal("a.docx", word(nested(*DEEP[kind], 10_000))) == ("intake/too-deep", {"name": "a.docx"})


@pytest.mark.parametrize("kind", DEEP)
def test_as_many_as_the_parser_takes_are_read(kind):
    opening, closing = DEEP[kind]
    times = 240 // opening.count("<")
    document = read(nested(opening, closing, times))
    words = [block.text if hasattr(block, "text") else block.rows[0].cells[0].text for block in document.blocks]
    assert words == ["sâu"]


def test_words_inside_of_many_wrappers_are_read():
    content = "<w:smartTag>" * 240 + run("sâu") + "</w:smartTag>" * 240
    assert [block.text for block in read(f"<w:p>{content}</w:p>").blocks] == ["sâu"]


def test_a_page_that_goes_too_deep_is_refused_and_not_cut(refusal: Refusal):
    page = "<html><body>" + "<div>" * 10_000 + "sâu" + "</div>" * 10_000
    assert refusal("a.html", page.encode()) == ("intake/too-deep", {"name": "a.html"})


def test_a_cell_of_a_million_letters_is_read():
    text = "nghị quyết số 1; " * 60_000
    assert read(table(row(text))).tables[0].rows[0].cells[0].text == text


def test_many_changes_in_one_paragraph_take_time_in_proportion():
    body = paragraph("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>" * 50_000)
    begin = time.perf_counter()
    assert told(read(body)) == [("inserted", "a" * 50_000, True)]
    assert time.perf_counter() - begin < 5


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def test_a_document_with_macros_is_read_without_them_and_says_so():
    with zipfile.ZipFile(io.BytesIO(word(paragraph("a")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].decode()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert main in types
    parts["[Content_Types].xml"] = types.replace(main, MACRO_TYPE).encode()
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    found = read_source("a.docm", zipped(*parts.items()))
    assert [block.text for block in found.blocks] == ["a"]
    assert [(str(notice.kind), notice.name) for notice in found.notices] == [("macro", "word/vbaProject.bin")]


def test_what_lies_outside_is_told_and_never_fetched():
    links = {"t1": ("attachedTemplate", "file:///etc/passwd"), "i1": ("image", "http://example.invalid/x.png")}
    assert told(read(paragraph("a"), links=links)) == [
        ("link", "file:///etc/passwd", False),
        ("link", "http://example.invalid/x.png", False),
    ]


def test_a_strict_document_is_read_like_any_other():
    data = word(paragraph("a") + table(row("b")), links={"l": ("hyperlink", "http://example.invalid/")})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for usual, strict in (
        (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"schemas.openxmlformats.org/officeDocument/2006/", b"purl.oclc.org/ooxml/officeDocument/"),
    ):
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}
    found = read_source("a.docx", zipped(*parts.items()))
    assert [block.text for block in found.blocks if hasattr(block, "text")] == ["a"]
    assert len(found.tables) == 1


def test_headers_footers_and_drawn_parts_are_told():
    def words(root: str, text: str) -> str:
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        return f'<w:{root} xmlns:w="{name}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{root}>'

    chart = '<c xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Biểu đồ</a:t></c>'
    parts = {"header1.xml": words("hdr", "MẬT"), "header2.xml": words("hdr", "12"), "footer1.xml": words("ftr", "Nơi nhận")}
    found = read(paragraph("a"), parts={**parts, "chart1.xml": chart})
    assert told(found) == [("header", "MẬT", False), ("footer", "Nơi nhận", False), ("text-box", "Biểu đồ", False)]


def test_the_name_of_a_file_does_not_decide():
    data = word(paragraph("a"))
    assert read_source("a.txt", data) == read_source("a.docx", data)


def test_a_refusal_is_an_error_of_the_tool():
    with pytest.raises(SourceRefused) as caught:
        read_source("a.pdf", b"%PDF-1.4")
    assert caught.value.exit_status == 3
