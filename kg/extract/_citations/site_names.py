"""The names of bodies that their sites are called by: "eigenpont.nl" of the Vereniging Eigen Pont."""

from __future__ import annotations

import re

from kg.extract._citations.actors import STARTS

SHORTEST = 8  # letters of such a site
NAME = re.compile(
    rf"(?<!\w)(?:(?:De|Het)(?=[A-Z]))?(?!(?:{STARTS})\s)(?P<name>[A-Z][\w-]{{2,30}}(?:\s[A-Z][\w-]{{2,30}}){{1,3}})"
)


def spelled_out(site: str, text: str) -> str | None:
    """The longest name in a text that is, or ends with, what its site is called by.

    >>> text = "Volgens de Vereniging Eigen Pont en Eigen Pont. DeNederlandse Veerinspectie"
    >>> [spelled_out(site, text) for site in ("nlveerinspectie.nl", "eigenpont.nl", "pont.nl")]
    ['Nederlandse Veerinspectie', 'Vereniging Eigen Pont', None]
    """
    label = _letters(site.removeprefix("www.").rpartition(".")[0].rpartition(".")[2])
    core = label.removeprefix("nl") if len(label) > len("nl") + SHORTEST else label
    if len(core) < SHORTEST or core not in _letters(text):
        return None
    names = [found["name"] for found in NAME.finditer(text) if _letters(found["name"]).endswith(core)]
    return max(names, key=len, default=None)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
