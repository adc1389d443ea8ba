"""What every record of a plan shares."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.scalars import Flag, Line


class Record(BaseModel):
    """A mapping of a file; unknown keys are refused, values never change."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sample: Flag = False
    allow: Mapping[str, Line] = Field(default_factory=dict)


Raw = Any
"""A value of a file before it is known to fit a record."""
