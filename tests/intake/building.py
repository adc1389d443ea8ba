"""Files of offices made by hand: a document of python-docx whose body, parts and relationships a test gives."""

import functools
import io
import zipfile
from collections.abc import Mapping

import docx

from cchc.intake import read_source
from cchc.intake.values import SourceDocument, SourceTable, Tracked

NAMES = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{name}"'
        for prefix, name in {
            "w": "openxmlformats.org/wordprocessingml/2006/main",
            "r": "openxmlformats.org/officeDocument/2006/relationships",
            "mc": "openxmlformats.org/markup-compatibility/2006",
            "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "a": "openxmlformats.org/drawingml/2006/main",
            "m": "openxmlformats.org/officeDocument/2006/math",
            "wps": "microsoft.com/office/word/2010/wordprocessingShape",
            "w14": "microsoft.com/office/word/2010/wordml",
        }.items()
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = "word/document.xml"
DRAWING_OF = "Sơ đồ quy trình"


@functools.cache
def base_parts() -> Mapping[str, bytes]:
    """Return the parts of an empty document of python-docx."""
    target = io.BytesIO()
    docx.Document().save(target)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(parts: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def word(body: str, parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """Return a Word file with a body of XML, other parts by name, and relationships as id -> (kind, target).

    A target with "://" lies outside of the file. A part `footnotes.xml` and its like is related by itself.
    """
    files: dict[str, bytes | str] = {**base_parts(), MAIN: f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    relations, types = [], []
    for name, content in (parts or {}).items():
        files[f"word/{name}"] = content
        kind = name.removesuffix(".xml").rstrip("0123456789")
        if name.endswith(".xml") and name not in {"styles.xml", "settings.xml"}:
            relations.append(f'<Relationship Id="of-{kind}" Type="{OFFICE}{kind}" Target="{name}"/>')
            types.append(f'<Override PartName="/word/{name}" ContentType="{WORD}{kind}+xml"/>')
    for key, (kind, target) in (links or {}).items():
        mode = ' TargetMode="External"' if "://" in target else ""
        relations.append(f'<Relationship Id="{key}" Type="{OFFICE}{kind}" Target="{target}"{mode}/>')
    replace(files, "word/_rels/document.xml.rels", "</Relationships>", "".join(relations) + "</Relationships>")
    replace(files, "[Content_Types].xml", "</Types>", "".join(types) + "</Types>")
    return package(files)


def replace(files: dict[str, bytes | str], name: str, old: str, new: str) -> None:
    content = files[name]
    text = content if isinstance(content, str) else content.decode()
    assert old in text
    files[name] = text.replace(old, new)


def part(root: str, inner: str) -> str:
    return f"<w:{root} {NAMES}>{inner}</w:{root}>"


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph of plain words, or of XML where the content begins with `<`."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{content if content.startswith('<') or not content else run(content)}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """Return a cell of plain words, or of paragraphs."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith(('<w:p', '<w:tbl', '<w:sdt', '<mc')) else paragraph(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith(("<w:tc>", "<w:sdt")) else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def read(body: str, tracked: Tracked = "accept", **more: object) -> SourceDocument:
    return read_source("a.docx", word(body, **more), tracked)  # type: ignore[arg-type]


def texts(found: SourceTable) -> list[list[str]]:
    """Return the words of each cell of each row."""
    return [[one.text for one in line.cells] for line in found.rows]


def told(document: SourceDocument) -> list[tuple[str, str, bool]]:
    """Return kind, words, and whether they are kept, of each notice."""
    return [(str(notice.kind), notice.text, notice.is_kept) for notice in document.notices]
