"""A plan drafted from the tables of a file: what is certain is read, the rest is guessed and told, or left and told."""

from cchc.intake.draft.heading import head_of
from cchc.intake.draft.joining import joined
from cchc.intake.draft.lines import AppendixSource
from cchc.intake.draft.outline import OutlineBuilder
from cchc.intake.draft.values import Outline


def outline_of(source: AppendixSource) -> Outline:
    """Return the sections, tasks and parts of an appendix."""
    lines, remarks = joined(source.lines)
    builder = OutlineBuilder(has_numbers=any(caption.key == "number" for caption in source.captions))
    top = builder.build(lines)
    return Outline(head_of(source.above), source.captions, top, [*source.remarks, *remarks, *builder.remarks])
