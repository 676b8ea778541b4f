"""Laws by article, rulings by ECLI and acts of the European Union.

"artikel 15 van de Algemene verordening gegevensbescherming(AVG)" (ah-tk-20242025-570); "artikelen 173, 173a en 173b
Sr" (docx-8); "ECLI:NL-:RBDHA:2023:2055" (kv-tk-2024Z18440); "Verordening (EU) 2023/1115" (kv-tk-2024Z18885).
An abbreviation that the document introduces stands for the law in full.  An article without a law is an issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kg.extract._unread import Unread
from kg.grammar.acts import ACTS, EuAct, Ruling, broken_eclis, eu_acts, rulings
from kg.grammar.antecedents import Named, antecedent
from kg.grammar.laws import BWB, FoundIdentifier, FoundLaw, find, identifiers
from kg.grammar.prose import prose
from kg.grammar.words import folded, holds, needing
from kg.records import Mention, Passage, Structure, Term, Value

At = tuple[str, ...]
OTHERS = needing(("bwb", "ecli", "celex", *ACTS))  # one of which everything has that is no law named by its words
NEAR = 6  # characters between the name of a law and its identifier: " – ", " ("


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalReference(Mention):
    """A citation of a law: `law` is its name in full where the document gives it, else as printed."""

    field: ClassVar[str] = "laws"
    rdf_class: ClassVar[str] = "LegalReference"

    raw: str
    law: str
    printed: str
    articles: tuple[str, ...] = ()
    bwb: str | None = None  # its identifier in the Basiswettenbestand, where that is printed
    url: str | None = None  # its address at the official site, where that is printed

    def record(self) -> dict[str, Any]:
        """Law, articles, words."""
        said = {"law": self.law, "printed": self.printed, "articles": list(self.articles), "raw": self.raw}
        return said | {key: value for key, value in (("bwb", self.bwb), ("url", self.url)) if value}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Law and articles, as printed."""
        yield "kv:legalType", Term("statute")
        yield "kv:asPrinted", self.raw
        yield "kv:titleAsPrinted", self.printed
        for article in self.articles:
            yield "kv:article", article
        if self.bwb:
            yield "dcterms:identifier", self.bwb
        if self.url:
            yield "schema:url", self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingReference(Mention):
    """A citation of a ruling by its European identifier."""

    field: ClassVar[str] = "ecli"
    rdf_class: ClassVar[str] = "LegalReference"

    raw: str
    identifier: str
    url: str | None = None  # its address at the official site, where that is printed

    def record(self) -> dict[str, Any]:
        """Identifier and words."""
        return {"ecli": self.identifier, "raw": self.raw} | ({"url": self.url} if self.url else {})

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Identifier and words."""
        yield "kv:legalType", Term("ruling")
        yield "kv:asPrinted", self.raw
        yield "dcterms:identifier", self.identifier
        if self.url:
            yield "schema:url", self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class EuActReference(Mention):
    """A citation of a regulation, directive or decision of the Union by its number."""

    field: ClassVar[str] = "eu_acts"
    rdf_class: ClassVar[str] = "LegalReference"

    raw: str
    act: EuAct
    articles: tuple[str, ...] = ()

    @property
    def identifier(self) -> str:
        """The number with its year: "2008/98"; the CELEX number where that is printed."""
        return self.act.celex or f"{self.act.year}/{self.act.number}"

    def record(self) -> dict[str, Any]:
        """Type, year, number, words, articles."""
        act = self.act
        said = {"type": act.type, "year": act.year, "number": act.number, "celex": act.celex, "raw": self.raw}
        return said | {"articles": list(self.articles)}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Number, words and articles."""
        yield "kv:legalType", Term("euAct")
        yield "kv:asPrinted", self.raw
        yield "dcterms:identifier", self.identifier
        for article in self.articles:
            yield "kv:article", article


def extract(structure: Structure) -> Iterator[Mention]:
    """Every law, ruling and act outside headings, and what looks like one and is not understood."""
    passages = [(passage, at, list(find(passage.text))) for passage, at in prose(structure)]
    full = {law.short: law.name for _, _, laws in passages for law in laws if law.short and law.name}
    named = dict(_named(passages))
    for passage, at, laws in passages:
        others = holds(folded(passage.text), OTHERS)
        told = list(identifiers(passage.text)) if others else []
        acts = list(eu_acts(passage.text)) if others else []
        names = _names(laws, acts, told)
        with_article: set[int] = set()  # where the acts begin that are cited together with their article
        for law in laws:
            if law.name and not _is_act(law, acts):
                yield _law(passage, at, law, full)
            elif not _said_by(law, told):
                found = _law_of(passage.text, law, names)
                with_article.update((found.start,) if found and found.start > law.start else ())
                yield _tied(passage, at, law, found, full)
        if not others:
            continue
        yield from (_identified(passage, at, found, named) for found in told)
        yield from (_ruling(passage, at, ruling) for ruling in rulings(passage.text))
        yield from (_act(passage, at, act) for act in acts if act.start not in with_article)
        for start, end in broken_eclis(passage.text):
            raw = passage.text[start:end]
            message, english = f"‘{raw}’ is geen volledige ECLI", f"‘{raw}’ is no whole ECLI"
            yield Unread(rule="legal/ecli", message=message, en=english, spans=passage.spans(start, end), at=at)


def _law(passage: Passage, at: At, law: FoundLaw, full: dict[str, str]) -> Mention:
    spans, raw = passage.spans(law.start, law.end), passage.text[law.start : law.end]
    if law.name is None:
        message, english = f"bij ‘{raw}’ staat niet van welke wet", f"‘{raw}’ does not say of which law"
        return Unread(rule="legal/no-law", message=message, en=english, spans=spans, at=at)
    name = " ".join(law.name.split())
    return LegalReference(
        raw=raw, law=full.get(name, name), printed=law.name, articles=law.articles, spans=spans, at=at
    )


def _names(laws: list[FoundLaw], acts: list[EuAct], told: list[FoundIdentifier]) -> list[Named]:
    """The laws that a passage names, in order."""
    named = [Named(law.start, law.end, law.name) for law in laws if law.name and not _is_act(law, acts)]
    named += [Named(act.start, act.end, act) for act in acts]
    return sorted((*named, *(Named(law.start, law.end, law.identifier) for law in told)), key=lambda law: law.start)


def _is_act(law: FoundLaw, acts: list[EuAct]) -> bool:
    """Whether what is read as the name of a law begins the number of an act: "Verordening (EU) 2016/679"."""
    return bool(law.articles) and any(law.start < act.start < law.end for act in acts)


def _law_of(text: str, law: FoundLaw, names: list[Named]) -> Named | None:
    """The law that stands before an article without one, or the act that it is of."""
    if not law.articles:
        return None
    end = law.start + len(text[law.start : law.end].rstrip())
    act = next((name for name in names if law.start < name.start < law.end), None)
    return act or antecedent(text, (law.start, end), names)


def _tied(passage: Passage, at: At, law: FoundLaw, found: Named | None, full: dict[str, str]) -> Mention:
    """An article with the law that stands before it, or through the act that it is of; an issue where there is none."""
    if found is None:
        return _law(passage, at, law, full)
    stop = found.end if found.start > law.start else law.end
    spans, raw = passage.spans(law.start, stop), passage.text[law.start : stop]
    if isinstance(found.law, EuAct):
        return EuActReference(raw=raw, act=found.law, articles=law.articles, spans=spans, at=at)
    name = " ".join(found.law.split())
    bwb = name if BWB.fullmatch(name) else None
    return LegalReference(
        raw=raw, law=full.get(name, name), printed=name, articles=law.articles, bwb=bwb, spans=spans, at=at
    )


def _named(passages: Iterable[tuple[Passage, At, list[FoundLaw]]]) -> Iterator[tuple[str, str]]:
    """Identifiers of laws with the name that stands right before them."""
    for passage, _, laws in passages:
        for found in identifiers(passage.text) if laws else ():
            for law in laws:
                if law.name and 0 <= found.start - law.end <= NEAR:
                    yield found.identifier, " ".join(law.name.split())


def _said_by(law: FoundLaw, told: list[FoundIdentifier]) -> bool:
    """Whether the law of an article is told by an identifier round it or right behind it."""
    return any(found.start <= law.start < found.end or 0 <= found.start - law.end <= NEAR for found in told)


def _identified(passage: Passage, at: At, found: FoundIdentifier, named: dict[str, str]) -> LegalReference:
    name = named.get(found.identifier, found.identifier)
    return LegalReference(
        raw=passage.text[found.start : found.end],
        law=name,
        printed=name,
        articles=found.articles,
        bwb=found.identifier,
        url=found.address,
        spans=passage.spans(found.start, found.end),
        at=at,
    )


def _ruling(passage: Passage, at: At, ruling: Ruling) -> RulingReference:
    raw = passage.text[ruling.start : ruling.end]
    spans = passage.spans(ruling.start, ruling.end)
    return RulingReference(raw=raw, identifier=ruling.identifier, url=ruling.address, spans=spans, at=at)


def _act(passage: Passage, at: At, act: EuAct) -> EuActReference:
    raw = passage.text[act.start : act.end]
    return EuActReference(raw=raw, act=act, spans=passage.spans(act.start, act.end), at=at)
