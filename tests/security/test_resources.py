"""No file takes the reader's machine: an error within seconds and a few hundred megabytes, however it was made.

The contract names 2 seconds and 300 MB. The child is held to it by the system itself: 300 MB by what it may have
resident at its peak, seconds by the processor's time, which another busy process on the machine does not lengthen much.
`LIMIT` seconds leave room for a slow or busy machine and still fail what is quadratic: that took minutes.
"""

import pytest

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n  - id: a\n    content: C\n    deadline: Thường xuyên\n    lead: [u]\n"
PLAN, UNITS, EVENTS, PROGRESS = "plans/p/plan.yaml", "plans/units.yaml", "plans/events.yaml", "plans/p/progress.yaml"
ALLOWED = 5_000_000
LIMIT, MEGABYTES = 10, 300
LIMIT_OF_MANY, MEGABYTES_OF_MANY = 30, 900


def filled(head: str, line: str, size: int = ALLOWED) -> str:
    """Return `head` and as many lines as fit; `{}` in a line is its number."""
    if "{}" not in line:
        return head + line * ((size - len(head.encode())) // len(line.encode()))
    longest = len(line.replace("{}", "1234567").encode())
    return head + "".join(line.replace("{}", str(number)) for number in range((size - len(head.encode())) // longest))


def laughs() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 15)]
    return "\n".join(lines)


def merges() -> str:
    lines = ["a0: &a0 {" + ", ".join(f"k{n}: x" for n in range(100)) + "}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 14)]
    return "\n".join(lines)


HOSTILE = {
    "nested anchors": (laughs, "yaml-alias", 1, 5),
    "a merge bomb": (merges, "yaml-alias", 1, 5),
    "100,000 brackets": (lambda: "[" * 100_000, "too-deep", 1, 33),
    "100,000 brackets within a plan": (lambda: HEAD + "extra: " + "[" * 100_000, "too-deep", 4, 39),
    "100,000 braces": (lambda: "{a: " * 100_000, "too-deep", 1, 129),
    "100,000 braces alone": (lambda: "{" * 100_000, "yaml-syntax", 1, 2),
    "100,000 lists in lists": (lambda: "- " * 100_000, "too-deep", 1, 65),
    "100,000 question marks": (lambda: "? " * 100_000, "yaml-syntax", 1, 3),
    "2,000 levels of keys": (lambda: "".join(f"{' ' * n}a:\n" for n in range(2_000)), "too-deep", 33, 33),
    "50 MB in quotes": (lambda: f'title: "{"x" * 50_000_000}"\n', "too-large", 1, 1),
    "50 MB plain": (lambda: f"title: {'x' * 50_000_000}\n", "too-large", 1, 1),
    "50 MB of a block": (lambda: "title: |\n" + "  x\n" * 12_500_000, "too-large", 1, 1),
    "50 MB of one comment": (lambda: "#" + "x" * 50_000_000, "too-large", 1, 1),
    "one byte more than is allowed": (lambda: "#" * (ALLOWED + 1), "too-large", 1, 1),
    "5 MB of items": (lambda: filled("", "- a\n"), "too-large", 1_250_001, 1),
    "5 MB of one list": (lambda: f"[{'a,' * 2_499_999}]", "too-large", 1, 5_000_000),
    "5 MB of direction marks": (lambda: filled("", "#\u202e\n"), "unsafe-character", 1, 2),
    "5 MB of conflict markers": (lambda: filled("", "<<<<<<<\n"), "conflict-marker", 1, 1),
    "5 MB of tabs": (lambda: "\t" * ALLOWED, "yaml-syntax", 1, 1),
    "5 MB of double quotes": (lambda: '"' * ALLOWED, "yaml-syntax", 1, 3),
    "5 MB of single quotes": (lambda: "'" * ALLOWED, "wrong-type", 1, 1),
    "5 MB of tasks": (lambda: HEAD + "tasks:\n" + "  - {}\n" * 700_000, "too-large", 700_005, 1),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_file_that_takes_a_parser_down_is_an_error_at_once(name, workspace, measured):
    make, code, line, column = HOSTILE[name]
    (workspace / PLAN).write_text(make(), encoding="utf-8")
    status, output, megabytes = measured(workspace, "validate", seconds=LIMIT)
    assert (status, output.partition(" ")[0]) == (1, f"{PLAN}:{line}:{column}:")
    assert f"error[{code}]" in output.partition("\n")[0]
    assert megabytes < MEGABYTES


MANY = {
    "a text of 5 MB": (PLAN, lambda: HEAD + TASK.replace("C\n", f'"{"x" * 4_900_000}"\n')),
    "a key of 4 MB": (PLAN, lambda: f"{HEAD}? {'p' * 4_000_000}\n: a\n{TASK}"),
    "a choice of 4 MB": (PLAN, lambda: f"{HEAD}numbering: {'p' * 4_000_000}\n{TASK}"),
    "a unit's id of 4 MB": (PLAN, lambda: f"{HEAD}issuer: {'p' * 4_000_000}\n{TASK}"),
    "a wording of 4 MB": (PLAN, lambda: HEAD + TASK.replace("Thường xuyên", "trước ngày " * 200_000)),
    "a date of 4 MB": (PLAN, lambda: HEAD + TASK.replace("Thường xuyên", f"{{by: {'1' * 4_000_000}}}")),
    "an address of 4 MB": (UNITS, lambda: f"units:\n  u: {{name: U, email: {'a' * 4_000_000}}}\n"),
    "keys given twice": (PLAN, lambda: filled(HEAD, "title: T\n")),
    "unknown keys": (PLAN, lambda: filled(HEAD + TASK, "    k{}: 1\n", 1_000_000)),
    "escapes": (PLAN, lambda: filled(HEAD + "columns:\n", '  - "\\u202e"\n')),
    "invisible characters": (PLAN, lambda: filled(HEAD + "columns:\n", "  - \u200b\n", 600_000)),
    "accents apart in texts": (PLAN, lambda: filled(HEAD + "columns:\n", "  - e\u0301\n", 600_000)),
    "accents apart in comments": (PLAN, lambda: filled(HEAD, "#e\u0301\n")),
    "accents on one letter": (PLAN, lambda: f"{HEAD}issuer: a{chr(0x301) * 2_400_000}\n"),
    "texts cut by a comment": (PLAN, lambda: filled(HEAD + "columns:\n", "  - a #b\n", 600_000)),
    "tasks without a lead": (PLAN, lambda: filled(HEAD + "tasks:\n", "  - a\n", 400_000)),
    "tasks of one id": (PLAN, lambda: HEAD + "tasks:\n" + "  - {id: a, content: C, lead: [u]}\n" * 15_000),
    "leads that nobody knows": (PLAN, lambda: filled(HEAD + TASK.replace(" [u]", ""), "      - x{}\n", 800_000)),
    "names of sections": (PLAN, lambda: filled(HEAD + "sections:\n", "  - s{}.yaml\n", 800_000)),
    "a circle of units": (UNITS, lambda: "units:\n" + "".join(f"  u{n}: {{name: N{n}, members: [u{(n + 1) % 80_000}]}}\n" for n in range(80_000))),
    "circles of units": (UNITS, lambda: "units:\n" + "".join(f"  u{n}: {{name: N{n}, members: [u{n + 1}, u0]}}\n" for n in range(50_000))),
    "units of one name": (UNITS, lambda: filled("units:\n", "  u{}: {name: N}\n", 600_000)),
    "long ids one letter apart": (
        UNITS,
        lambda: "units:\n" + "".join(f"  {'u' * 50}{n}: {{name: N{n}}}\n" for n in range(8_000))
        + f"  u: {{name: U, members: [{', '.join('u' * 50 + f'x{n}' for n in range(8_000))}]}}\n",
    ),
    "events of unknown types": (EVENTS, lambda: filled("events:\n", "  - {id: e{}, type: x{}, subject: s}\n", 1_000_000)),
    "completions of unknown tasks": (PROGRESS, lambda: filled("completions:\n", "  - {task: [b{}], completed_on: 2025-01-01}\n", 1_000_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", MANY)
def test_file_full_of_faults_costs_seconds(name, workspace, measured):
    file, make = MANY[name]
    (workspace / file).write_text(make(), encoding="utf-8")
    status, output, megabytes = measured(workspace, "validate", seconds=LIMIT_OF_MANY)
    assert (status, output.rstrip().rpartition("\n")[2].partition(":")[0]) in {(1, "Errors"), (0, "Errors"), (0, "No errors.")}
    assert megabytes < MEGABYTES_OF_MANY


def test_errors_beyond_two_hundred_are_told_once(workspace, measured):
    (workspace / PLAN).write_text(filled(HEAD + TASK, "    k{}: 1\n", 20_000), encoding="utf-8")
    _, output, _ = measured(workspace, "validate", seconds=LIMIT)
    assert output.count("error[unknown-key]") == 200
    assert f"{PLAN}:1:1: error[too-large] The file has more than 200 errors of one kind." in output
    assert output.endswith("Errors: 201, warnings: 0.\n")
