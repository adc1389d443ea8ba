"""`cchc init`: a workspace with a first plan; what stands there already is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from cchc import files
from cchc.cli import first_files, first_texts
from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.first_ci import FILES
from cchc.cli.first_files import EVENT_TYPE, LEAD, Office
from cchc.cli.ids import id_of
from cchc.cli.options import one_of, year_of
from cchc.cli.places import is_workspace
from cchc.errors import SystemReason, Unwritable, UsageError
from cchc.files import FolderReader, FolderWriter
from cchc.messages import Language, screen
from cchc.model.ids import is_id, slug_of
from cchc.model.settings import Settings
from cchc.source.characters import UNSAFE, mended
from cchc.source.load import PLAN_FILE, PLANS_FOLDER, Workspace, load_workspace

_COLLECTIONS = ("units", "events", "calendar")


class Answers(NamedTuple):
    """What the command line says of the office and its plan."""

    name: str | None = None
    unit: str | None = None
    year: str | None = None
    plan: str | None = None
    symbol: str | None = None
    ci: str = "github"


def run(folder: Path, answers: Answers, language: Language | None, console: Console, *, is_dry_run: bool) -> int:
    """Write every file that is missing, keep what is there. Raise UsageError, Unwritable, Unreadable."""
    root = folder.resolve()
    _refuse_inside(root)
    reader = FolderReader(root)
    workspace = load_workspace(reader)
    if is_workspace(root):
        language = language or workspace.registry.settings.language
    spoken = language or "vi"
    office = _office(workspace, answers, spoken, console)
    texts = _texts(workspace, office, answers)
    top = files.walk_up(root, lambda above: (above / ".git").exists())
    if top is not None and top != root:
        left_out = [path for path in first_files.AT_THE_TOP if texts.pop(path, None) is not None]
        console.note(screen(spoken, "init/below-the-top", top=top, path=left_out))
    missing = {path: text for path, text in texts.items() if not _is_taken(reader, path)}
    for path in texts:
        if path not in missing:
            console.note(screen(spoken, "init/kept", path=path))
    if is_dry_run:
        console.result("".join(f"{path}\n" for path in missing))
        return 0
    _write(root, missing, lambda path: console.note(screen(spoken, "change/written", path=path)))
    if top is not None and ".gitattributes" in missing:
        console.note(screen(spoken, "init/merge-driver"))
        for line in first_texts.MERGE_DRIVER:
            console.note(f"  {line}")
    plan = f"{PLANS_FOLDER}/{office.plan}/{PLAN_FILE}"
    if not missing:
        console.note(screen(spoken, "init/nothing"))
    elif plan in missing:
        console.note(screen(spoken, "init/next", path=plan))
    return 0


def _refuse_inside(root: Path) -> None:
    """Raise UsageError where a folder lies inside of a workspace: files would go where nobody looks for them."""
    above = files.walk_up(root.parent, is_workspace)
    if above is not None and not is_workspace(root):
        raise UsageError("usage/inside-workspace", path=root, workspace=above)


def _write(root: Path, texts: dict[str, str], tell: Callable[[str], None]) -> None:
    if not texts:
        return
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable("file/unwritable", path=root, why=SystemReason(error)) from error
    with FolderWriter(root) as writer:
        for path, text in texts.items():
            writer.write(path, None, text.encode())
            tell(path)


def _office(workspace: Workspace, answers: Answers, language: Language, console: Console) -> Office:
    """Return what the files are made of: as the command line says, as the workspace has it, as a person answers, or usual."""
    known = {unit: placed.record.name for unit, placed in workspace.registry.units.items()}
    answer = _Asker(language, console if _needs_plan(workspace, answers) else None)
    name = _line(answer("name", answers.name, next(iter(known.values()), "")), "--name")
    usual_unit = next(iter(known), _usual_id(slug_of(name), "co-quan"))
    unit = id_of(answer("unit", answers.unit, usual_unit), "--unit")
    if known:
        one_of(list(known), unit, "--unit")
    year = year_of(answer("year", answers.year, str(today(Settings().timezone, None).year)), "--year")
    initials = "".join(piece[0] for piece in slug_of(name).split("-") if piece)[:20]
    usual_plan = _usual_id(f"{initials}-{year}", f"cchc-{year}")
    plan = id_of(answer("plan", answers.plan, usual_plan), "--plan")
    if plan in _COLLECTIONS:
        raise UsageError("usage/id", option="--plan", value=plan)
    symbol = _line(answer("symbol", answers.symbol, f"KH-{initials.upper()}" if initials else "KH"), "--symbol")
    has_event_type = not _has(workspace, "events") or EVENT_TYPE in workspace.registry.event_types
    return Office(
        name,
        unit,
        year,
        plan,
        symbol,
        lead=LEAD if not known or LEAD in known else unit,
        event_type=EVENT_TYPE if has_event_type else None,
        language=language,
        ci=one_of(list(FILES), answers.ci, "--ci"),
    )


def _needs_plan(workspace: Workspace, answers: Answers) -> bool:
    return not workspace.plan_folders or answers.plan is not None


class _Asker:
    """Gives what the command line says, else what a person answers, else what is usual; raises UsageError where nothing is.

    Without a console nobody is asked, and nothing has to be known.
    """

    def __init__(self, language: Language, console: Console | None) -> None:
        self._language = language
        self._console = console

    def __call__(self, key: str, given: str | None, usual: str) -> str:
        if given is not None:
            return given
        if self._console is None:
            return usual or "cơ quan"
        answer = self._console.ask(screen(self._language, f"ask/init/{key}"), usual) if self._console.is_asking else usual
        if not answer:
            raise UsageError("usage/missing", value=f"--{key}")
        return answer


def _line(text: str, option: str) -> str:
    """Return a text on one line, as a plan may hold it; raise UsageError."""
    line = mended(" ".join(text.split()))
    if not line or UNSAFE.search(line):
        raise UsageError("usage/text", option=option, value=text)
    return line


def _usual_id(text: str, otherwise: str) -> str:
    short = text[:60].strip("-")
    return short if is_id(short) and short not in _COLLECTIONS else otherwise


def _texts(workspace: Workspace, office: Office, answers: Answers) -> dict[str, str]:
    """Return the files that a workspace needs; units and events only for a first plan, and where there are none."""
    texts = first_files.around_the_plans(office)
    if not _has(workspace, "calendar"):
        texts[f"{PLANS_FOLDER}/calendar.yaml"] = first_files.calendar()
    if not _needs_plan(workspace, answers):
        return texts
    if not _has(workspace, "units"):
        texts[f"{PLANS_FOLDER}/units.yaml"] = first_files.units_of(office)
    if not _has(workspace, "events"):
        texts[f"{PLANS_FOLDER}/events.yaml"] = first_files.events_of(office)
    texts[f"{PLANS_FOLDER}/{office.plan}/{PLAN_FILE}"] = first_files.plan_of(office)
    return texts


def _has(workspace: Workspace, collection: str) -> bool:
    """Return whether a workspace has a collection, as a file or as a folder."""
    return any(entry.name in {collection, f"{collection}.yaml"} for entry in workspace.reader.list(PLANS_FOLDER))


def _is_taken(reader: FolderReader, path: str) -> bool:
    """Return whether something stands at a path; raise Unwritable where a folder on the way is none."""
    folder, _, name = path.rpartition("/")
    above = ""
    for part in folder.split("/") if folder else ():
        here = next((entry for entry in reader.list(above) if entry.name == part), None)
        if here is not None and not here.is_folder:
            raise Unwritable("file/in-the-way", path=f"{above}/{part}".lstrip("/"))
        above = f"{above}/{part}".lstrip("/")
    return any(entry.name == name for entry in reader.list(folder))
