"""`--if TYPE=D`: events that have not happened, supposed to see what they would open."""

from cchc.cli.options import day_of
from cchc.errors import UsageError
from cchc.messages import Language, screen
from cchc.model.events import Event
from cchc.model.registry import Registry


def supposed_events(asked_for: tuple[str, ...], registry: Registry, language: Language) -> list[Event]:
    """Return an event for each `TYPE=D`, of that day in every sense: issued, received, in effect; raise UsageError."""
    events = []
    for number, text in enumerate(asked_for, start=1):
        name, _, day_text = text.partition("=")
        if name not in registry.event_types:
            raise UsageError("usage/no-such-type", type=name, known=list(registry.event_types))
        subject = screen(language, "due/supposed", name=registry.event_types[name].record.name)
        event = Event.model_validate({"id": f"if-{number}-{name}"[:64].rstrip("-"), "type": name, "subject": subject})
        day = day_of(day_text, "--if")
        events.append(event.model_copy(update={"issued_on": day, "received_on": day, "effective_on": day}))
    return events
