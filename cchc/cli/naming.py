"""Which plans name a unit, and where in their files."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc.cli.changing import Edits
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.files import content_of
from cchc.model.plan import Plan
from cchc.source.layout import shape_of
from cchc.source.named_units import places_of
from cchc.source.routes import Route
from cchc.source.tree import parse


class Naming(NamedTuple):
    """A plan that names a unit: the routes in each of its files."""

    plan: Plan
    places: dict[str, list[Route]]

    @property
    def total(self) -> int:
        return sum(map(len, self.places.values()))


def plans_naming(session: Session, unit: str) -> Iterator[Naming]:
    """Yield each plan that names a unit; one whose head cannot be read is left out."""
    for loaded, _ in session.plans():
        places = {}
        for file in (loaded.at.file, *loaded.mounts.values()):
            data = parse(file, (content_of(session.reader, file) or b"").decode(errors="replace")).data
            places[file] = list(places_of(unit, data, shape_of(file) or ""))
        if loaded.plan is not None and any(places.values()):
            yield Naming(loaded.plan, places)


def name_anew(namings: list[Naming], plan_ids: list[str], heir: str, edits: Edits) -> None:
    """Let the plans that were chosen name the heir; raise UsageError for a signed plan, or one that does not name the unit."""
    known = {naming.plan.id: naming for naming in namings}
    for plan_id in plan_ids:
        if plan_id not in known:
            raise UsageError("usage/plan-without-unit", plan=plan_id, known=list(known))
        plan = known[plan_id].plan
        if plan.document.issued_on is not None:
            raise UsageError("usage/plan-issued", plan=plan_id, day=plan.document.issued_on)
        for file, routes in known[plan_id].places.items():
            for route in routes:
                edits.of(file).put(route, heir)
