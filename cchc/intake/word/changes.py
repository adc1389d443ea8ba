"""Tracked changes: what each is told as, and for whom its words count."""

from types import MappingProxyType

from cchc.intake.values import NoticeKind, Tracked
from cchc.ooxml.package import W

CHANGES: MappingProxyType[str, tuple[NoticeKind, Tracked]] = MappingProxyType(
    {
        W + "ins": (NoticeKind.INSERTED, "accept"),
        W + "moveTo": (NoticeKind.MOVED_TO, "accept"),
        W + "del": (NoticeKind.DELETED, "ignore"),
        W + "moveFrom": (NoticeKind.MOVED_FROM, "ignore"),
    }
)
"""The elements that hold changed words, with how tracked changes are read when these count."""
