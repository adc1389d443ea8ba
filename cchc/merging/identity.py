"""What makes a record of one version the same record in another: an id, a date, what it speaks of; never its place."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from cchc.merging.replacements import Replaced
from cchc.merging.trio import Trio
from cchc.source.layout import data_meant, kind_of_item
from cchc.source.tree import Data

_KEYS = {
    "task": ("id",),
    "target": ("id",),
    "event": ("id",),
    "day": ("date",),
    "record": ("task", "part", "occurrence", "target", "extended_to", "as_of"),
    "unit-as": ("unit",),
    "column": ("key",),
}
NAMED_BY_TEXT = frozenset({"word", "line", "unit-as", "column"})


def labels_of(lists: Trio[list[Data]], kind: str) -> Trio[list[Hashable]] | None:
    """Return what each item is known by in all versions; None where items of this kind, or some of these, have no such thing."""
    own = kind_of_item(kind)
    if own == "section":
        found = _labels_of_sections(lists)
    elif own in _KEYS or own in NAMED_BY_TEXT:
        found = lists.map(lambda items: [_label(item, own) for item in items])
    else:
        return None
    is_clear = all(None not in labels and len(set(labels)) == len(labels) for labels in found)
    return found if is_clear else None


def name_of(label: Hashable, versions: Sequence[Data]) -> str:
    """Return what a person calls the record, for messages."""
    if isinstance(label, Replaced):
        return name_of(label.label, versions)
    if isinstance(label, str):
        return label
    known = next((version for version in versions if isinstance(version, dict)), {})
    words = [known.get(key) for key in ("number", "title")] if "title" in known else label
    return " ".join(_plain(word) for word in words if word) if isinstance(words, list | tuple) else str(words)


def _plain(word: object) -> str:
    return ", ".join(map(_plain, word)) if isinstance(word, list | tuple) else str(word)


def _label(item: Data, kind: str) -> Hashable:
    meant = data_meant(item, kind)
    if isinstance(meant, str):
        return meant if kind in NAMED_BY_TEXT else None
    if not isinstance(meant, dict):
        return None
    keys = _KEYS.get(kind, ())
    values = [_frozen(meant.get(key)) for key in keys]
    if not values or values[0] is None:
        return None
    return values[0] if len(values) == 1 else tuple(values)


def _frozen(value: Data) -> Hashable:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value if isinstance(value, str) else None


def task_ids(section: Data) -> Iterator[str]:
    """Yield the ids of all tasks in a section or plan, as deep as sections go."""
    if not isinstance(section, dict):
        return
    tasks, sections = section.get("tasks"), section.get("sections")
    for task in tasks if isinstance(tasks, list) else ():
        if isinstance(task, dict) and isinstance(task.get("id"), str):
            yield str(task["id"])
    for inner in sections if isinstance(sections, list) else ():
        yield from task_ids(inner)


def _labels_of_sections(lists: Trio[list[Data]]) -> Trio[list[Hashable]]:
    base = [("base", place) if isinstance(item, dict) else _named(item) for place, item in enumerate(lists.base)]
    return Trio(list(base), _matched(lists.base, lists.ours), _matched(lists.base, lists.theirs))


def _matched(base: list[Data], side: list[Data]) -> list[Hashable]:
    """Return the label of each section of a side: the one of the section of base that it surely is, or a new one."""
    open_base = {place: item for place, item in enumerate(base) if isinstance(item, dict)}
    open_side = {place: item for place, item in enumerate(side) if isinstance(item, dict)}
    labels: list[Hashable] = [_named(item) for item in side]
    matches: tuple[Callable[[dict[str, Data]], Hashable], ...] = (_number_and_title, _title, _tasks)
    for identity in matches:
        before, after = (_by(identity, sections) for sections in (open_base, open_side))
        for key in before.keys() & after.keys():
            labels[after[key]] = ("base", before[key])
            del open_base[before[key]], open_side[after[key]]
    for place, section in open_side.items():
        shared = Counter({known: len({*task_ids(section)} & {*task_ids(item)}) for known, item in open_base.items()})
        best, count = shared.most_common(1)[0] if shared else (0, 0)
        if count:
            labels[place] = ("base", best)
            del open_base[best]
    for place, section in open_side.items():
        number = _frozen(section.get("number"))
        same = [known for known, item in open_base.items() if _frozen(item.get("number")) == number]
        if (
            labels[place] == _named(section)
            and len(same) == 1
            and not (any(task_ids(section)) and any(task_ids(open_base[same[0]])))
        ):
            labels[place] = ("base", same[0])
            del open_base[same[0]]
    return labels


def _named(section: Data) -> Hashable:
    if isinstance(section, dict):
        return ("new", *(_frozen(section.get(key)) for key in ("number", "title")))
    return section if isinstance(section, str) else None


def _by(identity: Callable[[dict[str, Data]], Hashable], sections: dict[int, dict[str, Data]]) -> dict[Hashable, int]:
    """Return the sections that an identity tells from all others."""
    keys = {place: identity(section) for place, section in sections.items()}
    count = Counter(keys.values())
    return {key: place for place, key in keys.items() if key is not None and count[key] == 1}


def _number_and_title(section: dict[str, Data]) -> Hashable:
    return (_frozen(section.get("number")), _frozen(section.get("title")))


def _title(section: dict[str, Data]) -> Hashable:
    return _frozen(section.get("title"))


def _tasks(section: dict[str, Data]) -> Hashable:
    return tuple(task_ids(section)) or None
