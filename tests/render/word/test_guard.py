"""Templates that try something are refused, within seconds, quoting the tag; honest ones are filled in."""

import io
import re
import time
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from cchc.ooxml.package import W
from cchc.render.appendix.as_docx import render
from cchc.render.office_file import write_package
from cchc.render.word.blocks import as_jinja
from cchc.render.word.problems import CODES, Refused
from cchc.render.word.tags import tags_in
from cchc.views.appendix import Appendix

ROOT = Path(__file__).resolve().parents[3]
MAIN = "word/document.xml"
LABEL = "{{ appendix.label }}"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECONDS = 5


@pytest.fixture
def refusal(make_appendix):
    """Return a function that renders with a template that must be refused, and returns key and params."""

    def refuse(data: bytes, **changes: object) -> tuple[str, dict[str, object]]:
        begin = time.perf_counter()
        with pytest.raises(Refused) as caught:
            render(make_appendix(**changes), data)
        assert time.perf_counter() - begin < SECONDS
        problem = caught.value.problem
        said = {"tag": problem.tag, "part": problem.spot.part, "name": problem.name, "limit": problem.limit}
        return problem.code, {key: value for key, value in said.items() if value}

    return refuse


LINE = "{% for a in appendix.title %}"
FORBIDDEN = {
    "{{ 'A' * 10**10 }}": ("not-allowed", "Mul"),
    "{{ 10 ** 10 }}": ("not-allowed", "Pow"),
    "{{ 'a' ~ 'b' }}": ("not-allowed", "Concat"),
    "{{ 1 / 0 }}": ("not-allowed", "Div"),
    "{{ [1, 2] }}": ("not-allowed", "List"),
    "{{ lipsum() }}": ("not-allowed", "Call"),
    "{{ lipsum }}": ("unknown-name", "lipsum"),
    "{{ cycler.__init__ }}": ("unknown-name", "cycler"),
    "{{ self }}": ("unknown-name", "self"),
    "{{ loop.index }}": ("unknown-name", "loop"),
    "{{ rows }}": ("unknown-name", "rows"),
    "{{ appendix.lable }}": ("unknown-name", "appendix.lable"),
    "{{ appendix.__class__ }}": ("unknown-name", "appendix.__class__"),
    "{{ appendix['__class__'] }}": ("unknown-name", "appendix.__class__"),
    "{{ appendix.label.format }}": ("not-allowed", ".format"),
    "{{ ''.join }}": ("not-allowed", ".join"),
    "{{ appendix }}": ("not-allowed", "appendix"),
    "{{ appendix.title[0:1] }}": ("not-allowed", "Getitem"),
    "{{ appendix.label|wordwrap(1) }}": ("not-allowed", "wordwrap"),
    "{{ appendix.label|replace('a', 'b') }}": ("not-allowed", "replace"),
    "{{ appendix.label|safe }}": ("not-allowed", "safe"),
    "{{ appendix.label|join('x')|join('x') }}": ("not-allowed", "join"),
    "{{ appendix.label|default(appendix.label) }}": ("not-allowed", "default"),
    f"{{{{ '{'x' * 51}' }}}}": ("not-allowed", "x" * 50),
    "{{ 1 is divisibleby 2 }}": ("not-allowed", "divisibleby"),
    "{% for c in 'abc' %}{% endfor %}": ("not-allowed", "for"),
    "{% for c in appendix.label %}{% endfor %}": ("not-allowed", "for"),
    "{% for c in appendix.title recursive %}{% endfor %}": ("not-allowed", "for"),
    "{% for c in appendix.title if c %}{% endfor %}": ("not-allowed", "for"),
    "{% for appendix in appendix.title %}{% endfor %}": ("not-allowed", "for"),
    "{% set x = 1 %}": ("not-allowed", "{% set x = 1 %}"),
    "{% include 'x' %}": ("not-allowed", "{% include 'x' %}"),
    "{% macro a() %}{% endmacro %}": ("not-allowed", "{% macro a() %}"),
    "{% raw %}": ("not-allowed", "{% raw %}"),
    "{% vm %}": ("not-allowed", "{% vm %}"),
    "{% colspan 3 %}": ("not-allowed", "{% colspan 3 %}"),
    "{{r appendix.label }}": ("not-allowed", "{{r appendix.label }}"),
    "{%- if 1 %}": ("not-allowed", "{%- if 1 %}"),
    "{{ " + "(" * 120 + "1" + ")" * 120 + " }}": ("not-allowed", "depth"),
}


@pytest.mark.parametrize("tag", FORBIDDEN, ids=lambda tag: tag[:40])
def test_tag_that_may_not_run_is_refused_and_quoted(tag, refusal, edit_template):
    key, params = refusal(edit_template(MAIN, LABEL, tag))
    first = tag if "%}{%" not in tag else tag[: tag.index("%}") + 2]
    assert (key, params) == (FORBIDDEN[tag][0], {"tag": first, "part": MAIN, "name": FORBIDDEN[tag][1]})


def test_three_nested_loops_are_refused(refusal, edit_template):
    three = LINE + LINE.replace(" a ", " b ") + LINE.replace(" a ", " c ") + "{% endfor %}" * 3
    key, params = refusal(edit_template(MAIN, LABEL, three))
    assert (key, params["tag"]) == ("not-allowed", "{% for c in appendix.title %}")


def test_two_nested_loops_over_long_lists_are_refused_before_they_run(refusal, edit_template):
    two = LINE + LINE.replace(" a ", " b ") + "{{ a }}" + "{% endfor %}" * 2
    key, params = refusal(edit_template(MAIN, LABEL, two), title=("x",) * 20_000)
    assert (key, params) == ("output-too-large", {"part": MAIN, "limit": "100 MB"})


def test_printing_more_than_the_limit_is_refused_while_it_runs(refusal, edit_template):
    loop = LINE + "{{ appendix.label }}" + "{% endfor %}"
    key, params = refusal(edit_template(MAIN, LABEL, loop), title=("x",) * 1_100, label="y" * 100_000)
    assert (key, params) == ("output-too-large", {"part": MAIN, "limit": "100 MB"})


BROKEN = {
    "{{ appendix.label": "{{ appendix.label",
    "appendix.label }}": "appendix.label }}",
    "{{ appendix.label %}": "{{ appendix.label %}",
    "{{ {{ 1 }} }}": "{{ {{ 1 }} }}",
    "{{ appendix. }}": "{{ appendix. }}",
    "{{ 1|length }}": "{{ 1|length }}",
    "{% for a in %}{% endfor %}": "{% for a in %}",
    "{{" + " " * 301 + "}}": "{{",
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:30])
def test_broken_tag_is_quoted(text, refusal, edit_template):
    key, params = refusal(edit_template(MAIN, LABEL, text))
    assert (key, params["tag"].partition("TT")[0].strip(), params["part"]) == (
        "broken-tag",
        BROKEN[text],
        MAIN,
    )


BLOCKS = {
    "{% if 1 %}": ("unclosed-block", "{% if 1 %}"),
    "{% if 1 %}{% endfor %}": ("unopened-block", "{% endfor %}"),
    "{% for t in appendix.title %}{% elif 1 %}{% endfor %}": ("unopened-block", "{% elif 1 %}"),
    "{% else %}": ("unopened-block", "{% else %}"),
    "{% for t in appendix.title %}{% if t %}{% endfor %}": ("unclosed-block", "{% if t %}"),
}


@pytest.mark.parametrize("text", BLOCKS)
def test_block_without_its_end_or_beginning_is_quoted(text, refusal, edit_template):
    key, params = refusal(edit_template(MAIN, LABEL, text))
    assert (key, params["tag"]) == BLOCKS[text]


def test_tag_over_two_paragraphs_is_broken(refusal, edit_template):
    split = "{{ appendix.</w:t></w:r></w:p><w:p><w:r><w:t>label }}"
    key, params = refusal(edit_template(MAIN, LABEL, split))
    assert (key, params) == ("split-tag", {"tag": "{{ appendix.", "part": MAIN})


def test_braces_that_meet_only_without_markup_are_seen(refusal, edit_template):
    split = "{</w:t></w:r></w:p><w:p><w:r><w:t>{ lipsum() }</w:t></w:r></w:p><w:p><w:r><w:t>}"
    key, params = refusal(edit_template(MAIN, LABEL, split))
    assert (key, params["tag"]) == ("split-tag", "{{ lipsum() }}")


def test_tag_in_an_attribute_is_refused(refusal, edit_template):
    hidden = f'{LABEL}</w:t></w:r><w:bookmarkStart w:id="1" w:name="{{{{ lipsum() }}}}"/><w:r><w:t>'
    key, params = refusal(edit_template(MAIN, LABEL, hidden))
    assert (key, params["tag"]) == ("misplaced-tag", "{{ lipsum() }}")


MANY = {
    "{" * 40_000: "broken-tag",
    "{%" * 20_000: "broken-tag",
    "}" * 40_000: "broken-tag",
    "{ " * 40_000: "rendered",
}


def outcome(appendix: Appendix, data: bytes) -> str:
    """Return the key of the refusal, or "rendered" where python-docx opens what came out."""
    try:
        filled = render(appendix, data)
    except Refused as refused:
        return refused.problem.code
    return "rendered" if docx.Document(io.BytesIO(filled)).tables else "empty"


@pytest.mark.parametrize("text", MANY, ids=lambda text: text[:2])
def test_braces_in_masses_take_no_time(text, edit_template, make_appendix):
    begin = time.perf_counter()
    assert outcome(make_appendix(), edit_template(MAIN, LABEL, text)) == MANY[text]
    assert time.perf_counter() - begin < SECONDS


MASSES = {
    "empty paragraphs": '<w:p w:a="1"/>' * 30_000,
    "runs": "<w:p><w:r><w:tab/></w:r></w:p>" * 20_000,
    "tables": "<w:tbl><w:tblGrid/>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20_000 + "</w:tbl>",
    "text": f"<w:p><w:r><w:t>{'x' * 900_000}</w:t></w:r></w:p>",
    "tags": "<w:p><w:r><w:t>{{ 1 }}</w:t></w:r></w:p>" * 480 + "<w:p><w:r><w:t>y</w:t></w:r></w:p>" * 10_000,
}


@pytest.mark.parametrize("name", MASSES)
def test_large_part_is_filled_in_linear_time(name, edit_template, make_appendix):
    begin = time.perf_counter()
    render(make_appendix(), edit_template(MAIN, "<w:body>", f"<w:body>{MASSES[name]}"))
    assert time.perf_counter() - begin < SECONDS


def test_part_with_tags_is_at_most_a_megabyte(refusal, edit_template):
    key, params = refusal(edit_template(MAIN, "<w:body>", "<w:body>" + '<w:p w:a="1"/>' * 100_000))
    assert (key, params) == ("too-large", {"part": MAIN, "limit": "1 MB"})


def test_tags_are_counted(refusal, edit_template):
    key, params = refusal(edit_template(MAIN, LABEL, "{{ 1 }}" * 501))
    assert (key, params) == ("too-large", {"part": MAIN, "limit": "500"})


def footnotes(edit_template, text: str) -> bytes:
    """Return the template with a footnote part that holds a text."""
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    note = f'<w:footnotes {WORD}><w:footnote w:id="2">{paragraph}</w:footnote></w:footnotes>'
    link = f'<Relationship Id="rId9" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
    return edit_template("word/_rels/document.xml.rels", "</Relationships>", link, **{"word/footnotes.xml": note.encode()})


@pytest.mark.parametrize("place", ["header", "footer", "footnote", "core"])
@pytest.mark.parametrize("tag", ["{{ lipsum() }}", "{{ 'A' * 10**10 }}"])
def test_attack_outside_the_body_is_refused(place, tag, refusal, edit_template):
    footer = f"<w:ftr {WORD}><w:p><w:r><w:t>{tag}</w:t></w:r></w:p></w:ftr>".encode()
    link = f'<Relationship Id="rId9" Type="{OFFICE}/footer" Target="footer1.xml"/></Relationships>'
    data, part = {
        "header": lambda: (edit_template("word/header1.xml", "<w:t>2<", f"<w:t>{tag}<"), "word/header1.xml"),
        "footer": lambda: (
            edit_template("word/_rels/document.xml.rels", "</Relationships>", link, **{"word/footer1.xml": footer}),
            "word/footer1.xml",
        ),
        "footnote": lambda: (footnotes(edit_template, tag), "word/footnotes.xml"),
        "core": lambda: (
            edit_template("docProps/core.xml", "Phụ lục kế hoạch", tag),
            "docProps/core.xml",
        ),
    }[place]()
    key, params = refusal(data)
    assert (key, params["tag"], params["part"]) == ("not-allowed", tag, part)


def test_text_in_header_and_footnote_is_escaped_and_not_read_as_a_tag(edit_template, make_appendix):
    hostile = "A & B <w:p> {{ lipsum() }} {_{ x"
    filled = render(make_appendix(issuer=hostile), footnotes(edit_template, "{{ appendix.issuer }}"))
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        note = archive.read("word/footnotes.xml").decode()
    assert "A &amp; B &lt;w:p&gt; {{ lipsum() }} {_{ x" in note
    changed = edit_template("word/header1.xml", "<w:t>2<", "<w:t>{{ appendix.issuer }}<")
    read = docx.Document(io.BytesIO(render(make_appendix(issuer=hostile), changed)))
    assert read.sections[0].header.paragraphs[0].text == hostile


ALLOWED = {
    "{{ appendix.label|upper }}!": "PHỤ LỤC!",
    "{{ appendix.title }}": "NỘI DUNG, NHIỆM VỤ\nNĂM 2025",
    "{{ appendix.title|join('; ')|lower }}": "nội dung, nhiệm vụ; năm 2025",
    "{{ columns.lead }} / {{ columns['lead'] }}": "Đơn vị chủ trì / Đơn vị chủ trì",
    "{% if appendix.created_on %}ngày {{ appendix.created_on }}{% else %}nháp{% endif %}": "ngày 03/03/2025",
    "{% for t in appendix.title %}{{ loop.index }}.{{ t }} {% endfor %}": "1.NỘI DUNG, NHIỆM VỤ 2.NĂM 2025 ",
    "{# ghi chú #}{{ 1 if 2 &lt; 3 else 4 }}": "1",
    "{{ “thẳng” }}": "thẳng",
    "một { ngoặc } thôi": "một { ngoặc } thôi",
}


@pytest.mark.parametrize("text", ALLOWED, ids=lambda text: text[:40])
def test_harmless_tag_is_filled_in(text, edit_template, make_appendix):
    filled = render(make_appendix(), edit_template(MAIN, LABEL, text))
    assert docx.Document(io.BytesIO(filled)).paragraphs[0].text == ALLOWED[text]


MODEL_ROW = {
    "{{ task.contnt }}": ("unknown-name", "task.contnt"),
    "{{ section.content }}": ("unknown-name", "section.content"),
    "{{ task.content|upper }}": ("not-allowed", "{{ task.content|upper }}"),
    "{{ appendix.label }}": ("not-allowed", "{{ appendix.label }}"),
}


@pytest.mark.parametrize("tag", MODEL_ROW)
def test_row_of_a_task_takes_only_its_columns(tag, refusal, edit_template):
    key, params = refusal(edit_template(MAIN, "{{ task.content }}", tag))
    assert (key, params) == (MODEL_ROW[tag][0], {"tag": tag, "part": MAIN, "name": MODEL_ROW[tag][1]})


def external(kind: str, target: str) -> str:
    kind = f"{OFFICE}/{kind}"
    return f'<Relationship Id="rId9" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'


LINKS = {
    "file:///etc/passwd": "hyperlink",
    "javascript:alert(1)": "hyperlink",
    "\\\\server\\share": "hyperlink",
    "http://a.vn/b.png": "image",
    "https://a.vn/x.dotm": "attachedTemplate",
}


@pytest.mark.parametrize("target", LINKS)
def test_link_to_anything_but_a_page_is_refused(target, refusal, edit_template):
    part = "word/_rels/document.xml.rels"
    key, params = refusal(edit_template(part, "</Relationships>", external(LINKS[target], target)))
    named = LINKS[target] if LINKS[target] == "attachedTemplate" else target
    assert (key, params) == ("unsafe-part", {"part": part, "name": named})


@pytest.mark.parametrize("target", ["https://snv.example.vn/a?b=c", "mailto:a@example.vn"])
def test_link_to_a_page_stays(target, edit_template, make_appendix):
    part = "word/_rels/document.xml.rels"
    filled = render(make_appendix(), edit_template(part, "</Relationships>", external("hyperlink", target)))
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        assert target in archive.read(part).decode()


@pytest.mark.parametrize("kind", ["aFChunk", "oleObject", "package", "control", "vbaProject", "subDocument"])
def test_relationship_to_something_active_is_refused(kind, refusal, edit_template):
    part = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="x.xml"/></Relationships>'
    assert refusal(edit_template(part, "</Relationships>", link)) == (
        "unsafe-part",
        {"part": part, "name": kind},
    )


PARTS = {
    "word/vbaProject.bin": (b"x", "macro"),
    "word/activeX/activeX1.xml": (b"<a/>", "macro"),
    "word/embeddings/a.doc": (b"\xd0\xcf\x11\xe0...", "OLE"),
    "word/a.exe": (b"MZ...", "OLE"),
    "word/x.xml": (b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', "DOCTYPE"),
    "customXml/x.xml": (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
        "encoding",
    ),
    "word/y.xml": (b'<?xml version="1.0" encoding="UTF-7"?><x/>', "encoding"),
    "word/z.xml": (b"<x>" * 300 + b"</x>" * 300, "XML"),
    "word/WORD/../x.xml": (b"<x/>", "path"),
    "../x": (b"", "path"),
    "/etc/x": (b"", "path"),
    "C:/x": (b"", "path"),
    "WORD/Document.xml": (b"<x/>", "duplicate"),
    "word/chunk.xml": (f"<w:body {WORD}><w:altChunk/></w:body>".encode(), "altChunk"),
}


@pytest.mark.parametrize("name", PARTS)
def test_part_that_may_act_is_refused(name, refusal, edit_template):
    content, reason = PARTS[name]
    assert refusal(edit_template(**{name: content})) == ("unsafe-part", {"part": name, "name": reason})


def field(*pieces: str) -> str:
    """Return the end of a run and a field whose instruction stands in several runs."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"{LABEL}</w:t></w:r>{mark.format('begin')}{runs}{mark.format('end')}<w:r><w:t>"


FIELDS = {
    ("DDE", "AUTO cmd x"): "DDEAUTO cmd x",
    (" includetext ", '"C:/x"'): 'includetext "C:/x"',
    ("HYPERLINK file:///x",): "HYPERLINK file:///x",
    ("",): "",
}


@pytest.mark.parametrize("pieces", FIELDS)
def test_field_that_acts_is_refused(pieces, refusal, edit_template):
    key, params = refusal(edit_template(MAIN, LABEL, field(*pieces)))
    assert (key, params["part"], params.get("name", "")) == ("unsafe-part", MAIN, FIELDS[pieces])


def test_field_that_acts_once_a_tag_dropped_half_of_it_is_refused(refusal, edit_template):
    hidden = field("PAGE ", "DDEAUTO cmd").replace(
        "<w:r><w:instrText>PAGE </w:instrText></w:r>",
        "<w:r><w:t>{%r if not appendix.label %}</w:t></w:r>"
        "<w:r><w:instrText>PAGE </w:instrText></w:r>"
        "<w:r><w:t>{%r endif %}</w:t></w:r>",
    )
    key, params = refusal(edit_template(MAIN, LABEL, hidden))
    assert (key, params) == ("unsafe-part", {"part": MAIN, "name": "DDEAUTO cmd"})


def test_condition_that_would_break_the_document_is_refused(refusal, edit_template):
    table = "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    crossing = f"{{% if not appendix.label %}}a</w:t></w:r></w:p>{table}<w:p><w:r><w:t>b"
    key, params = refusal(edit_template(MAIN, LABEL, crossing))
    assert (key, params["tag"]) == ("broken-tag", "{% if not appendix.label %}")


def test_zip_bomb_is_refused_while_inflating(refusal, edit_template):
    data = edit_template(**{"word/media/a.png": bytes(2**20 * 101)})
    assert len(data) < 2**18
    assert refusal(data) == ("too-large", {"part": "word/media/a.png", "limit": "100 MB"})


def test_xml_part_has_a_limit_of_its_own(refusal, edit_template):
    data = edit_template(**{"word/a.xml": b"<a>" + b" " * (10 * 2**20) + b"</a>"})
    assert refusal(data) == ("too-large", {"part": "word/a.xml", "limit": "10 MB"})


def test_file_and_entries_have_limits(refusal, edit_template):
    assert refusal(bytes(20 * 2**20 + 1)) == ("too-large", {"limit": "20 MB"})
    many = edit_template(**{f"word/{number}.txt": b"" for number in range(1_000)})
    assert refusal(many) == ("too-large", {"limit": "1000"})


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(refusal, template):
    target = io.BytesIO(template)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(MAIN, b"<x/>")
    assert refusal(target.getvalue()) == ("unsafe-part", {"part": MAIN, "name": "duplicate"})


@pytest.mark.parametrize("data", [b"", b"PK", b"hello", bytes(100)])
def test_file_that_is_no_word_file_is_refused(data, refusal):
    assert refusal(data) == ("not-word", {})


def test_zip_that_is_no_word_file_is_refused(refusal, edit_template):
    other = edit_template("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml")
    assert refusal(other) == ("unsafe-part", {"part": MAIN, "name": "macro"})
    other = edit_template("[Content_Types].xml", "document.main+xml", "template.main+xml")
    assert refusal(other) == ("not-word", {})


def test_every_cut_or_flipped_file_is_refused_or_rendered(template, make_appendix):
    step = len(template) // 150
    found = set()
    for at in range(0, len(template), step):
        for data in (template[:at], template[:at] + bytes([template[at] ^ 0xFF]) + template[at + 1 :]):
            found.add(outcome(make_appendix(), data))
    assert found - set(CODES) == {"rendered"}
    assert {"not-word", "unsafe-part"} <= found


def test_tags_are_found_in_their_order():
    found = tags_in("a {{ x }} {% if y %}{# z #}")
    assert [(tag.text, tag.fault) for tag in found] == [("{{ x }}", ""), ("{% if y %}", ""), ("{# z #}", "")]


def test_package_is_written_in_a_fixed_order():
    data = write_package({"b": b"2", "a": [b"1", b"1"], "_rels/.rels": b"", "[Content_Types].xml": b""})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "a", "b"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("a") == b"11"


def test_only_the_guard_and_the_language_know_the_engine_of_templates():
    users = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "cchc").rglob("*.py"))
        if re.search(r"^(?:from|import) jinja2", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert users == ["cchc/render/word/guard.py", "cchc/render/word/language.py"]


PREFIXED = {
    "paragraph": ("<w:p>{%p if x %}</w:p><w:p>a</w:p><w:p>{%p endif %}</w:p>", "{% if x %}<w:p>a</w:p>{% endif %}"),
    "words beside": ("<w:p>trước {%p if x %} sau</w:p><w:p>a</w:p>", "{% if x %}<w:p>a</w:p>"),
    "two in one": ("<w:p>{%p endif %}{%p if x %}</w:p>", "{% endif %}{% if x %}"),
    "row": ("<w:tbl><w:tr><w:tc><w:p>{%tr if x %}</w:p></w:tc></w:tr><w:tr/></w:tbl>", "<w:tbl>{% if x %}<w:tr/></w:tbl>"),
    "cell": ("<w:tr><w:tc><w:p>{%tc if x %}</w:p></w:tc><w:tc/></w:tr>", "<w:tr>{% if x %}<w:tc/></w:tr>"),
    "row and paragraph": ("<w:tr><w:tc><w:p>{%tr if x %}</w:p><w:p>{%p if y %}</w:p></w:tc></w:tr>", "{% if x %}"),
    "comment": ("<w:p>{#p ghi chú #}</w:p><w:p/>", "{# ghi chú #}<w:p/>"),
}


@pytest.mark.parametrize("name", PREFIXED)
def test_a_block_takes_the_place_of_what_its_prefix_names(name):
    written, expected = PREFIXED[name]
    texts = re.compile(r"(?<=<w:p>)([^<]+)(?=</w:p>)")
    xml = texts.sub(r"<w:r><w:t>\1</w:t></w:r>", written)
    root = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{xml}</w:body>')
    body = as_jinja(root).partition(">")[2].removesuffix("</w:body>")
    assert body == texts.sub(r"<w:r><w:t>\1</w:t></w:r>", expected)


def test_signs_of_comparison_are_signs_in_a_tag_and_entities_around_it():
    root = etree.fromstring(f'<w:t xmlns:w="{W[1:-1]}">{{% if 1 &lt; 2 %}}a &lt; b{{% endif %}}</w:t>')
    assert as_jinja(root).partition(">")[2] == "{% if 1 < 2 %}a &lt; b{% endif %}</w:t>"


def test_a_block_of_runs_leaves_the_words_around_it_in_runs_of_their_look():
    look = "<w:rPr><w:b/></w:rPr>"
    run = f"<w:r>{look}<w:t>một {{%r if x %}} hai</w:t><w:tab/></w:r>"
    root = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{run}</w:p>')
    body = as_jinja(root).partition(">")[2].removesuffix("</w:p>")
    assert body == f"<w:r>{look}<w:t>một </w:t></w:r>{{% if x %}}<w:r>{look}<w:t> hai</w:t><w:tab/></w:r>"
