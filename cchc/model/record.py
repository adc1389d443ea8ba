"""What every record of a plan shares."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.scalars import Flag, Line


class Record(BaseModel):
    """A mapping of a file; unknown keys are refused, values never change."""

    # Built when first used: a run needs validators of whole files only, not of each record on its own.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sample: Flag = False
    allow: Mapping[str, Line] = Field(default_factory=dict)
