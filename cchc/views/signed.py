"""What of an appendix is signed: all that it prints, its number and date aside, which the records office gives afterwards."""

from typing import NamedTuple

from cchc.views.appendix import Appendix, Cell, Column, SectionRow


class SignedContent(NamedTuple):
    """What two appendices must have in common to be one signed document."""

    title: tuple[str, ...]
    issuer: str
    columns: tuple[Column, ...]
    rows: tuple[SectionRow | tuple[Cell, ...], ...]


def signed_content(appendix: Appendix) -> SignedContent:
    """Return what a signature stands under; ids and due days, which no one prints, are left out."""
    rows = tuple(row if isinstance(row, SectionRow) else row.cells for row in appendix.rows)
    return SignedContent(appendix.title, appendix.issuer, appendix.columns, rows)
