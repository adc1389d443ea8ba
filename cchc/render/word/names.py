"""The names that a template may use, as the checks know them and as `template check` lists them."""

from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType

from cchc.render.word.language import FILTERS, LOOP_NAMES, TESTS
from cchc.views.appendix import CAPTIONS
from cchc.views.progress import PROGRESS_CAPTIONS

APPENDIX_KEYS = ("label", "title", "issued_line", "plan_id", "issuer", "created_on", "as_of", "summary")
"""The fields of the view that the text around the table may print."""
COLUMN_KEYS = tuple(CAPTIONS)
PROGRESS_KEYS = tuple(PROGRESS_CAPTIONS)
"""The columns that a table has beside the plan's when it lists `progress`."""
SECTION_KEYS = ("number", "title")

GROUPS = MappingProxyType(
    {
        "appendix": tuple(f"appendix.{key}" for key in APPENDIX_KEYS),
        "columns": tuple(f"columns.{key}" for key in (*COLUMN_KEYS, *PROGRESS_KEYS)),
        "section": tuple(f"section.{key}" for key in SECTION_KEYS),
        "task": tuple(f"task.{key}" for key in COLUMN_KEYS),
        "progress": tuple(f"task.{key}" for key in PROGRESS_KEYS),
        "loop": tuple(f"loop.{key}" for key in sorted(LOOP_NAMES)),
        "filters": tuple(sorted(FILTERS)),
        "tests": tuple(sorted(TESTS)),
    }
)
"""Every name by its group, in the order in which they are listed."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that may have been meant; empty where none is like it."""
    near = get_close_matches(name[:60], list(known), 1)
    return near[0] if near else ""
