"""A sentence as the rules of promises see it: its words, its clauses and its times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, pairwise

from kg.extract._promises.times import is_to_come
from kg.extract._promises.verbs import PARTICIPLES, Verb, listed
from kg.extract._promises.words import GOVERNMENT, KAMER, PERSONS, capitals, words

REACH = 45  # words after a verb among which its complements stand
MARKS = frozenset((",", ";", ":", "(", ")", "–"))
ENDS = frozenset((";", ":"))
PARTS = re.compile(r"[;:]")
EMBEDDED = listed("hoe welke wat wie of")
RELATIVES = EMBEDDED | listed("""dat die omdat zodat opdat aangezien doordat waar waarna waarin waarvan waarbij waarmee waarop waaraan waarover waaruit waarnaar
    waarom waardoor waartoe waarvoor""")
CONDITIONS = listed(
    "als indien zodra wanneer nadat voordat totdat tenzij mits zoals zolang terwijl hoewel toen sinds tot"
)
ASIDE = RELATIVES | {"hoeveel", "wanneer", "welk"}  # what opens a clause that says nothing of the verb before it
BOUNDS = MARKS | RELATIVES | CONDITIONS
NO = frozenset(("niet", "geen", "nooit", "evenmin", "noch", "nergens", "nauwelijks"))
BUT = frozenset(("alleen", "slechts", "nalaten", "aarzelen", "schromen"))
ITSELF = listed("hierbij hiermee bijgaand bijgaande bijgevoegd bijgevoegde hieronder hierna hierboven onderstaand")
ITSELF_SAID = re.compile(
    r"\b(?:hieronder|hierna|in deze brief|in het vervolg van|met deze brief)\b"
    r"|\b(?:gezamenlijk|in samenhang|samen|tegelijk) (?:te )?beantwoord"
)
SAID_THERE = re.compile(
    r"\b(?:in aanvulling|aanvullend|in vervolg|als vervolg|vooruitlopend) op\b"
    r"|\b(?:uit|conform|volgens|naast) (?:mijn|het|de) antwoord|\bvra(?:ag|gen) \d+ \w*(?:genoemde|aangekondigde|bedoelde|vermelde)\b"
)
RETOLD = re.compile(
    r"(?=[^.]{0,90}\b\w{0,16}brief(?:van)?\b)(?=[^.]{0,160}\b(?:geschreven|uiteengezet|gemeld|toegelicht|vermeld|beschreven|geïnformeerd|geschetst)\b)"
    r"(?:zoals|in)\b"
)
OWN_ANSWER = re.compile(r"\bantwoord(?:en)? op (?:de )?vra|\b(?:de )?vra(?:ag|gen) \d")
USUALLY = listed("""jaarlijks maandelijks wekelijks dagelijks halfjaarlijks doorgaans regelmatig periodiek gewoonlijk gebruikelijk
    standaard altijd telkens steeds structureel voortdurend continu sinds""")
PAID = frozenset(("structureel", "jaarlijks"))  # as money is that is given from some year on
GIVEN_FROM = re.compile(r"(?=.*(?:€|\b(?:euro|miljoen|mln|miljard|mld)\b))(?=.*\b(?:vanaf|ingaande|met ingang van)\b)")
INTENTION = re.compile(
    r"\b(?:streven|voornemen|inzet|bedoeling|intentie|planning|ambitie) (?:is|blijft) ?(?:erop |er op |nu |nog |gericht ){0,2}(?:om|(?:dat|het|de|een)\b)"
    r"|\b(?:ligt|lag) in (?:het|mijn|ons) (?:voornemen|bedoeling)\b"
    r"|\bis (?:(?:het|mijn|ons|dan|ook|nog|wel|nadrukkelijk|de) ){0,3}(?:voornemen|streven|bedoeling|intentie|inzet) (?:om|dat\b)"
    r"|\bhet voornemen bestaat\b|\bbestaat (?:daarom |dan ook )?het voornemen\b"
    r"|\b(?:ik heb|heb ik|wij hebben|hebben wij|het kabinet heeft|heeft het kabinet) (?:daarom |dan ook |nu |wel ){0,2}het voornemen\b"
    r"|\bmijn (?:streven|voornemen|inzet) is\b|\bis (?:het )?mijn (?:streven|voornemen|inzet)\b"
)
NOW = frozenset(("momenteel", "thans", "inmiddels"))
MOMENT = frozenset(("moment", "ditmoment"))
NEAR = frozenset(("waarbij", "nabij", "voorbij", "erbij"))
MAY = frozenset(("kan", "moet", "mag", "dient", "hoeft", "kon", "moest"))  # whose "worden" is not that of "zal"
EACH_WORDS = frozenset(
    ("ieder", "iedere", "elk", "elke", "al", "geval", "voorhand")
)  # one of which EACH has, or "per" and one of CASES
CASES = listed("aanvraag casus situatie dossier zaak verzoek melding vergunningaanvraag subsidieaanvraag")
EACH = re.compile(
    r"\b(?:ieder|iedere|elk|elke) (?:half)?(?:jaar|kwartaal|maand|week|voorjaar|najaar|keer|half)"
    r"|\b(?:bij|voor|van|per) (?:ieder|iedere|elk|elke)\b(?! geval)|\bvan geval tot geval\b|\bop voorhand"
    r"|\bal (?:\w+ ){0,2}?(?:keer|\w{0,4}maal) per (?:half)?(?:jaar|kwartaal|maand|week)\b"
    r"|\bper (?:individuele? )?(?:geval|casus|situatie|dossier|zaak|verzoek|melding|\w{0,12}aanvraag)\b"
    r"|\bnu al\b|gebruikelijk\b"
)
NEW_FROM = re.compile(r"(?:met ingang van|vanaf) (?:\d|volgend|komend|dit|januari|juli|september)")  # a custom to come
WE = GOVERNMENT | frozenset(PERSONS)
OWN = WE | frozenset(("mijn", "onze", "mij"))
AGENTS = frozenset((*GOVERNMENT, "mij", "ons", "middel"))


@dataclass(eq=False)
class Sentence:
    """A sentence with its words in small letters and the day on which it was written."""

    text: str
    written: date | None
    words: list[str]
    held: frozenset[str]
    _times: dict[int, bool] = field(default_factory=dict)
    _habits: dict[int, bool] = field(default_factory=dict)

    def said_of(self, noun: str) -> Sentence:
        """The sentence with its first word, "hij" or "zij", replaced by the noun that it stands for."""
        return Sentence(self.text, self.written, [noun, *self.words[1:]], self.held | {noun})

    @cached_property
    def small(self) -> str:
        """The text in small letters, with single spaces."""
        return " ".join(self.text.lower().split())

    @cached_property
    def retold(self) -> bool:
        """Whether it tells again what stood in a letter: "Zoals ik in mijn brief van 3 mei 2031 heb geschreven"."""
        return self.words[0] in ("zoals", "in") and bool(RETOLD.match(self.small))

    @cached_property
    def about_itself(self) -> bool:
        """Whether it says what the answer itself does: "hieronder", "gezamenlijk beantwoord"."""
        return bool(ITSELF_SAID.search(self.small))

    def in_own_answer(self, at: int) -> bool:
        """Whether the verb is about a question or an answer of the document: "kom ik terug in mijn antwoord op vraag 3".

        One that is named behind a word that opens a clause, or of which something was said, says nothing of the verb.
        """
        named = OWN_ANSWER.search(self.small)
        if not named:
            return False
        near = " ".join([*self.clause(at), "", *until_relative(self.after(at))])
        return bool(OWN_ANSWER.search(near)) and not SAID_THERE.search(near)

    def habitual(self, at: int) -> bool:
        """Whether it says, between the semicolons or colons round a verb, what is done again and again."""
        part = self.parts[at]
        if part not in self._habits:
            self._habits[part] = self._habitual(part)
        return self._habits[part]

    def _usual_elsewhere(self, at: int) -> bool:
        """Whether only a clause behind the verb says so: "controleert de sluizen waarover sinds 2030 is geklaagd"."""
        if not EACH_WORDS.isdisjoint(self.held) or "gebruikelijk" in self.small:
            return False
        usually = [place for place, word in enumerate(self.words) if word in USUALLY]
        return bool(usually) and self._opened_between(at, usually[0])

    def _for_the_first_time(self, at: int) -> bool:
        """Whether it will be done again and again from a time to come: "halfjaarlijks, voor het eerst in het najaar"."""
        return "eerst" in self.held and "voor het eerst" in self.small and self.to_come(at)

    def _opened_between(self, at: int, place: int) -> bool:
        """Whether a subordinate clause begins behind the verb and before a place."""
        between = self.words[at:place]
        return any(
            word in ASIDE and (word not in ("dat", "die") or before == ",") for before, word in pairwise(between)
        )

    def _habitual(self, part: int) -> bool:
        if not USUALLY.isdisjoint(self.held):
            usually = USUALLY.intersection(self.words if len(self.texts) == 1 else words(self.texts[part]))
            if usually - PAID or (usually and not GIVEN_FROM.match(" ".join(self.texts[part].lower().split()))):
                return True
        by_case = "per" in self.held and not CASES.isdisjoint(self.held)
        if EACH_WORDS.isdisjoint(self.held) and not by_case and "gebruikelijk" not in self.small:
            return False
        said = " ".join(self.texts[part].lower().split())
        return bool(EACH.search(said)) and not NEW_FROM.match(said)

    @cached_property
    def capitals(self) -> list[bool]:
        """Which of its words begin with a capital."""
        return capitals(self.text)

    @cached_property
    def parts(self) -> list[int]:
        """For each word, how many semicolons and colons stand before it."""
        if ENDS.isdisjoint(self.held):
            return [0] * (len(self.words) + 1)
        return list(accumulate((word in ENDS for word in self.words), initial=0))

    @cached_property
    def texts(self) -> list[str]:
        """The text between semicolons and colons."""
        return PARTS.split(self.text)

    @cached_property
    def intention(self) -> bool:
        """Whether it names an intention: "het streven is om", "het is mijn voornemen"."""
        return bool(INTENTION.search(self.small) or INTENTION.search(" ".join(self.words)))

    def after(self, at: int) -> list[str]:
        """The words after a verb, until a semicolon, a colon or the end of the parentheses round it."""
        out: list[str] = []
        depth = 0
        for word in self.words[at + 1 : at + 1 + REACH]:
            depth += (word == "(") - (word == ")")
            if word in ENDS or depth < 0:
                break
            out.append(word)
        return out

    def clause(self, at: int) -> list[str]:
        """The words of the clause round a verb, between marks and the words that open a clause."""
        end = at + 1
        last = min(len(self.words), at + REACH)
        while end < last and self.words[end] not in BOUNDS:
            end += 1
        return self.words[self._start(at) : end]

    def opening(self, at: int) -> str:
        """The word that opens the clause of a verb, or the mark before it."""
        start = self._start(at)
        return self.words[start - 1] if start else ""

    def _start(self, at: int) -> int:
        start, first = at, max(0, at - REACH)
        while start > first and self.words[start - 1] not in BOUNDS:
            start -= 1
        return start

    def to_come(self, at: int) -> bool:
        """Whether a time to come is named between the semicolons or colons round a verb."""
        part = self.parts[at]
        if part not in self._times:
            text = self.texts[part]
            self._times[part] = is_to_come(
                text, self.written, " ".join(words(text)), terms=not WE.isdisjoint(self.held)
            )
        return self._times[part]

    def usual(self, at: int) -> bool:
        """Whether it says what is done anyway, or the clause round a verb what is being done."""
        custom = self.habitual(at) and not self._usual_elsewhere(at) and not self._for_the_first_time(at)
        return custom or not (NOW.isdisjoint(self.held) or NOW.isdisjoint(self.clause(at))) or self._now(at)

    def _now(self, at: int) -> bool:
        """Whether the clause round a verb says that it is so "op dit moment"."""
        if MOMENT.isdisjoint(self.held):
            return False
        clause = self.clause(at)
        return "ditmoment" in clause or ("dit", "moment") in pairwise(clause)


def read(text: str, written: date | None) -> Sentence:
    """A sentence with its words."""
    found = words(text)
    return Sentence(text, written, found, frozenset(found))


def denied(clause: Sequence[str]) -> bool:
    """Whether a clause says no."""
    no = [place for place, word in enumerate(clause) if word in NO]
    return any(BUT.isdisjoint(clause[place + 1 : place + 3]) for place in no)


def foreign(near: Sequence[str]) -> bool:
    """Whether somebody else does it: "door het RIVM"."""
    by = [place for place, word in enumerate(near) if word == "door"]
    return any(AGENTS.isdisjoint(near[place + 1 : place + 4]) for place in by)


def until_relative(after: Sequence[str]) -> list[str]:
    """The words up to a subordinate clause, and those behind one that stands between commas."""
    out: list[str] = []
    inside = False
    for place, word in enumerate(after):
        opens = word in RELATIVES or word in CONDITIONS
        if opens and (place == 0 or after[place - 1] != ","):
            break
        inside = (inside or opens) and word != ","
        if not inside:
            out.append(word)
    return out


def satisfied(verb: Verb, around: Sequence[str]) -> bool:
    """Whether one of the words that a verb needs is there.

    "kamer" stands for the Kamer in all its names, "met_kamer" for the same after "met"; "bij" may be "daarbij".
    """
    if verb.needs == ("met_kamer",):
        return any(
            word.endswith("met") and not KAMER.isdisjoint(around[place + 1 : place + 4])
            for place, word in enumerate(around)
        )
    if verb.needs == ("kamer",):
        return not KAMER.isdisjoint(around)
    return not verb.needs or any(
        need in around
        or f"daar{need}" in around
        or f"hier{need}" in around
        or (need == "bij" and any(word.endswith(need) and word not in NEAR for word in around))  # "de termijnbij"
        for need in verb.needs
    )


def passive(near: Sequence[str]) -> Verb | None:
    """The verb whose participle stands beside "worden" or "zijn"."""
    for place, word in enumerate(near):
        if word in ("worden", "zijn") and MAY.isdisjoint(near[max(0, place - 2) : place]):
            shall = near[place - 1 : place] in (["zal"], ["zullen"])  # "Onderzocht zal worden of"
            for beside in near[max(0, place - 1 - shall) : place + 2]:
                for verb in PARTICIPLES.get(beside, ()):
                    if satisfied(verb, near):
                        return verb
    return None
