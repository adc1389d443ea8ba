"""The words of paragraphs as Word prints them, whatever they are wrapped in; what is not printed is told."""

import pytest

from cchc.intake.values import Notice, NoticeKind, Paragraph, Place
from tests.intake.building import DRAWING_OF, paragraph, part, read, run, told


def line(content: str, **more: object) -> tuple[str, list[tuple[str, str, bool]]]:
    """Return the text of a paragraph and what was told of it."""
    document = read(paragraph(content), **more)
    (first,) = document.blocks
    assert isinstance(first, Paragraph)
    return first.text, told(document)


BOX = "<w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>"
SHAPE = f"<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
PICT = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{marks[0]}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{marks[1]}{result}{marks[2]}'


PLAIN = {
    "runs": (run("Trước ") + run("ngày 30"), "Trước ngày 30"),
    "a tab and line breaks": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
    "a page break": ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb"),
    "a tab to the margin": ("<w:r><w:t>a</w:t><w:ptab/><w:t>b</w:t></w:r>", "a\tb"),
    "hyphens": ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a\u2011b\u00adc"),
    "a space that does not break, and letters not in NFC": (run("45\u00a0nga\u0300y"), "45\u00a0nga\u0300y"),
    "a smart tag": (f"<w:smartTag>{run('Sở')}</w:smartTag>{run(' Nội vụ')}", "Sở Nội vụ"),
    "custom XML": (f"<w:customXml>{run('a')}</w:customXml>", "a"),
    "words from right to left": (f"<w:bdo>{run('a')}</w:bdo><w:dir>{run('b')}</w:dir>", "ab"),
    "a content control": (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a"),
    "a control without content": (f"<w:sdt><w:sdtPr/></w:sdt>{run('a')}", "a"),
    "a link inside of the document": (f'<w:hyperlink w:anchor="x">{run("a")}</w:hyperlink>', "a"),
    "marks without words": (f'<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/>{run("a")}<w:bookmarkEnd w:id="1"/>', "a"),
    "an arrow of Symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0AE"/></w:r>', "→"),
    "a tick of Wingdings": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
    "a letter of a usual font": ('<w:r><w:sym w:font="Times New Roman" w:char="2265"/></w:r>', "≥"),
    "a choice between programs, words once": (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{run("một")}</mc:Choice><mc:Fallback>{run("một")}</mc:Fallback></mc:AlternateContent>',
        "một",
    ),
    "a choice for a program that Word is not": (
        f'<mc:AlternateContent><mc:Choice Requires="zz">{run("lạ")}</mc:Choice><mc:Fallback>{run("quen")}</mc:Fallback></mc:AlternateContent>',
        "quen",
    ),
    "a run that is hidden and empty": (run("a") + "<w:r><w:rPr><w:vanish/></w:rPr></w:r>", "a"),
    "a choice without branches": (f"<mc:AlternateContent/>{run('a')}", "a"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLAIN)
def test_words_are_read_and_nothing_is_told(name):
    content, expected = PLAIN[name]
    assert line(content) == (expected, [])


TOLD = {
    "a field": (field(" PAGEREF _Toc1 ", run("12")), "12", [("field", "PAGEREF _Toc1", False)]),
    "a field in a field": (
        field(" IF ", run("có")).replace(" IF ", f' IF </w:instrText></w:r>{field(" PAGE ", run("7"))}<w:r><w:instrText> = 7 '),
        "có",
        [("field", "PAGE", False), ("field", "IF 7 = 7", False)],
    ),
    "a field that was never computed": (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        "",
        [("field", "DATE", False)],
    ),
    "a field that is not ended": (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:t>không mất</w:t></w:r>',
        "",
        [("field", "không mất", False)],
    ),
    "the end of a field that never began": ('<w:r><w:fldChar w:fldCharType="end"/><w:instrText>X</w:instrText></w:r>', "", [("field", "X", False)]),
    "a simple field": (f'<w:fldSimple w:instr=" AUTHOR ">{run("Văn phòng")}</w:fldSimple>', "Văn phòng", [("field", "AUTHOR", False)]),
    "a list to choose from": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Quý I"/>'
        '<w:listEntry w:val="Quý II"/></w:ddList></w:ffData></w:fldChar><w:instrText>FORMDROPDOWN</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        "Quý II",
        [("field", "FORMDROPDOWN", False)],
    ),
    "a box that is ticked": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        "☒",
        [("field", "FORMCHECKBOX", False)],
    ),
    "a box that is not": (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>',
        "☐",
        [("field", "", False)],
    ),
    "a text form": (
        field("FORMTEXT", run("30/11")).replace('"begin"/>', '"begin"><w:ffData><w:textInput/></w:ffData></w:fldChar>', 1),
        "30/11",
        [("field", "FORMTEXT", False)],
    ),
    "a date that Word puts in": ("<w:r><w:t>ngày </w:t><w:dayLong/></w:r>", "ngày ", [("field", "dayLong", False)]),
    "hidden words": (run("Nộp báo cáo") + run(" nội bộ", "<w:vanish/>"), "Nộp báo cáo", [("hidden", " nội bộ", False)]),
    "hidden words in two runs": (run("a", "<w:vanish/>") + run("b", "<w:vanish/>"), "", [("hidden", "ab", False)]),
    "words that are struck out": (
        run("a ") + run("b", "<w:strike/>") + run("c", '<w:dstrike w:val="true"/>') + run("d", '<w:strike w:val="0"/>'),
        "a bcd",
        [("struck", "bc", True)],
    ),
    "words that are shown after all": (run("a", '<w:vanish w:val="0"/>'), "a", []),
    "a text box, drawn twice": (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{SHAPE}</mc:Choice><mc:Fallback>{PICT}</mc:Fallback></mc:AlternateContent></w:r>',
        "",
        [("text-box", "trong khung", False)],
    ),
    "a text box with a line break": (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><mc:AlternateContent/><w:p/></w:txbxContent></w:pict></w:r>",
        "",
        [("text-box", "a\nb", False)],
    ),
    "a font that is new": (run("a", '<w:rFonts w:ascii="Arial"/>'), "a", []),
    "a text box of Word 2003": (f"<w:r>{PICT}</w:r>", "", [("text-box", "trong khung", False)]),
    "letters as art": ('<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>', "", [("text-box", "MẬT", False)]),
    "words of a diagram": (f"<w:r><w:drawing><a:p><a:r><a:t>{DRAWING_OF}</a:t></a:r></a:p></w:drawing></w:r>", "", [("text-box", DRAWING_OF, False)]),
    "a picture": ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Dấu của Sở"/></wp:inline></w:drawing></w:r>', "", [("picture", "Dấu của Sở", False)]),
    "a picture of Word 2003": ('<w:r><w:pict><v:shape alt="Quốc huy"/></w:pict></w:r>', "", [("picture", "Quốc huy", False)]),
    "an object": ('<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', "", [("object", "", False)]),
    "an equation": (f'{run("S = ")}<m:oMath><m:r><m:t>πr</m:t></m:r></m:oMath>', "S = πr", [("equation", "πr", True)]),
    "a reading above a word": ("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby></w:r>", "chữ", [("ruby", "đọc", False)]),
    "a sign that nobody knows": ('<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>', "", [("symbol", "F0FF", False)]),
    "a sign without a code": ('<w:r><w:sym w:font="Symbol" w:char="x"/></w:r>', "", [("symbol", "x", False)]),
    "what asks to be filled in": (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>{run('a')}",
        "a",
        [("placeholder", "Bấm để nhập", False)],
    ),
    "an element of the future": (f"<w:fold>{run('gấp')}</w:fold>{run('a')}", "a", [("unknown-element", "gấp", False)]),
    "an element of another maker": ('<x:note xmlns:x="urn:x">ghi chú</x:note>', "", [("unknown-element", "ghi chú", False)]),
    "letters from before Unicode": (run("Céng hoµ", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'), "Céng hoµ", [("old-font", "Céng hoµ", True)]),
    "a document inside": ('<w:subDoc r:id="none"/>', "", [("embedded", "", False)]),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_what_is_read_in_a_special_way_is_told(name):
    content, text, notices = TOLD[name]
    assert line(content) == (text, notices)


def test_a_link_outside_is_told_and_not_followed():
    link = f'<w:hyperlink r:id="l1">{run("quyết định")}</w:hyperlink>'
    links = {"l1": ("hyperlink", "http://example.invalid/x")}
    assert line(link, links=links) == ("quyết định", [("link", "http://example.invalid/x", False)])


@pytest.mark.parametrize(("kind", "words"), [("footnote", "Xem Điều 5"), ("endnote", "Xem Điều 6"), ("comment", "Sửa lại hạn")])
def test_notes_are_told_with_their_words(kind, words):
    notes = {f"{kind}s.xml": part(f"{kind}s", f'<w:{kind} w:id="2">{paragraph(words)}</w:{kind}>')}
    content = run("a") + f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    assert line(content, parts=notes) == ("a", [(kind, words, False)])


def test_a_note_that_is_missing_is_told_too():
    assert line('<w:r><w:footnoteReference w:id="9"/></w:r>') == ("", [("footnote", "", False)])


STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Usual"/>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="More"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Old"><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Shade"><w:rPr><w:vanish/></w:rPr></w:style>',
)


def test_words_that_a_style_hides_are_told():
    content = run("a") + run("b", '<w:rStyle w:val="More"/>')
    assert line(content, parts={"styles.xml": STYLES}) == ("a", [("hidden", "b", False)])


def test_a_font_from_before_unicode_may_come_from_the_style_of_the_paragraph():
    document = read(paragraph("Coäng hoøa", '<w:pStyle w:val="Old"/>'), parts={"styles.xml": STYLES})
    assert document.notices == (Notice(NoticeKind.OLD_FONT, Place(paragraph=1), "Coäng hoøa", "VNI-Times", is_kept=True),)


def test_a_style_that_is_based_on_itself_ends():
    document = read(paragraph("a", '<w:pStyle w:val="Round"/>'), parts={"styles.xml": STYLES})
    assert document.blocks == (Paragraph("a", None, "Round", 2),)


def test_a_paragraph_hidden_with_its_mark_is_no_line():
    hidden = paragraph(run("bí mật"), '<w:pStyle w:val="Shade"/>')
    document = read(paragraph("a") + hidden + paragraph("b"), parts={"styles.xml": STYLES})
    assert [block.text for block in document.blocks] == ["a", "b"]
    assert told(document) == [("hidden", "bí mật", False)]
    assert document.notices[0].place == Place(paragraph=2)


def test_a_hidden_mark_joins_two_paragraphs_as_word_prints_them():
    document = read(paragraph("Trước ngày ", "<w:rPr><w:vanish/></w:rPr>") + paragraph("30/11"))
    assert [block.text for block in document.blocks] == ["Trước ngày 30/11"]
