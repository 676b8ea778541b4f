"""What a sentence undertakes: its verbs that do so, each with its subject, its tense and what it needs.

The rules are few: the government shall, goes to or stays to do something; it intends, agrees or undertakes to; it
does in the present tense what its verb makes a promise of, by itself or for the Kamer or at a time to come; something
will be done; the Kamer receives something; something begins or appears at a time to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.extract._promises.subjects import CONDITIONS, ENDS, MARKS, RELATIVES, subject_of
from kg.extract._promises.times import is_to_come
from kg.extract._promises.verbs import FINITE, INFINITIVES, PARTICIPLES, PromiseKind, Verb
from kg.extract._promises.words import GOVERNMENT, KAMER, Word, words

PARTS = re.compile(r"[;:]")
REACH = 45  # words after a verb among which its complements stand
NO = frozenset(("niet", "geen", "nooit", "evenmin", "noch", "nergens"))
BUT = frozenset(("alleen", "slechts", "nalaten", "aarzelen", "schromen"))
ITSELF = frozenset("hierbij hiermee bijgaand bijgaande bijgevoegd bijgevoegde hieronder hierna hierboven onderstaand".split())
ITSELF_SAID = re.compile(
    r"\b(?:in deze brief|in het vervolg van|met deze brief|(?:gezamenlijk|in samenhang|samen|tegelijk) (?:te )?beantwoord)"
)
OWN_ANSWER = re.compile(r"\bantwoord(?:en)? op (?:de )?vra|\b(?:de )?vra(?:ag|gen) \d")
USUALLY = frozenset(
    """jaarlijks maandelijks wekelijks dagelijks halfjaarlijks doorgaans regelmatig periodiek gewoonlijk gebruikelijk
    standaard altijd telkens steeds momenteel thans inmiddels sinds structureel voortdurend continu""".split()
)
EACH = re.compile(r"\b(?:ieder|iedere|elk|elke) (?:half)?(?:jaar|kwartaal|maand|week|voorjaar|najaar|keer|half)|\bnu al\b|\bop dit ?moment\b|gebruikelijk\b")
MODALS = frozenset("kan kunnen moet moeten zou zouden mag mogen dient dienen hoeft hoeven wil willen te zal zullen".split())
AGENTS = frozenset((*GOVERNMENT, "mij", "ons", "middel"))
TALKS = frozenset("gesprek gesprekken overleg overleggen werkbezoek bijeenkomst rondetafel tafel afspraak".split())
NAMES = re.compile(
    r"\b(?:streven|voornemen|inzet|bedoeling|intentie|planning|ambitie) is (?:erop |er op |nu |nog )?(?:om|(?:dat|het|de|een)\b)"
    r"|\bis (?:het |mijn |ons |dan |ook |nog |wel |nadrukkelijk |de ){0,3}(?:voornemen|streven|bedoeling|intentie|inzet) (?:om|dat)\b"
    r"|\bmijn (?:streven|voornemen|inzet) is\b"
)
NOT_MINE = frozenset("zorg zorgen mening opvatting conclusie analyse standpunt excuses verontschuldigingen begrip".split())
AFTER_PARTICLE = frozenset(
    """en of maar om dat die in bij met aan voor naar als zodra hoe welke wat wie waar waarna waarbij zodat nadat wanneer
    indien tijdens op per van te""".split()
)


@dataclass(slots=True)
class Sentence:
    """A sentence with its words and the day on which it was written."""

    text: str
    small: str
    words: list[Word]
    written: date | None
    _times: dict[int, bool] = field(default_factory=dict)

    def after(self, at: int) -> list[str]:
        """The words after a verb, in small letters, until a semicolon or colon."""
        out: list[str] = []
        depth = 0
        for word in self.words[at + 1 : at + 1 + REACH]:
            depth += (word.small == "(") - (word.small == ")")
            if word.small in ENDS or depth < 0:
                break
            out.append(word.small)
        return out

    def clause(self, at: int) -> list[str]:
        """The words of the clause round a verb, between marks and the words that open a clause."""
        start = at
        while start > max(0, at - REACH) and not _bounds(self.words[start - 1].small):
            start -= 1
        end = at + 1
        while end < min(len(self.words), at + REACH) and not _bounds(self.words[end].small):
            end += 1
        return [word.small for word in self.words[start:end]]

    def opening(self, at: int) -> str:
        """The word that opens the clause of a verb, or the mark before it."""
        start = at
        while start > max(0, at - REACH) and not _bounds(self.words[start - 1].small):
            start -= 1
        return self.words[start - 1].small if start else ""

    def to_come(self, at: int) -> bool:
        """Whether a time to come is named between the semicolons or colons round a verb."""
        part = sum(word.small in ENDS for word in self.words[:at])
        if part not in self._times:
            text = PARTS.split(self.text)[part]
            self._times[part] = is_to_come(text, self.written, " ".join(_spaced(text)))
        return self._times[part]


def _spaced(text: str) -> Iterator[str]:
    return (word.small for word in words(text))


Rule = Callable[[Sentence, int], PromiseKind | None]


def _bounds(small: str) -> bool:
    return small in MARKS or small in RELATIVES or small in CONDITIONS


def undertaken(text: str, written: date | None) -> Iterator[PromiseKind]:
    """What each verb of a sentence undertakes.

    >>> list(undertaken("Ik neem dat over en stuur u daarover een brief.", None))
    ['act', 'inform']
    """
    sentence = Sentence(text, " ".join(text.lower().split()), words(text), written)
    for at, word in enumerate(sentence.words):
        for rule in RULES.get(word.small, ()):
            if kind := rule(sentence, at):
                yield kind
                break
    named = NAMES.search(sentence.small)
    if named and not _usual(sentence) and not NO.intersection(sentence.after(0)) and ("inzet" not in named[0] or sentence.to_come(0)):
        yield _content(sentence, 0)


def _denied(clause: Sequence[str]) -> bool:
    return any(
        word in NO and not BUT.intersection(clause[place + 1 : place + 3]) for place, word in enumerate(clause)
    )


def _content(sentence: Sentence, at: int) -> PromiseKind:
    """What is done by the verbs that depend on the one at `at`."""
    after = sentence.after(at) or [word.small for word in sentence.words]
    around = [*after, *sentence.clause(at)]
    for word in around:
        for verb in INFINITIVES.get(word, PARTICIPLES.get(word, ())):
            if _satisfied(verb, around):
                return verb.kind
    return "talk" if TALKS.intersection(around) else "act"


def _satisfied(verb: Verb, around: Sequence[str]) -> bool:
    """Whether the words that a verb needs are there."""
    if not verb.needs:
        return True
    if verb.needs == ("met_kamer",):
        return any(
            word == "met" and KAMER.intersection(around[place + 1 : place + 4]) for place, word in enumerate(around)
        )
    return any(
        need in around or f"daar{need}" in around or f"hier{need}" in around or (need == "kamer" and not KAMER.isdisjoint(around))
        for need in verb.needs
    )


def _shall(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government shall; or something shall be done, shall be there, shall come to the Kamer."""
    clause = sentence.clause(at)
    if _denied(clause) or _about_itself(sentence):
        return None
    if subject_of(sentence.words, at):
        return _content(sentence, at)
    after = sentence.after(at)
    near = [*after, *clause]
    if _foreign(near):
        return None
    if sentence.opening(at) not in EMBEDDED and (verb := _passive(after) or _passive(clause)):
        return verb.kind
    if not KAMER.isdisjoint(clause) and any(verb.kind == "inform" for w in near for verb in INFINITIVES.get(w, ())):
        return "inform"
    return "inform" if "beschikbaar" in near and sentence.to_come(at) else None


EMBEDDED = frozenset("hoe welke wat wie of".split())


def _passive(near: Sequence[str]) -> Verb | None:
    """The verb whose participle stands beside "worden" or "zijn"."""
    for place, word in enumerate(near):
        if word in ("worden", "zijn"):
            for beside in near[max(0, place - 1) : place + 2]:
                for verb in PARTICIPLES.get(beside, ()):
                    if _satisfied(verb, near):
                        return verb
    return None


def _about_itself(sentence: Sentence) -> bool:
    return bool(ITSELF_SAID.search(sentence.small)) or any(
        word.small in ("hieronder", "hierna") for word in sentence.words
    )


def _foreign(near: Sequence[str]) -> bool:
    """Whether somebody else does it: "door het RIVM"."""
    return any(word == "door" and not AGENTS.intersection(near[place + 1 : place + 4]) for place, word in enumerate(near))


def _goes(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government is going to do something."""
    clause, after = sentence.clause(at), sentence.after(at)
    if not subject_of(sentence.words, at) or _denied(clause) or _about_itself(sentence):
        return None
    if {"ervan", "ervanuit", "akkoord", "uit", "mee"}.intersection(after[:4]) or after[:2] == ["ik", "over"]:
        return None
    if {"over"}.intersection(after[:1]) or "wel over" in " ".join(after[:3]):
        return None
    infinitives = [word for word in after if word in INFINITIVES]
    if "in" in after and not infinitives and not TALKS.intersection(after):
        return "inform" if sentence.to_come(at) and not OWN_ANSWER.search(sentence.small) else None
    return _content(sentence, at)


def _stays(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government goes on doing something."""
    after = sentence.after(at)
    if not subject_of(sentence.words, at) or _denied(sentence.clause(at)):
        return None
    if {"mening", "standpunt", "oordeel", "opvatting", "voorstander", "erbij", "antwoord"}.intersection(after):
        return None
    return _content(sentence, at)


def _means(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government intends or is prepared to; or has agreed that something will be done."""
    after = sentence.after(at)
    near = [*after, *sentence.clause(at)]
    denied = _denied(sentence.clause(at))
    plan = not denied and (any(word in ("voornemens", "bereid") for word in near) or "van plan" in " ".join(near))
    if plan and subject_of(sentence.words, at):
        return _content(sentence, at)
    return _agreed(sentence, at) or _indicated(sentence, at)


def _agreed(sentence: Sentence, at: int) -> PromiseKind | None:
    """It has been agreed or promised that something is done."""
    after = sentence.after(at)
    pledged = next((p for p, w in enumerate(after) if w in ("afgesproken", "overeengekomen", "toegezegd")), -1)
    if pledged < 0 or "dat" not in after[pledged : pledged + 4]:
        return None
    if _usual(sentence) or not (subject_of(sentence.words, at) or after[pledged] == "toegezegd" == after[0]):
        return None
    rest = after[pledged:]
    if any(word in ("wordt", "worden", "zal", "zullen", "komt", "start") for word in rest):
        return _content(sentence, at + pledged)
    return None


def _indicated(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has indicated or decided to look into something: "heeft aangegeven dit nader te onderzoeken"."""
    after = sentence.after(at)
    said = next((place for place, word in enumerate(after) if word in ("aangegeven", "besloten", "besluiten")), -1)
    if said < 0 or not subject_of(sentence.words, at) and "mij" not in after[:said]:
        return None
    rest = _until_relative(after[said + 1 :])
    if "te" in rest and any(v.kind == "investigate" for word in rest for v in INFINITIVES.get(word, ())):
        return "investigate"
    return None


def _pledges(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government undertakes: "ik zeg toe"."""
    if "toe" in sentence.after(at) and subject_of(sentence.words, at) and not _denied(sentence.clause(at)):
        return _content(sentence, at)
    return None


def _aims(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government aims, expects or hopes to do something."""
    after = sentence.after(at)
    if not subject_of(sentence.words, at) or _denied(sentence.clause(at)) or not ITSELF.isdisjoint(after):
        return None
    if {"ernaar", "naar"}.intersection(after) and sentence.words[at].small.startswith("stre"):
        return _content(sentence, at)
    after = _until_relative(after)
    te = next((place for place, word in enumerate(after) if word == "te"), -1)
    if te >= 0 and any(word in INFINITIVES for word in after[te : te + 4]) and not NO.intersection(after[:te]):
        return _content(sentence, at)
    return None


def _until_relative(after: list[str]) -> list[str]:
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


def _wishes(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government wants to find out, or to speak about something."""
    after = sentence.after(at)
    if not subject_of(sentence.words, at) or _denied(sentence.clause(at)):
        return None
    for word in after:
        for verb in INFINITIVES.get(word, ()):
            if (verb.kind == "investigate" or word == "bespreken") and _satisfied(verb, after):
                return verb.kind
    return None


def _has_done(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has something done: "ik laat onderzoeken"."""
    after = sentence.after(at)
    if not subject_of(sentence.words, at) or _denied(sentence.clause(at)) or _usual(sentence):
        return None
    for word in after:
        for verb in INFINITIVES.get(word, ()):
            if verb.kind != "inform" and (not verb.needs or _satisfied(verb, after)):
                return "investigate" if word == "volgen" else verb.kind
    return None


def _does(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government does in the present tense what is a promise."""
    subject = subject_of(sentence.words, at)
    if not subject:
        return None
    after = sentence.after(at)
    clause = sentence.clause(at)
    for verb, form in FINITE[sentence.words[at].small]:
        if form != subject or verb.when == "shall" or (verb.particle and not _has_particle(verb.particle, after, sentence, at)):
            continue
        around = [*after, *clause]
        if not _satisfied(verb, around) or _denied(clause) or _usual(sentence) or not ITSELF.isdisjoint(around):
            continue
        if verb.kind == "inform" and OWN_ANSWER.search(sentence.small):
            continue
        if verb.infinitive in ("delen", "aanbieden") and not NOT_MINE.isdisjoint(around):
            continue
        whom = verb.when == "whom" and not KAMER.isdisjoint(around)
        if verb.when == "always" or whom or sentence.to_come(at):
            return verb.kind
    return None


def _has_particle(particle: str, after: Sequence[str], sentence: Sentence, at: int) -> bool:
    """Whether the separable part of a verb stands after it, and is not a preposition with words of its own."""
    for place, word in enumerate(after):
        if word == particle:
            following = after[place + 1] if place + 1 < len(after) else ","
            if following in MARKS or following in AFTER_PARTICLE:
                return True
    return False


def _usual(sentence: Sentence) -> bool:
    """Whether the sentence says what is done anyway, or is being done."""
    return any(word.small in USUALLY for word in sentence.words) or bool(EACH.search(sentence.small))


def _is_done(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something is done at a time to come, or for the Kamer, or is looked into."""
    clause = sentence.clause(at)
    after = sentence.after(at)
    if sentence.words[at].small == "worden" and MODALS.intersection(clause):
        return None
    if sentence.opening(at) in CONDITIONS or _denied(clause) or _usual(sentence) or not ITSELF.isdisjoint(clause):
        return None
    near = [*_until_relative(after), *clause]
    if _foreign(near):
        return None
    main = sentence.opening(at) not in RELATIVES or sentence.opening(at) == "dat"
    for word in near:
        for verb in PARTICIPLES.get(word, ()):
            if not _satisfied(verb, near):
                continue
            told = verb.kind == "inform" and not KAMER.isdisjoint(near)
            if told or (main and (_done_anyway(word, verb, sentence, at) or sentence.to_come(at))):
                return verb.kind
    return None


def _done_anyway(word: str, verb: Verb, sentence: Sentence, at: int) -> bool:
    """Whether the participle is a promise without a time: "wordt bezien of", "wordt nog uitgezocht"."""
    after = sentence.after(at)
    if verb.kind == "investigate" and word != "betrokken":
        asked = after[after.index(word) + 1 :][:1] if word in after else []
        return "nog" in after or bool(EMBEDDED.union(("waar", "welk")).intersection(asked))
    return word in DONE_ANYWAY and not {"nauw", "actief"}.intersection(after)


DONE_ANYWAY = frozenset("betrokken meegenomen verlengd aangescherpt doorgevoerd meegewogen overgenomen".split())


def _receives(sentence: Sentence, at: int) -> PromiseKind | None:
    """The Kamer receives something, or others do from the government at a time to come."""
    clause, after = sentence.clause(at), sentence.after(at)
    if _denied(clause) or _usual(sentence) or not ITSELF.isdisjoint([*after, *clause]):
        return None
    before = [word.small for word in sentence.words[max(0, at - 3) : at]]
    if before[-1:] == ["u"] or before[-2:] in (["uw", "kamer"], ["de", "kamer"]) or before[-1:] == ["kamers"]:
        return "inform"
    if after[:1] == ["u"] or after[:2] in (["uw", "kamer"], ["de", "kamer"]):
        return "inform"
    own = "van" in after and {"mij", "ons", "kabinet"}.intersection(after[after.index("van") + 1 :][:2])
    answered = {"antwoord", "reactie", "bericht", "brief", "uitsluitsel"}.intersection(after)
    return "act" if (own or answered) and sentence.to_come(at) else None


def _may_await(sentence: Sentence, at: int) -> PromiseKind | None:
    """The Kamer may look forward to something."""
    near = [*sentence.after(at), *sentence.clause(at)]
    awaits = "tegemoetzien" in near or "tegemoet" in near or ("verwachten" in near and sentence.to_come(at))
    return "inform" if "u" in near or "kamer" in near and awaits else None


def _happens(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something begins, appears or follows at a time to come."""
    clause, after = sentence.clause(at), sentence.after(at)
    if sentence.opening(at) in RELATIVES or sentence.opening(at) in CONDITIONS or _denied(clause) or _usual(sentence):
        return None
    if {"hun", "haar"}.intersection(clause[:2]):
        return None
    word = sentence.words[at].small
    if word in ("vindt", "vinden", "is", "zijn", "staat", "staan"):
        planned = {"plaats", "voorzien", "gepland", "ingepland"}.intersection(after)
        return "talk" if planned and TALKS.intersection(clause) and sentence.to_come(at) else None
    if word in ("komt", "komen"):
        return _comes(sentence, at, after)
    if word in ("gaat", "gaan") and "van start" not in " ".join(after):
        return None
    if sentence.to_come(at):
        return "inform" if word in ("verschijnt", "verschijnen", "volgt", "volgen") else "act"
    return None


def _comes(sentence: Sentence, at: int, after: Sequence[str]) -> PromiseKind | None:
    """Something comes to the Kamer, comes out at a time to come, or comes to be."""
    said = " ".join(after)
    if re.search(r"\bnaar (?:uw|de|beide) kamer|\b(?:uw|uwer) kant op", said):
        return "inform"
    if {"beschikbaar", "gereed", "uit"}.intersection(after) and sentence.to_come(at):
        return "inform"
    if after[:2] in (["er", "een"], ["er", "nieuwe"]) and not {"binnen", "voren", "bij", "neer"}.intersection(after):
        return "act"
    return None


RULES: dict[str, list[Rule]] = {}
for _rule, _forms in (
    (_shall, "zal zullen"),
    (_goes, "ga gaat gaan"),
    (_stays, "blijf blijft blijven"),
    (_means, "ben is zijn heb heeft hebben"),
    (_pledges, "zeg zeggen zegt"),
    (_aims, "streef streeft streven verwacht verwachten hoop hopen hoopt beoog beoogt beogen"),
    (_wishes, "wil willen"),
    (_has_done, "laat laten"),
    (_is_done, "wordt worden"),
    (_receives, "ontvangt krijgt krijgen"),
    (_may_await, "kunt kan"),
    (_happens, "start starten begint beginnen verschijnt verschijnen volgt volgen komt komen vindt vinden gaat gaan is zijn"),
):
    for _form in _forms.split():
        RULES.setdefault(_form, []).append(_rule)
for _form in FINITE:
    RULES.setdefault(_form, []).append(_does)
