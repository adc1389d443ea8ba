"""What every record of a plan shares."""

import re
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.scalars import Flag, Line


class Record(BaseModel):
    """A mapping of a file; unknown keys are refused, values never change."""

    # Built when first used: a run needs validators of whole files only, not of each record on its own.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sample: Flag = False
    allow: Mapping[str, Line] = Field(default_factory=dict)


def name_of(model: type[BaseModel]) -> str:
    """Return the name of a record in schemas and in words: `unit-as` for `UnitAs`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


def word_keys(model: type[BaseModel], key: str) -> list[str]:
    """Return where the words on a key may stand, the nearest first: at the record, at one that it builds on, at the bare key."""
    above = [each for each in model.__mro__ if issubclass(each, BaseModel) and each is not BaseModel]
    return [*(f"{name_of(each)}/{key}" for each in above), key]
