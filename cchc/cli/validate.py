"""`cchc validate`: check every plan; change nothing."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cchc import files
from cchc.cli.console import Console
from cchc.cli.places import Place, find_places
from cchc.cli.session import Session
from cchc.diagnostics import Diagnostic, Finding, Severity
from cchc.errors import NoHistory
from cchc.messages import Language, Phrase, screen
from cchc.model.registry import LoadedPlan
from cchc.outgoing import plain_log
from cchc.report import FROM_GIT_TOP, Report, writer_for

if TYPE_CHECKING:
    from cchc.cli.signed import SignedPlans


def run(
    root: Path | None,
    paths: list[Path],
    report_format: str,
    language: Language | None,
    console: Console,
    *,
    is_strict: bool,
) -> int:
    """Print the diagnostics; return 0, 1 where there are errors (or warnings, with `is_strict`), 3 where a file is unreadable."""
    diagnostics: list[Diagnostic] = []
    prefix = ""
    plans: list[str] = []
    for place in find_places(root, paths):
        session = Session(place)
        language = language or session.registry.settings.language
        plans += [place.prefix() + folder for folder in session.workspace.plan_folders if is_asked_for(folder, place)]
        signing = Signing(place.root)
        diagnostics += diagnostics_of(session, place, signing)
        if signing.problem is not None:
            console.note(screen(language, "validate/not-compared", why=Phrase(signing.problem.key, signing.problem.params)))
        if report_format in FROM_GIT_TOP:
            prefix = _to_git_top(place)
    diagnostics.sort(key=lambda found: (found.file, found.span.line, found.span.column, found.code))
    report = Report(diagnostics, language or "vi", console.is_coloured, prefix, plans, is_strict)
    text = writer_for(report_format)(report)
    is_log = report_format == "text" and "GITHUB_ACTIONS" in os.environ and console.output is None
    console.result(plain_log(text) if is_log else text)
    if report_format == "github":
        from cchc.cli.job_summary import add_to_summary

        add_to_summary(report, console)
    if any(found.code == "unreadable-file" for found in diagnostics):
        return 3
    return int(any(is_strict or found.severity is Severity.ERROR for found in diagnostics))


class Signing:
    """Compares issued plans with what was signed; what that takes is imported, and git asked, when the first comes by."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._signed: SignedPlans | None = None

    @property
    def problem(self) -> NoHistory | None:
        return self._signed.problem if self._signed is not None else None

    def findings(self, session: Session, loaded: LoadedPlan, findings: list[Finding]) -> list[Finding]:
        """Return what is to be warned of beside the other `findings` of a plan."""
        plan = loaded.plan
        if plan is None or plan.document.number is None or plan.document.issued_on is None:
            return []
        if not session.can_answer_for(loaded, findings):
            return []
        if self._signed is None:
            from cchc.cli.signed import SignedPlans

            self._signed = SignedPlans(self._root)
        return self._signed.findings(session, loaded, plan)


def diagnostics_of(session: Session, place: Place, signing: Signing | None = None) -> list[Diagnostic]:
    """Return the diagnostics of a workspace; of the plans asked for only, where plans were, and of the shared files.

    Without `signing` no issued plan is compared with what was signed: a record of progress changes nothing that prints.
    """
    found: list[Diagnostic] = []
    for loaded, findings in session.plans():
        if is_asked_for(loaded.folder, place):
            if signing is not None:
                findings = [*findings, *signing.findings(session, loaded, findings)]
            found += session.place_findings(findings, loaded)
    found += session.place_findings(session.shared_findings())
    return [diagnostic._replace(file=place.prefix() + diagnostic.file) for diagnostic in found]


def is_asked_for(folder: str, place: Place) -> bool:
    """Return whether a plan is among the paths asked for: it lies in one of them, or one of them in it."""
    if not place.only:
        return True
    return any(f"{folder}/".startswith(f"{path}/") or f"{path}/".startswith(f"{folder}/") for path in place.only)


def _to_git_top(place: Place) -> str:
    """Return the way from the top of the git tree to the folder that paths are relative to, with a final slash."""
    base = place.root if place.label == "." else Path(*place.root.parts[: -len(Path(place.label).parts)])
    top = files.walk_up(base, lambda folder: (folder / ".git").exists())
    inside = base.relative_to(top).as_posix() if top else "."
    return "" if inside == "." else f"{inside}/"
