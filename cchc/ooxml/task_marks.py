"""The hidden name that a task's row carries in a Word file of ours: written by render, looked for by intake."""

import re
from hashlib import sha256

MARK = "_cchc_"
_ROOM = 40 - len(MARK)  # Word allows 40 characters


def bookmark_name(task_id: str) -> str:
    """Return the name of the hidden bookmark in a task's row.

    Word allows letters, digits and underscores, 40 in all: a longer id is cut and told apart by a hash,
    so that a reader finds the task by comparing with the names of the plan's ids.
    """
    name = re.sub(r"[^0-9a-z]", "_", task_id)
    if len(name) >= _ROOM or re.fullmatch(r"[0-9a-z-]+", task_id) is None:
        digest = sha256(task_id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
        name = f"{name[: _ROOM - 11]}_{digest}".ljust(_ROOM, "_")
    return f"{MARK}{name}"
