"""Which section of the plan each heading of the document is, and what changed in headings."""

from collections import Counter
from difflib import SequenceMatcher

from cchc.intake.draft.values import Certainty, Remark
from cchc.intake.update.current import Base, Current, heading_of
from cchc.intake.update.matching import ALIKE, Matched, likeness
from cchc.intake.update.values import Change, Conflict, Kind, SectionKey, Update, WordSection

Found = dict[WordSection, SectionKey]
_OWN = 0.5  # of its tasks: a section that holds as many of another's is that one


def find_sections(sections: list[WordSection], matched: Matched, current: Current) -> Found:
    """Return the section of the plan that each section of the document is; the first has no heading."""
    top, *headed = sections
    found: Found = {top: ()}
    mine = [(section.number.rstrip("."), section.title) for section in headed]
    theirs = [(number.rstrip("."), title) for number, title in map(heading_of, current.sections)]
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            found[headed[block.a + step]] = current.sections[block.b + step].route
    for section in headed:
        if section not in found:
            key = _nearest(section, headed, found, matched, current)
            if key:
                found[section] = key
    return found


def _nearest(section: WordSection, headed: list[WordSection], found: Found, matched: Matched, current: Current) -> SectionKey:
    free = [placed for placed in current.sections if placed.route not in found.values()]
    homes = Counter(current.section_of(matched[task][0]) for task in section.tasks if task in matched)
    for key, count in homes.most_common(1):
        if count >= _OWN * len(section.tasks) and any(placed.route == key for placed in free):
            return key
    title = " ".join(section.title)
    scored = [(likeness(title, " ".join(heading_of(placed)[1])), placed.route) for placed in free]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ()))
    if best[0] >= ALIKE:
        return best[1]
    index = headed.index(section)
    before = [placed.route for placed in current.sections]
    last = before.index(found[headed[index - 1]]) if index and headed[index - 1] in found else -1 if not index else None
    if last is None or last + 1 >= len(before):
        return ()
    follower = current.sections[last + 1]
    is_same_number = heading_of(follower)[0].rstrip(".") == section.number.rstrip(".")
    return follower.route if follower in free and is_same_number else ()


def compare_sections(sections: list[WordSection], found: Found, current: Current, base: Base, update: Update) -> None:
    """Add changed headings, new sections and empty ones that are gone; `found` then names the new ones too."""
    placed = {row.route: row for row in current.sections}
    new = 0
    above: dict[SectionKey, SectionKey] = {}
    for section in sections[1:]:
        parent = found[section.parent] if section.parent is not None else ()
        key = found.get(section)
        if key is None:
            new += 1
            found[section] = ("new", new)
            data = {"number": section.number, "title": "\n".join(section.title)}
            name = f"{section.number} {' '.join(section.title)}".strip()
            update.changes.append(
                Change(
                    Kind.SECTION_ADDED, name, section.spot, after_text=name, data=dict(data), section=parent,
                    new_section=found[section], after=above.get(parent, ()),
                )
            )  # fmt: skip
        else:
            parent = key[:-2]
            _compare_heading(section, heading_of(placed[key]), key, base, update)
        above[parent] = found[section]
    kept = [key for section in sections if (key := found[section]) and key[0] != "new"]
    if kept != sorted(kept, key=[row.route for row in current.sections].index):
        update.remarks.append(Remark("update-sections-moved", Certainty.LEFT, is_lost=True))


def _compare_heading(
    section: WordSection, prints: tuple[str, tuple[str, ...]], key: SectionKey, base: Base, update: Update
) -> None:
    name = f"{prints[0]} {' '.join(prints[1])}".strip()
    for route, column, said, printed in (
        ("number", "number", (section.number,), (prints[0],)),
        ("title", "content", section.title, prints[1]),
    ):
        if said == printed or (column == "number" and said[0].rstrip(".") == printed[0].rstrip(".")):
            continue
        if base.is_heading(column, said):
            continue
        was_printed = base.is_heading(column, printed)
        if was_printed is False:
            update.conflicts.append(Conflict(name, section.spot, route, "\n".join(said), "\n".join(printed)))
            continue
        certainty = Certainty.READ if was_printed else Certainty.GUESSED
        update.changes.append(
            Change(
                Kind.SECTION_CHANGED, name, section.spot, certainty, route, "\n".join(printed), "\n".join(said),
                route=(route,), data="\n".join(said), section=key,
            )
        )  # fmt: skip


def removed_sections(found: Found, current: Current, base: Base) -> list[Change]:
    """Return the sections whose heading is gone from the document, the innermost first."""
    gone = []
    for placed in reversed(current.sections):
        number, title = heading_of(placed)
        if placed.route not in found.values() and base.is_heading("content", title):
            name = f"{number} {' '.join(title)}".strip()
            gone.append(Change(Kind.SECTION_REMOVED, name, before=name, section=placed.route))
    return gone
