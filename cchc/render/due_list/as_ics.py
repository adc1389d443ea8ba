"""The due list for calendar programs (RFC 5545): an all-day event for each duty that is still owed and has a day."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from cchc.messages import Language, print_day, screen
from cchc.outgoing import visible
from cchc.schedule.status import CLOSED, Status
from cchc.views.due_list import DueList, DueRow

_MORNING = timedelta(hours=8)
_EARLIER = timedelta(days=7)
_WORDS_SHOWN = 80


def write(due_list: DueList) -> str:
    calendar = Calendar()
    calendar.add("prodid", "-//cchc//cchc due//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", screen(due_list.language, "due/calendar"))
    calendar.add("x-wr-timezone", visible(" ".join(due_list.timezone.split())))
    stamp = datetime.combine(due_list.as_of, time(), UTC)  # not the clock's: the same list gives the same bytes
    for row in due_list.rows:
        if row.counts_on is not None and row.status not in CLOSED:
            calendar.add_component(_event(row, row.counts_on, stamp, due_list.language))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def uid_of(row: DueRow) -> str:
    """Return the name of a duty's event: the same when its day moves, so that a calendar program moves the event."""
    names = json.dumps([row.workspace, row.plan_id, row.task_id, row.part_id, row.occurrence])
    return f"{hashlib.sha256(names.encode()).hexdigest()[:32]}@cchc"


def _event(row: DueRow, day: date, stamp: datetime, language: Language) -> Event:
    event = Event()
    summary = _summary(row, language)
    event.add("uid", uid_of(row))
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    if day < date.max:  # an event without an end lasts its day
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", visible("\n".join(_description(row, language))))
    event.add("categories", [screen(language, f"due/status/{row.status.value}")])
    event.add("transp", "TRANSPARENT")
    last_morning = (row.act_by or day) - day + _MORNING  # from midnight of the day, in the local time of the reader
    for trigger in (last_morning - _EARLIER, last_morning):
        event.add_component(_alarm(summary, trigger))
    return event


def _alarm(text: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", trigger)
    return alarm


def _summary(row: DueRow, language: Language) -> str:
    words = " ".join(f"{row.label}: {row.content}".split() if row.label else row.content.split())
    short = words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN].rpartition(" ")[0].rstrip(" ,;:") + "…"
    text = visible(f"{row.number} {short}".strip())
    return f"{screen(language, 'due/status/overdue').upper()}: {text}" if row.status is Status.OVERDUE else text


def _description(row: DueRow, language: Language) -> Iterator[str]:
    yield row.content
    fields = {
        "deadline": row.deadline,
        "lead": "; ".join(row.lead_names),
        "coordinating": "; ".join(row.coordinating_names),
        "event": row.event,
        "event_day": row.event_day,
        "at": row.at,
        "act_by": row.act_by,
    }
    for name, value in fields.items():
        if value:
            text = print_day(language, value) if isinstance(value, date) else value
            yield f"{screen(language, f'due/field/{name}')}: {text}"
