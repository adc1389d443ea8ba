"""Where the columns of the plan go in the template's table: in the plan's order, widths by key."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from cchc.ooxml.package import W
from cchc.render.word.problems import Refused, Spot, TemplateProblem


@dataclass(frozen=True, slots=True)
class Place:
    """One column of the output: the template's column it copies, the plan's key, the width in twips."""

    source: int
    key: str | None
    width: int
    alias: str | None = None  # how the caption of a column that the template does not have is called in tags


def lay_out(template: Sequence[str | None], widths: Sequence[int], spoken: set[str], plan: Sequence[str]) -> list[Place]:
    """Place the plan's columns by the template's keys.

    `template` has None for a column that the office fills in by hand: it stays, last if the order changes.
    `spoken` are the keys that the template prints inside another column; they get none of their own.
    """
    wanted = [key for key in plan if key in template or key not in spoken]
    if wanted == [key for key in template if key is not None]:
        return [Place(index, key, widths[index]) for index, key in enumerate(template)]
    average = sum(widths) // len(widths)
    last = max(index for index, key in enumerate(template) if key is not None)
    places = []
    for key in wanted:
        if key in template:
            source = list(template).index(key)
            places.append(Place(source, key, widths[source]))
        else:
            places.append(Place(last, key, average, alias=caption_alias(list(plan).index(key))))
    places += [Place(index, None, widths[index]) for index, key in enumerate(template) if key is None]
    return _rescale(places, sum(widths))


def caption_alias(position: int) -> str:
    """Return the name by which a tag reaches the caption of the plan's column at a position."""
    return f"_{position}"


def _rescale(places: list[Place], total: int) -> list[Place]:
    raw = sum(place.width for place in places)
    edges = [0]
    for place in places:
        edges.append(edges[-1] + place.width)
    exact = [edge * total // raw for edge in edges]
    return [Place(place.source, place.key, exact[index + 1] - exact[index], place.alias) for index, place in enumerate(places)]


def column_widths(table: Any, cells: Sequence[Any]) -> list[int]:
    """Return the widths of a row's cells in twips: their own, else the grid's, else 1500."""
    grid = [column.get(W + "w") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    widths = []
    for index, cell in enumerate(cells):
        width = cell.find(f"{W}tcPr/{W}tcW")
        own = width.get(W + "w") if width is not None and width.get(W + "type") == "dxa" else None
        text = own or (grid[index] if len(grid) == len(cells) else None) or ""
        widths.append(int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 32_000 else 1_500)
    return widths


def set_grid(table: Any, widths: Sequence[int]) -> None:
    """Give the table's grid these widths."""
    grid = table.find(W + "tblGrid")
    if grid is None:
        grid = etree.Element(W + "tblGrid")
        table.insert(1 if table.find(W + "tblPr") is not None else 0, grid)
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, W + "gridCol").set(W + "w", str(width))


def set_cell(cell: Any, width: int, span: int = 1) -> None:
    """Give a cell its width and the number of columns it spans; it is merged with no cell above."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    for tag in ("tcW", "gridSpan", "hMerge", "vMerge"):
        for old in properties.findall(W + tag):
            properties.remove(old)
    new_width = etree.Element(W + "tcW")
    new_width.set(W + "w", str(width))
    new_width.set(W + "type", "dxa")
    properties.insert(1 if properties.find(W + "cnfStyle") is not None else 0, new_width)
    if span > 1:
        new_span = etree.Element(W + "gridSpan")
        new_span.set(W + "val", str(span))
        new_width.addnext(new_span)


def reshape_row(row: Any, places: Sequence[Place], columns: int, part: str) -> None:
    """Bring a row around the rows of the plan (a caption, a closing line) to the plan's columns."""
    cells = row.findall(W + "tc")
    if len(cells) == 1:
        set_cell(cells[0], sum(place.width for place in places), len(places))
        return
    if len(cells) != columns or row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None:
        text = "".join(row.itertext())[:60]
        raise Refused(TemplateProblem("not-allowed", Spot(part, "body"), name="gridSpan", tag=text, reason="merged"))
    copies = [_copy(cells[place.source], place) for place in places]
    at = row.index(cells[0])
    for cell in cells:
        row.remove(cell)
    row[at:at] = copies


def _copy(cell: Any, place: Place) -> Any:
    copy = deepcopy(cell)
    merge = copy.find(f"{W}tcPr/{W}vMerge")
    set_cell(copy, place.width)
    if merge is not None:
        copy.find(f"{W}tcPr/{W}tcW").addnext(merge)
    if place.alias is not None:
        texts = list(copy.iter(W + "t"))
        for text in texts:
            text.text = ""
        if texts:
            texts[0].text = f"{{{{ columns.{place.alias} }}}}"
    return copy
