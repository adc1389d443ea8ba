"""Text to the values that fields ask for."""

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from cchc.model.scalars import Date, Decimal, FilledProse, Flag, Hour, Id, Line, OnlyTrue, Prose, Year


def read(kind: object, value: object) -> object:
    class Holder(BaseModel):
        value: kind  # type: ignore[valid-type]  # each kind of scalar in turn

    return Holder.model_validate({"value": value}).value


@pytest.mark.parametrize(
    ("kind", "value", "read_as"),
    [
        (Date, "2025-11-30", date(2025, 11, 30)),
        (Date, "30/11/2025", date(2025, 11, 30)),
        (Date, "1/2/2025", date(2025, 2, 1)),
        (Flag, "true", True),
        (Flag, "False", False),
        (OnlyTrue, "TRUE", True),
        (Decimal, "97.5", 97.5),
        (Decimal, "-3", -3.0),
        (Year, "2025", 2025),
        (Id, "danh-gia-2", "danh-gia-2"),
        (Id, "a" * 64, "a" * 64),
        (Hour, "8:00", "8:00"),
        (Hour, "24:00", "24:00"),
        (Line, "một dòng", "một dòng"),
        (Prose, "", ""),
        (Prose, ["a", ""], ("a", "")),
        (FilledProse, ["", "a"], ("", "a")),
    ],
)
def test_what_is_read(kind: object, value: object, read_as: object) -> None:
    assert read(kind, value) == read_as


@pytest.mark.parametrize(
    ("kind", "value", "code", "reason"),
    [
        (Date, "2025-02-29", "invalid-date", ""),
        (Date, "2025-1-1", "invalid-date", "form"),
        (Date, "20251130", "invalid-date", "form"),
        (Date, "2025-11-30\n", "invalid-date", "form"),
        (Date, "２０２５-11-30", "invalid-date", "form"),
        (Date, "1999-12-31", "invalid-date", "range"),
        (Date, "01/01/2101", "invalid-date", "range"),
        (Date, None, "wrong-type", ""),
        (Flag, "yes", "wrong-type", ""),
        (Flag, ["true"], "wrong-type", ""),
        (OnlyTrue, "false", "invalid-value", "only-true"),
        (Decimal, "97,5", "wrong-type", ""),
        (Decimal, "1e3", "wrong-type", ""),
        (Year, "1999", "invalid-value", "range"),
        (Year, "hai nghìn", "wrong-type", ""),
        (Year, "２０２５", "wrong-type", ""),
        (Id, "Danh-gia", "invalid-value", "id"),
        (Id, "-a", "invalid-value", "id"),
        (Id, "a" * 65, "invalid-value", "id"),
        (Id, "con", "invalid-value", "device"),
        (Id, "lpt1", "invalid-value", "device"),
        (Hour, "24:01", "invalid-value", "hour"),
        (Hour, "8h", "invalid-value", "hour"),
        (Line, "  ", "invalid-value", "blank"),
        (Line, None, "wrong-type", ""),
        (Prose, {"a": "b"}, "wrong-type", ""),
        (Prose, ["a", ["b"]], "wrong-type", ""),
        (FilledProse, " \n", "invalid-value", "blank"),
        (FilledProse, ["", " "], "invalid-value", "blank"),
        (FilledProse, [], "invalid-value", "blank"),
    ],
)
def test_what_is_refused(kind: object, value: object, code: str, reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    assert (error["type"], error["ctx"]["reason"]) == (code, reason)
