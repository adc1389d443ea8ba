"""What keys are called: each key of each record that a comparison tells has a caption, each value of a few a word."""

import types
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest

from cchc.messages import LANGUAGES, caption_text, value_text
from cchc.messages.vi.comparison import CAPTIONS
from cchc.model import calendar, deadlines, events, plan, progress, settings, units
from cchc.model.record import Record, name_of, word_keys
from cchc.views.change_captions import RECORDS, caption_of
from cchc.views.change_values import CHOICES

FILES = {"units-file", "events-file", "calendar-file", "announced-days", "progress-file"}
"""Records that only hold the others: a comparison tells those."""


def inside(annotation: Any) -> Iterator[Any]:
    """Yield a type with all types that it is made of."""
    annotation = getattr(annotation, "__value__", annotation)
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from inside(get_args(annotation)[0])
    elif get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            yield from inside(argument)


def walk(record: type[Record], found: dict[str, type[Record]]) -> None:
    """Gather a record with all that it holds."""
    if name_of(record) in found:
        return
    found[name_of(record)] = record
    record.model_rebuild()
    for field in record.model_fields.values():
        for each in inside(field.annotation):
            if isinstance(each, type) and not isinstance(each, types.GenericAlias) and issubclass(each, Record):
                walk(each, found)


def told() -> dict[str, type[Record]]:
    found: dict[str, type[Record]] = {}
    for record in RECORDS.values():
        walk(record, found)
    return found


TOLD = told()
KEYS = [(record, field.alias or name) for record in TOLD.values() for name, field in record.model_fields.items()]


def choices(record: type[Record], key: str) -> Iterator[str]:
    """Yield the values that a key may have, where they are a few."""
    field = next(field for name, field in record.model_fields.items() if key == (field.alias or name))
    for each in inside(field.annotation):
        if get_origin(each) is Literal:
            yield from get_args(each)
        elif isinstance(each, type) and not isinstance(each, types.GenericAlias) and issubclass(each, StrEnum):
            yield from (str(value) for value in each)


def test_every_record_of_the_model_is_met() -> None:
    room = (calendar, deadlines, events, plan, progress, settings, units)
    records = {
        name_of(each)
        for module in room
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Record) and each not in (Record, deadlines.RuleRecord)
    }
    assert records - TOLD.keys() == FILES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("record", "key"), KEYS, ids=[f"{name_of(record)}/{key}" for record, key in KEYS])
def test_every_key_has_a_caption(record: type[Record], key: str, language) -> None:
    assert caption_text(language, word_keys(record, key))


def test_every_caption_is_of_a_key() -> None:
    named = {name for record, key in KEYS for name in word_keys(record, key)}
    assert [name for name in CAPTIONS if name not in named] == ["[part]", "[target]"]


def test_values_of_a_few_have_words() -> None:
    found = {(key, value) for record, key in KEYS for value in choices(record, key) if key != "columns"}
    assert {key for key, _ in found} == CHOICES
    assert all(value_text(language, value) for language in LANGUAGES for _, value in found)


@pytest.mark.parametrize(
    ("family", "name", "vietnamese", "english"),
    [
        ("plan", "document/issued_on", "Ngày ban hành", "Issued on"),
        ("plan", "document/sample", "Văn bản, số liệu ví dụ", "Document, sample data"),
        ("plan", "closed_on", "Ngày đóng kế hoạch", "Closed on"),
        ("plan", "ongoing_check", "Xem lại việc thường xuyên", "A look at ongoing duties"),
        ("plan", "numbering", "Cách đánh số thứ tự", "Numbering"),
        ("plan", "period/to", "Ngày cuối của kế hoạch", "Last day of the plan"),
        ("plan", "tasks", "Số nhiệm vụ", "Number of tasks"),
        ("calendar", "source", "Văn bản quy định", "By document"),
        ("calendar", "announced_on", "Ngày công bố", "Announced on"),
        ("event", "register_number", "Số công văn đến", "Register number"),
        ("event", "applies_to", "Chỉ mở hạn cho", "Opens only"),
        ("settings", "conventions/before", "Cách hiểu “trước ngày”", "Reading of “before a day”"),
        ("task", "withdrawn/on", "Rút từ ngày", "Withdrawn from"),
        ("task", "targets/ty-le/at_least", "Chỉ tiêu ty-le, ít nhất", "Target ty-le, at least"),
        ("task", "parts/mot/deadline", "Phần mot, thời hạn", "Part mot, deadline"),
        ("task", "parts/mot/targets/so/above", "Phần mot, chỉ tiêu so, trên", "Part mot, target so, above"),
        ("task", "parts/mot/extra/ghi-chu", "Phần mot, cột ghi-chu", "Part mot, column ghi-chu"),
        ("section", "extra/ghi-chu", "Cột ghi-chu", "Column ghi-chu"),
        ("unit", "allow/unused-unit", "Chấp nhận cảnh báo unused-unit", "Accepted warning unused-unit"),
    ],
)  # fmt: skip
def test_captions(family: str, name: str, vietnamese: str, english: str) -> None:
    assert (caption_of(name, "vi", family), caption_of(name, "en", family)) == (vietnamese, english)
