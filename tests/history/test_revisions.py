"""A workspace as it stood at a revision; hostile repositories are in security/test_git.py."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc import history
from cchc.cli.app import main
from cchc.errors import CchcError, NoHistory, UsageError
from cchc.files import Entry, FolderReader, LeadsOut, TooLarge
from cchc.history import git
from cchc.messages import LANGUAGES, screen
from cchc.render.appendix import FORMATS

REPOSITORY = Path(__file__).parents[2]
ISOLATED = {
    "PATH": os.environ["PATH"],
    "HOME": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_{what}": "van-phong" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}
Git = Callable[..., str]


def call_git(folder: Path, *arguments: str, **options: object) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, env=ISOLATED, check=True, capture_output=True, **options)
    return done.stdout.decode("utf-8").strip()


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def commit(folder: Path, files: dict[str, bytes] | None = None) -> str:
    """Write files, commit all there is, return the commit's id."""
    write(folder, files or {})
    call_git(folder, "add", "-A")
    call_git(folder, "commit", "-q", "--allow-empty", "-m", "Kế hoạch")
    return call_git(folder, "rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The settings of the person who runs the tests have no say."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty repository."""
    folder = tmp_path / "kho"
    folder.mkdir()
    call_git(folder, "init", "-q", "-b", "main")
    return folder


def refused(folder: Path, revision: str) -> tuple[type[CchcError], str]:
    with pytest.raises(CchcError) as caught:
        history.at_revision(folder, revision)
    for language in LANGUAGES:
        assert screen(language, caught.value.key, **caught.value.params)
    return type(caught.value), caught.value.key


def test_what_was_committed_is_listed_and_read(root: Path) -> None:
    first = commit(root, {"cchc.yaml": b"format: 1\n", "plans/q/plan.yaml": b"\xff\r\n", "plans/a.yaml": b""})
    commit(root, {"plans/a.yaml": b"later"})
    (root / "plans/a.yaml").write_bytes(b"not committed")
    (root / "plans/link").symlink_to("a.yaml")
    call_git(root, "update-index", "--add", "--cacheinfo", f"160000,{first},plans/sub")
    call_git(root, "add", "plans/link")
    call_git(root, "commit", "-q", "-m", "x")
    with history.at_revision(root, "HEAD~2") as reader:
        assert reader.commit == first
        assert reader.list("plans") == [Entry("a.yaml", is_folder=False, is_file=True), Entry("q", is_folder=True, is_file=False)]
        assert (reader.read("plans/a.yaml"), reader.read("plans/q/plan.yaml")) == (b"", b"\xff\r\n")
    with history.at_revision(root, "main") as reader:
        assert reader.read("plans/a.yaml") == b"later"
        assert reader.list("plans")[1:] == [
            Entry("link", is_folder=False, is_file=False),
            Entry("q", is_folder=True, is_file=False),
            Entry("sub", is_folder=False, is_file=False),
        ]
        for path in ("plans", "plans/link", "plans/sub", "plans/link/x", "plans/sub/plan.yaml"):
            with pytest.raises(LeadsOut):
                reader.read(path)
        for path in ("plans/nothing", "plans/a.yaml/x", "..", "../kho/cchc.yaml", "/cchc.yaml"):
            with pytest.raises(FileNotFoundError):
                reader.read(path)
        assert [reader.list(path) for path in ("plans/nothing", "plans/a.yaml", "plans/link", "plans/sub", "..")] == [[]] * 5


def test_what_is_too_large_stops_nothing_else(root: Path) -> None:
    commit(root, {"cchc.yaml": b"", "large": b"x" * 1_000_000, "plain": b"12345"})
    with history.at_revision(root, "HEAD") as reader:
        with pytest.raises(TooLarge):
            reader.read("large", 5)
        assert reader.read("plain", 5) == b"12345"
        with pytest.raises(TooLarge):
            reader.read("plain", 4)
        assert reader.read("large") == b"x" * 1_000_000


@pytest.mark.parametrize("name", ["ke hoach", "Kế hoạch năm 2025", "a[b]c", "=x,y", "-x", "a'b$(c)"])
def test_a_workspace_in_a_folder_of_any_name(root: Path, name: str) -> None:
    commit(
        root, {f"{name}/cchc.yaml": b"here", f"{name}/Văn bản.yaml": b"v", "cchc.yaml": b"top", f"{name}x/cchc.yaml": b"other"}
    )
    with history.at_revision(root / name, "HEAD") as reader:
        assert [entry.name for entry in reader.list("")] == ["Văn bản.yaml", "cchc.yaml"]
        assert (reader.read("cchc.yaml"), reader.read("Văn bản.yaml")) == (b"here", b"v")


def test_names_that_differ_in_case_are_two_files(root: Path) -> None:
    file = call_git(root, "hash-object", "-w", "--stdin", input=b"x")
    for name in ("cchc.yaml", "plans/A.yaml", "plans/a.yaml"):
        call_git(root, "update-index", "--add", "--cacheinfo", f"100644,{file},{name}")
    call_git(root, "commit", "-q", "-m", "x")
    with history.at_revision(root, "HEAD") as reader:
        assert [entry.name for entry in reader.list("plans")] == ["A.yaml", "a.yaml"]


def test_a_bare_repository_a_worktree_and_a_submodule(root: Path, tmp_path: Path) -> None:
    made = commit(root, {"cchc.yaml": b"x"})
    call_git(tmp_path, "clone", "-q", "--bare", str(root), "bare.git")
    call_git(root, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    outer = tmp_path / "outer"
    outer.mkdir()
    call_git(outer, "init", "-q")
    call_git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(root), "inner")
    for place in (tmp_path / "bare.git", tmp_path / "tree", outer / "inner"):
        with history.at_revision(place, "HEAD") as reader:
            assert (reader.commit, reader.read("cchc.yaml")) == (made, b"x")


@pytest.mark.parametrize(
    "revision",
    ["", "nope", "--output=x", "-h", "--all", "HEAD:plans", ":/no such text", ":0:cchc.yaml", "@{u}", "HEAD~9", "^HEAD", "HEAD..main",
     "HEAD\nmain", "HEAD\0", "\udcff", "x" * 100_000, "f" * 40, "HEAD main", "HEAD^{tree}", "$(touch x)", "a" * 999],
)  # fmt: skip
def test_what_names_no_commit(root: Path, revision: str) -> None:
    commit(root, {"cchc.yaml": b"", "plans/a.yaml": b""})
    before = sorted(path.name for path in root.iterdir())
    assert refused(root, revision) == (UsageError, "usage/no-such-revision")
    assert sorted(path.name for path in root.iterdir()) == before


def test_every_way_to_name_a_commit(root: Path) -> None:
    first = commit(root, {"cchc.yaml": b""})
    call_git(root, "tag", "-a", "-m", "x", "ban-hanh-2025")
    second = commit(root, {"cchc.yaml": b"2"})
    for revision in (first, first[:12], "ban-hanh-2025", "HEAD~1", "main^", "refs/tags/ban-hanh-2025", "main@{1}"):
        assert history.at_revision(root, revision).commit == first, revision
    for revision in (second, "HEAD", "main", "@", "@{0}"):
        assert history.at_revision(root, revision).commit == second, revision


def test_a_name_of_two_commits_is_not_guessed(root: Path) -> None:
    commit(root, {"cchc.yaml": b""})
    call_git(root, "tag", "hai")
    commit(root, {"cchc.yaml": b"2"})
    call_git(root, "branch", "hai")
    call_git(root, "config", "core.warnAmbiguousRefs", "false")
    assert refused(root, "hai") == (UsageError, "usage/ambiguous-revision")
    assert history.at_revision(root, "refs/tags/hai").commit == call_git(root, "rev-parse", "HEAD~1")


def test_situations_without_history(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path, "HEAD") == (NoHistory, "history/no-repository")
    assert refused(root, "HEAD") == (NoHistory, "history/no-commit")
    commit(root, {"a.yaml": b""})
    assert refused(root, "HEAD") == (NoHistory, "history/no-workspace")
    commit(root, {"cchc.yaml": b"", "sub/cchc.yaml": b""})
    assert refused(root / "sub", "HEAD~1") == (NoHistory, "history/no-workspace")
    monkeypatch.chdir(root)
    (root / "git").write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
    (root / "git").chmod(0o755)
    for path in ("", ".", f".{os.pathsep}{tmp_path}"):
        monkeypatch.setenv("PATH", path)
        assert refused(root, "HEAD") == (NoHistory, "history/no-git")
    assert not (root / "ran").exists()


def test_a_shallow_clone_says_that_it_is_one(root: Path, tmp_path: Path) -> None:
    first = commit(root, {"cchc.yaml": b""})
    commit(root, {"cchc.yaml": b"2"})
    call_git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "shallow")
    for revision in (first, "HEAD~1"):
        assert refused(tmp_path / "shallow", revision) == (NoHistory, "history/shallow")
    assert history.at_revision(tmp_path / "shallow", "HEAD").read("cchc.yaml") == b"2"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give a folder to another user")
def test_a_repository_of_another_user_is_refused_with_what_to_do(root: Path) -> None:
    commit(root, {"cchc.yaml": b""})
    for path in (root, root / ".git"):
        os.chown(path, 65534, 65534)
    assert refused(root, "HEAD") == (NoHistory, "history/not-yours")


def _object_file(root: Path, name: str) -> Path:
    found = call_git(root, "rev-parse", name)
    path = root / ".git" / "objects" / found[:2] / found[2:]
    path.chmod(0o644)
    return path


@pytest.mark.parametrize("is_gone", [True, False], ids=["missing", "broken"])
def test_a_missing_or_broken_object_is_named(root: Path, is_gone: bool) -> None:
    commit(root, {"cchc.yaml": b"format: 1\n", "plans/a.yaml": b"a"})

    def hurt(name: str) -> None:
        path = _object_file(root, name)
        if is_gone:
            path.unlink()
        else:
            path.write_bytes(b"broken")

    hurt("HEAD:plans/a.yaml")
    with history.at_revision(root, "HEAD") as reader:
        with pytest.raises(NoHistory) as caught:
            reader.read("plans/a.yaml")
        assert (caught.value.key, caught.value.params["path"]) == ("history/damaged", "plans/a.yaml")
        assert reader.read("cchc.yaml") == b"format: 1\n"
    hurt("HEAD:plans")
    assert refused(root, "HEAD") == (NoHistory, "history/damaged")
    hurt("HEAD")
    assert refused(root, "HEAD")[0] is NoHistory


def test_no_process_is_left_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, {"cchc.yaml": b"x"})
    started: list[subprocess.Popen[bytes]] = []
    usual = git.Git.start
    monkeypatch.setattr(git.Git, "start", lambda *args, **named: started.append(usual(*args, **named)) or started[-1])
    with history.at_revision(root, "HEAD") as reader:
        reader.read("cchc.yaml")
        assert started[-1].poll() is None
    dropped = history.at_revision(root, "HEAD")
    dropped.read("cchc.yaml")
    assert started[-1].poll() is None
    del dropped
    assert [process.returncode is not None for process in started] == [True] * 6


def test_git_that_does_not_answer_is_ended(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commit(root, {"cchc.yaml": b"x"})
    stuck = tmp_path / "bin" / "git"
    write(tmp_path, {"bin/git": f"#!{sys.executable}\nimport time\ntime.sleep(60)\n".encode()})
    stuck.chmod(0o755)
    monkeypatch.setenv("PATH", str(stuck.parent))
    monkeypatch.setattr(git, "_PATIENCE", 0.3)
    assert refused(root, "HEAD") == (NoHistory, "history/slow")


@pytest.fixture(scope="module")
def tree() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        call_git(Path(name), "init", "-q")
        call_git(Path(name), "config", "core.autocrlf", "false")
        yield Path(name)


NAMES = st.sampled_from(["a", "B", "plan.yaml", "Kế hoạch", ".an", "x y", "#", "é", "z\\w", "t\tb"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def _seen(reader: FolderReader | history.RevisionReader, paths: list[str]) -> list[object]:
    seen: list[object] = []
    for path in paths:
        try:
            seen.append((path, reader.list(path), reader.read(path, 20)))
        except (NotADirectoryError, FileNotFoundError):
            seen.append((path, reader.list(path), "none"))
        except (LeadsOut, TooLarge) as error:
            seen.append((path, reader.list(path), type(error)))
    return seen


@settings(max_examples=25, deadline=None)
@given(files=st.dictionaries(PATHS, st.one_of(st.binary(max_size=30), st.none()), max_size=8), others=st.lists(PATHS, max_size=4))
def test_a_revision_is_read_as_its_checkout(tree: Path, files: dict[str, bytes | None], others: list[str]) -> None:
    """What is None is a link."""
    for path in tree.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    (tree / "cchc.yaml").write_bytes(b"format: 1\n")
    for name, content in files.items():
        path = tree / name
        if (
            any(above.is_symlink() or above.is_file() for above in path.parents if above != tree)
            or path.exists()
            or path.is_symlink()
        ):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to("cchc.yaml") if content is None else path.write_bytes(content)
    asked = [*files, *others, *(f"{name}/x" for name in files), *(name.rpartition("/")[0] for name in files)]
    paths = [path for path in asked if path]
    call_git(tree, "add", "-A", "-f")
    call_git(tree, "commit", "-q", "--allow-empty", "-m", "x")
    on_disk = FolderReader(tree)
    with history.at_revision(tree, "HEAD") as reader:
        shown = [entry for entry in on_disk.list("") if entry.name != ".git"]
        assert reader.list("") == shown
        assert _seen(reader, paths) == _seen(on_disk, paths)


@pytest.fixture
def office(root: Path) -> Path:
    """Return a repository with a plan in a folder, which was changed after the tag `ban-hanh`; its template too."""
    inside = root / "Sở Nội vụ"
    for name in ("plans", "templates"):
        shutil.copytree(REPOSITORY / name, inside / name)
    shutil.copy(REPOSITORY / "cchc.yaml", inside)
    commit(root)
    call_git(root, "tag", "ban-hanh")
    plan = inside / "plans/snv-2025/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Các phòng chuyên môn", "Mọi phòng"), encoding="utf-8")
    shutil.copy(inside / "templates/progress.docx", inside / "templates/appendix.docx")
    commit(root)
    return inside


@pytest.mark.parametrize("ending", FORMATS)
def test_a_revision_prints_as_its_checkout(office: Path, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_NOW", "2025-06-02T01:00:00Z")
    if ending == ".pdf":
        pytest.skip("a PDF carries the instant at which it was made")
    call_git(office, "worktree", "add", "-q", "--detach", str(tmp_path / "then"), "ban-hanh")
    now, then, at = (tmp_path / f"{name}{ending}" for name in ("now", "then", "at"))
    root = ["--root", str(office)]
    assert main(["render", str(now), *root]) == 0
    assert main(["render", str(then), "--root", str(tmp_path / "then" / office.name)]) == 0
    assert main(["render", str(at), *root, "--rev", "ban-hanh"]) == 0
    assert at.read_bytes() == then.read_bytes() != now.read_bytes()
    assert main(["render", str(at), *root, "--rev", "ban-hanh", "--check"]) == 0
    assert main(["render", str(now), *root, "--rev", "ban-hanh", "--check"]) == 1


def test_what_is_said_of_a_revision(office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.docx"
    plan = office / "plans/snv-2025/plan.yaml"
    plan.write_text("id: snv-2025\n", encoding="utf-8")
    commit(office)
    for arguments, status, said in (
        (["--rev", "HEAD"], 1, "plans/snv-2025 of revision “HEAD” is not printed: it had errors. Choose another revision."),
        (["--rev", "ban-hanh", "--check"], 1, f"There is no {out}. Write it with: cchc render {out} --rev ban-hanh"),
        (
            ["--rev", "khong-co"],
            2,
            "cchc: error: git has no revision “khong-co”. Give the id of a commit, a branch, a tag, or HEAD~1.",
        ),
        (["--rev", "ban-hanh"], 0, f"Wrote {out}."),
    ):
        assert main(["render", str(out), "--root", str(office), "--lang", "en", *arguments]) == status
        assert " ".join(capsys.readouterr().err.split()) == said
