"""One comment that is updated; where the token may not, the job's summary."""

import pytest

MARKER = "<!-- cchc-diff . -->"
PULL_REQUEST = {"PULL_REQUEST": "12", "HEAD_REPOSITORY": "so/plans", "GH_TOKEN": "t"}


@pytest.fixture(autouse=True)
def _changes(runner) -> None:
    (runner.out / "diff.md").write_text("A.2: 17/4 → 2/4\n", encoding="utf-8")


def methods(runner) -> list[list[str]]:
    return [words[1:4] for words, _, _ in runner.calls]


def test_the_first_time_a_comment_is_made(runner) -> None:
    done = runner.run("comment.sh", **PULL_REQUEST)
    assert (done.returncode, done.stderr, runner.summary) == (0, "", "")
    assert methods(runner) == [
        ["--paginate", "repos/so/plans/issues/12/comments?per_page=100", "--jq"],
        ["--method", "POST", "repos/so/plans/issues/12/comments"],
    ]
    assert runner.calls[1][1] == f"{MARKER}\nA.2: 17/4 → 2/4\n"


def test_the_next_time_it_is_updated(runner) -> None:
    runner.comments(f"3\tChào\n5\t{MARKER}\n9\t{MARKER}\n")
    runner.run("comment.sh", **PULL_REQUEST)
    assert methods(runner)[1] == ["--method", "PATCH", "repos/so/plans/issues/comments/5"]


def test_another_workspace_has_a_comment_of_its_own(runner) -> None:
    runner.comments(f"5\t{MARKER}\n")
    runner.run("comment.sh", ROOT="so-noi-vu/-->", **PULL_REQUEST)
    assert methods(runner)[1][1] == "POST"
    assert runner.calls[1][1].splitlines()[0] == "<!-- cchc-diff so_noi_vu/___ -->"


def test_only_comments_of_the_token_are_looked_at(runner) -> None:
    runner.run("comment.sh", **PULL_REQUEST)
    assert runner.calls[0][0][4].startswith('.[] | select(.user.login == "github-actions[bot]") |')


@pytest.mark.parametrize(
    "variables",
    [
        {**PULL_REQUEST, "HEAD_REPOSITORY": "nguoi-la/plans"},
        {**PULL_REQUEST, "HEAD_REPOSITORY": ""},
        {**PULL_REQUEST, "PULL_REQUEST": ""},
        {**PULL_REQUEST, "PULL_REQUEST": "1/../2"},
        {**PULL_REQUEST, "COMMENT": "false"},
    ],
    ids=["fork", "deleted fork", "push", "no number", "not wanted"],
)
def test_where_there_is_nobody_to_tell_the_summary_has_it_and_the_service_is_not_asked(runner, variables) -> None:
    done = runner.run("comment.sh", **variables)
    assert (done.returncode, runner.summary, runner.calls) == (0, "A.2: 17/4 → 2/4\n", [])


@pytest.mark.parametrize(("refused", "known"), [("--paginate", ""), ("POST", ""), ("PATCH", f"5\t{MARKER}\n")])
def test_where_the_service_refuses_the_summary_has_it(runner, refused, known) -> None:
    runner.comments(known)
    done = runner.run("comment.sh", FAKE_GH_REFUSES=refused, **PULL_REQUEST)
    assert (done.returncode, runner.summary) == (0, "A.2: 17/4 → 2/4\n")


def test_a_text_too_long_for_a_comment_goes_to_the_summary_and_one_too_long_for_it_nowhere(runner) -> None:
    (runner.out / "diff.md").write_text("ế" * 60_000, encoding="utf-8")
    runner.run("comment.sh", **PULL_REQUEST)
    assert (runner.summary, runner.calls) == ("ế" * 60_000, [])
    (runner.out / "diff.md").write_text("a" * 1_000_001, encoding="utf-8")
    runner.run("comment.sh", **PULL_REQUEST)
    assert runner.summary.endswith("ếcchc diff: > 1 MB\n")


def test_nothing_to_tell_is_no_comment(runner) -> None:
    (runner.out / "diff.md").write_text("", encoding="utf-8")
    done = runner.run("comment.sh", **PULL_REQUEST)
    assert (done.returncode, runner.summary, runner.calls) == (0, "", [])
