"""Notices as they are gathered while a file is read."""

from dataclasses import replace

from cchc.intake.values import Notice, NoticeKind, Place

_RUNNING = {
    NoticeKind.INSERTED,
    NoticeKind.DELETED,
    NoticeKind.MOVED_FROM,
    NoticeKind.MOVED_TO,
    NoticeKind.HIDDEN,
    NoticeKind.STRUCK,
}
"""Kinds that programs cut into many pieces; pieces that follow one another are told as one."""


class Notices:
    """What was told so far, and the place that is read now."""

    def __init__(self) -> None:
        self.place = Place()
        self._told: list[tuple[Notice, list[str]]] = []
        self._once: set[tuple[NoticeKind, str]] = set()

    def tell(self, kind: NoticeKind, text: str = "", name: str = "", *, is_kept: bool = False) -> None:
        """Keep a notice about the place that is read now."""
        notice = Notice(kind, self.place, "", name, is_kept)
        if kind in _RUNNING and self._told and self._told[-1][0] == notice:
            self._told[-1][1].append(text)
        else:
            self._told.append((notice, [text]))

    def tell_once(self, kind: NoticeKind, text: str, name: str, *, is_kept: bool) -> None:
        """Keep the first notice of a kind and name: more of them would say nothing new."""
        if (kind, name) not in self._once:
            self._once.add((kind, name))
            self.tell(kind, text, name, is_kept=is_kept)

    def told(self) -> tuple[Notice, ...]:
        return tuple([replace(notice, text="".join(pieces)) for notice, pieces in self._told])
