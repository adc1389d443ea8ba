"""The schemas and the loader accept and refuse the same files, each fault at the same place.

A schema sees one file, after another parser has read it, so it cannot tell what is listed in `is_told_by_schemas`, nor
what only the checks know: references, duplicates, the name of a plan's folder, wordings, whether a time zone exists.
Two things it refuses that the loader takes: a truth value in quotes, and one where a text is due.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import ValidationError

from cchc.diagnostics import Finding, NodePath
from cchc.files import FolderReader, Overlay, Reader
from cchc.source.layout import shape_of
from cchc.source.load import load_plan, load_workspace
from cchc.source.nodes import new_file
from cchc.source.tree import parse
from tests.test_invalid_examples import CASES, lay_out

REPOSITORY = Path(__file__).parents[2]
SHAPE = {"unknown-key", "missing-key", "wrong-type", "invalid-value", "invalid-date"}
SHAPE_CASES = [
    case for case in CASES if case.code in SHAPE or (case.code == "path-outside" and case.path.stem.startswith("section-file"))
]
FILES = [path.relative_to(REPOSITORY).as_posix() for path in sorted(REPOSITORY.glob("plans/**/*.yaml"))] + ["cchc.yaml"]
TERMS_TOO_LONG_OR_BACKWARDS = {"16..6 working days", "999999 years"}
PLACE_OF_1E3 = NodePath("plans/p/plan.yaml", ("tasks", 0, "targets", 2, "at_least"))
Faults = Callable[[str, str], list[ValidationError]]
Route = tuple[str | int, ...]


def is_told_by_schemas(finding: Finding) -> bool:
    """Return whether a schema can tell a finding: one file is seen, values are not compared, spelling is lost."""
    match finding.reason:
        case "order":  # a period or window that ends before it begins
            return False
        case "no-such-file" | "section-twice" | "link":
            return False
        case "term":
            return finding.params.get("value") not in TERMS_TOO_LONG_OR_BACKWARDS
        case "number":  # `1e3` is a number to an editor
            return finding.at != PLACE_OF_1E3
        case _:
            return True


def found_by_the_loader(reader: Reader) -> Iterator[tuple[NodePath, Finding]]:
    """Yield what is wrong with the shape of a workspace's files, each at its own file."""
    workspace = load_workspace(reader)
    pairs = [(finding, lambda at: at) for finding in workspace.findings]
    for folder in workspace.plan_folders:
        loaded = load_plan(reader, folder)
        pairs += [(finding, loaded.resolve) for finding in loaded.findings]
    for finding, resolve in pairs:
        if finding.code in SHAPE or finding.code == "path-outside":
            assert isinstance(finding.at, NodePath)
            yield resolve(finding.at), finding


def is_about(fault: ValidationError, route: Route) -> bool:
    """Return whether a schema's fault tells of a route: at it, at its record, or at the choice that it is part of."""
    path = tuple(fault.absolute_path)
    depth = len(route) - len(path)
    return route[: len(path)] == path and (depth <= 1 or fault.validator == "anyOf")


def disagreements(reader: Reader, files: list[str], faults: Faults) -> list[str]:
    """Return what one side tells of the files and the other does not."""
    found = [(at, finding) for at, finding in found_by_the_loader(reader) if at.file in files]
    told = []
    for file in files:
        kind = str(shape_of(file)).removesuffix("-file")
        told += [(file, fault) for fault in faults(kind, reader.read(file).decode())]
    wrong = [
        f"the schema does not tell: {at.file} {at.keys} {finding.code}/{finding.reason}"
        for at, finding in found
        if is_told_by_schemas(finding) and not any(file == at.file and is_about(fault, at.keys) for file, fault in told)
    ]
    return wrong + [
        f"the loader does not tell: {file} {fault.json_path} {fault.message}"
        for file, fault in told
        if not any(file == at.file and is_about(fault, at.keys) for at, _ in found)
    ]


@pytest.mark.parametrize("case", SHAPE_CASES, ids=[f"{case.code}/{case.path.stem}" for case in SHAPE_CASES])
def test_both_tell_the_same_faults_of_a_broken_input(case: Any, tmp_path: Path, faults: Faults) -> None:
    lay_out(case, tmp_path)
    files = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.yaml"))]
    assert disagreements(FolderReader(tmp_path), files, faults) == []


def test_the_plan_of_this_repository_is_as_the_schemas_say(faults: Faults) -> None:
    assert len(FILES) >= 6
    for file in FILES:
        kind = str(shape_of(file)).removesuffix("-file")
        assert [fault.message for fault in faults(kind, (REPOSITORY / file).read_text(encoding="utf-8"))] == [], file


VALUES = st.sampled_from(
    [
        *(None, "", " ", "x", "Xin chào", "2025", "0", "7", "1.5", "-1", "no", "last", "2025-11-30", "31/11/2025", "2025-Q2"),
        *("45 days", "forward", "17:00", "a@b.vn", "sections/b-ii.yaml", [], ["x"], [None], ["2025", "7"], {}, {"a": "b"}),
        *({"by": "2025-12-20"}, {"unit": "x", "as": "X"}, {"units": ["x"], "text": "X"}),
    ]
)


def routes_in(data: Any, above: Route = ()) -> Iterator[Route]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*above, key)
        yield from routes_in(value, (*above, key))


def mutated(data: Any, route: Route, action: str, value: Any) -> Any:
    """Return data with what stands at a route taken out, replaced, or under another key."""
    key, *rest = route
    copy = dict(data) if isinstance(data, dict) else list(data)
    if rest:
        copy[key] = mutated(copy[key], tuple(rest), action, value)
    elif action == "replace":
        copy[key] = value
    else:
        gone = copy.pop(key)
        if action == "rename" and isinstance(copy, dict):
            copy[f"{key}x"] = gone
    return copy


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_both_tell_the_same_of_a_file_with_one_change(file: str, data: st.DataObject, faults: Faults) -> None:
    reader = FolderReader(REPOSITORY)
    own = parse(file, reader.read(file).decode()).data
    route = data.draw(st.sampled_from(list(routes_in(own))))
    changed = mutated(own, route, data.draw(st.sampled_from(["remove", "rename", "replace"])), data.draw(VALUES))
    text = new_file(changed, shape_of(file) or "")
    assert disagreements(Overlay(reader, {file: text.encode()}), [file], faults) == [], text
