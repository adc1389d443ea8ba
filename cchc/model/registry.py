"""The records of a workspace as checks and the engine meet them: each with the place it was read from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from cchc.diagnostics import Finding, NodePath
from cchc.model.calendar import CalendarDay
from cchc.model.events import Event, EventType
from cchc.model.plan import Plan
from cchc.model.progress import Completion, Extension, Measurement, Waiver
from cchc.model.settings import Settings
from cchc.model.units import Unit

R = TypeVar("R")


class Placed(NamedTuple, Generic[R]):
    """A record and its route."""

    record: R
    at: NodePath


class Registry(NamedTuple):
    """What all plans of a workspace share.

    `lost` names the collections (`units`, `events`, `calendar`, `settings`) of which something could not be read: what
    such a collection lacks says nothing.
    """

    settings: Settings = Settings()
    units: Mapping[str, Placed[Unit]] = MappingProxyType({})
    event_types: Mapping[str, Placed[EventType]] = MappingProxyType({})
    events: tuple[Placed[Event], ...] = ()
    calendar_days: tuple[Placed[CalendarDay], ...] = ()
    lost: frozenset[str] = frozenset()
    has_allow: bool = False


class Progress(NamedTuple):
    completions: tuple[Placed[Completion], ...] = ()
    extensions: tuple[Placed[Extension], ...] = ()
    waivers: tuple[Placed[Waiver], ...] = ()
    measurements: tuple[Placed[Measurement], ...] = ()


class LoadedPlan(NamedTuple):
    """A plan, its progress and what was wrong with their files.

    `plan` is None where its head cannot be read. `broken_tasks` are ids that stand for tasks whose own record is at
    fault; their other keys say nothing.
    """

    folder: str
    plan: Plan | None
    progress: Progress
    findings: tuple[Finding, ...] = ()
    mounts: Mapping[tuple[str | int, ...], str] = MappingProxyType({})
    broken_tasks: frozenset[str] = frozenset()
    has_allow: bool = False

    def resolve(self, path: NodePath) -> NodePath:
        """Return a route of the plan within the file that really holds the node: its own, or a section's."""
        for length in range(len(path.keys), 0, -1) if self.mounts else ():
            file = self.mounts.get(path.keys[:length])
            if file is not None and path.file == self.at.file:
                return NodePath(file, path.keys[length:], path.spot)
        return path

    @property
    def at(self) -> NodePath:
        return NodePath(f"{self.folder}/plan.yaml")

    @property
    def is_whole(self) -> bool:
        """Whether every record of the plan was read."""
        return self.plan is not None and not self.broken_tasks and not self.findings
