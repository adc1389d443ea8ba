"""`cchc issue` in real repositories: what it records, what it tags, and what it refuses before anything is changed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.cli.app import main
from cchc.files import MAX_FILE_BYTES
from tests.cli.repository import CCHC, lay_out
from tests.cli.terminal import at_terminal

PLAN = """\
id: p
title: KẾ HOẠCH NĂM 2025
year: 2025
document:
  number: null  # bản trình ký
  symbol: KH-SNV
  issued_on: null
tasks:
  - {id: a, content: Việc một, lead: [u], deadline: Quý I/2025}
"""
SIGNED = PLAN.replace("number: null  # bản trình ký", "number: 12    # bản trình ký").replace("null", "2025-01-15")
FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/p/plan.yaml": PLAN,
    ".gitignore": ".cchc.lock\n",
}
ISSUE = ("issue", "p", "--number", "12/KH-SNV", "--on", "15/1/2025")
REFUSED = "Nothing was written: with this change the plan would have the errors above."
RECORDED = "Wrote plans/p/plan.yaml.\n"
NEXT = "Next: commit plans/p/plan.yaml.\nPush the tag: git push origin issued/p\n"
WHO = {f"GIT_{role}_{what}": "van-thu" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
Run = Callable[..., tuple[int, str, str]]


def git(folder: Path, *arguments: str, **options: object) -> str:
    surroundings = {**os.environ, **WHO, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=surroundings, check=True, capture_output=True, **options)
    return done.stdout.decode("utf-8").strip()


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "Kế hoạch")
    return git(folder, "rev-parse", "HEAD")


def tags(folder: Path) -> list[str]:
    return git(folder, "tag").splitlines()


def edit(folder: Path, old: str, new: str, name: str = "plans/p/plan.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def plan_of(folder: Path) -> str:
    return (folder / "plans/p/plan.yaml").read_text(encoding="utf-8")


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace that no git knows, which is also the current folder."""
    root = tmp_path / "so-noi-vu"
    lay_out(root, FILES)
    monkeypatch.chdir(root)
    for name, value in {"CCHC_LANG": "en", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), **WHO}.items():
        monkeypatch.setenv(name, value)
    return root


@pytest.fixture
def office(bare: Path) -> Path:
    """Return the same workspace with its plan committed."""
    git(bare, "init", "-q", "-b", "main")
    commit(bare)
    return bare


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def test_number_and_date_are_recorded_and_what_was_signed_is_tagged(run: Run, office: Path) -> None:
    head = git(office, "rev-parse", "HEAD")
    told = f"Tagged {head[:12]}, which is what was signed, as issued/p.\n"
    assert run(*ISSUE) == (0, "", RECORDED + told + NEXT)
    assert plan_of(office) == SIGNED
    assert git(office, "rev-parse", "issued/p^{commit}", "HEAD") == f"{head}\n{head}"
    kept = git(office, "cat-file", "tag", "issued/p").splitlines()
    assert kept[:3] == [f"object {head}", "type commit", "tag issued/p"]
    assert kept[3].startswith("tagger van-thu <van-thu> ")
    assert kept[4:] == ["", "Ban hành Kế hoạch số 12/KH-SNV ngày 15/01/2025"]
    assert git(office, "status", "--porcelain") == "M plans/p/plan.yaml"
    assert git(office, "fsck", "--strict") == ""


def test_a_symbol_comes_with_the_number_where_the_plan_has_none(run: Run, office: Path) -> None:
    edit(office, "  symbol: KH-SNV\n", "")
    commit(office)
    assert run(*ISSUE)[0] == 0
    assert plan_of(office) == SIGNED
    assert git(office, "tag", "-l", "--format=%(contents)").strip() == "Ban hành Kế hoạch số 12/KH-SNV ngày 15/01/2025"


@pytest.mark.parametrize(("symbol", "printed"), [("  symbol: KH-SNV\n", "12/KH-SNV"), ("", "12")])
def test_a_number_alone_takes_the_symbol_of_the_plan(symbol: str, printed: str, run: Run, office: Path) -> None:
    edit(office, "  symbol: KH-SNV\n", symbol)
    commit(office)
    assert run("issue", "p", "--number", "12", "--on", "2025-01-15")[0] == 0
    assert plan_of(office) == SIGNED.replace("  symbol: KH-SNV\n", symbol)
    assert git(office, "tag", "-l", "--format=%(contents)").strip() == f"Ban hành Kế hoạch số {printed} ngày 15/01/2025"


@pytest.mark.parametrize("head", ["", "document: {number: null, symbol: KH-SNV}\n"])
def test_a_head_without_lines_of_its_own_is_written(head: str, run: Run, office: Path) -> None:
    edit(office, PLAN[PLAN.index("document") : PLAN.index("tasks")], head)
    commit(office)
    assert run(*ISSUE)[0] == 0
    assert "document:\n  number: 12\n  symbol: KH-SNV\n  issued_on: 2025-01-15\n" in plan_of(office)


def test_a_dry_run_shows_the_change_and_changes_and_tags_nothing(run: Run, office: Path) -> None:
    head, objects = git(office, "rev-parse", "HEAD"), git(office, "count-objects")
    status, out, told = run(*ISSUE, "--dry-run")
    assert [line for line in out.splitlines() if line[0] in "+-"][2:] == [
        "-  number: null  # bản trình ký",
        "+  number: 12    # bản trình ký",
        "-  issued_on: null",
        "+  issued_on: 2025-01-15",
    ]
    assert (status, told) == (0, f"Would tag {head[:12]}, which is what was signed, as issued/p.\n")
    assert (plan_of(office), tags(office)) == (PLAN, [])
    assert git(office, "count-objects") == objects


def test_issued_before_with_the_same_number_and_date_only_the_missing_tag_is_made(run: Run, office: Path) -> None:
    before = "This number and date were recorded before; the file stays as it is.\n"
    (office / "plans/p/plan.yaml").write_text(SIGNED, encoding="utf-8")
    head = commit(office)
    told = f"{before}Tagged {head[:12]}, which is what was signed, as issued/p.\nPush the tag: git push origin issued/p\n"
    assert run("issue", "p", "--number", "12", "--on", "2025-01-15") == (0, "", told)
    assert git(office, "rev-parse", "issued/p^{commit}") == head
    edit(office, "Việc một", "Việc khác")
    commit(office)
    assert run(*ISSUE) == (0, "", f"{before}The tag issued/p is there already and stays.\n")
    assert git(office, "rev-parse", "issued/p^{commit}") == head


@pytest.mark.parametrize("recorded", ["12/KH-SNV", '"12"'])
def test_a_number_recorded_with_its_symbol_is_the_same(recorded: str, run: Run, office: Path) -> None:
    edit(office, "number: null  # bản trình ký", f"number: {recorded}")
    edit(office, "  symbol: KH-SNV\n", "" if "/" in recorded else "  symbol: KH-SNV\n")
    commit(office)
    before = plan_of(office)
    assert run(*ISSUE)[0] == 0
    assert plan_of(office) == before.replace("issued_on: null", "issued_on: 2025-01-15")


@pytest.mark.parametrize(
    ("recorded", "arguments", "said"),
    [
        (SIGNED, ["--number", "13", "--on", "2025-01-15"], "p was issued under the number 12/KH-SNV on 2025-01-15."),
        (SIGNED, ["--number", "12", "--on", "2025-01-16"], "put its number into document.amended_by."),
        (PLAN.replace("number: null", "number: 12"), ["--number", "13", "--on", "2025-01-15"], "number 12/KH-SNV on …."),
        (SIGNED.replace("number: 12 ", "number: null "), ["--number", "12", "--on", "2025-01-16"], "number … on 2025-01-15."),
        (PLAN, ["--number", "12/KH-UBND", "--on", "2025-01-15"], "The symbol of p is KH-SNV, not KH-UBND."),
        (PLAN, ["--number", "12/", "--on", "2025-01-15"], "--number: “12/” is blank"),
        (PLAN, ["--number", "/KH-SNV", "--on", "2025-01-15"], "--number: “/KH-SNV” is blank"),
        (PLAN, ["--number", "1\u202e2", "--on", "2025-01-15"], "--number: "),
        (PLAN, ["--number", "12", "--on", "31/2/2025"], "--on: “31/2/2025” is not a date"),
        (PLAN, ["--on", "2025-01-15"], "--number is missing"),
        (PLAN, ["--number", "12"], "--on is missing"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_named(
    recorded: str, arguments: list[str], said: str, run: Run, office: Path
) -> None:
    (office / "plans/p/plan.yaml").write_text(recorded, encoding="utf-8")
    commit(office)
    status, out, told = run("issue", "p", *arguments)
    assert (status, out, said in told) == (2, "", True), told
    assert (plan_of(office), tags(office)) == (recorded, [])


def test_an_unknown_plan_is_named_with_those_there_are(run: Run, office: Path) -> None:
    status, _, told = run("issue", "q", "--number", "12", "--on", "2025-01-15")
    assert (status, told) == (2, "cchc: error: There is no plan “q”. Plans: p.\n")


def test_a_plan_with_errors_is_refused(run: Run, office: Path) -> None:
    edit(office, "lead: [u]", "lead: [khong-co]")
    commit(office)
    told = "Nothing was written: plans/p or a shared file has errors. See them with: cchc validate\n"
    assert run(*ISSUE) == (1, "", told)
    assert tags(office) == []


def test_a_change_that_validate_would_refuse_is_refused(run: Run, office: Path) -> None:
    full = PLAN + "#" * (MAX_FILE_BYTES - len(PLAN.encode()) - 1) + "\n"
    (office / "plans/p/plan.yaml").write_text(full, encoding="utf-8")
    commit(office)
    status, _, told = run(*ISSUE)
    assert (status, "error[too-large]" in told, told.splitlines()[-1]) == (1, True, REFUSED)
    assert (tags(office), plan_of(office) == full) == ([], True)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plans/p/plan.yaml", "Việc một", "Việc hai"),
        ("plans/units.yaml", "Văn phòng", "Văn phòng Sở"),
        ("plans/p/plan.yaml", "    ", "  "),
    ],
    ids=["the text", "a unit", "a mistake in HEAD"],
)
def test_what_head_does_not_print_is_to_be_committed_first(file: str, old: str, new: str, run: Run, office: Path) -> None:
    if old.isspace():
        now = plan_of(office)
        edit(office, "lead: [u]", "lead: [v]")
        commit(office)
        (office / file).write_text(now, encoding="utf-8")
    else:
        edit(office, old, new, file)
    before = plan_of(office)
    status, out, told = run(*ISSUE)
    assert (status, out) == (3, "")
    assert told == (
        "cchc: error: What git has last (HEAD) does not print p as the files do now. "
        "So that what was signed is kept, commit the plan first, then run this command again.\n"
    )
    assert run(*ISSUE, "--dry-run") == (3, "", told)
    assert (plan_of(office), tags(office)) == (before, [])


@pytest.mark.parametrize("left_out", ["plans/p/plan.yaml", "cchc.yaml"])
def test_a_plan_that_was_never_committed_is_to_be_committed_first(left_out: str, run: Run, office: Path) -> None:
    git(office, "rm", "-q", "--cached", left_out)
    git(office, "commit", "-q", "-m", "x")
    status, _, told = run(*ISSUE)
    assert (status, "commit the plan first" in told, plan_of(office)) == (3, True, PLAN)


def test_what_is_not_printed_need_not_be_committed(run: Run, office: Path) -> None:
    edit(office, "id: p", "# ghi chú\nid: p")
    edit(office, "{id: a,", "{id: viec-mot,")
    (office / "plans/p/progress.yaml").write_text("completions: []\n", encoding="utf-8")
    assert run(*ISSUE)[0] == 0
    assert tags(office) == ["issued/p"]


def test_a_tag_on_other_content_is_refused_and_named(run: Run, office: Path) -> None:
    git(office, "tag", "-a", "-m", "x", "issued/p")
    edit(office, "Việc một", "Việc hai")
    commit(office)
    status, _, told = run(*ISSUE)
    assert (status, told.partition(". ")[0]) == (3, "cchc: error: There is a tag issued/p, and it prints something else")
    git(office, "tag", "-d", "issued/p")
    git(office, "tag", "issued/p", "HEAD^{tree}")
    assert (run(*ISSUE)[0], plan_of(office)) == (3, PLAN.replace("Việc một", "Việc hai"))


def test_a_tag_on_the_same_content_stays_where_it_is(run: Run, office: Path) -> None:
    git(office, "tag", "issued/p")
    tagged = git(office, "rev-parse", "issued/p")
    commit(office)
    assert run(*ISSUE) == (0, "", f"{RECORDED}The tag issued/p is there already and stays.\n{NEXT}")
    assert (git(office, "rev-parse", "issued/p"), plan_of(office)) == (tagged, SIGNED)


def test_a_workspace_below_the_top_has_its_folders_in_the_tag(run: Run, tmp_path: Path, bare: Path, monkeypatch) -> None:
    top = tmp_path / "tinh"
    inside = top / "Sở Nội vụ" / "a..b.lock" / ".c[1]@{x}%"
    lay_out(inside, FILES)
    git(top, "init", "-q")
    head = commit(top)
    status, _, told = run(*ISSUE, "--root", str(inside))
    name = "issued/Sở%20Nội%20vụ/a%2E.b%2Elock/%2Ec%5B1]%40{x}%25/p"
    assert (status, tags(top)) == (0, [name])
    assert told.endswith(f"Push the tag: git push origin '{name}'\n")
    assert git(top, "rev-parse", f"refs/tags/{name}^{{commit}}") == head
    assert (inside / "plans/p/plan.yaml").read_text(encoding="utf-8") == SIGNED
    edit(inside, "Việc một", "Việc hai")
    assert run("validate", "--root", str(inside), "--strict")[0] == 1


@pytest.mark.parametrize("why", ["no-repository", "no-commit", "no-git"])
def test_without_a_revision_number_and_date_are_recorded_and_told_apart(
    why: str, run: Run, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "no-commit":
        git(bare, "init", "-q")
    if why == "no-git":
        monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    said = {
        "no-repository": "for this folder lies in no git repository.",
        "no-commit": "for the git repository has no commit. Commit the plan and run this command again.",
        "no-git": "for git was not found. Install it and run this command again.",
    }[why]
    assert run(*ISSUE) == (0, "", f"{RECORDED}What was signed is not tagged, {said}\n")
    assert plan_of(bare) == SIGNED
    assert run("validate", "--strict") == (0, "No errors.\n", "")


def test_git_that_knows_nobody_is_told_what_to_do(run: Run, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GIT_COMMITTER_NAME")
    status, _, told = run(*ISSUE)
    assert (status, 'git config --global user.name "Your name"' in told) == (3, True)
    assert (plan_of(office), tags(office)) == (PLAN, [])
    git(office, "config", "user.name", "Nguyễn Văn Thư")
    assert run(*ISSUE)[0] == 0
    assert "tagger Nguyễn Văn Thư <van-thu>" in git(office, "cat-file", "tag", "issued/p")


# Kills the process right before its n-th operation that changes a file, or starts a program; ends with 9 where there are fewer.
KILLED = """
import os, sys
at, seen = int(sys.argv[1]), 0
def watch(event, arguments):
    global seen
    changes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if changes or event in {"os.rename", "os.remove", "os.mkdir", "os.chmod", "fcntl.flock", "subprocess.Popen"}:
        seen += 1
        if seen == at:
            os._exit(137)
sys.addaudithook(watch)
from cchc.cli.app import main
sys.exit(main(sys.argv[2:]))
"""


def test_a_command_that_was_cut_off_anywhere_can_be_run_again(run: Run, office: Path) -> None:
    head, seen = git(office, "rev-parse", "HEAD"), set()
    for at in range(1, 200):
        (office / "plans/p/plan.yaml").write_text(PLAN, encoding="utf-8")
        for tag in tags(office):
            git(office, "tag", "-d", tag)
        killed = subprocess.run([sys.executable, "-c", KILLED, str(at), *ISSUE], capture_output=True)
        state = (plan_of(office) == SIGNED, tags(office))
        assert plan_of(office) in {PLAN, SIGNED}
        assert state != (True, []), "the file is never written before the tag is made"
        seen.add((state[0], len(state[1])))
        assert run(*ISSUE)[0] == 0
        assert (plan_of(office), git(office, "rev-parse", "issued/p^{commit}")) == (SIGNED, head)
        if killed.returncode != 137:
            break
    assert (killed.returncode, seen) == (0, {(False, 0), (False, 1), (True, 1)})


def test_what_is_missing_is_asked_for_at_a_terminal(office: Path) -> None:
    status, told = at_terminal(["issue", "p"], ["12/KH-SNV", ""], office, {**os.environ, "CCHC_NOW": "2025-01-15T02:00Z"})
    assert (status, plan_of(office), tags(office)) == (0, SIGNED, ["issued/p"])
    assert "The document's number (such as 123/KH-SNV)?" in told


def test_the_barest_surroundings_do(office: Path, tmp_path: Path) -> None:
    git(office, "config", "user.name", "Nguyễn Văn Thư")
    git(office, "config", "user.email", "vt@example.vn")
    bare = {"PATH": os.environ["PATH"], "LANG": "C", "HOME": str(tmp_path)}
    done = subprocess.run([CCHC, *ISSUE], env=bare, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "Đã gắn thẻ issued/p vào bản" in done.stderr
    assert (plan_of(office), tags(office)) == (SIGNED, ["issued/p"])
    assert "tagger Nguyễn Văn Thư <vt@example.vn>" in git(office, "cat-file", "tag", "issued/p")
    assert "Ban hành Kế hoạch số 12/KH-SNV" in git(office, "cat-file", "tag", "issued/p")


def test_several_workspaces_are_to_be_told_apart(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        lay_out(tmp_path / "tinh" / name, FILES)
    assert run(*ISSUE, "--root", str(tmp_path / "tinh"))[0] == 2
