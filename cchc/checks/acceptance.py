"""Warnings that are meant: `allow: {CODE: reason}` on the record that they are about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cchc.diagnostics import CODES, Finding, NodePath, Severity
from cchc.model.plan import Plan
from cchc.model.record import Record
from cchc.model.registry import LoadedPlan, Placed, Registry

_NEEDS_HISTORY = frozenset({"edited-after-issue"})
"""What only `validate` finds, and only where the tags are: a clone without them calls no `allow` of it unused."""
Allowed = dict[tuple[str, tuple[str | int, ...]], tuple[NodePath, Mapping[str, str]]]
_SETTINGS = NodePath("cchc.yaml")
_ENTRY_LISTS = frozenset(
    {
        "tasks",
        "parts",
        "sections",
        "units",
        "types",
        "events",
        "completions",
        "extensions",
        "waivers",
        "measurements",
        "days",
    }
)


def accept(loaded: LoadedPlan, findings: list[Finding]) -> list[Finding]:
    """Return a plan's findings without the accepted ones, and a warning for each `allow` that matched nothing.

    Beside an error nothing is called unused: what was accepted may come back when the error is mended.
    """
    if not loaded.has_allow or loaded.plan is None:
        return findings
    allowed = _allowed_in(loaded, loaded.plan)
    located = [(finding, loaded.resolve(finding.at) if isinstance(finding.at, NodePath) else None) for finding in findings]
    is_sound = loaded.is_whole and not any(CODES[finding.code] is Severity.ERROR for finding in findings)
    return _apply(allowed, located, is_whole=is_sound)


def is_accepted(loaded: LoadedPlan, plan: Plan, code: str, at: NodePath) -> bool:
    """Return whether a plan accepts a warning that was found after its checks."""
    return _accepting(_allowed_in(loaded, plan), code, loaded.resolve(at)) is not None


def _allowed_in(loaded: LoadedPlan, plan: Plan) -> Allowed:
    progress = loaded.progress
    roots: list[Placed[Any]] = [Placed(plan, loaded.at), *progress.completions, *progress.extensions]
    roots += [*progress.waivers, *progress.measurements]
    return {
        (at.file, at.keys): (at, allow)
        for root in roots
        for at, allow in ((loaded.resolve(at), allow) for at, allow in _allowing(root.record, root.at))
    }


def accept_shared(registry: Registry, findings: list[Finding]) -> list[Finding]:
    """Return the findings of the shared files without the accepted ones, as `accept` does for a plan."""
    settings = Placed(registry.settings, _SETTINGS)
    if not registry.has_allow and not any(_allowing(settings.record, settings.at)):
        return findings
    roots: list[Placed[Any]] = [settings, *registry.units.values(), *registry.event_types.values()]
    roots += [*registry.events, *registry.calendar_days]
    allowed = {(at.file, at.keys): (at, allow) for root in roots for at, allow in _allowing(root.record, root.at)}
    located = [(finding, finding.at if isinstance(finding.at, NodePath) else None) for finding in findings]
    return _apply(allowed, located, is_whole=not registry.lost)


def _apply(allowed: Allowed, located: Iterable[tuple[Finding, NodePath | None]], *, is_whole: bool) -> list[Finding]:
    kept, used = [], set()
    for finding, at in located:
        is_warning = CODES[finding.code] is Severity.WARNING
        where = _accepting(allowed, finding.code, at) if is_warning and at is not None else None
        if where is None:
            kept.append(finding)
        else:
            used.add((where, finding.code))
    for where, (at, allow) in allowed.items():
        for code in allow:
            is_error = CODES.get(code) is Severity.ERROR
            if is_error or (is_whole and (where, code) not in used and code not in _NEEDS_HISTORY):
                kept.append(Finding("unused-allow", at / "allow" / code, {"code": code}, "error" if is_error else ""))
    return kept


def _accepting(allowed: Allowed, code: str, at: NodePath) -> tuple[str, tuple[str | int, ...]] | None:
    """Return the record that accepts a warning: on the way out from its spot, not beyond the record it is about."""
    for length in range(len(at.keys), -1, -1):
        where = (at.file, at.keys[:length])
        if where in allowed and code in allowed[where][1]:
            return where
        if _is_entry(at.keys[:length]):
            return None
    return None


def _is_entry(keys: tuple[str | int, ...]) -> bool:
    if len(keys) < 2 or keys[-2] not in _ENTRY_LISTS:
        return False
    return keys[-2] != "units" or len(keys) == 2


def _allowing(record: Record, at: NodePath) -> Iterator[tuple[NodePath, Mapping[str, str]]]:
    """Yield every `allow` of a record and of the records in it."""
    if record.allow:
        yield at, record.allow
    for name, field in type(record).model_fields.items():
        yield from _allowing_in(getattr(record, name), at / (field.alias or name))


def _allowing_in(value: object, at: NodePath) -> Iterator[tuple[NodePath, Mapping[str, str]]]:
    if isinstance(value, Record):
        yield from _allowing(value, at)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _allowing_in(item, at / index)
