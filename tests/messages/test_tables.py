"""The words of both languages: the same keys, and the same parameters under each."""

import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from cchc import messages

PARTS = sorted(path.stem for path in Path(messages.__file__ or "").parent.glob("vi/*.py") if path.stem != "__init__")


def tables(language: str, part: str) -> dict[str, dict[str, object]]:
    """Return the tables of a module by name."""
    module = import_module(f"cchc.messages.{language}.{part}")
    return {name: table for name, table in vars(module).items() if name.isupper() and isinstance(table, dict)}


def parameters(words: object) -> Iterator[str]:
    """Yield the names in braces of a text, or of the texts of a record."""
    texts = (
        [words]
        if isinstance(words, str)
        else [text for text in words if isinstance(text, str)]
        if isinstance(words, tuple)
        else []
    )
    for text in texts:
        yield from (name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_have_the_same_keys(part):
    vietnamese, english = tables("vi", part), tables("en", part)
    assert vietnamese.keys() == english.keys()
    for name, table in vietnamese.items():
        assert list(table) == list(english[name]), name


@pytest.mark.parametrize("part", ["screens", "comparison", "refusals", "templates", "importing", "diagnostics", "reasons"])
def test_both_languages_take_the_same_parameters(part):
    vietnamese, english = tables("vi", part), tables("en", part)
    differing = {
        key: (sorted(set(parameters(words))), sorted(set(parameters(english[name][key]))))
        for name, table in vietnamese.items()
        for key, words in table.items()
        if set(parameters(words)) - {"did_you_mean"} != set(parameters(english[name][key])) - {"did_you_mean"}
    }
    assert differing == {}
