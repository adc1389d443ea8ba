"""No plan can show a reviewer one text and be read as another."""

import pytest

HEAD = "id: p\ntitle: T\nyear: 2025\n"
TASK = "tasks:\n  - id: a\n    content: C\n    deadline: {by: 2025-06-30}\n    lead: [u]\n"
PLAN = "plans/p/plan.yaml"

UNSAFE = [
    "\u2028", "\u2029", "\u0085", "\r", "\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9b", "\u061c", "\u200e", "\u200f",
    "\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufdd0", "\ufffe", "\uffff", "\U0001ffff",
]  # fmt: skip
ODD = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\uf0b7", "\U000e0041"]


def by_name(character: str) -> str:
    return f"U+{ord(character):04X}"


@pytest.mark.parametrize("character", UNSAFE, ids=by_name)
def test_second_date_hidden_behind_a_comment_is_refused(character, validate):
    hidden = TASK.replace("30}", f"30}} # xem{character}    deadline: {{by: 2025-12-31}}")
    assert validate({PLAN: HEAD + hidden}) == [("unsafe-character", PLAN, 7, 37)]


@pytest.mark.parametrize("character", UNSAFE, ids=by_name)
def test_character_that_reorders_or_breaks_a_value_is_refused(character, validate):
    assert validate({PLAN: HEAD + TASK.replace("C\n", f"C{character}D\n")}) == [("unsafe-character", PLAN, 6, 15)]


ESCAPES = [
    r"\u2028",
    r"\L",
    r"\P",
    r"\N",
    r"\r",
    r"\0",
    r"\a",
    r"\e",
    r"\x9b",
    r"\u061c",
    r"\u202e",
    r"\u2066",
    r"\uffff",
    r"\U0001fffe",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_escape_that_smuggles_an_unsafe_character_is_refused(escape, validate):
    assert validate({PLAN: HEAD + TASK.replace("C\n", f'"C{escape}"\n')}) == [("unsafe-character", PLAN, 6, 14)]


def test_escape_that_smuggles_an_unsafe_character_into_a_key_is_refused(validate):
    assert ("unsafe-character", PLAN, 4, 1) in validate({PLAN: HEAD + '"issuer\\u202e": u\n' + TASK})


@pytest.mark.parametrize("escape", [r"\ud83d\ude00", r"\udc80"])
def test_escape_of_half_a_character_is_no_yaml(escape, validate):
    assert [found[0] for found in validate({PLAN: HEAD + TASK.replace("C\n", f'"C{escape}"\n')})] == ["yaml-syntax"]


def test_surrogate_in_bytes_is_not_utf8(validate):
    assert validate({PLAN: (HEAD + "# ").encode() + b"\xed\xa0\x80\n" + TASK.encode()}) == [("not-utf8", PLAN, 4, 3)]


@pytest.mark.parametrize("character", ODD, ids=by_name)
def test_character_that_nobody_sees_is_a_warning(character, validate):
    assert validate({PLAN: HEAD + TASK.replace("C\n", f"C{character}D\n")}) == [("odd-character", PLAN, 6, 14)]
    assert validate({PLAN: HEAD + f"# x{character}y\n" + TASK}) == [("odd-character", PLAN, 4, 4)]


def test_character_that_nobody_sees_in_a_date_makes_no_date(validate):
    found = validate({PLAN: HEAD + TASK.replace("2025-06-30", "2025-0\u200b6-30")})
    assert found == [("invalid-date", PLAN, 7, 20), ("odd-character", PLAN, 7, 20)]


@pytest.mark.parametrize("key", ["deadline", '"deadline"', "'deadline'", '"dead\\u006cine"', "? deadline\n    "])
def test_date_given_twice_is_refused_however_the_key_is_written(key, validate):
    twice = TASK + f"    {key}: {{by: 2025-12-31}}\n"
    assert validate({PLAN: HEAD + twice})[0][0] == "duplicate-key"


@pytest.mark.parametrize("key", ["deadline\u200b", "d\u0435adline", "ｄeadline", "deadline\u0301"])
def test_key_that_only_looks_like_another_is_unknown(key, validate):
    assert ("unknown-key", PLAN, 9, 5) in validate({PLAN: HEAD + TASK + f"    {key}: {{by: 2025-12-31}}\n"})


def test_byte_order_mark_in_the_middle_hides_no_key(validate):
    assert validate({PLAN: HEAD + "\ufeffid: q\n" + TASK}) == [("yaml-syntax", PLAN, 4, 2)]


def test_leading_byte_order_mark_is_no_part_of_the_first_key(validate):
    assert validate({PLAN: "\ufeff" + HEAD + TASK}) == []


@pytest.mark.parametrize("text", [HEAD + TASK, HEAD + "# ghi chú\n" + TASK], ids=["plain", "comment"])
def test_line_ends_of_windows_are_read_like_those_of_unix(text, validate):
    assert validate({PLAN: text.replace("\n", "\r\n")}) == []


REFUSED = {
    "a merge key": ("<<: {deadline: x}\n", ("yaml-alias", 4, 1)),
    "an anchor": ("issuer: &x u\n", ("yaml-alias", 4, 9)),
    "an alias": ("issuer: *x\n", ("yaml-alias", 4, 9)),
    "a tag that runs code": ("issuer: !!python/object/apply:os.system [id]\n", ("yaml-tag", 4, 9)),
    "a tag that makes a date": ("issuer: !!timestamp 2025-01-01\n", ("yaml-tag", 4, 9)),
    "a second document": ("---\n", ("multiple-documents", 4, 1)),
    "a list as a key": ("? [a]\n: b\n", ("yaml-syntax", 4, 3)),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, validate):
    text, (code, line, column) = REFUSED[name]
    assert validate({PLAN: HEAD + text + TASK}) == [(code, PLAN, line, column)]


@pytest.mark.parametrize("directive", ["%YAML 1.1\n---\n", "%TAG ! tag:yaml.org,2002:\n---\n"])
def test_directive_that_changes_how_the_text_is_read_is_refused(directive, validate):
    assert [found[0] for found in validate({PLAN: directive + HEAD + TASK})] in (["yaml-syntax"], ["yaml-tag"])


def test_merge_conflict_shows_no_reviewer_half_a_plan(validate):
    text = HEAD + "<<<<<<< a\n" + TASK + "=======\n" + TASK.replace("06-30", "12-31") + ">>>>>>> b\n"
    assert validate({PLAN: text}) == [("conflict-marker", PLAN, 4, 1)]


@pytest.mark.parametrize("text", ["no", "on", "1:30", "010", "1e3", "0x10", "2025-01-01", ".inf", "0o17", "1_000"])
def test_text_that_yaml_would_turn_into_a_number_stays_text(text, run, workspace):
    (workspace / PLAN).write_text(HEAD + TASK.replace("C\n", f"{text}\n"), encoding="utf-8")
    assert f'"content": "{text}"' in run("due", "--all", "--as-of", "2025-06-01", "--format", "json").stdout
