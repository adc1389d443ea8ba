"""`cchc init`: a workspace with a first plan that every other command takes as it is."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from cchc.cli.app import main
from cchc.files import FolderReader
from cchc.schema import PATTERNS, modeline
from cchc.source.layout import shape_of
from cchc.source.load import load_plan, load_workspace
from tests.cli.terminal import at_terminal

NAME = "Sở Nội vụ tỉnh Khánh Hòa"
PLAN = "plans/snvtkh-2026/plan.yaml"
FILES = [
    ".gitattributes",
    ".github/workflows/cchc-tuan.yml",
    ".github/workflows/cchc.yml",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    "cchc.yaml",
    "plans/calendar.yaml",
    "plans/events.yaml",
    PLAN,
    "plans/units.yaml",
    *(f"schema/{kind}.json" for kind in sorted(PATTERNS)),
]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call a command in an empty folder, on 2 June 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_NOW", "2026-06-02T02:00Z")
    for name in ("GITHUB_ACTIONS", "CCHC_LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def files_in(root: Path) -> dict[str, str]:
    """Return what was written, without what git and the lock keep for themselves."""
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and ".git" not in path.relative_to(root).parts]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths if path.name != ".cchc.lock"}


def is_sound(run: Run, root: str = ".") -> None:
    assert run("validate", "--strict", "--root", root) == (0, "Không có lỗi.\n", "")
    assert run("fmt", "--check", "--root", root) == (0, "", "Mọi tệp đều đúng bố cục.\n")


def test_the_first_plan_works_with_every_command_in_a_git_repository(run: Run, tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        who = [word for key in ("user.name", "user.email") for word in ("-c", f"{key}=van-phong")]
        return subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8").stdout

    git("init", "-q")
    status, out, err = run("init", "--name", NAME)
    assert (status, out) == (0, "")
    assert err.endswith(f"Bước tiếp theo: mở {PLAN}, thay nhiệm vụ mẫu, rồi chạy cchc validate.\n")
    assert list(files_in(tmp_path)) == FILES
    is_sound(run)
    assert run("due", "--next", "30", "--format", "json", "--no-overdue")[0] == 0
    assert run("render", "phu-luc.docx")[0] == 0
    git("add", ".")
    git("commit", "-qm", "Kế hoạch đầu tiên")
    assert ".cchc.lock" not in git("ls-files")
    assert git("status", "--porcelain") == ""


def test_the_tasks_are_samples_with_due_days(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    items = json.loads(run("due", "--all", "--format", "json")[1])["items"]
    assert [(one["task"], one["occurrence"], one["due_on"], one["sample"]) for one in items] == [
        ("bao-cao-quy", "2026-Q1", "2026-03-14", True),
        ("bao-cao-quy", "2026-Q2", "2026-06-14", True),
        ("bao-cao-quy", "2026-Q3", "2026-09-14", True),
        ("bao-cao-quy", "2026-Q4", "2026-12-14", True),
        ("tham-muu-trien-khai", None, None, True),
    ]


def test_options_say_all_of_it(run: Run, tmp_path: Path) -> None:
    options = ["--unit", "ubnd", "--year", "2030", "--plan", "xa-2030", "--symbol", "KH-UBND"]
    assert run("init", "a/b", "--name", "UBND xã Diên Khánh", *options, "--lang", "en")[0] == 0
    reader = FolderReader(tmp_path / "a/b")
    workspace = load_workspace(reader)
    assert workspace.registry.settings.language == "en"
    assert {unit: placed.record.name for unit, placed in workspace.registry.units.items()} == {
        "ubnd": "UBND xã Diên Khánh",
        "van-phong": "Văn phòng",
    }
    plan = load_plan(reader, "plans/xa-2030").plan
    assert plan is not None
    assert (plan.id, plan.year, plan.issuer, plan.document.symbol) == ("xa-2030", 2030, "ubnd", "KH-UBND")
    assert plan.title == "NỘI DUNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2030 CỦA UBND XÃ DIÊN KHÁNH"


def test_an_office_that_is_its_own_van_phong_is_one_unit(run: Run) -> None:
    assert run("init", "--name", "Văn phòng")[0] == 0
    is_sound(run)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở \"Nội vụ\": 'tỉnh' # Khánh Hòa", "Sở \"Nội vụ\": 'tỉnh' # Khánh Hòa"),
        ("- Sở\nNội vụ\t{a: [b]} \\ %", "- Sở Nội vụ {a: [b]} \\ %"),
        ("🌾🌾", "🌾🌾"),
        ("null", "null"),
        ("2025-01-01", "2025-01-01"),
        ("Con", "Con"),
        ("NAME | <img src=x onerror=alert(1)> **@all** [x](http://a.vn)", None),
        ("So\u031b\u0309 Nội vụ", "Sở Nội vụ"),
        ("Sở " + "rất dài " * 400, "Sở" + " rất dài" * 400),
    ],
    ids=["quotes", "signs", "emoji", "null", "date", "device", "markup", "not-nfc", "long"],
)
def test_a_name_comes_out_as_it_went_in(run: Run, tmp_path: Path, name: str, expected: str | None) -> None:
    assert run("init", "--name", name)[0] == 0
    is_sound(run)
    workspace = load_workspace(FolderReader(tmp_path))
    plan = load_plan(workspace.reader, workspace.plan_folders[0]).plan
    assert plan is not None
    assert plan.issuer is not None
    assert workspace.registry.units[plan.issuer].record.name == (expected or name)
    heading = (tmp_path / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert heading.startswith("# Kế hoạch cải cách hành chính của ")
    outside_of_code = "".join(heading.split("`")[::2])
    assert not any(sign in outside_of_code for sign in ("<img", "@all", "**", "]("))


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ([], "--name"),
        (["--name", " \n"], "--name"),
        (["--name", "Sở\u202eNội vụ"], "--name"),
        (["--name", "Sở\udcff"], "--name"),
        (["--name", NAME, "--symbol", "\x07"], "--symbol"),
        (["--name", NAME, "--unit", "Sở"], "--unit"),
        (["--name", NAME, "--plan", "../x"], "--plan"),
        (["--name", NAME, "--plan", "units"], "--plan"),
        (["--name", NAME, "--plan", "nul"], "--plan"),
        (["--name", NAME, "--year", "26"], "--year"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_written(run: Run, tmp_path: Path, options: list[str], option: str) -> None:
    status, out, err = run("init", *options)
    assert (status, out) == (2, "")
    assert option in err
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("của tôi\n", encoding="utf-8")
    (tmp_path / ".gitignore").symlink_to("không-có")
    assert "Giữ nguyên README.md.\n" in run("init", "--name", NAME)[2]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "của tôi\n"
    assert (tmp_path / ".gitignore").is_symlink()
    written = files_in(tmp_path)
    (tmp_path / "plans/units.yaml").write_text(written["plans/units.yaml"].replace("Văn phòng", "Văn phòng Sở"), encoding="utf-8")
    (tmp_path / "schema/plan.json").unlink()
    status, out, err = run("init")
    assert (status, out) == (0, "")
    assert [line for line in err.splitlines() if not line.startswith("Giữ nguyên")] == ["Đã ghi schema/plan.json."]
    assert "Văn phòng Sở" in (tmp_path / "plans/units.yaml").read_text(encoding="utf-8")
    assert run("init")[2].splitlines()[-1] == "Không thiếu tệp nào."


def test_a_workspace_with_a_plan_gets_no_other(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    (tmp_path / "plans/events.yaml").unlink()
    (tmp_path / "README.md").unlink()
    run("init", "--year", "2027")
    assert not (tmp_path / "plans/snvtkh-2027").exists()
    assert not (tmp_path / "plans/events.yaml").exists()
    assert NAME in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_a_workspace_gets_another_plan_when_it_is_named(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    assert run("init", "--plan", "khac", "--year", "2027")[0] == 0
    assert (tmp_path / "plans/khac/plan.yaml").is_file()
    is_sound(run)


def test_units_that_a_workspace_has_are_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plans/units").mkdir(parents=True)
    (tmp_path / "cchc.yaml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "plans/units/a.yaml").write_text("units:\n  so-y-te:\n    name: Sở Y tế\n", encoding="utf-8")
    (tmp_path / "plans/events.yaml").write_text("types: {}\n", encoding="utf-8")
    assert run("init", "--unit", "so-nong-nghiep")[0] == 2
    assert run("init")[0] == 0
    assert sorted(path.name for path in (tmp_path / "plans").iterdir()) == ["calendar.yaml", "events.yaml", "syt-2026", "units"]
    is_sound(run)


def test_a_dry_run_lists_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("của tôi\n", encoding="utf-8")
    status, out, err = run("init", "--name", NAME, "--dry-run")
    assert (status, sorted(out.splitlines()), err) == (0, sorted({*FILES} - {"README.md"}), "Giữ nguyên README.md.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_folder_inside_of_a_workspace_is_refused(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    before = files_in(tmp_path)
    assert run("init", "plans", "--name", NAME)[0] == 2
    assert files_in(tmp_path) == before


def test_a_link_in_place_of_a_folder_is_refused_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "trong").mkdir()
    (tmp_path / "trong/schema").symlink_to("../ngoai")
    status, _, err = run("init", "trong", "--name", NAME)
    assert status == 3
    assert "schema" in err
    assert [path.name for path in (tmp_path / "trong").iterdir()] == ["schema"]
    assert list((tmp_path / "ngoai").iterdir()) == []


def test_a_file_in_place_of_the_folder_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert run("init", "a", "--name", NAME)[0] == 3


def test_each_plan_file_names_its_schema_and_fits_it(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    for path, text in files_in(tmp_path).items():
        shape = shape_of(path)
        if shape is not None:
            assert text.splitlines()[0] == modeline(path)
            schema = (tmp_path / path).parent / modeline(path).partition("=")[2]
            assert schema.resolve() == (tmp_path / f"schema/{shape.removesuffix('-file')}.json").resolve()
            Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(yaml.safe_load(text))


def test_editors_git_and_ci_are_set_up(run: Run, tmp_path: Path) -> None:
    run("init", "--name", NAME)
    written = files_in(tmp_path)
    schemas = json.loads(written[".vscode/settings.json"])["yaml.schemas"]
    assert schemas["schema/progress.json"] == ["plans/**/progress.yaml", "plans/**/progress/*.yaml"]
    assert json.loads(written[".vscode/extensions.json"]) == {"recommendations": ["redhat.vscode-yaml"]}
    workflow = yaml.safe_load(written[".github/workflows/cchc.yml"])
    steps = workflow["jobs"]["plans"]["steps"]
    assert steps[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}  # tags of signed plans too
    assert [step.get("run") for step in steps][-2:] == ["cchc validate", "cchc fmt --check"]
    weekly = yaml.safe_load(written[".github/workflows/cchc-tuan.yml"])
    assert weekly["jobs"]["due"]["steps"][-1]["run"] == 'cchc due --week --format md >> "$GITHUB_STEP_SUMMARY"'
    assert weekly[True]["schedule"] == [{"cron": "30 0 * * 1"}]  # `on` is a boolean to PyYAML
    (hooks,) = yaml.safe_load(written[".pre-commit-config.yaml"])["repos"]
    assert [hook["entry"] for hook in hooks["hooks"]] == ["cchc validate", "cchc fmt --check"]


@pytest.mark.parametrize(("ci", "files"), [("gitlab", [".gitlab-ci.yml"]), ("none", [])])
def test_another_ci_or_none(run: Run, tmp_path: Path, ci: str, files: list[str]) -> None:
    assert run("init", "--name", NAME, "--ci", ci)[0] == 0
    assert list(files_in(tmp_path)) == sorted([*(path for path in FILES if ".github" not in path), *files])


def test_an_unknown_ci_is_told(run: Run, tmp_path: Path) -> None:
    status, _, err = run("init", "--name", NAME, "--ci", "gitlap")
    assert (status, list(tmp_path.iterdir())) == (2, [])
    assert "gitlab" in err


def test_below_the_top_of_a_repository_nothing_is_written_that_would_not_work_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    run("init", "so-noi-vu", "--name", NAME)
    written = files_in(tmp_path / "so-noi-vu")
    assert not any(path.startswith((".github", ".pre-commit", ".gitlab")) for path in written)
    assert "plans/units.yaml" in written


def test_a_person_at_a_terminal_is_asked(tmp_path: Path) -> None:
    status, said = at_terminal(["init"], ["Sở Y tế", "", "2031", "", "KH-SYTE"], tmp_path, _plain())
    assert status == 0, said
    assert "Tên cơ quan?" in said
    assert "[so-y-te]" in said
    plan = load_plan(FolderReader(tmp_path), "plans/syt-2031").plan
    assert plan is not None
    assert (plan.issuer, plan.year, plan.document.symbol) == ("so-y-te", 2031, "KH-SYTE")


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {"CCHC_LANG", "GITHUB_ACTIONS"}}
