"""The other scripts of the action, run for real on a pull request as GitHub checks it out."""

import re

import pytest

FILES = {
    "cchc.yaml": "format: 1\n",
    "plans/units.yaml": "units:\n  u: {name: Văn phòng}\n",
    "plans/events.yaml": "types: {}\n",
    "plans/p/plan.yaml": "id: p\ntitle: Kế hoạch\nyear: 2025\ntasks:\n  - {id: a, content: Một, lead: [u], deadline: {by: 2025-06-04}}\n",
}


@pytest.fixture
def base(runner) -> str:
    """Lay out a branch that is merged into main, which has gone on since; return the tip of main."""
    for name, text in FILES.items():
        path = runner.checkout / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    runner.git("init", "-q")
    runner.git("add", ".")
    runner.git("commit", "-qm", "1")
    runner.git("checkout", "-qb", "branch")
    plan = runner.checkout / "plans/p/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Một", "Hai"), encoding="utf-8")
    runner.git("commit", "-qam", "2")
    runner.git("checkout", "-q", "main")
    (runner.checkout / "README.md").write_text("x\n", encoding="utf-8")
    runner.git("add", ".")
    runner.git("commit", "-qm", "3")
    runner.git("merge", "-q", "--no-ff", "-m", "4", "branch")
    return runner.git("rev-parse", "HEAD^1")


def test_the_appendix_of_both_sides_is_printed(runner, base) -> None:
    done = runner.run("compare.sh")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in runner.out.glob("*.docx")} == {"p-before.docx", "p-after.docx"}
    assert runner.output == "artifact=cchc-.\n"
    told = (runner.out / "diff.md").read_text(encoding="utf-8")
    assert told.startswith("## Kế hoạch thay đổi\n\n**1 nhiệm vụ sửa nội dung khác.**\n")
    assert "Nội dung: <del>Một</del> <ins>Hai</ins>" in told


def test_an_appendix_that_is_not_wanted_is_not_printed(runner, base) -> None:
    assert runner.run("compare.sh", APPENDIX="false").returncode == 0
    assert list(runner.out.glob("*.docx")) == []


def test_a_plan_that_is_new_has_no_appendix_before(runner, base) -> None:
    (runner.checkout / "plans/q").mkdir()
    text = FILES["plans/p/plan.yaml"].replace("id: p", "id: q")
    (runner.checkout / "plans/q/plan.yaml").write_text(text, encoding="utf-8")
    runner.git("add", ".")
    runner.git("commit", "-qm", "5")
    assert runner.run("compare.sh", EVENT_BASE=base).returncode == 0
    assert {path.name for path in runner.out.glob("*.docx")} == {"p-before.docx", "p-after.docx", "q-after.docx"}


def test_without_history_there_is_nothing_to_compare(runner, base) -> None:
    runner.git("checkout", "-q", "--orphan", "alone")
    runner.git("commit", "-qm", "1")
    done = runner.run("compare.sh")
    assert (done.returncode, list(runner.out.iterdir())) == (0, [])
    assert done.stdout.startswith("::notice title=cchc::")


def test_a_base_that_is_none_fails(runner, base) -> None:
    assert runner.run("compare.sh", BASE="--output=x").returncode != 0
    assert not (runner.checkout / "x").exists()


def test_a_folder_that_looks_like_a_repository_is_not_obeyed(runner, base) -> None:
    root = runner.checkout / "bare"
    runner.git("init", "-q", "--bare", "bare")
    (root / "config").write_text("[core]\nbare = true\nfsmonitor = touch owned\n", encoding="utf-8")
    assert runner.run("compare.sh", ROOT="bare").returncode == 0
    assert not list(runner.checkout.rglob("owned"))
    assert list(runner.out.iterdir()) == []


def test_names_of_folders_are_no_words_of_the_shell(runner, base) -> None:
    hostile = runner.checkout / "plans" / "$(touch owned); --output x"
    hostile.mkdir()
    (hostile / "plan.yaml").write_text("x", encoding="utf-8")
    assert runner.run("compare.sh").returncode == 0
    assert not list(runner.checkout.rglob("owned"))


def test_modules_of_the_checkout_are_not_imported(runner, base) -> None:
    for name in ("yaml.py", "json.py", "venv.py", "secrets.py", "docx.py"):
        (runner.checkout / name).write_text("raise SystemExit('owned')\n", encoding="utf-8")
    for script in ("compare.sh", "due.sh", "validate.sh"):
        done = runner.run(script)
        assert (done.returncode, "owned" in done.stdout + done.stderr) == (0, False)


def test_validate_annotates_and_fails(runner, base) -> None:
    (runner.checkout / "plans/units.yaml").write_text("units: {}\n", encoding="utf-8")
    done = runner.run("validate.sh", CCHC_LANG="en")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=plans/p/plan.yaml,line=5,")
    assert runner.summary.startswith("### cchc validate: Errors: 1, warnings: 0.\n")


def test_strict_is_passed_on(runner, base) -> None:
    with (runner.checkout / "plans/units.yaml").open("a", encoding="utf-8") as units:
        units.write("  v: {name: Không ai nhắc}\n")
    assert [runner.run("validate.sh", STRICT=strict).returncode for strict in ("false", "true")] == [0, 1]


def test_what_is_due_is_in_the_summary_and_in_an_output_that_nothing_ends_early(runner, base) -> None:
    done = runner.run("due.sh", CCHC_LANG="en")
    assert done.returncode == 0, done.stderr
    assert "2025-06-04" in runner.summary
    first, *lines, last, _ = runner.output.split("\n")
    assert re.fullmatch(r"list<<end-[0-9a-f]{32}", first)
    assert last == first.removeprefix("list<<")
    assert "\n".join(lines).strip() == runner.summary.strip()


def test_a_plan_left_out_fails_the_week_but_what_is_due_is_told(runner, base) -> None:
    (runner.checkout / "plans/p/plan.yaml").write_text("id: p\ntitle: [\n", encoding="utf-8")
    assert runner.run("due.sh").returncode == 1
    assert runner.output.startswith("list<<")
