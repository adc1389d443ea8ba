"""The registry of formats: names only, until one is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from cchc.render.appendix import FORMATS, FROM_TEMPLATE, renderer_for

ROOT = Path(__file__).resolve().parents[3]


def test_an_unknown_ending_has_no_renderer():
    with pytest.raises(KeyError):
        renderer_for(".odt")


def test_each_format_has_a_renderer():
    assert [ending for ending in FORMATS if ending not in FROM_TEMPLATE and not callable(renderer_for(ending))] == []


def test_a_workbook_is_written_without_what_word_files_need():
    code = """if True:
        import sys
        from cchc.render.appendix.as_xlsx import render
        from cchc.views.appendix import Appendix, Cell, Column, TaskRow
        row = TaskRow("a", (Cell(("b",)),))
        assert render(Appendix("P", ("T",), "I", (Column("content", "C"),), (row,), "p", "S", None))
        print(sorted({"lxml", "jinja2", "docxtpl", "docx"} & set(sys.modules)))
    """
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_nothing_heavy_is_loaded_before_it_is_asked_for():
    heavy = "{'lxml', 'jinja2', 'docxtpl', 'docx', 'xlsxwriter'}"
    code = f"import sys, cchc.render.appendix; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
