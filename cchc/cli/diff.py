"""`cchc diff`: what changed between two revisions, or since one, and what that means for due days."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from cchc import history
from cchc.cli.clock import today
from cchc.cli.comparing import Comparing, Languages, Sides
from cchc.cli.console import Console
from cchc.cli.diff_reasons import with_reasons
from cchc.cli.places import Place, only_place
from cchc.cli.session import Session
from cchc.diagnostics import Whole
from cchc.errors import UsageError
from cchc.files import write_atomically
from cchc.messages import Language, screen
from cchc.outgoing import plain_log
from cchc.render.changes import FORMATS, writer_for
from cchc.views.changes import Comparison, unread_text

__all__ = ["FORMATS", "DiffOptions", "Revisions", "revisions_of", "run"]
_SIGNED_LATER = frozenset({"document/number", "document/issued_on"})
"""What the records office gives a plan after its tag: no amendment."""


class Revisions(NamedTuple):
    """What is compared; `head` None is the folder as it stands; `is_from_fork` begins where the two parted."""

    base: str = "HEAD"
    head: str | None = None
    is_from_fork: bool = False


class DiffOptions(NamedTuple):
    """What the command line asks for."""

    revisions: Revisions = Revisions()
    is_since_issued: bool = False
    plan: str | None = None
    as_of: str | None = None
    report_format: str = "text"
    table: Path | None = None
    docx: Path | None = None


def revisions_of(base: str | None, head: str | None, *, is_since_issued: bool) -> Revisions:
    """Return what BASE and HEAD, `A..B` or `A...B` name; raise UsageError where they name too much."""
    if is_since_issued and head is not None:
        raise UsageError("usage/extra", value=head)
    if is_since_issued:
        return Revisions(head=base)
    if base is None:
        return Revisions()
    for dots in ("...", ".."):
        first, found, second = base.partition(dots)
        if found and head is not None:
            raise UsageError("usage/extra", value=head)
        if found:
            return Revisions(first or "HEAD", second or "HEAD", is_from_fork=dots == "...")
    return Revisions(base, head)


def run(root: Path | None, options: DiffOptions, language: Language | None, console: Console) -> int:
    """Print what changed; return 1 where a plan could not be compared. Raises UsageError, NoHistory or Unwritable."""
    for out in (options.table, options.docx):
        if out is not None and out.suffix.lower() != ".docx":
            raise UsageError("usage/format", ending=out.suffix or out.name, known=[".docx"])
    place = only_place(root)
    with ExitStack() as stack:
        sides = _sides(place, options, stack)
        language = language or sides.head.registry.settings.language
        if options.docx is not None:
            from cchc.cli.redline import write_redline

            return write_redline(options.docx, sides, options.plan, language, console)
        day = today(sides.head.registry.settings.timezone, options.as_of)
        aside = _SIGNED_LATER if options.is_since_issued else frozenset()
        languages = Languages(language, "en" if options.report_format == "json" else language)
        comparing = Comparing(sides, options.plan, day, languages, aside)
        comparison = comparing.compare()
        if options.plan is not None and options.plan not in comparing.plan_names:
            raise UsageError("usage/no-such-plan", plan=options.plan, known=sorted(comparing.plan_names))
        if options.table is not None:
            comparison = with_reasons(comparison, place, sides)
            _write_table(options.table, comparison, console)
        else:
            _print(comparison, options.report_format, console)
        if options.table is not None or console.output is not None:
            for unread in comparison.unread:  # it stands in the file, which nobody has opened yet
                console.note(unread_text(unread, language))
    return int(bool(comparison.unread))


def _sides(place: Place, options: DiffOptions, stack: ExitStack) -> Sides:
    """Return both sides as they are asked for, loaded as far as all plans share it."""
    named = options.revisions
    base_name = _issued_tag(place, options.plan) if options.is_since_issued else named.base
    revision = f"refs/tags/{base_name}" if options.is_since_issued else base_name
    base = stack.enter_context(history.at_revision(place.root, revision))
    if named.head is None:
        return Sides(Session(place, reader=base), Session(place), (base_name, None), base.commit, None)
    head = stack.enter_context(history.at_revision(place.root, named.head))
    if named.is_from_fork:
        fork = history.merge_base(place.root, base.commit, head.commit)
        base = stack.enter_context(history.at_revision(place.root, fork))
    sessions = Session(place, reader=base), Session(place, reader=head)
    return Sides(*sessions, (base_name, named.head), base.commit, head.commit)


def _issued_tag(place: Place, plan: str | None) -> str:
    """Return the tag of the plan, or of the only one that has one; raise UsageError where there is none, or several."""
    tags = history.IssueTags(place.root)
    names = [plan] if plan is not None else list(_plan_names(Session(place)))
    issued = [name for name in names if tags.has(name)]
    if not issued:
        raise UsageError("usage/not-issued", known=names, tag=Whole(tags.name_of(names[0] if names else "…")))
    if len(issued) > 1:
        raise UsageError("usage/several-plans", known=issued)
    return tags.name_of(issued[0])


def _plan_names(session: Session) -> Iterator[str]:
    yield from (folder.rpartition("/")[2] for folder in session.workspace.plan_folders)


def _print(comparison: Comparison, report_format: str, console: Console) -> None:
    text = writer_for(report_format)(comparison)
    is_log = "GITHUB_ACTIONS" in os.environ and console.output is None and report_format != "json"
    console.result(plain_log(text) if is_log else text)


def _write_table(out: Path, comparison: Comparison, console: Console) -> None:
    from cchc.render.changes.as_docx import render

    write_atomically(out, render(comparison))
    console.note(screen(comparison.language, "diff/table/written", path=Whole(out)))
