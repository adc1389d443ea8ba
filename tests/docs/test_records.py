"""The records of the project: decisions, the changelog, links between pages, nothing of anybody's own machine."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from cchc import __version__

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted(path for pattern in ("*.md", "docs/*.md", "docs/decisions/*.md") for path in REPOSITORY.glob(pattern))
TOLD_APART = [f"/{'work'}/", f"/tmp/{'dev'}", f".{'library'}", f"{'farm'}-"]
"""Places of the machines that this was written on; put together here, so that this file does not name them."""
OURS = ("cchc", "docs", "plans", "templates", "tests", ".ci", ".github")


def test_each_decision_has_a_number_of_its_own() -> None:
    names = [path.name for path in (REPOSITORY / "docs/decisions").glob("*.md")]
    assert all(re.fullmatch(r"[0-9]{4}-[a-z0-9-]+\.md", name) for name in names)
    assert [number for number, count in Counter(name[:4] for name in names).items() if count > 1] == []


@pytest.mark.parametrize("path", sorted((REPOSITORY / "docs/decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_says_why_what_and_what_then(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# {path.name[:4]} ")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## Context",
        "## Choice",
        "## Consequences",
    ]


def test_the_changelog_has_the_current_version() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(__version__)}\] - (?:Unreleased|\d{{4}}-\d{{2}}-\d{{2}})$", text, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            assert anchor in _anchors(target), f"{page.name}: {link}"


def _anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to a page's headings."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_path_that_a_page_names_is_there() -> None:
    for page in PAGES:
        for path in re.findall(r"`((?:cchc|tests|docs|templates)/[\w./-]+)`", page.read_text(encoding="utf-8")):
            assert "NNNN" in path or (REPOSITORY / path).exists(), f"{page.name}: {path}"


def test_versions_are_pinned_and_come_from_any_index() -> None:
    for line in (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][\w.]*", line), line


def test_no_file_names_a_place_of_the_machine_it_was_written_on() -> None:
    files = [path for path in REPOSITORY.iterdir() if path.is_file()]
    files += [path for folder in OURS for path in (REPOSITORY / folder).rglob("*") if path.is_file()]
    named = [
        f"{path.relative_to(REPOSITORY)}: {place}"
        for path in files
        if "__pycache__" not in path.parts and not path.name.startswith(".coverage") and path.name != ".git"
        for place in TOLD_APART
        if place.encode() in path.read_bytes()
    ]
    assert named == []
