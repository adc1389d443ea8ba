"""What the tags of a template may say: printing, conditions and loops over the names on offer."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from cchc.errors import TemplateRefused

Context = Mapping[str, Mapping[str, str | list[str]]]

FILTERS = frozenset(
    {
        "capitalize", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower",
        "round", "sort", "string", "title", "trim", "unique", "upper",
    }
)  # fmt: skip
TESTS = frozenset({"defined", "undefined", "none", "string", "number", "odd", "even"})
LOOP_NAMES = frozenset({"index", "index0", "revindex", "first", "last", "length"})
LOOP_DEPTH = 2
DEPTH = 40
TEXT_LIMIT = 50
OUTPUT_LIMIT = 100 * 2**20

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Return a text with each character that XML cannot hold made visible as U+FFFD, line ends as LF."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_XML.sub(_REPLACEMENT, text)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A Jinja environment that compiles a text only after its syntax tree has passed the allow-list."""

    def __init__(self, context: Context, part: str, *, is_xml: bool) -> None:
        super().__init__(autoescape=is_xml, undefined=StrictUndefined, cache_size=0, finalize=self._to_text)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self._context = context
        self._part = part
        self._is_xml = is_xml
        self._room = OUTPUT_LIMIT

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:
        """Compile a text whose tags are allowed and whose output cannot grow beyond the limit."""
        tree = self.parse(source)
        LanguageCheck(self._context, self._part, []).check(tree)
        if _size(tree, self._context, 1) > OUTPUT_LIMIT:
            raise TemplateRefused("template/output-too-large", part=self._part, limit="100 MB")
        return super().from_string(tree, *arguments, **options)

    def _to_text(self, value: object) -> str:
        """Return what a tag prints: lists as lines; `_` as a reference, for docxtpl takes `{_{` as a tag."""
        if isinstance(value, Markup):
            return value
        lines = value if isinstance(value, list) else [value]
        text = printable("\n".join("" if line is None else str(line) for line in lines))
        self._room -= len(text)
        if self._room < 0:
            raise TemplateRefused("template/output-too-large", part=self._part, limit="100 MB")
        return escape(text).replace("_", Markup("&#95;")) if self._is_xml else text


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


class LanguageCheck:
    """One walk over a syntax tree; `tags` are the tags' own texts, in which line n of the tree is tag n."""

    def __init__(self, context: Context, part: str, tags: list[str]) -> None:
        self._context = context
        self._part = part
        self._tags = tags

    def check(self, tree: nodes.Template) -> None:
        """Refuse the first thing that is not allowed or not offered."""
        self._visit(tree, frozenset(), 0, 0)

    def _visit(self, node: nodes.Node, scope: frozenset[str], loops: int, depth: int) -> None:
        if depth > DEPTH:
            raise self._refused(node, "not-allowed", "depth")
        match node:
            case nodes.For():
                self._visit_loop(node, scope, loops, depth)
                return
            case nodes.Name():
                self._check_name(node, scope)
            case nodes.Getattr():
                self._check_attribute(node, node.node, node.attr, scope)
                return
            case nodes.Getitem(arg=nodes.Const(value=str(key))):
                self._check_attribute(node, node.node, key, scope)
                return
            case nodes.Const():
                self._check_constant(node)
            case nodes.Filter():
                self._check_filter(node)
            case nodes.Test(name=name) if name in TESTS:
                pass
            case _ if not isinstance(node, _PLAIN):
                raise self._refused(node, "not-allowed", type(node).__name__)
            case _:
                pass
        for child in node.iter_child_nodes():
            self._visit(child, scope, loops, depth + 1)

    def _visit_loop(self, node: nodes.For, scope: frozenset[str], loops: int, depth: int) -> None:
        if loops >= LOOP_DEPTH or node.recursive or node.test is not None:
            raise self._refused(node, "not-allowed", "for")
        if not isinstance(node.target, nodes.Name) or node.target.name in {*self._context, "loop"}:
            raise self._refused(node, "not-allowed", "for")
        self._visit(node.iter, scope, loops, depth + 1)
        if _items(node, self._context) is None:
            raise self._refused(node, "not-allowed", "for")
        inner = scope | {node.target.name, "loop"}
        for child in node.body:
            self._visit(child, inner, loops + 1, depth + 1)
        for child in node.else_:
            self._visit(child, scope, loops, depth + 1)

    def _check_name(self, node: nodes.Name, scope: frozenset[str]) -> None:
        if node.name not in scope and node.name not in self._context:
            raise self._refused(node, "unknown-name", node.name)
        if node.name == "loop" or node.name in self._context:
            raise self._refused(node, "not-allowed", node.name)

    def _check_attribute(self, node: nodes.Node, owner: nodes.Node, key: str, scope: frozenset[str]) -> None:
        if not isinstance(owner, nodes.Name):
            raise self._refused(node, "not-allowed", f".{key}")
        if owner.name == "loop" and "loop" in scope:
            offered = LOOP_NAMES
        elif owner.name in self._context:
            offered = frozenset(self._context[owner.name])
        elif owner.name in scope:
            raise self._refused(node, "not-allowed", f".{key}")
        else:
            raise self._refused(node, "unknown-name", owner.name)
        if key not in offered:
            raise self._refused(node, "unknown-name", f"{owner.name}.{key}")

    def _check_constant(self, node: nodes.Const) -> None:
        if isinstance(node.value, str) and len(node.value) > TEXT_LIMIT:
            raise self._refused(node, "not-allowed", node.value[:TEXT_LIMIT])

    def _check_filter(self, node: nodes.Filter) -> None:
        is_plain = all(isinstance(argument, nodes.Const) for argument in node.args)
        if node.name not in FILTERS or not is_plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise self._refused(node, "not-allowed", node.name)
        if node.name == "join" and any(inner.name == "join" for inner in node.find_all(nodes.Filter)):
            raise self._refused(node, "not-allowed", "join")

    def _refused(self, node: nodes.Node, key: str, name: str) -> TemplateRefused:
        tag = self._tags[node.lineno - 1] if 0 < node.lineno <= len(self._tags) else name
        return TemplateRefused(f"template/{key}", tag=tag, part=self._part, name=name)
