"""The door: a Word file's bytes in, what deviates from NĐ 30/2020/NĐ-CP and the layout of the appendix out."""

from collections.abc import Iterator, Mapping
from typing import Any

from cchc.errors import Unreadable
from cchc.ooxml.package import Limits, W, too_large, unsafe
from cchc.render.word.conformance.found import Conformance, Findings, Where
from cchc.render.word.conformance.heading import appendix_sections, judge_heading
from cchc.render.word.conformance.letters import judge_letters
from cchc.render.word.conformance.numbers import judge_numbers
from cchc.render.word.conformance.pages import judge_pages
from cchc.render.word.conformance.reading import (
    Line,
    Section,
    all_lines,
    boxed_paragraphs,
    lines_of,
    read_sections,
)
from cchc.render.word.conformance.repeats import without_repeats
from cchc.render.word.conformance.styles import Styles
from cchc.render.word.conformance.tables import judge_tables
from cchc.render.word.conformance.units import is_on
from cchc.render.word.package import main_part, parse_part, read_package, refusal, relationships
from cchc.render.word.problems import Refused, TemplateProblem

LIMITS = Limits(file=64 * 2**20, inflated=100 * 2**20, xml=100 * 2**20)
"""A finished document may hold ten thousand rows, which a template never does."""
PARSED_LIMIT = 32 * 2**20
"""What is left of a part without repeated rows; its tree takes about eight times as much memory."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def check(data: bytes) -> Conformance:
    """Return what deviates in a Word file; raise Unreadable where it is none, or not a harmless one."""
    try:
        return _check(data)
    except Refused as refusal:
        raise _unreadable(refusal.problem) from refusal


def _unreadable(problem: TemplateProblem) -> Unreadable:
    """Return the refusal of a file that is no template: the same facts, other words."""
    reason = f"/{problem.reason}" if problem.code == "not-word" and problem.reason else ""
    return Unreadable(f"docx/{problem.code}{reason}", part=problem.spot.part, what=problem.name, limit=problem.limit)


def _check(data: bytes) -> Conformance:
    parts = read_package(data, LIMITS)
    main = main_part(parts)
    linked = [link for link in relationships(parts, main) if not link[3]]
    by_kind = {kind: target for _, kind, target, _ in reversed(linked)}
    settings = _optional(parts, by_kind.get("settings"))
    styles = Styles(_optional(parts, by_kind.get("styles")), _optional(parts, by_kind.get("theme")), settings)
    document = _parse(parts, main)
    body = document.find(W + "body")
    if document.tag != W + "document" or body is None:
        raise Unreadable("docx/not-word")
    sections = read_sections(body, styles)
    findings = Findings()
    for section in sections:
        judge_pages(section, findings)
        _judge_lines(section, findings)
    for paragraph in boxed_paragraphs(body):
        for line in lines_of(paragraph, styles):
            judge_letters(line, Where("line", text=line.text[:60].strip()), findings)
    targets = {name: target for name, _, target, _ in linked}
    _judge_numbers(sections, parts, targets, styles, settings, findings)
    judge_heading(sections, findings)
    judge_tables(sections, findings)
    return findings.told()


def _judge_lines(section: Section, findings: Findings) -> None:
    for block in section.blocks:
        if isinstance(block, Line):
            text = " ".join(block.text[:200].split())
            judge_letters(block, Where("line", section=section.number, text=text[:60]), findings)


def _judge_numbers(
    sections: list[Section],
    parts: Mapping[str, bytes],
    targets: Mapping[str, str],
    styles: Styles,
    settings: Any,
    findings: Findings,
) -> None:
    """Judge headers and footers, letters and page numbers; a section without its own has those of the one before."""
    has_even = settings is not None and _is_set(settings.find(W + "evenAndOddHeaders"))
    starting = appendix_sections(sections)
    shown: dict[str, dict[str, Any]] = {"header": {}, "footer": {}}
    roots: dict[str, Any] = {}
    for section in sections:
        for place, kind, part in _references(section, targets):
            if part not in parts:
                continue
            if part not in roots:
                roots[part] = _parse(parts, part)
                where = Where("header" if place == "header" else "footer", section=section.number)
                for line in all_lines(roots[part], styles):
                    judge_letters(line, where, findings)
            shown[place][kind] = roots[part]
        judge_numbers(
            section,
            shown["header"],
            shown["footer"],
            styles,
            findings,
            has_even=has_even,
            is_appendix=section.number in starting,
        )


def _references(section: Section, targets: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield header or footer, the pages it stands on, and the part, for each that a section names."""
    if section.properties is None:
        return
    for place in ("header", "footer"):
        for reference in section.properties.iterfind(f"{W}{place}Reference"):
            yield place, reference.get(W + "type", "default"), targets.get(reference.get(_RELATION, ""), "")


def _parse(parts: Mapping[str, bytes], name: str) -> Any:
    content = parts[name]
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refusal(unsafe(name, "DOCTYPE"))
    content = without_repeats(content)
    if len(content) > PARSED_LIMIT:
        raise refusal(too_large(name, "32 MB"))
    return parse_part(name, content)


def _optional(parts: Mapping[str, bytes], name: str | None) -> Any:
    return _parse(parts, name) if name is not None and name in parts else None


def _is_set(element: Any) -> bool:
    return element is not None and is_on(element.get(W + "val"))
