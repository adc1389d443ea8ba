"""The events of a YAML text, as the C parser behind PyYAML gives them: nothing is constructed of them."""

from collections.abc import Callable

from yaml import Event
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it


def event_reader(text: str) -> Callable[[], Event | None]:
    """Return what gives the next event at each call, None behind the last; a call raises YAMLError."""
    return CParser(text).get_event
