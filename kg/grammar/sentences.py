"""Where sentences begin and end in text that has lost spaces: "is niet zo.Zoals ik schreef (nr. 12) ...".

A full stop ends a sentence unless it belongs to an abbreviation ("nr.", "d.d.", "art."), to initials or to a number.
After an abbreviation that may stand last ("jl.", "mln.", "Stcrt.") it ends one where a capital follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

STOP = re.compile(  # the character that may end a sentence comes first: only there is anything tried
    r"""[\n.?!…](?:(?<=\n)\s*
    |(?<!\n)["»”’)\]]{0,3}\s+(?=["«“‘'„(\[]?[^\Wa-zà-ÿ_])
    |(?:(?<=[\w)\]»”’"%.][^\W_][.?!])|(?<=[)\]»”%][.?!]))(?P<glued>["»”’)]{0,2})(?=[«“‘„(]?[A-ZÀ-Ý][^\W\d_]?))""",
    re.VERBOSE,
)
ABBREVIATIONS = """nr nrs blz pag p art artt lid dr drs mr prof ir ing dhr mw mevr bijv bv vgl resp t.a.v m.b.t d.d
    i.v.m t.o.v m.u.v o.a e.v ca circa incl excl ed hfst par sub vs jr sr st zgn o.l.v t.n.v a.u.b"""
SCALES = frozenset(("mln", "mld", "mrd", "mio"))
SERIES = frozenset(("stcrt", "stb", "trb", "pbeu", "pbeg", "pb"))  # official publications
IN_SERIES = re.compile(r"\.\s(?:\d|(?:EU|EG|[LC])\b)")  # their year or number
NEVER_LAST = frozenset(ABBREVIATIONS.split())
LONGEST_SHORT = max(map(len, NEVER_LAST | SCALES | SERIES))  # no longer word is an abbreviation
WORD_BEFORE = re.compile(r"[\w.]+$")


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, without the white space round it.

    >>> text = "Dat is niet zo.Zoals ik op 3 mei jl. schreef (nr. 12), klopt het. Dank!"
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dat is niet zo.', 'Zoals ik op 3 mei jl. schreef (nr. 12), klopt het.', 'Dank!']
    """
    return tuple(_search(text))  # kept for a while: several extractors ask for those of the same passage


def _search(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in STOP.finditer(text):
        mark = found.start()
        if text[mark] == "." and not _ends(text, begin, mark, glued=found["glued"] is not None):
            continue
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, len(text))


def _ends(text: str, begin: int, mark: int, *, glued: bool) -> bool:
    """Whether the full stop at `mark` ends the sentence that began at `begin`."""
    near = text[max(begin, mark - 24) : mark].rpartition(" ")[2]
    if len(near) > LONGEST_SHORT and near.isalpha() and not glued:
        return True
    before = WORD_BEFORE.search(near)
    word = before.group() if before else ""
    if word.lower().rpartition("(")[2] in NEVER_LAST:
        return False
    if word.lower() in SCALES and text[mark + 1 : mark + 4].lstrip()[:2].strip("(").isdecimal():
        return False  # "€ 3 mln. (2031)"
    if word.lower().rpartition("(")[2] in SERIES and IN_SERIES.match(text, mark):
        return False  # "(Stcrt. 2031, 14567)"
    last = word.rpartition(".")[2]
    if len(last) == 1 and last.isupper():
        return False  # initials: "D.M. van Weel"
    inside = glued and ("www." in word.lower() or not text[mark + 1 : mark + 40].strip())
    return not (inside or (word.isdecimal() and mark - len(word) == begin))  # "1. Tekst"


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    kept = text[start:end]
    left = len(kept) - len(kept.lstrip())
    kept = kept.strip()
    if kept:
        yield start + left, start + left + len(kept)
