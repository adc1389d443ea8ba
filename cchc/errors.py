"""The few ways in which the tool cannot do its job."""

import errno


class SystemReason(str):
    """Why the system refused, in its own English; a screen says what is usual in the language of its message."""

    __slots__ = ("code",)
    code: str
    """Its name, such as EACCES; "" where it has none."""

    def __new__(cls, error: OSError) -> "SystemReason":
        reason = super().__new__(cls, error.strerror or str(error))
        reason.code = errno.errorcode.get(error.errno or 0, "")
        return reason


class CchcError(Exception):
    """A situation that ends the command; `key` names its words in `cchc.messages`, `params` fill them in."""

    exit_status = 3

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


class WorkspaceNotFound(CchcError):
    """No `cchc.yaml` here or above."""


class Unreadable(CchcError):
    """A file or folder that exists but cannot be read, or that must not be (a link, a device)."""


class Unwritable(CchcError):
    """A file that cannot be written; whatever stood there before is intact."""


class TemplateRefused(CchcError):
    """A template that is broken, asks for a name that is not offered, or may not run."""


class NoHistory(CchcError):
    """What git keeps cannot be had: no git, no repository, or an object that is missing or broken."""


class OfficeMissing(CchcError):
    """LibreOffice, which lays out a PDF, is not installed."""


class OfficeFailed(CchcError):
    """LibreOffice made no PDF, or did not come to an end."""


class NotEditable(CchcError):
    """A file whose layout does not let one place be changed, or that has errors; nothing is written."""


class UsageError(CchcError):
    """The command line asks for something that does not exist or is not said clearly enough."""

    exit_status = 2
