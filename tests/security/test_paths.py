"""Nothing outside the workspace is read: links, devices and clever names are refused, and none of them hangs."""

import os

import pytest

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n  - id: a\n    content: C\n    deadline: Thường xuyên\n    lead: [u]\n"
PLAN = "plans/p/plan.yaml"
OUTSIDE = "token: s3cr3t-value\n"

# Each is replaced by a link to a file outside that holds a secret; what is reported may follow from what is then missing.
FILES = [
    "cchc.yaml",
    "plans/units.yaml",
    "plans/events.yaml",
    "plans/calendar.yaml",
    PLAN,
    "plans/p/progress.yaml",
    "plans/units/x.yaml",
]


@pytest.fixture
def secret(tmp_path):
    """Return a file outside the workspace."""
    path = tmp_path / "outside" / "plan.yaml"
    path.parent.mkdir()
    path.write_text(OUTSIDE, encoding="utf-8")
    return path


def replace(path, target):
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("name", FILES)
def test_link_in_place_of_a_file_is_refused_and_shows_nothing(name, run, workspace, secret, validate):
    replace(workspace / name, secret)
    assert ("path-outside", name, 1, 1) in validate()
    done = run("validate")
    assert "s3cr3t" not in done.stdout + done.stderr


@pytest.mark.parametrize("target", ["/proc/self/environ", "/dev/zero", "/dev/stdin", "/nowhere", "plan.yaml", "/"])
def test_link_to_anything_at_all_is_refused(target, validate, workspace):
    replace(workspace / PLAN, target)
    assert validate() == [("path-outside", PLAN, 1, 1)]


@pytest.mark.parametrize("name", FILES[1:])
def test_pipe_that_nobody_writes_does_not_hang(name, validate, workspace):
    path = workspace / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert ("path-outside", name, 1, 1) in validate()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_settings_that_are_no_file_make_no_workspace_and_do_not_hang(make, run, workspace):
    (workspace / "cchc.yaml").unlink()
    make(workspace / "cchc.yaml")
    assert run("validate").returncode == 3


@pytest.mark.parametrize("name", FILES[1:-1])
def test_folder_in_place_of_a_file_is_refused(name, validate, workspace):
    path = workspace / name
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)
    assert ("path-outside", name, 1, 1) in validate()


def test_link_to_a_folder_of_records_is_refused(validate, workspace, secret):
    (workspace / "plans/units").symlink_to(secret.parent)
    assert ("path-outside", "plans/units", 1, 1) in validate()


def test_link_to_a_folder_with_a_plan_is_not_followed(run, workspace, secret):
    (workspace / "plans/q").symlink_to(secret.parent)
    done = run("validate")
    assert "s3cr3t" not in done.stdout + done.stderr


def test_plans_folder_that_is_a_link_shows_nothing_of_what_it_leads_to(run, workspace, tmp_path):
    (workspace / "plans").rename(tmp_path / "elsewhere")
    (workspace / "plans").symlink_to(tmp_path / "elsewhere")
    done = run("due", "--all", "--status", "ongoing", "--format", "json")
    assert '"task"' not in done.stdout


def test_workspace_below_a_link_is_not_found_from_above(run, workspace, tmp_path):
    above = tmp_path / "above"
    above.mkdir()
    (above / "w").symlink_to(workspace)
    assert run("validate", str(above)).returncode == 3


NAMES = {
    "a way out": "../q/plan.yaml",
    "a way out from within": "sections/../../q.yaml",
    "an absolute path": "/etc/passwd.yaml",
    "a folder of the same place": "./a.yaml",
    "two slashes": "sections//a.yaml",
    "backslashes": "sections\\a.yaml",
    "a backslash way out": "..\\q.yaml",
    "a drive": "C:/a.yaml",
    "a drive without a slash": "C:a.yaml",
    "a stream of Windows": "a.yaml:b.yaml",
    "a trailing dot": "sections./a.yaml",
    "a trailing space": "sections /a.yaml",
    "a share": "//server/a.yaml",
}


@pytest.mark.parametrize("name", NAMES)
def test_section_file_may_not_be_named_by(name, validate):
    text = HEAD + TASK + f"sections:\n  - '{NAMES[name]}'\n"
    assert validate({PLAN: text, "plans/q.yaml": OUTSIDE}) == [("path-outside", PLAN, 10, 5)]


@pytest.mark.parametrize("where", ["sections", "sections/a.yaml"])
def test_section_behind_a_link_is_refused(where, run, validate, workspace, tmp_path):
    outside = tmp_path / "far"
    outside.mkdir()
    (outside / "a.yaml").write_text(OUTSIDE, encoding="utf-8")
    path = workspace / "plans/p" / where
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(outside if where == "sections" else outside / "a.yaml")
    assert validate({PLAN: HEAD + TASK + "sections:\n  - sections/a.yaml\n"}) == [("path-outside", PLAN, 10, 5)]
    assert "s3cr3t" not in run("validate").stdout


@pytest.mark.parametrize("file_id", ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt1"])
def test_device_of_windows_is_no_id(file_id, validate):
    assert validate({PLAN: HEAD + TASK.replace("id: a", f"id: {file_id}")}) == [("invalid-value", PLAN, 5, 9)]


@pytest.mark.parametrize("file_id", ["../a", "a/b", "A", "-a", "a b", "á", "а", "a.", "x" * 65, "a\\n", "a_b"])
def test_text_that_could_be_a_path_or_look_like_another_is_no_id(file_id, validate):
    assert validate({PLAN: HEAD + TASK.replace("id: a", f'id: "{file_id}"')}) == [("invalid-value", PLAN, 5, 9)]


@pytest.mark.parametrize("where", ["templates", "templates/appendix.docx"])
def test_template_of_the_workspace_behind_a_link_is_refused(where, run, workspace, tmp_path):
    outside = tmp_path / "far"
    outside.mkdir()
    (outside / "appendix.docx").write_bytes(b"s3cr3t")
    path = workspace / where
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(outside if where == "templates" else outside / "appendix.docx")
    done = run("render", "out.docx", "--lang", "en")
    assert (done.returncode, (workspace / "out.docx").exists()) == (3, False)
    assert "is a link, or no regular file, and is not read" in done.stderr


@pytest.mark.parametrize("template", ["/dev/zero", "pipe.docx", "plans"])
def test_template_that_is_no_regular_file_is_refused_and_does_not_hang(template, run, workspace):
    os.mkfifo(workspace / "pipe.docx")
    done = run("render", "out.docx", "--template", template, "--lang", "en")
    assert (done.returncode, (workspace / "out.docx").exists()) == (3, False)
    assert "is not a regular file" in done.stderr


def test_template_of_the_workspace_that_is_a_pipe_does_not_hang(run, workspace):
    (workspace / "templates").mkdir()
    os.mkfifo(workspace / "templates/appendix.docx")
    done = run("render", "out.docx", "--lang", "en")
    assert (done.returncode, (workspace / "out.docx").exists()) == (3, False)
