"""The files of a new workspace: a first plan with tasks to be replaced, and what editors, git and CI need beside it."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from cchc.cli import first_ci, first_texts
from cchc.json_text import to_json
from cchc.messages import Language
from cchc.render.markdown_text import every_character
from cchc.schema import FOLDER, KINDS, PATTERNS, modeline, schema_of
from cchc.source.characters import mended
from cchc.source.layout import shape_of
from cchc.source.nodes import new_file
from cchc.source.tree import Data

AT_THE_TOP = (*(path for files in first_ci.FILES.values() for path in files), ".pre-commit-config.yaml")
"""What GitHub, GitLab and pre-commit look for at the top of a repository and nowhere else."""
EVENT_TYPE = "van-ban-cap-tren"
LEAD = "van-phong"


class Office(NamedTuple):
    """What a first plan is made of; without an `event_type` no task counts from an event."""

    name: str
    unit: str
    year: int
    plan: str
    symbol: str
    lead: str = LEAD
    event_type: str | None = EVENT_TYPE
    language: Language = "vi"
    ci: str = "github"


def around_the_plans(office: Office) -> dict[str, str]:
    """Return what is no part of a plan: settings, schemas, what editors, git and CI read, a page for the office."""
    settings = first_texts.SETTINGS.format(language=office.language)
    return {
        "cchc.yaml": f"{modeline('cchc.yaml')}\n{settings}",
        **{f"{FOLDER}/{kind}.json": to_json(schema_of(kind, office.language)) for kind in KINDS},
        ".vscode/settings.json": _json(_editor_settings()),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".gitignore": first_texts.GIT_IGNORE,
        ".gitattributes": first_texts.GIT_ATTRIBUTES,
        ".pre-commit-config.yaml": first_texts.PRE_COMMIT,
        **first_ci.FILES[office.ci],
        "README.md": first_texts.README.replace("NAME", every_character(office.name)).replace(
            "MERGE_DRIVER", "\n    ".join(first_texts.MERGE_DRIVER)
        ),
    }


def units_of(office: Office) -> str:
    units: dict[str, Data] = {office.unit: {"name": office.name}}
    if office.lead != office.unit:
        units[office.lead] = {"name": "Văn phòng"}
    return _file("plans/units.yaml", {"units": units}, first_texts.ON_UNITS)


def events_of(office: Office) -> str:
    types: dict[str, Data] = {office.event_type: {"name": "Có văn bản của cấp trên"}} if office.event_type else {}
    return _file("plans/events.yaml", {"types": types, "events": []}, first_texts.ON_EVENTS)


def calendar() -> str:
    return _file("plans/calendar.yaml", {"days": []}, first_texts.ON_CALENDAR)


def plan_of(office: Office) -> str:
    plan: dict[str, Data] = {
        "id": office.plan,
        "title": mended(f"NỘI DUNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM {office.year} CỦA {office.name.upper()}"),
        "year": str(office.year),
        "issuer": office.unit,
        "document": {"number": None, "symbol": office.symbol, "issued_on": None},
        "sections": [{"number": "A", "title": "NHIỆM VỤ MẪU, HÃY THAY BẰNG NHIỆM VỤ THẬT", "tasks": list(_tasks(office))}],
    }
    return _file(f"plans/{office.plan}/plan.yaml", plan, first_texts.ON_PLAN)


def _tasks(office: Office) -> Iterator[Data]:
    yield {
        "id": "bao-cao-quy",
        "sample": "true",
        "content": "Báo cáo kết quả cải cách hành chính hằng quý",
        "deadline": "Trước ngày 15 tháng cuối quý",
        "lead": [office.lead],
        "results": "Báo cáo của cơ quan",
    }
    if office.event_type is not None:
        yield {
            "id": "tham-muu-trien-khai",
            "sample": "true",
            "content": "Tham mưu triển khai văn bản của cấp trên về cải cách hành chính",
            "deadline": {
                "text": "Không quá 5 ngày làm việc kể từ ngày nhận được văn bản",
                "within": "5 working days",
                "after": office.event_type,
                "counted_from": "received",
            },
            "lead": [office.lead],
            "results": "Kế hoạch hoặc công văn triển khai",
        }


def _file(path: str, data: Data, comment: str) -> str:
    return new_file(data, shape_of(path) or "", [modeline(path), "", *comment.splitlines()])


def _editor_settings() -> dict[str, object]:
    return {
        "files.eol": "\n",
        "yaml.yamlVersion": "1.2",
        "yaml.format.enable": False,
        "yaml.schemas": {f"{FOLDER}/{kind}.json": list(patterns) for kind, patterns in PATTERNS.items()},
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
