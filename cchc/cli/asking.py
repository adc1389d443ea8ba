"""What a command cannot do without: given on the command line, else asked for at a terminal, else missing."""

from cchc.cli.clock import today
from cchc.cli.console import Console
from cchc.cli.session import Session
from cchc.errors import UsageError
from cchc.messages import Language, screen


def asked(value: str | None, option: str, question: str, language: Language, console: Console, usual: str = "") -> str:
    """Return what an option says, or what a person answers; raise UsageError where there is neither."""
    if value is None and console.is_asking:
        value = console.ask(screen(language, question), usual) or None
    if value is None:
        raise UsageError("usage/missing", value=option)
    return value


def asked_day(value: str | None, option: str, question: str, language: Language, console: Console, session: Session) -> str:
    """Return the day that an option says or a person answers, today being usual; raise UsageError."""
    usual = today(session.registry.settings.timezone, None).isoformat() if console.is_asking else ""
    return asked(value, option, question, language, console, usual)
