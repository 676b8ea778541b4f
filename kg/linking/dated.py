"""Sets that are named by a day and not by a number: which case is meant, with a verdict.

A case fits where something happened to it on that day and its askers and posts are not others altogether.  The only one
of which all agrees that is named with the day (who asked, whom, about what; one at least) is meant.  Several, or one of
which not all agrees, leave it open.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from kg.linking.cases import Case
from kg.linking.lines import Lines, Why
from kg.linking.summary import Dated
from kg.records import Verdict
from kg.terms import address, literal, name, typed

METHOD = "datum"
MOST = 5  # candidates that are written down
WORDS = 2  # of the subject that must be shared where nothing else decides between several
ANSWERS = frozenset({"fullAnswer", "partialAnswer", "correction", "supplement"})

RESOLUTION: dict[Verdict, str] = {"yes": "resolved", "unsure": "ambiguous", "no": "unresolved"}
Words = Callable[[Case], frozenset[str]]
"""The telling words of a case: of its subject and of its questions."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A case on whose day something happened, and what else agrees."""

    case: Case
    agrees: tuple[str, ...]
    shared: int  # words of the subject

    @property
    def score(self) -> float:
        """From 0.4 for the day alone to 0.95."""
        return round(min(0.4 + 0.2 * len(self.agrees), 0.95), 2)


class Days:
    """The cases by the days on which they were submitted and answered."""

    def __init__(self, cases: Iterable[Case], words: Words) -> None:
        self.words = words
        self.submitted: dict[str, list[Case]] = defaultdict(list)
        self.answered: dict[str, list[Case]] = defaultdict(list)
        for case in cases:
            for day in sorted({each.submitted for each in case.members} - {""}):
                self.submitted[day].append(case)
            for day in sorted({each.answered for each in case.members if each.state in ANSWERS} - {""}):
                self.answered[day].append(case)

    def of(self, dated: Dated) -> list[Case]:
        """The cases with something on the day that is named."""
        found = self.submitted.get(dated.day, []) if dated.event != "answered" else []
        more = self.answered.get(dated.day, []) if dated.event != "submitted" else []
        return list({case.path: case for case in (*found, *more)}.values())


def meant(dated: Dated, own: Case, days: Days) -> tuple[Verdict, list[Fit]]:
    """The one case that is meant, with "yes"; else all that fit, best first, with "unsure"; none with "no"."""
    fits = [fit for case in days.of(dated) if _earlier(case, own) and (fit := _fit(dated, case, days.words))]
    fits.sort(key=lambda fit: (-len(fit.agrees), -fit.shared, fit.case.path))
    if not fits:
        return "no", []
    whole = [fit for fit in fits if fit.agrees and len(fit.agrees) == _named(dated)]
    others = [fit for fit in fits if fit not in whole]
    apart = all("onderwerp" in fit.agrees for fit in others)  # by who was asked or asks
    settled = len(whole) == 1 and (not others or apart or whole[0].shared >= WORDS)
    return ("yes", whole) if settled else ("unsure", fits)


def _named(dated: Dated) -> int:
    """How many things are named with the day: who asked, whom, about what."""
    return bool(dated.people or dated.names) + bool(dated.posts) + bool(dated.words)


def _earlier(case: Case, own: Case) -> bool:
    return case.path != own.path and (not own.day or not case.day or case.day <= own.day)


def _fit(dated: Dated, case: Case, words: Words) -> Fit | None:
    """How a case fits; None where its askers or posts are others altogether."""
    people = {key for each in case.members for key in each.people}
    names = {end for each in case.members for end in each.names}
    posts = {key for each in case.members for key in each.posts}
    agrees = []
    if dated.people or dated.names:
        if people & set(dated.people) or names & set(dated.names):
            agrees.append("vraagsteller")
        elif people or names:
            return None
    if dated.posts:
        if posts & set(dated.posts):
            agrees.append("ambt")
        elif any(not post.startswith("attested-") for post in posts):
            return None
    shared = len(words(case) & set(dated.words)) if dated.words else 0
    return Fit(case, (*agrees, "onderwerp") if shared else tuple(agrees), shared)


def write(lines: Lines, case: Case, days: Days, numbered: Container[str]) -> None:
    """The verdicts on all sets that the documents of a case name by a day, and what follows from them.

    `numbered` are the paths of the cases that they name by a number as well: those are followed already.
    """
    follows: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for key, dated in [(each.key, dated) for each in (*case.documents, *case.also) for dated in each.dated]:
        mention = address(f"document/{key}/{dated.node}")
        verdict, fits = meant(dated, case, days)
        lines.add(mention, "kv:resolution", name(f"kv:{RESOLUTION[verdict]}"))
        for fit in fits[:MOST]:
            _judged(lines, mention, dated, fit, verdict, len(fits))
        if verdict == "yes":
            lines.add(mention, "cito:hasCitedEntity", address(fits[0].case.path))
            if dated.asks and fits[0].case.path not in numbered:
                follows[fits[0].case.path].append((fits[0].score, _reason(dated, fits[0], 1), mention))
    for path, found in follows.items():
        score, reason, _ = max(found)
        why = Why(METHOD, score, reason, False, tuple(sorted({mention for _, _, mention in found})))
        lines.link(address(case.path), "kv:followsUp", address(path), why)


def _judged(lines: Lines, mention: str, dated: Dated, fit: Fit, verdict: Verdict, many: int) -> None:
    target = address(fit.case.path)
    digest = hashlib.sha256(f"{mention} {target}".encode()).hexdigest()[:16]
    node = address(f"link/{digest}")
    lines.add(mention, "kv:hasLink", node)
    lines.add(node, "rdf:type", name("kv:Link"))
    lines.add(node, "kv:target", target)
    lines.add(node, "kv:verdict", name(f"kv:{verdict}"))
    lines.add(node, "kv:score", typed(f"{fit.score if verdict == 'yes' else min(fit.score, 0.5):.2f}", "decimal"))
    lines.add(node, "kv:reason", literal(_reason(dated, fit, many)))
    lines.add(node, "kv:method", literal(METHOD))


def _reason(dated: Dated, fit: Fit, many: int) -> str:
    parts = [f"zelfde dag ({dated.day})" + ("" if dated.year_printed else ", het jaar is niet gedrukt")]
    parts += [f"zelfde {what}" for what in fit.agrees]
    if many > 1:
        parts.append(f"{many} sets passen")
    elif not fit.agrees:
        parts.append("verder zegt niets dat het deze is")
    elif dated.words and not fit.shared:
        parts.append("het onderwerp is met andere woorden genoemd")
    return "; ".join(parts)
