"""What `cchc new-year` tells: what moved, what is left behind, what a person has to look at; as text or JSON."""

from collections.abc import Sequence

from cchc.cli.renewing import RenewedPlan, Told
from cchc.json_text import to_json
from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible


def as_text(renewed: RenewedPlan, language: Language) -> str:
    """Return the report for people, each line with its file and place."""
    days = {"first_day": print_day(language, renewed.plan.first_day), "last_day": print_day(language, renewed.plan.last_day)}
    lines = [screen(language, "new-year/heading", old=renewed.old, new=renewed.plan.id, **days)]
    lines += _group("moved", renewed.moved, language)
    lines += _group("left", renewed.left, language)
    lines += _group("undecided", renewed.undecided, language)
    lines += ["", screen(language, "new-year/files", count=len(renewed.files))]
    lines += [f"  {file.path}" for file in renewed.files]
    return "".join(f"{visible(line)}\n" for line in lines)


def _group(name: str, told: Sequence[Told], language: Language) -> list[str]:
    if not told:
        return []
    return ["", screen(language, f"new-year/{name}", count=len(told)), *(_line(name, one, language) for one in told)]


def _line(name: str, one: Told, language: Language) -> str:
    if name == "moved":
        said = f"{one.before} → {one.after}"
    elif name == "left":
        said = screen(language, f"new-year/left/{one.kind}", words=one.before)
    else:
        key = f"new-year/doubt/{one.kind}" + ("-succeeded" if one.kind == "unit" and one.after else "")
        said = f"{one.before} — {screen(language, key, successors=one.after)}"
    return f"  {one.file}:{one.line}: {' '.join(said.split())}"


def as_json(renewed: RenewedPlan) -> str:
    """Return the report for programs."""
    return to_json(
        {
            "version": 1,
            "from": renewed.old,
            "to": renewed.plan.id,
            "first_day": renewed.plan.first_day.isoformat(),
            "last_day": renewed.plan.last_day.isoformat(),
            "files": [file.path for file in renewed.files],
            "moved": [
                {"kind": one.kind, "file": one.file, "line": one.line, "before": one.before, "after": one.after}
                for one in renewed.moved
            ],
            "left_behind": [{"kind": one.kind, "file": one.file, "line": one.line, "words": one.before} for one in renewed.left],
            "undecided": [
                {"kind": str(one.kind), "file": one.file, "line": one.line, "words": one.before}
                | ({"succeeded_by": one.after.split(", ")} if one.after else {})
                for one in renewed.undecided
            ],
        }
    )
