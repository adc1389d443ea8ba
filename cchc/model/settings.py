"""The settings of a workspace, `cchc.yaml`."""

from typing import Annotated, Literal

from pydantic import Field

from cchc.model.record import Record
from cchc.model.scalars import Line, whole_number

Language = Literal["vi", "en"]


class Conventions(Record):
    """What the law leaves open; `explain` names each one it applies."""

    before: Literal["exclusive", "inclusive"] = "exclusive"
    roll: Literal["forward", "none"] = "forward"


class Settings(Record):
    format: Annotated[int, whole_number(1, 1)] = 1
    language: Language = "vi"
    timezone: Line = "Asia/Ho_Chi_Minh"
    conventions: Conventions = Field(default_factory=Conventions)
