"""Data as JSON that people can read and that no CI log obeys."""

import json


def to_json(data: object) -> str:
    """Return readable JSON; a `##[` that GitHub's runner would obey is written with an escape."""
    return json.dumps(data, ensure_ascii=False, indent=2).replace("##[", "\\u0023#[") + "\n"
