"""What the tags of a template may say: printing, conditions and loops over the names on offer."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from cchc.render.printable import printable
from cchc.render.word.problems import Refused, Spot, TemplateProblem

Context = Mapping[str, Mapping[str, str | list[str]]]

FILTERS = frozenset(
    {
        "capitalize", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower",
        "round", "sort", "string", "title", "trim", "unique", "upper",
    }
)  # fmt: skip
TESTS = frozenset({"defined", "undefined", "none", "string", "number", "odd", "even"})
LOOP_NAMES = frozenset({"index", "index0", "revindex", "first", "last", "length"})
ROW_NAMES = frozenset({"task", "section"})
"""What only the rows between the two ends of the loop over rows may print."""
LOOP_DEPTH = 2
DEPTH = 40
TEXT_LIMIT = 50
OUTPUT_LIMIT = 100 * 2**20

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip


def with_breaks(xml: str) -> str:
    """Return escaped text as the inside of `w:t`, its tabs and line ends as Word's own elements."""
    if "\t" in xml or "\n" in xml:
        for character, element in (("\t", "tab"), ("\n", "br")):
            xml = str(xml).replace(character, f'</w:t><w:{element}/><w:t xml:space="preserve">')
    return xml


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A Jinja environment that compiles a text only after its syntax tree has passed the allow-list."""

    def __init__(self, context: Context, spot: Spot, *, is_xml: bool) -> None:
        super().__init__(autoescape=is_xml, undefined=StrictUndefined, cache_size=0, finalize=self._to_text)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self._context = context
        self._spot = spot
        self._is_xml = is_xml
        self._room = OUTPUT_LIMIT

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:
        """Compile a text whose tags are allowed and whose output cannot grow beyond the limit."""
        tree = self.parse(source)
        for found in LanguageCheck(self._context).objections(tree):
            raise Refused(TemplateProblem(found.code, self._spot, found.name, tag=found.name, reason=found.reason))
        if _size(tree, self._context, 1) > OUTPUT_LIMIT:
            raise self._too_much()
        return super().from_string(tree, *arguments, **options)

    def _to_text(self, value: object) -> str:
        """Return what a tag prints: lists as lines; in XML line ends and tabs as Word's own elements."""
        if isinstance(value, Markup):
            return Markup(with_breaks(value))  # noqa: S704  escaped by the filter that gave it
        lines = value if isinstance(value, list) else [value]
        text = printable("\n".join("" if line is None else str(line) for line in lines))
        self._room -= len(text)
        if self._room < 0:
            raise self._too_much()
        return Markup(with_breaks(escape(text))) if self._is_xml else text  # noqa: S704  escaped right here

    def _too_much(self) -> Refused:
        return Refused(TemplateProblem("output-too-large", self._spot, limit="100 MB"))


def _size(node: nodes.Node, context: Context, times: int) -> int:
    """Return how many characters of fixed text, and passes of loops, a template can put out."""
    if isinstance(node, nodes.TemplateData):
        return len(node.data) * times
    if isinstance(node, nodes.For):
        times *= max(1, len(_items(node, context) or ()))
    return times + sum(_size(child, context, times) for child in node.iter_child_nodes())


def _items(node: nodes.For, context: Context) -> list[str] | None:
    match node.iter:
        case nodes.Getattr(node=nodes.Name(name=name), attr=attribute):
            items = context.get(name, {}).get(attribute)
            return items if isinstance(items, list) else None
        case _:
            return None


class Objection(NamedTuple):
    """What is not allowed or not offered in a syntax tree: the line it stands on, the code, the name, the name meant."""

    line: int
    code: str
    name: str
    near: str = ""
    reason: str = ""


class LanguageCheck:
    """One walk over a syntax tree, in the names of a context and of `scope`, which holds those of loops around it."""

    def __init__(self, context: Context, scope: frozenset[str] = frozenset()) -> None:
        self._context = context
        self._scope = scope

    def objections(self, tree: nodes.Template) -> Iterator[Objection]:
        """Yield everything that is not allowed or not offered; nothing within what is not allowed."""
        yield from self._visit(tree, self._scope, 0, 0)

    def _visit(self, node: nodes.Node, scope: frozenset[str], loops: int, depth: int) -> Iterator[Objection]:
        if depth > DEPTH:
            yield Objection(node.lineno, "not-allowed", "depth")
            return
        match node:
            case nodes.For():
                yield from self._visit_loop(node, scope, loops, depth)
                return
            case nodes.Getattr():
                yield from self._attribute(node, node.node, node.attr, scope)
                return
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                yield from self._attribute(node, node.node, key, scope)
                return
            case nodes.Name():
                yield from self._name(node, scope)
            case nodes.Const():
                yield from self._constant(node)
            case nodes.Filter():
                yield from self._filter(node)
            case nodes.Test(name=name) if name in TESTS:
                pass
            case _ if not isinstance(node, _PLAIN):
                name = node.name if isinstance(node, nodes.Test) else type(node).__name__
                yield Objection(node.lineno, "not-allowed", name)
                return
            case _:
                pass
        for child in node.iter_child_nodes():
            yield from self._visit(child, scope, loops, depth + 1)

    def _visit_loop(self, node: nodes.For, scope: frozenset[str], loops: int, depth: int) -> Iterator[Objection]:
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        is_plain = loops < LOOP_DEPTH and not node.recursive and node.test is None
        faults = list(self._visit(node.iter, scope, loops, depth + 1)) if is_plain else []
        yield from faults
        has_list = _items(node, self._context) is not None
        if not faults and not (is_plain and has_list and target and target not in {*self._context, "loop"}):
            yield Objection(node.lineno, "not-allowed", "for")
        inner = scope | {target, "loop"}
        for child in node.body:
            yield from self._visit(child, inner, loops + 1, depth + 1)
        for child in node.else_:
            yield from self._visit(child, scope, loops, depth + 1)

    def _name(self, node: nodes.Name, scope: frozenset[str]) -> Iterator[Objection]:
        if node.name not in scope and node.name not in self._context:
            yield self._unknown(node, node.name, scope)
        elif node.name == "loop" or node.name in self._context:
            yield Objection(node.lineno, "not-allowed", node.name)

    def _attribute(self, node: nodes.Node, owner: nodes.Node, key: str, scope: frozenset[str]) -> Iterator[Objection]:
        if not isinstance(owner, nodes.Name):
            yield Objection(node.lineno, "not-allowed", f".{key}")
            return
        name = f"{owner.name}.{key}"
        if owner.name == "loop" and "loop" in scope:
            offered = LOOP_NAMES
        elif owner.name in self._context:
            offered = frozenset(self._context[owner.name])
        elif owner.name in scope:
            yield Objection(node.lineno, "not-allowed", f".{key}")
            return
        else:
            yield self._unknown(node, name if owner.name in ROW_NAMES else owner.name, scope, name)
            return
        if key not in offered:
            yield self._unknown(node, name, scope)

    def _unknown(self, node: nodes.Node, name: str, scope: frozenset[str], whole: str = "") -> Objection:
        offered = [f"{owner}.{key}" for owner, keys in self._context.items() for key in keys if not key.startswith("_")]
        offered += [f"loop.{key}" for key in sorted(LOOP_NAMES)] if "loop" in scope else []
        offered += sorted(scope - {"loop", ""})
        is_of_row = name.partition(".")[0] in ROW_NAMES
        near = [] if is_of_row else get_close_matches((whole or name)[:60], offered, 1)
        return Objection(node.lineno, "unknown-name", name, near[0] if near else "", "outside-rows" if is_of_row else "")

    def _constant(self, node: nodes.Const) -> Iterator[Objection]:
        if isinstance(node.value, str) and len(node.value) > TEXT_LIMIT:
            yield Objection(node.lineno, "not-allowed", node.value[:TEXT_LIMIT])

    def _filter(self, node: nodes.Filter) -> Iterator[Objection]:
        is_plain = all(isinstance(argument, nodes.Const) for argument in node.args)
        if node.name not in FILTERS or not is_plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
            near = [] if node.name in FILTERS else get_close_matches(node.name[:60], sorted(FILTERS), 1)
            yield Objection(node.lineno, "not-allowed", node.name, near[0] if near else "", "filter")
        elif node.name == "join" and any(inner.name == "join" for inner in node.find_all(nodes.Filter)):
            yield Objection(node.lineno, "not-allowed", "join", reason="filter")
