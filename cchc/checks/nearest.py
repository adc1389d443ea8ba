"""The known name that a misspelt one was probably meant to be."""

import heapq
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_LONGEST, _MOST, _CANDIDATES = 100, 2_000, 20


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name`, or "".

    Names come from files of strangers and difflib may take a millisecond a pair: the text is cut, the names are
    limited, and only those that share the most pairs of letters are compared.
    """
    name = name[:_LONGEST]
    pairs = _pairs(name)
    names = list(islice(known, _MOST))
    if len(names) > _CANDIDATES:
        names = heapq.nlargest(_CANDIDATES, names, key=lambda other: len(pairs & _pairs(other[:_LONGEST])))
    return next(iter(get_close_matches(name, [other for other in names if len(other) <= _LONGEST], 1)), "")


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}
