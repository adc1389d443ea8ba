"""A pull request by a stranger, told by `cchc diff`: its texts stay texts, and its repository runs nothing."""

import html
import json
import re
from pathlib import Path

import pytest

from cchc.cli.app import main
from tests.cli.repository import commit, git, lay_out, make

TEXTS = (
    "::error::x", "##[error]x", "%0A::warning::x", "@van-phong #12", "`x` ``y``", "a | b", "=cmd|' /C calc'!A0",
    "<img src=x onerror=alert(1)>", "</del></details><script>x</script>", "[x](javascript:alert(1))", "![x](https://x.vn/a.png)",
    "$a$", "**x** ~~y~~", "https://x.vn",
)  # fmt: skip


def plan(text: str, name: str = "p") -> dict[str, object]:
    """Return a plan that holds a text wherever a comparison prints one."""
    task = {
        "id": "a",
        "content": text,
        "lead": ["u"],
        "deadline": {"text": text, "ongoing": "true"},
        "results": [text],
        "extra": {"x": text},
    }
    return {"id": name, "title": text, "year": "2025", "sections": [{"number": text, "title": text, "tasks": [task]}]}


def shared(text: str) -> dict[str, object]:
    return {
        "plans/units.yaml": {"units": {"u": {"name": text}}},
        "plans/events.yaml": {
            "types": {"t": {"name": text}},
            "events": [{"id": "e", "type": "t", "subject": text, "document": text}],
        },
    }


@pytest.fixture(params=TEXTS)
def strange(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    text = request.param
    make(tmp_path / "kho", {"plans/p/plan.yaml": plan("Việc"), **shared("Tên")})
    commit(tmp_path / "kho", f"{text} lý do", {"plans/p/plan.yaml": plan(text), **shared(text)})
    return tmp_path / "kho", text


def printed(root: Path, name: str, capsys: pytest.CaptureFixture[str], *revisions: str) -> str:
    main(["diff", *(revisions or ("HEAD~1", "HEAD")), "--root", str(root), "--format", name])
    return capsys.readouterr().out


def test_a_log_obeys_no_line(strange, capsys, monkeypatch) -> None:
    root, _ = strange
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("text", "md", "json", "html"):
        out = printed(root, name, capsys)
        assert "##[" not in out
        assert not any(line.lstrip().startswith("::") for line in out.split("\n"))


def test_markdown_makes_nothing_of_a_text(strange, capsys) -> None:
    root, text = strange
    out = printed(root, "md", capsys)
    tags = set(re.findall(r"</?[a-z]+>?", re.sub(r"`[^`\n]*`", "", out)))
    assert tags <= {f"<{sign}{name}>" for name in ("details", "summary", "del", "ins", "code") for sign in ("", "/")}
    assert not re.search(r"<code>(?![a-z0-9-]+</code>)", out)
    outside = re.sub(r"`[^`\n]*`", "", out)
    assert not re.search(r"@|\]\(|https?://|\$|\| b|(?<!&)#1", outside), outside
    assert out.count("<details>") == out.count("</details>")
    if text.startswith("a |"):
        assert "a &#124; b" in out


def test_html_holds_the_text_and_no_other_element(strange, capsys) -> None:
    root, text = strange
    out = printed(root, "html", capsys)
    assert "<script" not in out
    assert "<img" not in out
    assert text in html.unescape(re.sub(r"</?(?:ins|del)>", "", out))


def test_json_gives_the_text_back(strange, capsys) -> None:
    root, text = strange
    fields = [field for change in json.loads(printed(root, "json", capsys))["changes"] for field in change["fields"]]
    assert sum(field["after"] is not None and text in field["after"] for field in fields) >= 6


def test_the_table_holds_text_alone(strange, capsys, tmp_path: Path) -> None:
    from docx import Document

    root, text = strange
    main(["diff", "HEAD~1", "HEAD", "--root", str(root), "--table", str(tmp_path / "x.docx")])
    cells = [cell.text for row in Document(str(tmp_path / "x.docx")).tables[0].rows for cell in row.cells]
    assert any(f"Nội dung: {text}" in cell for cell in cells)
    assert f"{text} lý do" in cells


def test_a_terminal_obeys_nothing_of_a_revision_or_a_message(tmp_path: Path, capsys) -> None:
    make(tmp_path / "kho", {"plans/p/plan.yaml": plan("Việc"), **shared("Tên")})
    commit(tmp_path / "kho", "\x1b[31mđỏ", {"plans/p/plan.yaml": plan("Việc khác")})
    from docx import Document

    main(["diff", "HEAD~1", "HEAD", "--root", str(tmp_path / "kho"), "--table", str(tmp_path / "x.docx")])
    cells = [cell.text for row in Document(str(tmp_path / "x.docx")).tables[0].rows for cell in row.cells]
    assert "<U+001B>[31mđỏ" in cells
    capsys.readouterr()
    assert main(["diff", "\x1b[31m", "--root", str(tmp_path / "kho")]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "revision", ["--output=x", "-x", "HEAD:plans", "@{u}", "--output=x..HEAD", "HEAD..--output=x", "HEAD...-x"]
)
def test_no_revision_is_an_option(tmp_path: Path, revision: str, capsys, monkeypatch) -> None:
    make(tmp_path / "kho", {"plans/p/plan.yaml": plan("Việc"), **shared("Tên")})
    monkeypatch.chdir(tmp_path / "kho")
    before = sorted(Path().rglob("*"))
    assert main(["diff", "--", revision]) == 2
    assert sorted(Path().rglob("*")) == before


def test_nothing_that_a_repository_names_is_run(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    root, marker, trap = tmp_path / "kho", tmp_path / "marker", tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> {marker}\n', encoding="utf-8")
    trap.chmod(0o755)
    make(root, {"plans/p/plan.yaml": plan("Việc"), **shared("Tên"), ".gitattributes": "* filter=x diff=x merge=x\n"})
    git(root, "tag", "issued/p")
    commit(root, "Sửa", {"plans/p/plan.yaml": plan("Việc khác")})
    for name in ("core.fsmonitor", "core.pager", "pager.rev-list", "pager.merge-base", "diff.external", "diff.x.textconv", "diff.x.command",
                 "filter.x.clean", "filter.x.smudge", "gpg.program", "log.showSignature", "core.sshCommand", "alias.rev-list", "alias.merge-base"):  # fmt: skip
        git(
            root, "config", name, "true" if name == "log.showSignature" else f"!{trap}" if name.startswith("alias") else str(trap)
        )
    for hook in ("reference-transaction", "post-index-change", "fsmonitor-watchman"):
        (root / ".git/hooks" / hook).write_bytes(trap.read_bytes())
        (root / ".git/hooks" / hook).chmod(0o755)
    for arguments in (["HEAD~1"], ["HEAD~1...HEAD"], ["--since-issued"], ["HEAD~1", "HEAD", "--table", str(tmp_path / "x.docx")]):
        assert main(["diff", *arguments, "--root", str(root)]) == 0
    assert not marker.exists()


GIT_COMMANDS = (
    ["diff"],
    ["diff", "HEAD", "HEAD"],
    ["diff", "--since-issued"],
    ["diff", "HEAD", "--table", "x.docx"],
    ["render", "x.docx", "--rev", "HEAD"],
    ["issue", "p", "--number", "1/KH", "--on", "2025-02-03"],
    ["validate"],
)


@pytest.mark.parametrize("where", ["trong", "trong/van-phong"])
@pytest.mark.parametrize("arguments", GIT_COMMANDS, ids=" ".join)
def test_a_bare_repository_that_a_pull_request_brings_runs_nothing(
    arguments: list[str], where: str, tmp_path: Path, capsys, monkeypatch
) -> None:
    root, marker, trap = tmp_path / "kho", tmp_path / "marker", tmp_path / "trap"
    files = {"plans/p/plan.yaml": plan("Việc"), **shared("Tên")}
    make(root, files)
    git(root, "init", "-q", "--bare", "trong")
    lay_out(root / where, {"cchc.yaml": "format: 1\n", **files})
    trap.write_text(f"#!/bin/sh\necho >> {marker}\n", encoding="utf-8")
    trap.chmod(0o755)
    for name, value in (("bare", "false"), ("worktree", ".."), ("fsmonitor", str(trap))):
        git(root / "trong", "config", f"core.{name}", value)
    git(root / where, "status")
    marker.unlink()  # the trap works where git is asked as everybody asks it
    monkeypatch.chdir(root / where)
    status = main(arguments)
    assert not marker.exists()
    assert status == (0 if arguments == ["validate"] else 3)
    assert "Traceback" not in capsys.readouterr().err
