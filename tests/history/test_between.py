"""What lies between two revisions."""

from pathlib import Path

import pytest

from cchc import history
from cchc.errors import NoHistory
from tests.cli.repository import commit, git, make


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make(tmp_path, {})
    return tmp_path


def named(root: Path, revision: str) -> str:
    return git(root, "rev-parse", revision)


def test_commits_the_oldest_first_without_merges(root: Path) -> None:
    first = named(root, "HEAD")
    git(root, "checkout", "-q", "-b", "nhanh")
    commit(root, "Một\n\nChi tiết của một", {"a": "1"})
    git(root, "checkout", "-q", "main")
    commit(root, "Hai", {"b": "2"})
    git(root, "merge", "-q", "--no-ff", "-m", "Gộp", "nhanh")
    found = history.commits_between(root, first, named(root, "HEAD"))
    assert {(one.parent, one.message) for one in found} == {(first, "Một\n\nChi tiết của một"), (first, "Hai")}
    assert history.merge_base(root, named(root, "nhanh"), named(root, "HEAD^1")) == first


def test_the_first_commit_has_no_parent(root: Path) -> None:
    git(root, "checkout", "-q", "--orphan", "khac")
    commit(root, "Gốc")
    (found,) = history.commits_between(root, named(root, "main"), named(root, "khac"))
    assert (found.parent, found.message) == (None, "Gốc")


def test_what_git_does_not_have(root: Path) -> None:
    with pytest.raises(NoHistory) as caught:
        history.commits_between(root, named(root, "HEAD"), "0" * 40)
    assert caught.value.key == "history/refused"
