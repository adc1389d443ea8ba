"""What the check of a Word file tells, as lines for people and data for programs."""

from importlib import import_module
from textwrap import fill
from typing import Any

from cchc.messages import Language
from cchc.outgoing import visible
from cchc.render.word.conformance.found import (
    Between,
    Conformance,
    Deviation,
    Measure,
    Paper,
    Quoted,
    Shares,
    Unjudged,
    Value,
    Where,
    Word,
    symbol,
)


def line(deviation: Deviation, language: Language) -> str:
    """Return a deviation as one line."""
    words = _words(language)
    others = words.OTHERS.format(count=deviation.others) if deviation.others else ""
    told: str = words.LINE.format(
        code=deviation.code,
        rule=words.RULES[deviation.code][0],
        where=_where(deviation.where, words),
        found=_shown(deviation.found, language, words),
        asked=_shown(deviation.asked, language, words),
        others=others,
    )
    return visible(told)


def text(conformance: Conformance, language: Language, width: int, summary: str) -> str:
    """Return every deviation, what could not be judged, and the summary, broken at the width of the terminal."""
    told = [line(deviation, language) for deviation in conformance.deviations]
    told += [_unjudged(unjudged, language) for unjudged in conformance.unjudged]
    return "\n".join([_broken(entry, width) for entry in [*told, summary]]) + "\n"


def data(conformance: Conformance, file: str, language: Language) -> dict[str, object]:
    """Return the same for programs; only `message` follows the language."""
    findings = [
        {
            "code": deviation.code,
            "where": _place(deviation.where),
            "found": symbol(deviation.found),
            "asked": symbol(deviation.asked),
            "others": deviation.others,
            "message": line(deviation, language),
        }
        for deviation in conformance.deviations
    ]
    unjudged = [
        {"code": entry.code, "where": _place(entry.where), "reason": entry.reason, "message": _unjudged(entry, language)}
        for entry in conformance.unjudged
    ]
    counts = {"findings": len(findings), "unjudged": len(unjudged)}
    return {"version": 1, "file": file, "findings": findings, "unjudged": unjudged, "counts": counts}


def explain(code: str, language: Language) -> str | None:
    """Return what a code of the check means; None where it is none."""
    words = _words(language)
    if code not in words.RULES:
        return None
    rule, source = words.RULES[code]
    return f"{words.HEADING}[{code}]\n\n{words.EXPLANATION.format(rule=rule, source=source)}\n"


def _unjudged(unjudged: Unjudged, language: Language) -> str:
    words = _words(language)
    where, reason = _where(unjudged.where, words), words.WORDS[unjudged.reason]
    told: str = words.UNJUDGED.format(code=unjudged.code, rule=words.RULES[unjudged.code][0], where=where, reason=reason)
    return visible(told)


def _words(language: Language) -> Any:
    return import_module(f"cchc.messages.{language}.conformance")


def _where(where: Where, words: Any) -> str:
    told: str = words.WHERE[where.kind].format(**where._asdict())
    return told


def _place(where: Where) -> dict[str, object]:
    return {name: value for name, value in where._asdict().items() if value}


def _shown(value: Value, language: Language, words: Any) -> str:
    match value:
        case Measure(amount, unit):
            told = words.WORDS[unit].format(value=_number(amount, language))
        case Between(first, last, unit):
            span = words.WORDS["between"].format(first=_number(first, language), last=_number(last, language))
            told = words.WORDS[unit].format(value=span)
        case Paper(width, height):
            told = words.WORDS["paper"].format(width=_number(width, language), height=_number(height, language))
        case Word(key):
            told = words.WORDS.get(key, key)
        case Quoted(quoted):
            told = quoted
        case Shares():
            told = symbol(value)
    return str(told)


def _number(value: float, language: Language) -> str:
    return f"{value:g}".replace(".", "," if language == "vi" else ".")


def _broken(entry: str, width: int) -> str:
    return fill(entry, width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
