"""Elements without words of their own: properties, and marks of where something begins or ends."""

from cchc.ooxml.package import W

_RANGES = (
    "moveFromRange",
    "moveToRange",
    "customXmlInsRange",
    "customXmlDelRange",
    "customXmlMoveFromRange",
    "customXmlMoveToRange",
)
_ENDED = ("bookmark", "perm", "commentRange", *_RANGES)
PROPERTIES = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "tblPr", "tblGrid", "tblPrEx", "trPr",
        "tcPr", "sectPr",
    )
)  # fmt: skip
MARKERS = PROPERTIES | {
    W + name
    for name in (
        "proofErr", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
        *(f"{name}{end}" for name in _ENDED for end in ("Start", "End")),
    )
}  # fmt: skip
