"""Who does something in a sentence: a body by its name, a post, people in common.

What such names look like is a long pattern, so it stands in two patterns only for each sort of actors: at the end of
what stands before, and at the start of what stands behind.  Readers say what they do: the tail that follows the name
("heeft bij brief van"), or the head before it ("in een brief vraagt").

>>> text = "Vandaag heeft de Waterraad in haar"
>>> NAMED.before(re.compile(" in (?:haar|zijn)$"), text)["name"]
'Waterraad'
>>> NAMED.behind(re.compile("heeft "), text)["name"]
'Waterraad'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from sys import maxsize

from kg.extract._citations.bodies import EXPLAINED, NAME, OFFICE, ROLE, names
from kg.extract._citations.people import COLLECTIVE, COUNTED

STARTS = (
    "Is|Zijn|Was|Hoe|Wat|Wie|Waar\\w*|Klopt|Kent|Kunt|Kan|Heeft|Hebt|Bent|Ben|Welke?|Zo|Deelt|De|Het|Een|In|Op|Bij|Uit|Van|Volgens|Herinnert|Wilt|Ziet"
    "|Geldt|Blijkt|Staat|Stelt|Zegt|Komt|Gelet|Gezien|Conform|Blijkens|Aldus|Naast|Tevens|Sinds|Tijdens|Onder|Aan|Er|Nu|Hoewel|Zal|Zullen|Moet|Mag|Houdt|Neemt"
    "|Zoals|Inmiddels|Verder|Overigens|Momenteel|Recent|Onlangs|Eerder|Vorig|Enkele|Alle|Sommige|Veel|Uiteraard|Immers|Ten|Tot|Omdat|Want|Maar|Doordat|Zowel"
    "|Wanneer|Door|Ook|Daar\\w*|Naar|Met|Voor|Na|Over|Ik|Wij|Als|Indien|Mijn|Uw|Onderschrijft|Erkent|Vindt|Herkent|Gaat|Wordt|Worden|Ja|Nee|Dat|Deze|Dit|Die"
    "|Wel|Niet|Hier\\w*|Dan|Dus|Echter|Toch|Nog|Reeds|Al|Bovendien|Desondanks|Niettemin|Vervolgens|Uiteindelijk|Vooral|Juist|Zelfs|Mede|Eind|Begin|Medio"
    "|Jaarlijks|Destijds|Tegelijk\\w*|Zonder|Ondanks|Vanwege|Dankzij|Vanuit|Vanaf|Hebben|Kunnen|Zou|Zouden|Werd|Werden|Had|Hadden|Of|En|Beide|Meerdere|Diverse"
)
_AND_THE = r"\sen\s(?:de\s|het\s)?"


def who(*sorts: str) -> str:
    """The pattern of who does something, in a group `name`: one of some sorts of people and posts, or a body by its name."""
    body = rf"(?:gemeenten?\s|provincies?\s|stichting\s|vereniging\s|vakbond\s)?{names(1, 2, _AND_THE)}(?:\s?\([A-Z][\w&-]{{1,11}}\))?"
    return (
        rf"(?=\w)(?<![\w.&’'+-])(?<![A-Z]\s)(?!(?:{STARTS}|(?:Tweede\s|Eerste\s)?Kamer|Minister|Staatss\w*|Kabinet|Nederland|Kamerleden)\b)"
        rf"(?P<name>(?>{'|'.join((*sorts, body))}))"
    )


_POSTS = (
    r"(?:raad\svan\s(?:bestuur|commissarissen|toezicht)|(?:burgemeesters?|wethouders?|bestuurders?|colleges?|provincies?|gemeenten?)\svan\s[A-Z]"
    r"|commissaris\svan\sde\sKoning(?:in)?|voorzitter\svan\s[A-Z]|directeur\svan\s[A-Z])"
)
_NOBODY = r"(?!(?:Kamer|Tweede\sKamer|Eerste\sKamer|Minister|Staatssecretaris|Kabinet|Nederland(?!-)|Europees\sParlement\sen)\b)"
_MORE = r"(?:(?:,\s(?:de\s|het\s)?NAME){1,4}(?=\sen\s))?(?:\sen\s(?:de\s|het\s)?NAME)?".replace("NAME", NAME)
_KEPT = r"(?:gemeenten?|provincies?|waterschap(?:pen)?|hoogheemraadschap|stichting|vereniging)"
_OF_PLACE = rf"[Cc]ommissie-(?:[Vv]an\s(?:de[nr]?\s)?)?{NAME}|(?:(?:(?<=\w){_AND_THE}(?:{_KEPT}\s)?|{_KEPT}\s)(?>{NAME})){{1,2}}"  # "gemeente Oost en de provincie Nat"
WHO = (
    rf"(?P<name>{_NOBODY}(?!(?:{STARTS})\b)(?>{OFFICE}|{COLLECTIVE}|{ROLE}|{COUNTED}|{EXPLAINED}"
    rf"|{_POSTS}(?:[\w-]*(?:(?:,|\sen|\sin)\s(?:de\s)?[A-Z][\w-]*){{0,4}})|{_OF_PLACE}|{NAME}{_MORE}))"
)
SHORT = r"(?:\s?\([A-Z][\w&-]{1,11}\))?"
DET = r"(?:\b(?:[Dd]e|[Hh]et|[Dd]at|[Dd]oor|van|die)\s?)?"
LONGEST = 200  # characters of a name
NOTHING = re.compile("")
_BEGINS = r"(?:(?<!\w)|(?=[A-Z]))"  # no name begins inside a word, but where a space was lost


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does something, and the patterns around the name that say what: read as one match."""

    actor: re.Match[str]
    said: tuple[re.Match[str], ...]

    def span(self, group: str | None = None) -> tuple[int, int]:
        """Where a group is, or the whole; (-1, -1) where the group is not."""
        found = (self.actor, *self.said)
        if group is None:
            return min(part.start() for part in found), max(part.end() for part in found)
        return next((part.span(group) for part in found if part.groupdict().get(group) is not None), (-1, -1))

    def start(self, group: str | None = None) -> int:
        return self.span(group)[0]

    def end(self, group: str | None = None) -> int:
        return self.span(group)[1]

    def __getitem__(self, group: str) -> str:
        """What a group holds, as printed; "" where it is not."""
        return self.actor.string[slice(*self.span(group))] if self.start(group) >= 0 else ""


@dataclass(frozen=True)
class Actors:
    """Some sorts of actors: `form` is the pattern of their names, in a group `name`; `begins` what must hold before it."""

    form: str
    begins: str = ""

    @cached_property
    def first(self) -> re.Pattern[str]:
        """One at a place of a text."""
        return re.compile(rf"{DET}{self.form}{SHORT}")

    @cached_property
    def last(self) -> re.Pattern[str]:
        """One at the end of a text."""
        return re.compile(rf"{self.begins}{DET}{self.form}{SHORT}$")

    def before(self, tail: re.Pattern[str], text: str, start: int = 0, end: int = maxsize) -> Deed | None:
        """The first tail in `text[start:end]` that stands right behind an actor."""
        return next(self.each_before(tail, text, start, end), None)

    def each_before(self, tail: re.Pattern[str], text: str, start: int = 0, end: int = maxsize) -> Iterator[Deed]:
        """Every tail in `text[start:end]` that stands right behind an actor."""
        done = tail.search(text, start, end)
        while done:
            actor = self.last.search(text, max(start, done.start() - LONGEST), done.start())
            if actor:
                yield Deed(actor, (done,))
            done = tail.search(text, done.end() if actor else done.start() + 1, end)

    def behind(
        self, head: re.Pattern[str], text: str, start: int = 0, end: int = maxsize, *, tail: re.Pattern[str] = NOTHING
    ) -> Deed | None:
        """The first head in `text[start:end]` that stands right before an actor who stands right before a tail."""
        return next(self.each_behind(head, text, start, end, tail=tail), None)

    def each_behind(
        self, head: re.Pattern[str], text: str, start: int = 0, end: int = maxsize, *, tail: re.Pattern[str] = NOTHING
    ) -> Iterator[Deed]:
        """Every head in `text[start:end]` that stands right before an actor who stands right before a tail."""
        for done in head.finditer(text, start, end):
            actor = self.first.match(text, done.end(), end)
            if actor and (after := tail.match(text, actor.end(), end)):
                yield Deed(actor, (done, after))


NAMED = Actors(WHO, _BEGINS)
