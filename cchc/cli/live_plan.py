"""A plan while it is being changed: where each section and task stands in its files after every step."""

from dataclasses import dataclass, field

from cchc.cli.changing import Edits
from cchc.intake.update.values import SectionKey
from cchc.model.plan import PlacedSection
from cchc.model.registry import LoadedPlan
from cchc.source.tree import Data

Keys = tuple[str | int, ...]


@dataclass(eq=False, slots=True)
class _Node:
    """A section: the file of its own that it has, if it has one, and its tasks and sections in their order."""

    parent: "_Node | None"
    file: str | None
    children: list["_Node"] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)


class LivePlan:
    """Changes files through their editors and keeps account of where everything stands."""

    def __init__(self, loaded: LoadedPlan, edits: Edits) -> None:
        self._edits = edits
        root = _Node(None, loaded.at.file)
        self._nodes: dict[SectionKey, _Node] = {(): root}
        self._parts: dict[str, list[str]] = {}
        self._home: dict[str, _Node] = {}
        if loaded.plan is None:
            return
        for row in loaded.plan.rows:
            if isinstance(row, PlacedSection):
                parent = self._nodes[row.route[:-2]]
                node = _Node(parent, loaded.mounts.get(row.route))
                parent.children.append(node)
                self._nodes[row.route] = node
            else:
                node = self._nodes[row.route[:-2]]
                node.tasks.append(row.task.id)
                self._home[row.task.id] = node
                self._parts[row.task.id] = [part.id for part in row.task.parts]

    def touch(self, section: SectionKey) -> None:
        """Open the file of a section, so that it is written before those that are opened later."""
        self._edits.of(self._at(self._nodes[section])[0])

    def put(self, task_id: str, part_id: str, route: Keys, value: Data) -> None:
        """Give a task or a part a value; None takes it out."""
        file, keys = self._task_at(task_id)
        if part_id:
            keys = (*keys, "parts", self._parts[task_id].index(part_id))
        self._put(file, (*keys, *route), value)

    def put_section(self, section: SectionKey, route: Keys, value: Data) -> None:
        """Give a section, or the plan itself, a value."""
        file, keys = self._at(self._nodes[section])
        self._put(file, (*keys, *route), value)

    def add_task(self, section: SectionKey, after: str, data: dict[str, Data]) -> None:
        node, index = self._spot(section, after)
        file, keys = self._at(node)
        self._edits.of(file).insert((*keys, "tasks"), index, data)
        self._settle(str(data["id"]), node, index)

    def move_task(self, task_id: str, section: SectionKey, after: str) -> None:
        file, keys = self._task_at(task_id)
        taken = self._edits.of(file).take(keys)
        self._home[task_id].tasks.remove(task_id)
        node, index = self._spot(section, after)
        file, keys = self._at(node)
        self._edits.of(file).insert((*keys, "tasks"), index, taken)
        self._settle(task_id, node, index)

    def remove_task(self, task_id: str) -> None:
        file, keys = self._task_at(task_id)
        self._edits.of(file).remove(keys)
        self._home.pop(task_id).tasks.remove(task_id)

    def add_part(self, task_id: str, after: str, data: dict[str, Data]) -> None:
        file, keys = self._task_at(task_id)
        parts = self._parts[task_id]
        index = parts.index(after) + 1 if after in parts else 0
        self._edits.of(file).insert((*keys, "parts"), index, data)
        parts.insert(index, str(data["id"]))

    def remove_part(self, task_id: str, part_id: str) -> None:
        file, keys = self._task_at(task_id)
        index = self._parts[task_id].index(part_id)
        self._edits.of(file).remove((*keys, "parts", index))
        del self._parts[task_id][index]

    def add_section(self, parent: SectionKey, after: SectionKey, key: SectionKey, data: dict[str, Data]) -> None:
        holder = self._nodes[parent]
        index = holder.children.index(self._nodes[after]) + 1 if after else 0
        file, keys = self._at(holder)
        self._edits.of(file).insert((*keys, "sections"), index, data)
        self._nodes[key] = _Node(holder, None)
        holder.children.insert(index, self._nodes[key])

    def remove_section(self, section: SectionKey) -> bool:
        """Take out an empty section that stands in the file of another; return False where it is not one."""
        node = self._nodes[section]
        if node.parent is None or node.file is not None or node.tasks or node.children:
            return False
        file, keys = self._at(node)
        self._edits.of(file).remove(keys)
        node.parent.children.remove(node)
        return True

    def _put(self, file: str, keys: Keys, value: Data) -> None:
        editor = self._edits.of(file)
        if value is None:
            editor.remove(keys)
        else:
            editor.put(keys, value)

    def _settle(self, task_id: str, node: _Node, index: int) -> None:
        node.tasks.insert(index, task_id)
        self._home[task_id] = node
        self._parts.setdefault(task_id, [])

    def _spot(self, section: SectionKey, after: str) -> tuple[_Node, int]:
        node = self._nodes[section]
        return node, node.tasks.index(after) + 1 if after in node.tasks else 0

    def _task_at(self, task_id: str) -> tuple[str, Keys]:
        node = self._home[task_id]
        file, keys = self._at(node)
        return file, (*keys, "tasks", node.tasks.index(task_id))

    def _at(self, node: _Node) -> tuple[str, Keys]:
        if node.file is not None or node.parent is None:
            return node.file or "", ()
        file, keys = self._at(node.parent)
        return file, (*keys, "sections", node.parent.children.index(node))
