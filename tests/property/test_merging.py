"""Any two edits of any plan: merged, nothing of either is lost, and the plan loads; or a conflict is told, with markers."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cchc.merging.merge import Labels, merge
from cchc.merging.soundness import is_sound
from cchc.merging.trio import Trio
from cchc.source.layout import canonical
from cchc.source.tree import parse
from cchc.source.written import comments_of

bounded = settings(
    derandomize=True,
    deadline=None,
    max_examples=500,
    phases=[Phase.generate],
    database=None,
    suppress_health_check=list(HealthCheck),
)
KEYS = ("content", "results", "deadline", "number")
UNITS = ("u", "v", "w", "x")
DEADLINES = ("Thường xuyên", "{by: 2025-06-30}", "{every: month}", "{in: 2025-Q1}")


@dataclass
class Task:
    """A task of a generated plan; `lead` is a list of units, `is_flow` tells how it is written."""

    id: str
    keys: dict[str, str]
    lead: list[str]
    comment: str = ""
    is_flow: bool = False


@dataclass
class Plan:
    sections: list[list[Task]]
    is_canonical: bool = False
    titles: dict[int, str] = field(default_factory=dict)

    def tasks(self) -> list[tuple[int, int]]:
        return [(place, at) for place, section in enumerate(self.sections) for at in range(len(section))]

    def text(self) -> str:
        text = "".join(f"{line}\n" for line in self._lines())
        return canonical(text, "plan").text if self.is_canonical else text

    def _lines(self) -> Iterator[str]:
        yield from ("# kế hoạch", "id: p", "title: T", "year: 2025", "sections:")
        for place, section in enumerate(self.sections):
            yield from (f"- number: {'ABC'[place]}", f"  title: {self.titles.get(place, f'Mục {place}')}")
            yield "  tasks:" if section else "  tasks: []"
            for task in section:
                yield from _written(task)


def _written(task: Task) -> Iterator[str]:
    keys = {"id": task.id, **task.keys, "lead": f"[{', '.join(task.lead)}]"}
    if task.comment:
        yield f"    # {task.comment}"
    if task.is_flow:
        yield "    - {" + ", ".join(f"{key}: {value}" for key, value in keys.items()) + "}"
        return
    for sign, (key, value) in zip(["-"] + [" "] * len(keys), keys.items(), strict=False):
        yield f"    {sign} {key}: {value}"
    yield ""


Edit = tuple[str, int, int, int]
edits = st.lists(
    st.tuples(
        st.sampled_from(["key", "key", "drop key", "unit", "drop unit", "add", "drop", "move", "comment", "title", "fmt"]),
        st.integers(0, 40),
        st.integers(0, 40),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=4,
)
plans = st.lists(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.sets(st.sampled_from(KEYS[1:]))), max_size=4), min_size=1, max_size=3
)


def planned(shape: list[list[tuple[bool, bool, set[str]]]]) -> Plan:
    sections = []
    for place, section in enumerate(shape):
        tasks = []
        for at, (is_flow, has_comment, keys) in enumerate(section):
            held = {key: _value(key, f"{place}{at}", at) for key in KEYS if key in keys or key == "content"}
            tasks.append(Task(f"t{place}{at}", held, ["u", "v"], f"về t{place}{at}" if has_comment else "", is_flow))
        sections.append(tasks)
    return Plan(sections)


def _value(key: str, mark: str, chance: int) -> str:
    return DEADLINES[chance % len(DEADLINES)] if key == "deadline" else f"{key} {mark}"


def edited(plan: Plan, side: str, changes: list[Edit]) -> Plan:
    plan = deepcopy(plan)
    for count, (kind, one, other, chance) in enumerate(changes):
        _edit(plan, kind, one, other, chance, f"{side}{count}")
    return plan


def _edit(plan: Plan, kind: str, one: int, other: int, chance: int, mark: str) -> None:
    target = plan.sections[other % len(plan.sections)]
    if kind == "add":
        target.insert(one % (len(target) + 1), Task(f"n{mark}", {"content": f"mới {mark}"}, ["u"], f"thêm {mark}", chance == 0))
    elif kind == "fmt":
        plan.is_canonical = True
    elif kind == "title":
        plan.titles[other % len(plan.sections)] = f"Tên {mark}"
    elif plan.tasks():
        section, at = plan.tasks()[one % len(plan.tasks())]
        _edit_task(plan.sections[section], at, target, kind, other, chance, mark)


def _edit_task(section: list[Task], at: int, target: list[Task], kind: str, other: int, chance: int, mark: str) -> None:
    task = section[at]
    match kind:
        case "key":
            task.keys[KEYS[chance]] = _value(KEYS[chance], mark, other)
        case "drop key" if chance:
            task.keys.pop(KEYS[chance], None)
        case "unit" if UNITS[chance] not in task.lead:
            task.lead.insert(other % (len(task.lead) + 1), UNITS[chance])
        case "drop unit" if len(task.lead) > 1:
            task.lead.pop(other % len(task.lead))
        case "drop":
            section.pop(at)
        case "move":
            section.pop(at)
            target.insert(chance % (len(target) + 1), task)
        case "comment":
            task.comment = f"ghi chú {mark}"


def facts(text: str) -> dict[tuple[str, str], object]:
    """Return all that a plan says, each under what it is about."""
    data = parse("", text).data
    found: dict[tuple[str, str], object] = {}
    assert isinstance(data, dict)
    for place, section in enumerate(data["sections"]):  # type: ignore[arg-type]
        found["section", str(place)] = section["title"]  # type: ignore[index,call-overload]
        for task in section["tasks"]:  # type: ignore[index,call-overload]
            assert ("section of", task["id"]) not in found, "a task stands twice"
            found["section of", task["id"]] = place
            for key, value in task.items():
                if key != "lead":
                    found[task["id"], key] = value
            for unit in task["lead"]:
                found[task["id"], f"lead {unit}"] = True
    return found


def merged_facts(base: dict, ours: dict, theirs: dict) -> tuple[dict, bool]:
    """Return what has to be said after, and whether the two do not go together: worked out fact by fact."""
    result, is_torn = {}, False
    for about in {**base, **ours, **theirs}:
        was, one, other = (version.get(about) for version in (base, ours, theirs))
        value = one if one == other or other == was else other
        is_torn |= one != other and was not in (one, other)
        if value is not None:
            result[about] = value
    ids = {about[1] for about in result if about[0] == "section of"}
    is_torn |= any(about[0] not in {"section", "section of", *ids} for about in result)  # changed here, dropped there
    return result, is_torn


def have_both_moved(base: Plan, *sides: Plan) -> bool:
    """Return whether each side gave tasks of the plan another order or section."""
    return all(_order(base, side) != _order(side, base) for side in sides)


def _order(plan: Plan, other: Plan) -> list[list[str]]:
    known = {task.id for section in other.sections for task in section}
    return [[task.id for task in section if task.id in known] for section in plan.sections]


def is_torn_within_a_task(base: Plan, ours: Plan, theirs: Plan) -> bool:
    """Return whether a side dropped a task that the other changed, or both changed its comment."""
    was, one, other = ({task.id: task for section in plan.sections for task in section} for plan in (base, ours, theirs))
    for name, task in was.items():
        versions = [(side[name].keys, sorted(side[name].lead), side[name].comment) for side in (one, other) if name in side]
        if len(versions) == 1 and versions[0] != (task.keys, sorted(task.lead), task.comment):
            return True
        if len(versions) == 2 and len({task.comment, versions[0][2], versions[1][2]}) == 3:
            return True
    return False


@bounded
@given(plans, edits, edits)
def test_two_edits_of_a_plan_are_both_kept_or_a_conflict_is_told(shape, one, other):
    base = planned(shape)
    ours, theirs = edited(base, "o", one), edited(base, "t", other)
    texts = Trio(base.text(), ours.text(), theirs.text())
    merged = merge(texts.map(str.encode), "plan", Labels())
    text = merged.content.decode()
    markers = [line for line in text.splitlines() if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>"))]
    expected, is_torn = merged_facts(*texts.map(facts))
    if merged.found:
        assert [marker[0] for marker in markers[:4]] == ["<", "|", "=", ">"]
        assert all(found.record or found.reason in {"unsure", "order"} for found in merged.found)
        for line in {*texts.ours.splitlines(), *texts.theirs.splitlines()} - {*texts.base.splitlines()}:
            words = line.strip(" -,{}")
            assert words in text or "[" in line or ours.is_canonical or theirs.is_canonical or "{" in line, line
        assert is_torn or have_both_moved(base, ours, theirs) or is_torn_within_a_task(base, ours, theirs)
        return
    assert markers == []
    assert not is_torn
    assert facts(text) == expected
    assert is_sound(parse("", text).data, "plan")
    counts = texts.map(lambda version: Counter(comment for _, comment in comments_of(version)))
    found = Counter(comment for _, comment in comments_of(text))
    for comment in counts.ours.keys() | counts.theirs.keys():
        if comment not in counts.base or (comment in counts.ours and comment in counts.theirs):
            assert found[comment] == 1, comment
