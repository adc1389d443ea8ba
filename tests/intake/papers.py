"""Files of offices made of lines: what stands between `|` is a row, all else is a paragraph.

In a row `^` goes on from the cell above, `<` from the cell on its left; `¶` begins a paragraph, `⏎` breaks its line.
A row `|h …` repeats on each page.
"""

import html
import io
from collections.abc import Callable, Iterator
from itertools import groupby

import docx
import openpyxl
from docx.oxml import OxmlElement

Rows = list[list[str]]
PARAGRAPH, BREAK = "¶", "⏎"


def blocks_of(lines: list[str]) -> Iterator[str | Rows]:
    """Yield the paragraphs and tables of a file; an empty line between two tables keeps them apart."""
    for is_row, block in groupby(lines, key=lambda line: line.startswith("|")):
        if is_row:
            yield [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block]
        else:
            yield from (line for line in block if line)


def as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for block in blocks_of(lines):
        if isinstance(block, str):
            document.add_paragraph(block.replace(BREAK, "\n"))
        else:
            _word_table(document, block)
            document.add_paragraph()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_table(document: docx.document.Document, rows: Rows) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for index, row in enumerate(rows):
        if row[0].startswith("h "):
            table.rows[index]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            row[0] = row[0][2:]
        for column, text in enumerate(row):
            cell = table.cell(index, column)
            if text == "<":
                table.cell(index, column - 1).merge(cell)
            elif text == "^":
                table.cell(index - 1, column).merge(cell)
            elif text:
                first, *more = text.split(PARAGRAPH)
                cell.paragraphs[0].add_run(first.replace(BREAK, "\n"))
                for line in more:
                    cell.add_paragraph(line.replace(BREAK, "\n"))


def as_html(lines: list[str]) -> bytes:
    body = ""
    for block in blocks_of(lines):
        if isinstance(block, str):
            body += f"<p>{_line(block)}</p>"
        else:
            body += "<table>" + "".join(f"<tr>{_page_row(block, index)}</tr>" for index in range(len(block))) + "</table>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


def _page_row(rows: Rows, index: int) -> str:
    cells = ""
    for column, text in enumerate(rows[index]):
        if text not in {"<", "^"}:
            right = next((count for count in range(1, 99) if rows[index][column + count : column + count + 1] != ["<"]), 1)
            down = next((count for count in range(1, 99) if _at(rows, index + count, column) != "^"), 1)
            lines = "".join(f"<p>{_line(line)}</p>" for line in text.removeprefix("h ").split(PARAGRAPH))
            cells += f"<td colspan={right} rowspan={down}>{lines}</td>"
    return cells


def _at(rows: Rows, index: int, column: int) -> str:
    return rows[index][column] if index < len(rows) and column < len(rows[index]) else ""


def _line(text: str) -> str:
    return html.escape(text).replace(BREAK, "<br>")


def as_xlsx(lines: list[str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    at = 1
    for block in blocks_of(lines):
        if isinstance(block, str):
            sheet.cell(at, 1, block)
            at += 1
            continue
        for row in block:
            for column, text in enumerate(row, start=1):
                if text not in {"<", "^", ""}:
                    sheet.cell(at, column, text.removeprefix("h ").replace(PARAGRAPH, "\n").replace(BREAK, "\n"))
            at += 1
        _merge(sheet, block, at - len(block))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _merge(sheet: openpyxl.worksheet.worksheet.Worksheet, rows: Rows, first: int) -> None:
    for index, row in enumerate(rows):
        for column, text in enumerate(row):
            right = next((count for count in range(99) if _at(rows, index, column + count + 1) != "<"), 0)
            down = next((count for count in range(99) if _at(rows, index + count + 1, column) != "^"), 0)
            if text not in {"<", "^"} and (right or down):
                sheet.merge_cells(None, first + index, column + 1, first + index + down, column + 1 + right)


def as_txt(lines: list[str]) -> bytes:
    text = ""
    for block in blocks_of(lines):
        rows = [[block]] if isinstance(block, str) else block
        text += "".join("\t".join("" if cell in {"<", "^"} else cell for cell in row) + "\n" for row in rows)
    return text.encode()


def as_csv(lines: list[str]) -> bytes:
    rows = [row for block in blocks_of(lines) for row in ([[block]] if isinstance(block, str) else block)]
    quoted = [['"' + cell.replace('"', '""').replace(PARAGRAPH, "\n") + '"' for cell in row] for row in rows]
    return "".join(";".join(row) + "\n" for row in quoted).encode("utf-8-sig")


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "docx": as_docx, "html": as_html, "xlsx": as_xlsx, "txt": as_txt, "csv": as_csv,
}  # fmt: skip
