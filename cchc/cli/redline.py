"""`cchc diff --docx`: the appendix of both sides as one Word file whose differences are tracked changes."""

from pathlib import Path

from cchc import checks
from cchc.cli.choosing import choose_plan
from cchc.cli.comparing import Sides
from cchc.cli.console import Console
from cchc.cli.session import Session
from cchc.cli.templates import find_template
from cchc.diagnostics import Whole
from cchc.errors import OfficeFailed, OfficeMissing, UsageError
from cchc.files import write_atomically
from cchc.messages import Language, screen
from cchc.model.plan import Plan
from cchc.views import appendix

AUTHOR = "cchc"


def write_redline(out: Path, sides: Sides, plan_id: str | None, language: Language, console: Console) -> int:
    """Write the tracked changes; return 1 where a side has errors. Raises UsageError, OfficeMissing or OfficeFailed.

    Both sides are printed by the template of today: what is tracked are the words of the plan.
    """
    loaded, is_sound = choose_plan(sides.head, plan_id)
    if loaded.plan is None or not is_sound:
        console.note(screen(language, "render/plan-has-errors", plan=loaded.folder))
        return 1
    base = _plan_at_base(sides, loaded.plan.id)
    if base is None:
        console.note(screen(language, "render/plan-had-errors", plan=loaded.plan.id, revision=sides.labels[0]))
        return 1
    template = find_template(sides.head.reader, None, "appendix.docx").content
    content = _tracked(_printed(base, sides.base, template), _printed(loaded.plan, sides.head, template))
    write_atomically(out, content)
    console.note(screen(language, "render/written", path=Whole(out)))
    return 0


def _plan_at_base(sides: Sides, plan_id: str) -> Plan | None:
    """Return the plan as it was, None where it had errors; raise UsageError where there was none."""
    for loaded, findings in sides.base.plans():
        if plan_id in (loaded.folder.rpartition("/")[2], loaded.plan.id if loaded.plan else None):
            return None if checks.has_errors(findings) else loaded.plan
    raise UsageError("usage/plan-not-at-base", plan=plan_id, revision=sides.labels[0])


def _printed(plan: Plan, session: Session, template: bytes) -> bytes:
    from cchc.render.appendix import as_docx

    return as_docx.render(appendix.build(plan, session.registry, session.counting), template)


def _tracked(before: bytes, after: bytes) -> bytes:
    """Return one document of two, words and whole rows inserted and deleted."""
    try:
        from python_redlines import DocxodusEngine, EngineExecutionError

        engine = DocxodusEngine()
    except ImportError as error:  # the library, or the engine beside it
        raise OfficeMissing("redline/none") from error
    try:
        content, _, _ = engine.run_redline(AUTHOR, original=before, modified=after)
    except (OSError, ValueError, EngineExecutionError) as error:
        raise OfficeFailed("redline/failed", why=str(error).partition("\n")[0]) from error
    return bytes(content)
