"""The signs of the fonts that Word names by their place in the font, as Unicode has them."""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the places of such a font
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_CAPITALS = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL = {
    **{place: chr(place) for place in (*range(0x20, 0x22), 0x23, 0x25, 0x26, *range(0x28, 0x2A), *range(0x2B, 0x2D))},
    **{place: chr(place) for place in range(0x2E, 0x40)},
    **_GREEK,
    **_CAPITALS,
    0x2D: "−",
    0x2A: "∗",
    0xA0: "€",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
    0x7E: "∼",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, place: int) -> str:
    """The sign at a place of a font, or "" where that is not known.

    >>> symbol("Symbol", 0xF0A0), symbol("Arial", 0x20AC), symbol("Webdings", 0xF061)
    ('€', '€', '')
    """
    signs = _FONTS.get(font.lower())
    if signs is None and place not in _PRIVATE:
        return chr(place) if 0x20 <= place <= 0x10FFFF and not 0xE000 <= place <= 0xF8FF else ""
    return (signs or {}).get(place - _PRIVATE.start if place in _PRIVATE else place, "")
