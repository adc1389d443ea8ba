"""All words of the tool, in Vietnamese and English; each part of them is loaded when it is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import PurePath
from typing import Literal, NamedTuple

from cchc.diagnostics import Whole
from cchc.errors import SystemReason

Language = Literal["vi", "en"]
_PART_OF = dict.fromkeys(
    ("usage", "file", "history", "office", "workspace", "output", "xlsx", "intake", "redline", "bug", "system"), "refusals"
)
_PART_OF |= {"template": "templates", "import": "importing", "diff": "comparison"}
LANGUAGES: tuple[Language, ...] = ("vi", "en")
MAX_QUOTED = 80


class Words(NamedTuple):
    """What is wrong, and what to do about it; `{name}` takes a parameter."""

    message: str
    hint: str = ""


class Phrase(NamedTuple):
    """A parameter that is itself a text of the screens: said in the language of the message that it stands in."""

    key: str
    params: Mapping[str, object]


def diagnostic_words(language: Language, code: str, reason: str, params: Mapping[str, object]) -> Words:
    """Return the message and hint of a diagnostic, its parameters filled in."""
    table: Mapping[str, Words] = import_module(f"cchc.messages.{language}.diagnostics").DIAGNOSTICS
    words = table.get(f"{code}/{reason}") or table[code]
    shown = Shown(language, params)
    return Words(words.message.format_map(shown), words.hint.format_map(shown).strip())


def explanation(language: Language, code: str) -> str:
    """Return what a diagnostic means, with an example."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.explanations").EXPLANATIONS
    return table[code]


def screen(language: Language, key: str, **params: object) -> str:
    """Return a text of the screens: errors of the tool, headings, statuses."""
    part = _PART_OF.get(key.partition("/")[0], "screens")
    table: Mapping[str, str] = vars(import_module(f"cchc.messages.{language}.{part}"))[part.upper()]
    return table[key].format_map(Shown(language, params))


def reason_text(language: Language, step: str, params: Mapping[str, object]) -> str:
    """Return the sentence of one step of a count, `cchc.schedule.reasons`."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.reasons").STEPS
    text = table[step].format_map(Shown(language, params))
    return text[:1].upper() + text[1:]


def basis_text(language: Language, basis: str) -> str:
    """Return the article or the convention that a step rests on."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.reasons").BASIS
    return table[basis]


def term_unit(language: Language, unit: str) -> str:
    """Return the name of a unit of terms such as `working days`."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.reasons").UNITS
    return table[unit]


def name_text(language: Language, key: str) -> str:
    """Return what a name that templates may use means, or the heading of a group of them."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.template_names").NAMES
    return table[key]


def schema_text(language: Language, keys: Sequence[str]) -> str:
    """Return what a key or record of a file means; `keys` are where it may be told, the first that is there counts."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.schema").DESCRIPTIONS
    return table[next(key for key in keys if key in table)]


def caption_text(language: Language, keys: Sequence[str]) -> str:
    """Return what a key or record of a file is called, in small letters; `keys` as under `schema_text`."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.comparison").CAPTIONS
    return table[next(key for key in keys if key in table)]


def value_text(language: Language, value: str) -> str:
    """Return what a value is called that is one of a few, such as `holiday`."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.comparison").VALUES
    return table[value]


def help_text(language: Language, key: str) -> str:
    """Return a text of `--help`."""
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.help").HELP
    return table[key]


def print_day(language: Language, day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}" if language == "vi" else day.isoformat()


class Shown(dict[str, str]):
    """Parameters as a message shows them: short, on one line, dates as the language writes them.

    Names ending in `?` stand for a whole clause that is left out where the parameter is empty.
    """

    def __init__(self, language: Language, params: Mapping[str, object]) -> None:
        super().__init__({name: _show(language, value) for name, value in params.items()})
        near = self.get("near")
        self["did_you_mean"] = f"{_DID_YOU_MEAN[language].format(near)} " if near else ""

    def __missing__(self, name: str) -> str:
        return ""


def _refusals(language: Language) -> Mapping[str, str]:
    table: Mapping[str, str] = import_module(f"cchc.messages.{language}.refusals").REFUSALS
    return table


_DID_YOU_MEAN = {"vi": "Có phải là “{}”?", "en": "Did you mean “{}”?"}


def _show(language: Language, value: object) -> str:
    if isinstance(value, date):
        return print_day(language, value)
    if isinstance(value, Phrase):
        return screen(language, value.key, **value.params)
    if isinstance(value, SystemReason):
        return _refusals(language).get(f"system/{value.code}", str(value))
    if isinstance(value, list | tuple):
        shown = ", ".join(_show(language, item) for item in value[:12])
        return f"{shown}, …" if len(value) > 12 else shown
    text = " ".join(str(value).split())
    return text if len(text) <= MAX_QUOTED or isinstance(value, Whole | PurePath) else f"{text[: MAX_QUOTED - 1]}…"
