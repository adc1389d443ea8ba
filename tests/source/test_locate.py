"""Where a node of a file stands."""

import pytest

from cchc.diagnostics import FileSpan, Finding, NodePath, Span
from cchc.source.locate import Locator, read_nodes, span_of

TEXT = "a:\n  - {id: x, by: 2025-01-01}\n  - [1, 2]\n  - null\nb: |\n  dòng\n  hai\n"
AT = NodePath("f.yaml")


@pytest.mark.parametrize(
    ("path", "span"),
    [
        (AT, Span(1, 1)),
        (AT / "b", Span(5, 4)),
        ((AT / "b").key(), Span(5, 1, 1)),
        (AT / "a" / 0, Span(2, 5, 23)),
        (AT / "a" / 0 / "by", Span(2, 17, 10)),
        ((AT / "a" / 0 / "by").key(), Span(2, 13, 2)),
        ((AT / "a" / 0).first_key(), Span(2, 6, 2)),
        ((AT / "a" / 1).first_key(), Span(3, 5, 6)),  # a list has no keys
        ((AT / "a" / 2).first_key(), Span(4, 5, 4)),  # a scalar holds nothing
        ((AT / "a" / 0).key(), Span(2, 5, 23)),  # an item has no key
        (AT / "a" / 0 / "at" / "deeper", Span(2, 5, 23)),  # the nearest above what is not there
    ],
)
def test_the_span_of_a_route(path: NodePath, span: Span) -> None:
    assert span_of(read_nodes(TEXT), path) == span


def test_a_file_without_a_node() -> None:
    assert read_nodes("") is None
    assert read_nodes("# chỉ có chú thích\n") is None
    assert span_of(None, AT / "a") == Span(1, 1)


def test_what_comes_before_a_fault_has_its_place() -> None:
    assert span_of(read_nodes("a: 1\nb: [\n"), AT / "a") == Span(1, 4)
    assert read_nodes("[") is not None
    assert read_nodes("@") is None


def test_a_finding_beyond_the_end_of_a_file_that_has_changed() -> None:
    locator = Locator(lambda file: "a: 1\n" if file == "f.yaml" else None)
    placed = locator.place(Finding("yaml-syntax", FileSpan("f.yaml", Span(9, 1))), lambda path: path)
    assert (placed.span, placed.source_line) == (Span(9, 1), "")
    gone = locator.place(Finding("missing-key", NodePath("gone.yaml", ("a",))), lambda path: path)
    assert (gone.file, gone.span, gone.source_line) == ("gone.yaml", Span(1, 1), "")


def test_a_section_s_own_file_is_read() -> None:
    locator = Locator(lambda file: "title: A\r\nnumber: I\r\n")
    finding = Finding("missing-key", NodePath("plan.yaml", ("sections", 0, "number")))
    placed = locator.place(finding, lambda path: NodePath("sections/a.yaml", path.keys[2:], path.spot))
    assert (placed.file, placed.span, placed.source_line) == ("sections/a.yaml", Span(2, 9), "number: I")
