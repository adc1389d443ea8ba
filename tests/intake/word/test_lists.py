"""Numbers that Word prints of its own accord, counted as Word counts them."""

import pytest

from cchc.intake.values import Paragraph
from tests.intake.building import cell, paragraph, part, read, row, table, told

Level = tuple[str, str, str]


def level(number: int, form: str, text: str, more: str = "", start: str = '<w:start w:val="1"/>') -> str:
    return f'<w:lvl w:ilvl="{number}">{start}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*kinds: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    """Return the part that holds the given kinds of lists, numbered from 0, and the lists."""
    given = "".join(f'<w:abstractNum w:abstractNumId="{number}">{kind}</w:abstractNum>' for number, kind in enumerate(kinds))
    return {"numbering.xml": part("numbering", given + lists)}


def item(text: str, at: int | None = 0, owner: str = "1", style: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return paragraph(text, f'{properties}<w:numPr>{ilvl}<w:numId w:val="{owner}"/></w:numPr>')


def numbers(body: str, parts: dict[str, str]) -> list[str | None]:
    return [block.number for block in read(body, parts=parts).blocks if isinstance(block, Paragraph)]


OUTLINE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2)") + level(2, "lowerLetter", "%2.%3")


def test_deeper_levels_begin_again_below_a_higher_one():
    body = item("A") + item("a", 1) + item("b", 1) + item("x", 2) + item("B") + item("c", 1) + item("y", 2)
    assert numbers(body, numbering(OUTLINE)) == ["I.", "1)", "2)", "2.a", "II.", "1)", "1.a"]


def test_level_is_a_hint():
    body = item("A") + item("a", 1)
    assert [block.level for block in read(body, parts=numbering(OUTLINE)).blocks] == [0, 1]


def test_a_level_that_never_begins_again():
    never = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    body = item("A") + item("a", 1) + item("B") + item("b", 1)
    assert numbers(body, numbering(never)) == ["1.", "1)", "2.", "2)"]


def test_a_level_that_only_begins_again_below_the_first():
    kind = OUTLINE.replace('<w:lvlText w:val="%2.%3"/>', '<w:lvlText w:val="%3"/><w:lvlRestart w:val="1"/>')
    body = item("A") + item("a", 1) + item("x", 2) + item("b", 1) + item("y", 2) + item("B") + item("c", 1) + item("z", 2)
    assert numbers(body, numbering(kind)) == ["I.", "1)", "a", "2)", "b", "II.", "1)", "a"]


def test_lists_of_one_kind_go_on_with_each_other_unless_one_begins_anew():
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{more}</w:num>'
        for number, more in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    body = item("a") + item("b", owner="2") + item("c", owner="3") + item("d", owner="3") + item("e")
    assert numbers(body, numbering(OUTLINE, lists=lists)) == ["I.", "II.", "V.", "VI.", "VII."]


def test_a_list_may_change_a_level_of_its_kind():
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "Việc %1:")}</w:lvlOverride>'
    lists = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{change}</w:num>'
    assert numbers(item("a") + item("b"), numbering(OUTLINE, lists=lists)) == ["Việc 1:", "Việc 2:"]


def test_a_level_that_was_passed_over_counts_as_begun():
    assert numbers(item("x", 2) + item("A") + item("y", 1), numbering(OUTLINE)) == ["1.a", "II.", "1)"]


def test_a_level_prints_no_number_of_a_deeper_one_or_of_one_that_is_not_there():
    assert numbers(item("a"), numbering(level(0, "decimal", "%1%2%9."))) == ["1."]


def test_a_legal_level_prints_digits():
    kind = level(0, "upperRoman", "%1.") + level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    assert numbers(item("A") + item("a", 1), numbering(kind)) == ["I.", "1.1"]


def test_a_start_that_is_not_told_is_zero_and_one_may_be_any():
    kind = level(0, "decimal", "%1.", start="") + level(1, "decimal", "%2)", start='<w:start w:val="11"/>')
    assert numbers(item("a") + item("b") + item("c", 1), numbering(kind)) == ["0.", "1.", "11)"]


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("-", "", "-"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0ff", "Webdings", "•"),
        ("o", "Courier New", "o"),
        ("–", "Times New Roman", "–"),
        ("", "", None),
    ],
)
def test_bullets_are_what_is_seen(text, font, expected):
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    assert numbers(item("a"), numbering(level(0, "bullet", text, look))) == [expected]


def test_a_picture_as_a_bullet_is_a_dot():
    kind = level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>')
    assert numbers(item("a"), numbering(kind)) == ["•"]


def test_zero_takes_a_paragraph_out_of_its_list():
    assert numbers(item("a") + item("b", owner="0") + item("c"), numbering(OUTLINE)) == ["I.", None, "II."]


def test_lists_that_are_not_there_number_nothing():
    broken = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    assert numbers(item("a"), numbering(OUTLINE, lists=broken)) == [None]
    assert numbers(item("a", owner="9"), numbering(OUTLINE)) == [None]
    assert numbers(item("a", 5), numbering(OUTLINE)) == [None]
    assert numbers(item("a", 77), numbering(OUTLINE)) == ["I."]


STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Sau"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
)


def test_a_style_numbers_its_paragraphs_and_a_list_may_name_the_style_of_each_level():
    kind = level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>') + level(1, "decimal", "%2)", '<w:pStyle w:val="Khoan"/>')
    body = "".join(paragraph(name, f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "Khoan", "Sau", "Muc"))
    assert numbers(body, {**numbering(kind), "styles.xml": STYLES}) == ["I.", "1)", "2)", "II."]


def test_a_paragraph_may_leave_the_list_of_its_style():
    body = paragraph("a", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert numbers(body, {**numbering(OUTLINE), "styles.xml": STYLES}) == [None]


@pytest.mark.parametrize("link", ['<w:styleLink w:val="DanhSach"/>', ""])
def test_a_list_that_only_names_a_style_is_the_list_of_that_style(link):
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    kinds = numbering(link + OUTLINE, '<w:numStyleLink w:val="DanhSach"/>', lists=lists)
    assert numbers(item("a") + item("b", owner="2"), {**kinds, "styles.xml": STYLES}) == ["I.", "II."]


def test_lists_that_name_each_other_end():
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    kinds = numbering('<w:numStyleLink w:val="DanhSach"/>', lists=lists)
    assert numbers(item("a"), {**kinds, "styles.xml": STYLES}) == [None]


def test_rows_of_a_table_are_numbered_in_their_order():
    body = table(*[row(cell(item("")), name) for name in "abc"])
    found = read(body, parts=numbering(level(0, "decimal", "%1")))
    assert [line.cells[0].paragraphs for line in found.tables[0].rows] == [
        (Paragraph("", number, "", 0),) for number in ("1", "2", "3")
    ]


def test_a_row_that_was_deleted_is_not_counted():
    body = table(row(cell(item("a"))), row(cell(item("b")), properties="<w:del/>"), row(cell(item("c"))))
    found = read(body, parts=numbering(OUTLINE)).tables[0]
    assert [line.cells[0].paragraphs[0].number for line in found.rows] == ["I.", "II."]


def test_a_form_of_the_authors_own():
    own = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert numbers(item("a") + item("b"), numbering(own)) == ["009", "010"]


def test_a_form_that_is_not_known_prints_digits_and_says_so_once():
    document = read(item("a") + item("b"), parts=numbering(level(0, "chicago", "%1.")))
    assert [block.number for block in document.blocks] == ["1.", "2."]
    assert [(str(notice.kind), notice.name) for notice in document.notices] == [("number-format", "chicago")]
    assert told(document) == [("number-format", "1", True)]
