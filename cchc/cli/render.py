"""`cchc render`: the appendix as a document; the ending of its name chooses the format."""

from pathlib import Path

from cchc import checks
from cchc.cli.console import Console
from cchc.cli.places import find_places
from cchc.cli.session import Session
from cchc.errors import TemplateRefused, UsageError
from cchc.files import read_document, write_atomically
from cchc.messages import Language, screen
from cchc.model.registry import LoadedPlan
from cchc.render import FORMATS, renderer_for
from cchc.views import appendix

_TEMPLATE_LIMIT = 20_000_000


def run(
    out: Path,
    root: Path | None,
    plan_id: str | None,
    template: Path | None,
    language: Language | None,
    console: Console,
) -> int:
    """Write the appendix of one plan to `out`; raise UsageError, TemplateRefused or Unwritable.

    A plan that has errors is not printed: what is signed must be what was checked.
    """
    ending = out.suffix.lower()
    if ending not in FORMATS:
        raise UsageError("usage/format", ending=out.suffix or out.name, known=list(FORMATS))
    places = find_places(root, [])
    if len(places) > 1:
        raise UsageError("usage/several-workspaces", known=[place.label for place in places])
    session = Session(places[0])
    language = language or session.registry.settings.language
    loaded, is_sound = _choose(session, plan_id)
    if loaded.plan is None or not is_sound:
        console.note(screen(language, "render/plan-has-errors", plan=loaded.folder))
        return 1
    content = _template(session, template)
    try:
        document = renderer_for(ending)(appendix.build(loaded.plan, session.registry), content)
    except TemplateRefused as refusal:
        refusal.params.setdefault("template", template or f"templates/appendix{ending}")
        raise
    write_atomically(out, document)
    console.note(screen(language, "render/written", path=out))
    return 0


def _choose(session: Session, plan_id: str | None) -> tuple[LoadedPlan, bool]:
    """Return the plan of that id, or the only one, and whether it and the shared files are without errors."""
    known, chosen = [], []
    for loaded, findings in session.plans():
        name = loaded.folder.rpartition("/")[2]
        known.append(name)
        if plan_id in (None, name):
            chosen.append((loaded, not checks.has_errors(findings)))
    if not known:
        raise UsageError("usage/no-plan")
    if not chosen:
        raise UsageError("usage/no-such-plan", plan=plan_id, known=known)
    if len(chosen) > 1:
        raise UsageError("usage/several-plans", known=known)
    loaded, is_sound = chosen[0]
    return loaded, is_sound and not session.registry.lost & {"units", "settings"}


def _template(session: Session, named: Path | None) -> bytes:
    """Return the template: the one named, the workspace's own, or the one the tool brings along."""
    if named is not None:
        return read_document(named, _TEMPLATE_LIMIT)
    own = session.place.root / "templates" / "appendix.docx"
    if own.parent.is_symlink() or own.is_symlink():
        raise TemplateRefused("template/link", template="templates/appendix.docx")
    if own.is_file():
        return read_document(own, _TEMPLATE_LIMIT)
    return read_document(shipped_template("appendix.docx"), _TEMPLATE_LIMIT)


def shipped_template(name: str) -> Path:
    """Return the template in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    shipped = package / "templates" / name
    return shipped if shipped.is_file() else package.parent / "templates" / name
