"""What a sentence undertakes in a roundabout way.

The government expects to tell it, wants to find out, has it done or works on it; or the country does so.
"""

from __future__ import annotations

from itertools import pairwise

from kg.extract._promises.happenings import PAPERS
from kg.extract._promises.sentence import WE, Sentence, denied, foreign, satisfied, until_relative
from kg.extract._promises.subjects import opened_by_noun, subject_of
from kg.extract._promises.verbs import INFINITIVES, PromiseKind, listed
from kg.extract._promises.words import KAMER

DATED = listed("die dat waarvan waarmee waarin waarop")
HAS = frozenset(("heb", "heeft", "hebben", "had", "hadden"))
INQUIRIES = listed("verkenning onderzoek evaluatie inventarisatie doorlichting")
SERIES = listed(
    "voortgangsbrief voortgangsrapportage verzamelbrief kabinetsreactie beleidsreactie halfjaarrapportage vervolgbrief"
)
NEW = frozenset(
    ("eerste", "toegezegde", "aangekondigde")
)  # "de eerste monitor", which is yet to come where it will say something
SPEAKS_UP = listed("""pleiten inzetten aandringen bijdragen steunen ondersteunen uitdragen agenderen instemmen stemmen aandacht benadrukken bepleiten
    aansluiten oproepen aankaarten vragen volgen aanbieden meewerken deelnemen toezien""")
STANDS_UP = listed("hard sterk inspannen verzetten scharen")  # of "zich"
SPEAKS_UP_NOW = listed("zet pleit dringt vraagt agendeert stelt brengt roept")
LEADS = SPEAKS_UP_NOW | listed(
    "steunt ondersteunt onderschrijft verwelkomt deelt is heeft blijft werkt draagt hecht ziet"
)
JOINED = frozenset((("en", "zal"), ("maar", "zal")))


def may_tell(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government expects that it can tell the Kamer: "Naar verwachting kan ik u in mei informeren"."""
    expects = not {"verwacht", "verwachting", "hoop"}.isdisjoint(sentence.held)
    if not expects or not subject_of(sentence, at) or denied(sentence.clause(at)) or not sentence.to_come(at):
        return None
    near = [*sentence.after(at), *sentence.clause(at)]
    tells = any(verb.kind == "inform" for word in near for verb in INFINITIVES.get(word, ()))
    return "inform" if tells and not KAMER.isdisjoint(near) else None


def wishes(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government wants to find out, or to speak about something."""
    after = sentence.after(at)
    if not subject_of(sentence, at) or denied(sentence.clause(at)):
        return None
    verbs = [verb for word in after for verb in INFINITIVES.get(word, ()) if satisfied(verb, after)]
    kinds = (verb.kind for verb in verbs if verb.kind == "investigate" or verb.infinitive == "bespreken")
    return next(kinds, None)


def has_done(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has something done: "ik laat onderzoeken"; what it has had done is past."""
    after = sentence.after(at)
    had = not HAS.isdisjoint(sentence.words[max(0, at - 1) : at])
    if had or not subject_of(sentence, at) or denied(sentence.clause(at)) or sentence.usual(at):
        return None
    for word in after:
        for verb in INFINITIVES.get(word, ()):
            if verb.kind != "inform" and satisfied(verb, after):
                return "investigate" if word == "volgen" else verb.kind
    return None


def works_on(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government works on an inquiry or on what has a day: "werkt aan een register, dat per 1 juli in gebruik wordt genomen"."""
    after, clause = sentence.after(at), sentence.clause(at)
    done = sentence.words[at] == "gewerkt"
    ours = "wordt" in clause and not foreign(clause) if done else bool(subject_of(sentence, at))
    aim = after[after.index("aan") + 1 :][:3] if ours and "aan" in after else []
    mine = subject_of(sentence, at) in ("first", "plural")
    if mine and not INQUIRIES.isdisjoint(aim) and not denied(clause) and not sentence.usual(at):
        return "investigate"
    dated = not DATED.isdisjoint(after) and sentence.to_come(at)
    return (
        "act"
        if ours and "aan" in [*after, *clause] and dated and not denied(clause) and not sentence.usual(at)
        else None
    )


def of_nederland(sentence: Sentence, at: int) -> PromiseKind | None:
    """The country shall speak up, or does so at a time to come: "Nederland zal daarvoor pleiten"."""
    clause, after = sentence.clause(at), sentence.after(at)
    verbs = {*sentence.words[max(0, at - 1) : at], *after[:1]} - {"in"}
    if denied(clause) or sentence.usual(at) or opened_by_noun(sentence.words, max(0, at - 1)):
        return None
    if "zal" in verbs:
        return _speaks_up([*clause, *after])
    joined = next((place for place, pair in enumerate(pairwise(after)) if pair in JOINED), None)
    leads = at == 0 or not LEADS.isdisjoint(sentence.words[at - 1 : at])
    if leads and joined is not None and (kind := _also_shall(after[joined + 2 :])):
        return kind  # "Nederland steunt de inzet van de Commissie en zal zich ervoor inzetten dat"
    return "act" if not SPEAKS_UP_NOW.isdisjoint(verbs) and sentence.to_come(at) else None


def _also_shall(rest: list[str]) -> PromiseKind | None:
    """What a country shall do behind "en zal", where nobody else is named there: "en zal de Commissie vragen"."""
    near = until_relative(rest)
    return None if denied(near) or not WE.isdisjoint(rest[:3]) else _speaks_up(near)


def _speaks_up(near: list[str]) -> PromiseKind | None:
    """Whether somebody speaks up, by the infinitives that stand `near`."""
    if any(verb.kind == "talk" and satisfied(verb, near) for word in near for verb in INFINITIVES.get(word, ())):
        return "talk"
    stands = "zich" in near and not STANDS_UP.isdisjoint(near)
    return "act" if stands or not SPEAKS_UP.isdisjoint(near) else None


def in_paper_to_come(clause: list[str]) -> bool:
    """Whether a clause begins with a paper that is yet to be sent, which has no day: "In de eerste voortgangsbrief over"."""
    named = clause[1:5] if clause[0] == "in" and not any(word.isdigit() for word in clause) else []
    return not SERIES.isdisjoint(named) or (not NEW.isdisjoint(named) and not PAPERS.isdisjoint(named))
