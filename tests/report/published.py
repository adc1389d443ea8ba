"""The published schemas of reports. `held` functions read a report and fail where it does not fit."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, Draft7Validator
from lxml import etree

_FOLDER = Path(__file__).parents[1] / "schemas"
_SARIF_SCHEMA = json.loads((_FOLDER / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
_SARIF = Draft4Validator(_SARIF_SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)
_JUNIT = etree.XMLSchema(etree.parse(_FOLDER / "junit-10.xsd"))
# GitLab takes an entry of these four keys, of these types (app/validators/json_schemas/codeclimate.json of its source). Its
# documentation narrows them: a severity is one of five, a path is relative, and names of checks are unique to their tool.
_CODE_QUALITY = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "fingerprint", "severity", "location", "check_name"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!/|\\./).+"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def held_as_sarif(text: str) -> dict[str, Any]:
    """Return the only run of a SARIF log."""
    log = json.loads(text)
    _SARIF.validate(log)
    (run,) = log["runs"]
    return dict(run)


def held_as_junit(text: str) -> etree._Element:
    root = etree.fromstring(text.encode("utf-8"))
    _JUNIT.assertValid(root)
    return root


def held_as_code_quality(text: str) -> list[dict[str, Any]]:
    """Return the entries of a Code Quality report of GitLab."""
    entries = json.loads(text)
    _CODE_QUALITY.validate(entries)
    return list(entries)
