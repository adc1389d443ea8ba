"""Every pattern takes time in proportion to the text: twice the length, twice the time and not four times."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[2] / "cchc"
LENGTH, GROWTH, UNNOTICED = 2_000, 3.2, 0.03  # house: no pattern sees more than 2,000 characters at once
PUMPS = [
    "0", "1.", "9/", "a", "a-", "A", "Đ", " ", "\t", " \t", "  #", "x #", "{", "{ ", "{{", "{%", "{% for ", "{{ a", "<", "<a ", ">",
    "@", "a@", "a@b", "\r", "\r\n", "::", "ngày ", "ngày 01/", "quý i, ", "tháng 1, ", "01 tháng ", "định kỳ ", "trước ngày ", "từ ",
    "sau ", "kể từ ", "không quá ", "hàng ", " working day", "+ ", "http://", "1 ngày ", "01/01/", "2025-", "\u202e", "\u200b", "_", "{{task.",
]  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every compiled pattern that a module of the package keeps, alone or in a collection."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "re.compile" not in path.read_text(encoding="utf-8"):
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for key, value in vars(importlib.import_module(name)).items():
            found = list(_inside(value))
            yield from ((f"{name}:{key}:{number}", pattern) for number, pattern in enumerate(found))


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _inside(item)


PATTERNS = dict(patterns())


def test_patterns_of_the_package_are_found():
    assert {
        "cchc.model.scalars:_ISO_DATE:0",
        "cchc.source.text:_TAB_IN_INDENT:0",
        "cchc.wording.tokens:_TOKEN:0",
    } <= PATTERNS.keys()


def fitting(text: str, pattern: re.Pattern[Any]) -> Any:
    """Return the text as bytes where the pattern is one of bytes."""
    return text.encode() if isinstance(pattern.pattern, bytes) else text


def seconds(pattern: re.Pattern[Any], text: Any, *, is_searched: bool) -> float:
    """Return the best of three times to match a whole text or, where the package searches, to find the pattern in it."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        if is_searched:
            pattern.findall(text)
        else:
            pattern.fullmatch(text)
        times.append(time.process_time() - begin)
    return min(times)


def is_searched(name: str) -> bool:
    """Return whether the module that keeps a pattern looks for it anywhere in a text."""
    module, key, _ = name.split(":")
    source = Path(importlib.import_module(module).__file__ or "").read_text(encoding="utf-8")
    return re.search(rf"\b{key}\.(search|finditer|findall|sub|split)\b", source) is not None


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_length_takes_no_more_than_twice_the_time(name):
    pattern, searched = PATTERNS[name], is_searched(name)
    for pump in PUMPS:
        for end in ("", "!", "\n"):
            once, twice = (fitting(pump * (size // len(pump)) + end, pattern) for size in (LENGTH, 2 * LENGTH))
            long_time = seconds(pattern, twice, is_searched=searched)
            assert long_time < UNNOTICED or long_time < GROWTH * seconds(pattern, once, is_searched=searched), (pump, end)


def test_no_pattern_is_compiled_where_this_test_does_not_see_it():
    hidden = []
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        calls = [call for function in functions for call in ast.walk(function) if isinstance(call, ast.Call)]
        hidden += [path.name for call in calls if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) == "re.compile"]
    assert hidden == []
