"""`cchc render`: the appendix as a document; the ending of its name chooses the format."""

from pathlib import Path
from typing import NamedTuple

from cchc.cli.choosing import choose_plan
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.places import only_place
from cchc.cli.session import Session
from cchc.cli.templates import find_template
from cchc.diagnostics import Whole
from cchc.errors import TemplateRefused, UsageError
from cchc.files import read_document, write_atomically
from cchc.messages import Language, screen
from cchc.model.plan import Plan
from cchc.model.registry import Progress
from cchc.render.appendix import FORMATS, FROM_TEMPLATE, renderer_for
from cchc.views import appendix, progress

_OUTPUT_LIMIT = 2**30


class RenderOptions(NamedTuple):
    """What the command line asks for."""

    out: Path
    plan: str | None = None
    template: Path | None = None
    is_check: bool = False
    as_of: str | None = None
    revision: str | None = None


def run(root: Path | None, options: RenderOptions, language: Language | None, console: Console) -> int:
    """Write the appendix of one plan, or compare it; raise UsageError, TemplateRefused, NoHistory or Unwritable.

    Return 1 where the file differs from what would be written, or the plan has errors: what is signed must be what was
    checked.
    """
    ending = options.out.suffix.lower()
    if ending not in FORMATS:
        raise UsageError("usage/format", ending=options.out.suffix or options.out.name, known=list(FORMATS))
    if options.template is not None and ending not in FROM_TEMPLATE:
        raise UsageError("usage/no-template", ending=ending, known=list(FROM_TEMPLATE))
    if options.is_check and ending == ".pdf":
        raise UsageError("usage/check-of-pdf")
    place = only_place(root)
    if options.revision is None:
        return _print(Session(place), ending, options, language, console)
    from cchc import history

    with history.at_revision(place.root, options.revision) as reader:
        return _print(Session(place, reader=reader), ending, options, language, console)


def _print(session: Session, ending: str, options: RenderOptions, language: Language | None, console: Console) -> int:
    """Write what the session's state of the workspace prints, or compare it."""
    language = language or session.registry.settings.language
    loaded, is_sound = choose_plan(session, options.plan)
    if loaded.plan is None or not is_sound:
        key = "render/plan-has-errors" if options.revision is None else "render/plan-had-errors"
        console.note(screen(language, key, plan=loaded.folder, revision=options.revision))
        return 1
    word = b""
    if ending not in FROM_TEMPLATE:
        content = renderer_for(ending)(appendix.build(loaded.plan, session.registry, session.counting))
    else:
        content = word = _in_word(loaded.plan, loaded.progress, session, options)
    if ending == ".pdf":
        from cchc.cli.office import to_pdf

        content = to_pdf(word)
    if options.is_check:
        return _compare(options, content, language, console)
    write_atomically(options.out, content)
    console.note(screen(language, "render/written", path=options.out))
    if word:
        from cchc.cli.docx_check import note

        note(word, options.out if ending == ".docx" else options.out.with_suffix(".docx"), language, console)
    return 0


def _in_word(plan: Plan, recorded: Progress, session: Session, options: RenderOptions) -> bytes:
    """Return the Word file of what the template lists: the appendix, or how each task stands today."""
    from cchc.render.appendix import as_docx

    template = find_template(session.reader, options.template, "appendix.docx")
    registry, counting = session.registry, session.counting
    day = today(registry.settings.timezone, options.as_of)
    try:
        if as_docx.listing_asked_for(template.content) == "progress":
            view = progress.build(plan, recorded, registry, counting, day)
        else:
            view = appendix.build(plan, registry, counting)
        return as_docx.render(view, template.content)
    except TemplateRefused as refusal:
        refusal.params.setdefault("template", template.name)
        raise


def _compare(options: RenderOptions, content: bytes, language: Language, console: Console) -> int:
    out = options.out
    named = {"--template": options.template, "--as-of": options.as_of, "--rev": options.revision}
    again = Whole(" ".join([str(out), *(f"{option} {value}" for option, value in named.items() if value is not None)]))
    if not out.exists():
        console.note(screen(language, "render/missing", path=out, again=again))
        return 1
    is_same = read_document(out, _OUTPUT_LIMIT) == content
    console.note(screen(language, "render/same" if is_same else "render/stale", path=out, again=again))
    return int(not is_same)
