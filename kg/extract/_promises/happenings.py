"""What will be done, without a word of who does it: passives, what the Kamer receives, what begins or appears."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract._promises.sentence import (
    CONDITIONS,
    EMBEDDED,
    ITSELF,
    MARKS,
    REACH,
    RELATIVES,
    USUALLY,
    Sentence,
    denied,
    foreign,
    passive,
    satisfied,
    until_relative,
)
from kg.extract._promises.subjects import PREPOSITIONS, of_the_state, opened_by_noun
from kg.extract._promises.told import told, told_by_others
from kg.extract._promises.verbs import INFINITIVES, PARTICIPLES, PromiseKind, Verb, listed
from kg.extract._promises.words import KAMER, SHALL

MODALS = listed("kan kunnen moet moeten zou zouden mag mogen dient dienen hoeft hoeven wil willen te zal zullen")
TALKS = listed("""gesprek gesprekken overleg overleggen werkbezoek bijeenkomst rondetafel tafel afspraak rondetafelgesprek
    rondetafelgesprekken vervolggesprek vervolggesprekken vervolgoverleg kennismakingsgesprek kennismaking bestuurdersoverleg
    bestuursoverleg rondetafelbijeenkomst conferentie expertsessie expertmeeting sectoroverleg topoverleg driehoeksoverleg
    spoedoverleg vervolgbijeenkomst informatiebijeenkomst voortgangsgesprek voortgangsoverleg""")
PAPERS = listed(
    "rapportage tussenrapportage eindrapportage voortgangsrapportage kamerbrief beleidsreactie kabinetsreactie"
)
GIVEN = listed("""toegang bericht brief uitsluitsel compensatie vergoeding tegemoetkoming nabetaling schadevergoeding nieuwsbrief uitnodiging
    beschikking herstelbetaling""")
INQUIRIES = listed("evaluatie onderzoek meting vervolgmeting inventarisatie verkenning doorlichting actualisatie")
EVENTS = listed("""inwerkingtreding invoering publicatie consultatie internetconsultatie herziening wijziging pilot proef start
    afronding openstelling ingebruikname oplevering ingang""")
GETS = frozenset(("ontvangen", "krijgen"))
SAYS = frozenset(("antwoord", "reactie", "bericht", "brief", "uitsluitsel"))
REPORTS = frozenset(("rapport", "artikel", "studie", "advies"))  # which say what was done
ASKED = EMBEDDED | {"waar", "welk"}
OTHERS = frozenset(("nauw", "actief", "partijen"))  # who are betrokken, unlike what is
DONE_ANYWAY = listed(
    "betrokken meegenomen verlengd aangescherpt doorgevoerd opgericht ingesteld meegewogen overgenomen"
)
TO_KAMER = re.compile(r"\bnaar (?:uw|de|beide) kamer|\b(?:uw|uwer) kant op")
UNDER_WAY = re.compile(
    r"\bvan (?:start|kracht)\b|\bin (?:internet)?consultatie\b|\bin (?:werking|procedure|voorhang)\b|\bnaar de (?:afdeling advisering|raad van state|ministerraad)\b|\blive\b|\bin$"
)
TAKES_EFFECT = re.compile(
    r"\bin werking (?:zijn )?(?:getreden|treden)\b|\bvan (?:kracht (?:worden|zijn)|start gaan)\b|\b(?:gereed|operationeel|voltooid) zijn\b|\bin(?:gaan| gebruik zijn)\b"
)
EXPECTED = frozenset(("verwachting", "uiterlijk", "streven"))
MEASURES = listed("""wijziging wetswijziging regeling besluit wetsvoorstel wet amvb verbod maatregel maatregelen regels register meldpunt pilot
    proef systeem evaluatie onderzoek verkenning monitor subsidieregeling beleidsregel beleidsregels portaal loket plan aanpak richtlijn
    nota rapportage handreiking herziening actualisatie visie""")
TOLD_ME = re.compile(r"\b(?:heeft|hebben) (?:mij|ons) (?:laten weten|gemeld|bericht|medegedeeld|verzekerd) dat\b")
WE_SAID = listed(
    "gemeld toegezegd aangegeven geïnformeerd geschreven bericht medegedeeld meegedeeld weten aangekondigd"
)
MONEY = re.compile(r"€|\b(?:euro|miljoen|mln|miljard|middelen|budget)\b")  # what "komt beschikbaar" and is no report
CHANGES = listed("""aangepast herzien hervat gewijzigd aangescherpt bijgesteld herijkt geactualiseerd voortgezet heroverwogen uitgebreid
    verruimd""")
OF_OTHERS = listed(
    "ronde onderhandelingsronde zitting hoorzitting uitspraak vonnis arrest"
)  # which follow without the government
OUT_OF = frozenset(("daaruit", "hieruit", "waaruit"))
OBJECT_REACH = 10  # words from a verb to its object
CLAUSE_ENDS = MARKS | RELATIVES | {"en", "of", "maar", "om", "van"}
IF = frozenset(("als", "indien", "zodra", "mocht", "mochten", "wanneer"))
STILL = frozenset(("nog", "nader"))
ARTICLES = frozenset(("een", "het", "de"))
ONLY = frozenset(("uitsluitend", "slechts"))  # "wordt uitsluitend vertrouwelijk met de Kamer gedeeld" is the rule
ELSEWHERE = frozenset(("binnen", "voren", "bij", "neer"))


def shall_be_done(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something shall be done, be there or come to the Kamer: "De regels zullen worden aangepast"."""
    after, clause = sentence.after(at), sentence.clause(at)
    near = [*after, *clause]
    if foreign(near) or told_by_others(sentence, at):
        return None
    if sentence.opening(at) not in EMBEDDED and (verb := passive(after) or passive(clause)):
        return verb.kind
    told = any(verb.kind == "inform" for word in near for verb in INFINITIVES.get(word, ()))
    if told and not KAMER.isdisjoint(clause):
        return "inform"
    ours = not EXPECTED.isdisjoint(sentence.held) or not MEASURES.isdisjoint(clause)
    if ours and sentence.opening(at) not in EMBEDDED and TAKES_EFFECT.search(" ".join(after)) and sentence.to_come(at):
        return "act"
    if "beschikbaar" not in near or not sentence.to_come(at):
        return None
    return "act" if MONEY.search(sentence.small) else "inform"


def is_done(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something is done at a time to come, or for the Kamer, or is looked into: "wordt vóór 1 mei vervuld"."""
    clause, opening = sentence.clause(at), sentence.opening(at)
    if sentence.words[at] == "worden" and not MODALS.isdisjoint(clause):
        return None
    if opening in CONDITIONS or denied(clause) or not ITSELF.isdisjoint(clause) or told_by_others(sentence, at):
        return None
    near = [*until_relative(sentence.after(at)), *clause]
    if foreign(near) or (sentence.usual(at) and "nog" not in near) or "uitgegaan" in near:
        return None
    main = opening not in RELATIVES or opening == "dat"
    for word in near:
        for verb in PARTICIPLES.get(word, ()):
            if word == "ingezet" and near[near.index(word) + 1 :][:1] == ["op"]:
                continue  # what is aimed at, and nobody or nothing that is put to work
            told = verb.kind == "inform" and not KAMER.isdisjoint(near) and ONLY.isdisjoint(clause)
            if satisfied(verb, near) and (
                told
                or (
                    main and (_anyway(sentence, at, word, verb) or sentence.to_come(at) or _in_case(sentence, at, word))
                )
            ):
                return verb.kind
    return None


def _anyway(sentence: Sentence, at: int, word: str, verb: Verb) -> bool:
    """Whether the participle is a promise without a time: "wordt bezien of", "wordt nog uitgezocht"."""
    after = sentence.after(at)
    clause = sentence.clause(at)
    if clause[0] == "in" and not REPORTS.isdisjoint(clause):
        return False
    if "nu" in clause and not sentence.to_come(at):
        return False
    if verb.kind == "investigate" and (verb.when == "always" or word == "gekeken"):
        place = (
            at if sentence.words[at - 1 : at] == [word] else at + 1 + after.index(word) if word in after else at + REACH
        )
        asked = sentence.words[place + 1 : place + 2]
        return not STILL.isdisjoint(after) or not ASKED.isdisjoint(asked)
    if word == "teruggekomen":
        return not sentence.in_own_answer(at)
    return word in DONE_ANYWAY and OTHERS.isdisjoint(after)


def _in_case(sentence: Sentence, at: int, word: str) -> bool:
    """Whether something is changed if or when something else happens: "Als deze vervalt, wordt de regel aangepast"."""
    of_any = sentence.words[1:2] == ["een"]  # "Wanneer een uitkering wordt aangepast, wordt ook": so it always is
    return word in CHANGES and sentence.words[0] in IF and not of_any and sentence.opening(at) in (",", "dan")


def receives(sentence: Sentence, at: int) -> PromiseKind | None:
    """The Kamer receives something, or others do from the government at a time to come: "Uw Kamer ontvangt"."""
    clause, after = sentence.clause(at), sentence.after(at)
    if denied(clause) or sentence.usual(at) or not ITSELF.isdisjoint([*after, *clause]):
        return None
    if sentence.words[at] in SHALL and GETS.isdisjoint([*after, *clause]):
        return None
    if _is_kamer(sentence.words[max(0, at - 2) : at]) or _is_kamer(after[:2]):
        return "inform"
    giver = after[after.index("van") + 1 :][:2] if "van" in after else []
    own = not {"mij", "ons", "kabinet"}.isdisjoint(giver)
    answered = not giver and not SAYS.isdisjoint(after)
    given = not giver and not GIVEN.isdisjoint([*until_relative(after), *clause])
    return "act" if (own or answered or given) and sentence.to_come(at) else None


def _is_kamer(near: list[str]) -> bool:
    return near[-1:] in (["u"], ["kamers"]) or near[:1] == ["u"] or near in (["uw", "kamer"], ["de", "kamer"])


def may_await(sentence: Sentence, at: int) -> PromiseKind | None:
    """The Kamer may look forward to something: "U kunt het rapport in mei tegemoetzien"."""
    expects = sentence.words[at] != "verwachten" or sentence.to_come(at)
    modal = not {"kunt", "kan", "kunnen", "mag"}.isdisjoint(sentence.held)
    return "inform" if modal and expects and not KAMER.isdisjoint(sentence.held) else None


def begins(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something begins or appears at a time to come, or comes to be: "start in september", "komt er een verbod"."""
    clause, word, opening = sentence.clause(at), sentence.words[at], sentence.opening(at)
    if word.startswith("volg") and (
        sentence.after(at)[:1] == ["dat"] or not OUT_OF.isdisjoint(clause) or not OF_OTHERS.isdisjoint(clause)
    ):
        return None  # "Uit het overzicht volgt dat" says what is so
    if (
        (opening in RELATIVES and not (opening == "dat" and _we_said(sentence, at)))
        or opening in CONDITIONS
        or denied(clause)
        or sentence.usual(at)
        or _of_others(sentence, at)
        or TOLD_ME.search(" ".join(sentence.words[:at]))
    ):
        return None
    if word in ("komt", "komen"):
        return _comes(sentence, at)
    if word in ("gaat", "gaan") and not UNDER_WAY.search(" ".join(clause if opening == "dat" else sentence.after(at))):
        return None
    kind: PromiseKind = "inform" if word.startswith(("versch", "volg")) else "act"
    return kind if sentence.to_come(at) else None


def _we_said(sentence: Sentence, at: int) -> bool:
    """Whether the minister says again what was said before: "Op 3 mei heb ik uw Kamer gemeld dat het besluit in juni start"."""
    said = told(sentence, at)
    return (
        not {"ik", "wij"}.isdisjoint(said) and not {"heb", "hebben"}.isdisjoint(said) and not WE_SAID.isdisjoint(said)
    )


def _of_others(sentence: Sentence, at: int) -> bool:
    """Whether others begin something, or what is theirs appears: "De raad start een onderzoek", "Hun advies volgt"."""
    if not {"hun", "haar"}.isdisjoint(sentence.clause(at)[:2]):
        return True
    if of_the_state(sentence, at):
        return False
    starts = sentence.words[at].startswith(("start", "beg"))
    return starts and opened_by_noun(sentence.words, at) and _has_object(sentence.words[at : at + OBJECT_REACH])


def _has_object(behind: list[str]) -> bool:
    """Whether a noun with an article follows a verb, in its clause and behind no preposition: "start in mei een proef"."""
    for before, word in pairwise(behind):
        if word in CLAUSE_ENDS:
            return False
        if word in ARTICLES and before not in PREPOSITIONS:
            return True
    return False


def _comes(sentence: Sentence, at: int) -> PromiseKind | None:
    after = sentence.after(at)
    if TO_KAMER.search(" ".join(after)):
        return "inform"
    if not {"beschikbaar", "gereed", "uit"}.isdisjoint(after) and sentence.to_come(at):
        if not MONEY.search(sentence.small):
            return "inform"
        return "act" if USUALLY.isdisjoint(sentence.held) else None
    abroad = after[2:3] and after[2].startswith(("europes", "internationa"))
    there = sentence.words[at - 1 : at] == ["er"] and after[:1] == ["een"] and not MEASURES.isdisjoint(after[1:4])
    if (there or after[:2] in (["er", "een"], ["er", "nieuwe"])) and ELSEWHERE.isdisjoint(after) and not abroad:
        return "act"
    return None


def reaches(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something reaches the Kamer: "De beantwoording zal uw Kamer voor het debat bereiken", "De nota gaat u in mei toe"."""
    clause, word = sentence.clause(at), sentence.words[at]
    if (
        KAMER.isdisjoint(clause)
        or sentence.opening(at) in RELATIVES
        or sentence.opening(at) in CONDITIONS
        or denied(clause)
    ):
        return None
    if word.endswith("en") or word == "toegaan":
        return None if {"zal", "zullen"}.isdisjoint(clause) else "inform"
    past = not {"heeft", "hebben", "had", "hadden", "is", "zijn"}.isdisjoint(clause)
    return "inform" if sentence.to_come(at) and not past else None


def is_aimed_at(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something to come is aimed at: "Gestreefd wordt naar inwerkingtreding per 1 juli", "Er wordt naar gestreefd om"."""
    near = sentence.clause(at)
    passive = not {"wordt", "is"}.isdisjoint(near) and not {"naar", "ernaar", "erop"}.isdisjoint(
        [*sentence.after(at)[:4], *near]
    )
    return "act" if passive and not denied(near) and not foreign(near) and sentence.to_come(at) else None


def is_planned(sentence: Sentence, at: int) -> PromiseKind | None:
    """A conversation, an inquiry or a measure takes place at a time to come: "Een overleg is voorzien op 12 maart"."""
    clause = sentence.clause(at)
    kind = "talk" if not TALKS.isdisjoint(clause) else _event(clause)
    mine = "heb" in clause and "ik" in clause
    planned = mine or not {"vindt", "vinden", "is", "zijn", "staat", "staan"}.isdisjoint(clause)
    if not planned or not kind or sentence.opening(at) in RELATIVES or denied(clause):
        return None
    return kind if sentence.to_come(at) and not sentence.usual(at) else None


def _event(clause: list[str]) -> PromiseKind | None:
    """What an event that is planned comes to: "De evaluatie is voorzien in 2032"."""
    if not INQUIRIES.isdisjoint(clause):
        return "investigate"
    if not PAPERS.isdisjoint(clause):
        return "inform"
    return None if EVENTS.isdisjoint(clause) else "act"
