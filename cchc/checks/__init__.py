"""Rules across records, one file a family. Each check yields findings; `run` applies what the plan accepts."""

from collections.abc import Callable, Iterable, Iterator

from cchc.checks import acceptance, calendar, deadlines, documents, duplicates, numbering, plans, progress, references, units
from cchc.checks.usage import Usage
from cchc.diagnostics import CODES, Finding, Severity, first_errors
from cchc.model.plan import Plan
from cchc.model.registry import LoadedPlan, Registry
from cchc.schedule.counting import Counting

PlanCheck = Callable[[LoadedPlan, Plan, Registry, Counting], Iterator[Finding]]
_PLAN_CHECKS: tuple[PlanCheck, ...] = (
    plans.check,
    references.check,
    numbering.check,
    deadlines.check,
    progress.check,
    documents.check,
    duplicates.check,
)


def run(loaded: LoadedPlan, registry: Registry, counting: Counting, usage: Usage) -> list[Finding]:
    """Return what is wrong with a plan, accepted warnings left out; note in `usage` what it refers to."""
    findings = list(loaded.findings)
    if loaded.plan is not None:
        for check in _PLAN_CHECKS:
            findings += first_errors(check(loaded, loaded.plan, registry, counting), loaded.at.file)
    usage.note(loaded, registry)
    return acceptance.accept(loaded, findings)


_WARN_ONLY: frozenset[PlanCheck] = frozenset({numbering.check, documents.check, duplicates.check})
"""Checks of which no finding is an error."""


def errors(loaded: LoadedPlan, registry: Registry, counting: Counting) -> list[Finding]:
    """Return the errors of a plan alone, for those who only ask whether its due days can be told."""
    found = [finding for finding in loaded.findings if CODES[finding.code] is Severity.ERROR]
    if loaded.plan is not None:
        for check in _PLAN_CHECKS:
            findings = check(loaded, loaded.plan, registry, counting) if check not in _WARN_ONLY else ()
            found += [finding for finding in findings if CODES[finding.code] is Severity.ERROR]
    return found


def run_shared(registry: Registry, findings: Iterable[Finding], usage: Usage) -> list[Finding]:
    """Return what is wrong with the shared files, once every plan was seen; `findings` are those of loading."""
    found = [*findings, *first_errors(units.check(registry), "plans/units.yaml")]
    found += first_errors(calendar.check(registry), "plans/calendar.yaml")
    found += first_errors(references.check_events(registry, usage), "plans/events.yaml")
    found += documents.check_events(registry)
    found += deadlines.check_event_dates(usage)
    found += references.check_usage(registry, usage)
    return acceptance.accept_shared(registry, found)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(CODES[finding.code] is Severity.ERROR for finding in findings)
