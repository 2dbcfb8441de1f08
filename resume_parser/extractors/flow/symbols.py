"""Characters of symbol fonts (w:sym) as Unicode; what has no equal is dropped."""

from __future__ import annotations

_PRIVATE = 0xF000  # symbol fonts sit in the private use area above their 8-bit code
_BULLETS = {
    "symbol": frozenset((0xB7, 0xA8)),
    "wingdings": frozenset((0x6C, 0x6E, 0x71, 0x75, 0x76, 0x9F, 0xA7, 0xA8, 0xD8, 0xE0, 0xF0, 0xFC)),
}
_WINGDINGS = {0x28: "☎", 0x29: "☎", 0x2A: "✉", 0x2B: "✉", 0x4A: "☺", 0xE8: "→", 0xFE: "☑"}
_SYMBOL = {0x2D: "−", 0xB0: "°", 0xB1: "±", 0xAE: "→", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xA3: "≤", 0xB3: "≥"}


def symbol(font: str, code: str) -> str:
    """The character of a w:sym, "" where it has no meaning as text."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    name, low = font.strip().lower(), number - _PRIVATE if number >= _PRIVATE else number
    if low in _BULLETS.get(name, ()):
        return "•"
    if name.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(low, "") if name == "wingdings" else ""
    if name == "symbol":
        return _SYMBOL.get(low, "")
    return chr(low) if number < _PRIVATE and number >= ord(" ") else ""
