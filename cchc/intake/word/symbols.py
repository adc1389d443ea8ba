"""Characters that mean something only in the fonts of signs that Word draws bullets and boxes with."""

from types import MappingProxyType

PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the characters of such fonts."""

_SYMBOL = MappingProxyType(
    {
        0xB7: "•", 0x2D: "−", 0xAE: "→", 0xAC: "←", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB9: "≠", 0xDE: "⇒",
        0x20: " ", 0xA0: "€", 0xA8: "♦", 0xB0: "°",
    }
)  # fmt: skip
_WINGDINGS = MappingProxyType(
    {
        0xA7: "▪", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆",
        0x76: "❖", 0x77: "◆", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0x6C: "●", 0x6E: "■", 0x9F: "•", 0x20: " ",
    }
)  # fmt: skip


def sign(code: int, font: str) -> str | None:
    """Return the Unicode character of a sign; None where it is not known."""
    low = code - PRIVATE.start if code in PRIVATE else code
    family = font.casefold()
    if family.startswith("wingdings"):
        return _WINGDINGS.get(low) if family == "wingdings" else None
    if family == "symbol" or (code in PRIVATE and not family):
        return _SYMBOL.get(low)
    return None if code in PRIVATE else chr(code)


def bullet(text: str, font: str) -> str:
    """Return what a bullet of a list looks like; a sign that is not known is a dot."""
    return "".join([(sign(ord(letter), font) or "•") if ord(letter) in PRIVATE else letter for letter in text])
