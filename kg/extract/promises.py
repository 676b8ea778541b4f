"""What the government undertakes, as in "Ik zal de Kamer voor de zomer informeren".

A promise is a sentence of an answer (or of a notice of delay) in which the minister or the cabinet says what they
will do, or what will be done for the Kamer.  What others will do, what was done already and what is only possible
are no promises.  Words may be glued ("zalik", "hetkabinet"), so patterns allow for lost spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from kg.grammar.dates import reference_date
from kg.grammar.periods import Understood, understand_within
from kg.grammar.places import places
from kg.grammar.prose import vocabulary
from kg.grammar.sentences import sentences
from kg.grammar.words import Needed, holds, pruned
from kg.records import Mention, Passage, Structure, Term, Value

PromiseKind = Literal["inform", "investigate", "act", "talk"]
Cue = Sequence[re.Pattern[str]]
Cues = tuple[Sequence[Cue], Needed]


def _cues(stems: Needed, *cues: Cue) -> Cues:
    """Cues, with the stems of which the sentence has one of each group where it has any of them."""
    return cues, stems


def _words(*phrases: str) -> re.Pattern[str]:
    """A pattern, for text in small letters, of phrases between whose words spaces may be lost or doubled."""
    return re.compile("|".join(phrases).replace(" ", r"\s{0,3}"))


def _any(lines: str) -> str:
    """One of the words on several lines, separated by bars."""
    return "(?:" + "|".join(word.strip() for word in lines.split("|")) + ")"


WE = _any(r"\b(?:ik|wij|we)\b|kabinet\b|regering\b|mijn ministerie|mijn departement|staatssecretaris\b|ambtsgenoot\b")
WE_OWN = _any(r"\b(?:ik|wij|we)\b|kabinet\b")
KAMER = r"(?:\b(?:uw|de) (?:tweede )?kamer|\bu\b)"
AUXILIARY = r"\b(?<!kan\s)(?<!kunnen\s)(?:wordt|worden|zal|zullen)"
SENT = _any(
    """geïnformeerd|informeren|gestuurd|verstuurd|toegestuurd|toegezonden|verzonden|gezonden|toekomen|aangeboden|gedeeld
    |gerapporteerd|bericht|op de hoogte|sturen|zenden|aangeleverd|delen"""
)
DONE = _any(
    """gedeeld|gepubliceerd|bekendgemaakt|opgesteld|aangepast|uitgevoerd|onderzocht|verhoogd|verlaagd|meegenomen|opgenomen
    |betrokken|uitgewerkt|ingevuld|gevolgd|aangescherpt|ingevoerd|geëvalueerd|verkend|afgerond|gestart|verholpen
    |vastgesteld|ingericht|besteed|gekeken|bezien|geregeld|onderzoek worden gedaan|beschikbaar zijn"""
)
SOON = _any(
    r"""binnenkort|komende (?:periode|tijd|jaren|maanden|weken)|aankomende|op korte termijn|uiterlijk|volgend jaar
    |zo spoedig mogelijk|zo snel mogelijk|voor het einde van|begin (?:volgend jaar|20\d\d)|medio 20\d\d|eind 20\d\d
    |vanaf 20\d\d|(?:in|voor) (?:het|de) (?:voorjaar|najaar|zomer|herfst|\w{5,6} kwartaal)"""
)
FIND_OUT = _any("onderzoeken|uitzoeken|nagaan|bekijken|bezien|verkennen|analyseren|bespreken|evalueren")

SHALL = ("zal", "zullen")
PASSIVE = ("wordt", "worden", *SHALL)
TELLS = ("stuur", "informeer", "bericht")
SENT_STEMS = (
    *("nforme", "stuurd", "sturen", "zonden", "zenden", "toekomen", "aangeboden"),
    *("gedeeld", "delen", "gerapporteerd", "bericht", "hoogte", "geleverd"),
)
SOON_STEMS = (
    *("binnenkort", "komende", "termijn", "uiterlijk", "volgend", "mogelijk", "begin"),
    *("medio", "eind", "vanaf", "jaar", "zomer", "herfst", "kwartaal"),
)
CUES: tuple[Cues, ...] = (
    # we will
    _cues(
        [SHALL],
        [_words(rf"{WE} zal(?!ig)", r"\b(?:wij|we) zullen")],
        [_words(rf"\b(?:zal|zullen) (?:de |het |daarom |ook |dan |hierbij |mijn ){{0,2}}{WE}", r"\bzalik\b")],
        [_words(r"\bdat (?:het )?kabinet"), _words(r"zal(?!ig)")],
    ),
    # we undertake to, intend to, are prepared to
    _cues([("zeg",)], [_words(r"\bzeg (?:ik|wij|we)|\bik zeg"), _words(r"\btoe\b")]),
    _cues(
        [("voornemens", "bereid", "plan")],
        [
            _words(rf"{WE_OWN} (?:ben|is|zijn)", rf"\b(?:ben|is|zijn) (?:het )?{WE_OWN}"),
            _words("voornemens|bereid|van plan"),
        ],
        [_words(r"\bis (?:dus |daarom )?voornemens")],
    ),
    _cues([("ernaar",)], [_words("(?:ik streef|streef ik|wij streven|kabinet streeft) ernaar")]),
    _cues(
        [("ga",)],
        [_words(r"\bik ga\b", r"\bga ik\b", "(?:gaan (?:wij|we)|(?:wij|we) gaan|gaat het kabinet|kabinet gaat)")],
    ),
    _cues(
        [("blij",)],
        [_words(r"\bik blijf", r"\bblijf ik", r"blijven (?:wij|we)\b", "bij blijven", "blijft het kabinet")],
    ),
    _cues([("laat",)], [_words(r"\bik laat", r"\blaat ik"), _words(FIND_OUT)]),
    _cues([("wil",)], [_words(r"\bik wil", r"\bwil ik"), _words(FIND_OUT)]),
    _cues(
        [TELLS],
        [_words(r"\bik (?:stuur|informeer|bericht)", r"(?:stuur|informeer|bericht) ik"), _words("uw|de|u")],
        [_words(rf"(?:stuurt|informeert|bericht) {KAMER}")],
    ),
    _cues([("verwacht",)], [_words(r"\bik verwacht u", r"\bik verwacht (?:uw|de) kamer"), _words(SENT)]),
    _cues([("neem",)], [_words(r"\bik neem"), _words("mee (?:bij|in|naar)")]),
    _cues([("inzet", "streven")], [_words("(?:inzet|streven) is om (?:uiterlijk|voor|per|binnen|in)")]),
    _cues([("aangegeven",)], [_words("aangegeven"), _words(f"te {FIND_OUT}")]),
    _cues([("spreek",)], [_words(r"\bspreek ik\b")]),
    # the Kamer will be told
    _cues(
        [PASSIVE, SENT_STEMS],
        [_words(AUXILIARY), _words(KAMER), _words(SENT)],
        [_words(KAMER), _words(AUXILIARY), _words(SENT)],
        [_words(AUXILIARY), _words(SENT), _words(KAMER)],
    ),
    # it will be done
    _cues(
        [SHALL],
        [_words(r"\b(?:zal|zullen)"), _words(DONE)],
    ),
    _cues([SHALL, SOON_STEMS], [_words(rf"\b(?:zal|zullen) (?:in )?(?:de |het )?{SOON}")]),
    _cues(
        [PASSIVE, SOON_STEMS],
        [_words(SOON), _words(AUXILIARY), _words(DONE)],
        [_words(AUXILIARY), _words(SOON), _words(DONE)],
    ),
    _cues([("vind", "maakt", "organiseer")], [_words(SOON), _words("vindt|vinden|maakt het kabinet|organiseer")]),
    _cues([("gekeken",)], [_words("wordt gekeken (?:welke|hoe|of)")]),
    _cues([("betrokken",)], [_words("wordt betrokken bij (?:dit|het) onderzoek")]),
    _cues([("stelt",)], [_words("stelt het kabinet"), _words(r"\bop\b")]),
)
NO_PROMISES: tuple[Cues, ...] = (
    _cues([("zou",)], [_words(r"\bzou(?:den)?\b"), _words(r"\bkunnen\b")]),
    _cues(
        [(*SHALL, "ga")],
        [
            _words(r"\b(?:zal|ga|zullen)\b"),
            _words("hierna|hieronder|in deze brief|in het vervolg van|gezamenlijk beantwoorden"),
        ],
        [_words(r"\b(?:ik zal|zal ik|ik ga|ga ik) (?:\w{1,20} ){0,2}(?:geen|niet)\b(?! alleen)")],
        [_words(r"\b(?:ga ik|ik ga)"), _words(r"antwoord|vraag|vragen \d")],
        [_words(r"\b(?:ik ga|ga ik) (?:wel |niet )?(?:over|er van|ervan|ervanuit|niet)\b")],
    ),
    _cues(
        [("niet", "geen")],
        [_words(r"\bniet (?:nalaten|voornemens|van plan|bereid)|geen voornemens")],
    ),
    _cues([("aan",)], [_words("het is (?:echter )?(?:niet )?aan ")]),
)
INFORM: tuple[Cues, ...] = (
    _cues(
        [],
        [_words(KAMER), _words(SENT, "deel ik|brief")],
        [_words(SENT), _words(KAMER)],
        [
            _words(
                r"\b(?:stuur|informeer|bericht) ik",
                r"\bik (?:stuur|informeer)",
                "(?:stuurt|informeert|bericht) (?:uw|de) kamer",
            ),
        ],
        [_words("beantwoorden|bekendgemaakt|uiteenzetten|nader op ingaan")],
        [_words("resultaten"), _words("gedeeld|beschikbaar")],
    ),
)
INVESTIGATE = _words(
    "onderzoek|bezien|bekijken|gekeken|kijken|verkennen|analyseren|nagaan|uitzoeken|inventaris|evalueren|monitoren",
    "vinger aan de pols",
)
TALK = _words(
    "gesprek|overleg|bespreken|werkbezoek|wijzen|onder de aandacht|spreek ik|vragen in hoeverre|aandringen|oproepen"
)
MONTH = _any("januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december")
SEASON = _any("zomer|kerst|zomerreces|kerstreces|einde van (?:het|dit) jaar|voorjaar|najaar|herfst|winter")
DEADLINE = _words(
    r"(?i)"
    rf"(?<!begroting\s)(?:vóór|\bvoor|uiterlijk|\bper|\bin|begin|eind|medio|rond|vanaf) (?:in |op |per )?(?:de |het )?"
    rf"(?:{SEASON}|\w{{5,6}} kwartaal|(?:\d{{1,2}} )?{MONTH}|volgend jaar|20\d\d)(?: (?:van )?20\d\d)?",
    "zo spoedig mogelijk|zo snel mogelijk|binnenkort|op korte termijn",
    "(?:in )?de komende (?:periode|tijd|maanden|weken|jaren)",
)
CLAUSE = re.compile(r"[^;:?!]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Mention):
    """A sentence in which the government undertakes something; `deadline` as printed, `due` what is certain of it."""

    field: ClassVar[str] = "promises"
    rdf_class: ClassVar[str] = "Promise"

    text: str
    kind: PromiseKind
    deadline: str | None = None
    due: Understood | None = None

    def record(self) -> dict[str, Any]:
        """The keys of the records contract."""
        at = self.at[0] if self.at else ""
        said = {"at": at, "start": self.text[:50], "text": self.text, "kind": self.kind, "deadline": self.deadline}
        return said | {"due": self._due()}

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Kind, text and deadline."""
        yield "kv:promiseKind", Term(self.kind)
        yield "schema:text", self.text
        if self.deadline:
            yield "kv:deadlineAsPrinted", self.deadline
        due = self.due or Understood()
        for name, value in (("kv:date", due.partial), ("kv:from", due.start), ("kv:until", due.until)):
            if value:
                yield name, value

    def _due(self) -> dict[str, str | None] | None:
        if not self.due:
            return None
        start, until = (day.isoformat() if day else None for day in (self.due.start, self.due.until))
        return {"date": self.due.partial.text if self.due.partial else None, "from": start, "until": until}


def extract(structure: Structure) -> Iterator[Promise]:
    """Every promise in the answers and in what the government says besides them."""
    written = reference_date(structure)
    said = [answer.passage for answer in structure.answers]
    said += [remark for remark in structure.remarks if not remark.place.startswith("toelichting")]
    words = vocabulary(structure)
    cues = pruned(words, CUES), pruned(words, NO_PROMISES)
    for passage in said:
        yield from _in_passage(passage, places(structure, passage), written, cues)


def _in_passage(
    passage: Passage, at: tuple[str, ...], written: date | None, cues: tuple[Sequence[Cues], Sequence[Cues]]
) -> Iterator[Promise]:
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        if is_promise(text, *cues):
            deadline = DEADLINE.search(text)
            yield Promise(
                text=text,
                kind=kind_of(text),
                deadline=deadline.group() if deadline else None,
                due=understand_within(text, *deadline.span(), written) if deadline else None,
                spans=passage.spans(start, end),
                at=at,
            )


def is_promise(sentence: str, cues: Sequence[Cues] = CUES, no_promises: Sequence[Cues] = NO_PROMISES) -> bool:
    """Whether the government undertakes something in the sentence, by cues that may be there.

    >>> is_promise("Ik zal de Kamer voor de zomer informeren."), is_promise("Ik heb de Kamer in mei geïnformeerd.")
    (True, False)
    """
    small = sentence.lower()
    return not sentence.endswith("?") and _says(small, cues) and not _says(small, no_promises)


def kind_of(sentence: str) -> PromiseKind:
    """What is undertaken: to tell the Kamer, to find out, to speak with others, or else to act."""
    small = sentence.lower()
    if _says(small, INFORM):
        return "inform"
    if INVESTIGATE.search(small):
        return "investigate"
    return "talk" if TALK.search(small) else "act"


def _says(sentence: str, known: Sequence[Cues]) -> bool:
    """Whether a clause of the sentence (in small letters) has the words of one of the cues, in their order."""
    cues = [cue for cues, stems in known if holds(sentence, stems) for cue in cues]
    clauses = CLAUSE.findall(sentence) if cues else []
    return any(_in_order(clause, cue) for clause in clauses for cue in cues)


def _in_order(clause: str, cue: Cue) -> bool:
    position = 0
    for words in cue:
        found = words.search(clause, position)
        if not found:
            return False
        position = found.end()
    return True
