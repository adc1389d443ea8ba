"""A plan's data with the section files that it names put in their places."""

from dataclasses import dataclass, field
from typing import Any

from cchc.diagnostics import Finding, NodePath, first_errors
from cchc.files import Reader
from cchc.source.reading import read_file
from cchc.source.tree import MAX_DEPTH, Data

Keys = tuple[str | int, ...]


@dataclass(slots=True)
class PlanTree:
    """`mounts` tells which route lies in which file; `is_whole` is False where a file is missing or broken."""

    data: Data
    findings: list[Finding] = field(default_factory=list)
    mounts: dict[Keys, str] = field(default_factory=dict)
    is_whole: bool = True
    has_allow: bool = False


class _Assembly:
    def __init__(self, reader: Reader, folder: str, tree: PlanTree) -> None:
        self.reader, self.folder, self.tree = reader, folder, tree
        self.mounted: set[str] = set()

    def mount_sections(self, record: Any, route: Keys, at: NodePath) -> None:
        """Replace the file names in `record["sections"]` by what the files hold, as deep as sections go."""
        sections = record.get("sections") if isinstance(record, dict) else None
        if not isinstance(sections, list):
            return
        dropped = []
        for index, entry in enumerate(sections):
            here, spot = (*route, "sections", index), at / "sections" / index
            if isinstance(entry, str):
                sections[index] = self._read_section(entry, here, spot)
                spot = NodePath(self.tree.mounts.get(here, spot.file)) if here in self.tree.mounts else spot
                if sections[index] is None:
                    dropped.append(index)
                    continue
            self.mount_sections(sections[index], here, spot)
        for index in dropped:  # a section that was not read leaves its place, so that the routes of the others stay
            sections[index] = {"number": "", "title": "?"}

    def _read_section(self, name: str, route: Keys, at: NodePath) -> Data:
        path = _inside(name)
        if path is None:
            return self._without(Finding("path-outside", at, {"path": name}))
        if not path.endswith(".yaml"):
            return self._without(Finding("invalid-value", at, {"value": name}, "section-file"))
        file = f"{self.folder}/{path}"
        if file in self.mounted or len(route) > MAX_DEPTH:
            return self._without(Finding("invalid-value", at, {"value": name}, "section-twice"))
        content = read_file(self.reader, file)
        if content is None:
            return self._without(Finding("invalid-value", at, {"value": name}, "no-such-file"))
        if content.findings and content.findings[0].code == "path-outside":
            return self._without(Finding("path-outside", at, {"path": name}, "link"))
        self.mounted.add(file)
        self.tree.findings += content.findings
        self.tree.has_allow |= content.has_allow
        if not content.is_whole:
            self.tree.is_whole = False
            return None
        self.tree.mounts[route] = file
        return {} if content.data is None else content.data

    def _without(self, finding: Finding) -> Data:
        self.tree.findings.append(finding)
        self.tree.is_whole = False
        return None


def _inside(name: str) -> str | None:
    """Return the path when it stays inside the folder it is relative to, else None."""
    parts = name.split("/")
    if "\\" in name or ":" in name or any(part in {"", ".", ".."} or part.endswith((" ", ".")) for part in parts):
        return None
    return name


def assemble(reader: Reader, folder: str, data: Data) -> PlanTree:
    """Return a plan's data with its section files read and put in place."""
    tree = PlanTree(data)
    at = NodePath(f"{folder}/plan.yaml")
    _Assembly(reader, folder, tree).mount_sections(data, (), at)
    tree.findings = list(first_errors(tree.findings, at.file))
    return tree
