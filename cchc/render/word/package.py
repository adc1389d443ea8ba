"""A Word file as its parts, its faults as those of a template."""

from collections.abc import Iterator
from contextlib import contextmanager

from cchc.ooxml import package
from cchc.ooxml.package import Limits, PackageFault
from cchc.render.word.problems import Refused, Spot, TemplateProblem

TEMPLATE_LIMITS = Limits(file=20 * 2**20, inflated=100 * 2**20, xml=10 * 2**20)


@contextmanager
def _as_problems() -> Iterator[None]:
    try:
        yield
    except PackageFault as fault:
        raise refusal(fault) from fault


def refusal(fault: PackageFault) -> Refused:
    """Return the refusal of a template for what its package says of itself."""
    return Refused(TemplateProblem(fault.code, Spot(fault.part), name=fault.name, reason=fault.reason, limit=fault.limit))


@_as_problems()
def read_package(data: bytes, limits: Limits = TEMPLATE_LIMITS) -> dict[str, bytes]:
    """Return the parts of a Word file by name; refuse what is too large or not a Word file."""
    return package.read_package(data, limits)


parse_part = _as_problems()(package.parse_part)
content_types = _as_problems()(package.content_types)
relationships = _as_problems()(package.relationships)
main_part = _as_problems()(package.main_part)
