"""What a service knows a diagnostic again by, though lines were put in or taken out above it."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from cchc.diagnostics import Diagnostic


def fingerprints(diagnostics: Sequence[Diagnostic], prefix: str) -> list[str]:
    """Return a fingerprint for each diagnostic, no two the same: of code, file and line as it reads, never of its number.

    Alike ones are told apart by their order. Words are left out, so that the language of the messages changes nothing.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for diagnostic in diagnostics:
        key = (diagnostic.code, diagnostic.reason, prefix + diagnostic.file, diagnostic.source_line.strip())
        seen[key] += 1
        text = "\0".join([*key, str(seen[key])])
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return found
