"""What a sentence undertakes: its verbs that do so, each with its subject, its tense and what it needs.

The rules are few: the government shall, goes to or stays to do something; it intends, agrees or undertakes to; it
does in the present tense what its verb makes a promise of, by itself or for the Kamer or at a time to come; something
will be done; the Kamer receives something; something begins or appears at a time to come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from kg.extract._promises.content import content
from kg.extract._promises.decisions import helper_of, indicated, invited, joined, ready
from kg.extract._promises.happenings import (
    TALKS,
    begins,
    is_aimed_at,
    is_done,
    is_planned,
    may_await,
    reaches,
    receives,
    shall_be_done,
)
from kg.extract._promises.indirect import has_done, in_paper_to_come, may_tell, of_nederland, wishes, works_on
from kg.extract._promises.present import is_noun, shares, then, whole
from kg.extract._promises.sentence import (
    ITSELF,
    NO,
    WE,
    Sentence,
    denied,
    read,
    satisfied,
    until_relative,
)
from kg.extract._promises.subjects import of_a_post, of_the_state, subject_of
from kg.extract._promises.told import of_others_too
from kg.extract._promises.verbs import FINITE, INFINITIVES, PARTICIPLES, PromiseKind
from kg.extract._promises.words import KAMER

Rule = Callable[[Sentence, int], PromiseKind | None]

OFFICE = re.compile(
    r"(?:\A|\b(?:heeft|zal|gaat|wil|laat|komt|is|streeft|werkt|stuurt|informeert|verwacht|onderzoekt) )"
    r"(?:de|mijn) (?:minister|staatssecretaris|ambts?genoot)\b",
    re.IGNORECASE,
)
OPINIONS = frozenset(("mening", "standpunt", "oordeel", "opvatting", "voorstander", "erbij", "antwoord"))
OURS = frozenset(("mij", "ons", "kabinet", "ik", "wij"))
LEADS_TO = frozenset(("is", "zijn", "vormt", "vormen", "geeft", "geven", "zie", "ziet"))
THEREIN = re.compile(
    r"(?:daarbij|daarin|hierin|in die (?:brief|rapportage|reactie)) (?:ga ik|gaan (?:wij|we)) .*\bin op\b"
)
THEREIN_BEGINS = (["daarbij"], ["daarin"], ["hierin"], ["in"])
BEFORE_IT = frozenset(("voordat", "alvorens", "totdat"))  # "voordat ik besluit of": that is not said to be done
TO_WHAT = frozenset(("er", "erop", "op"))
SHALL_BE = frozenset(("zal", "zullen", "komt", "start"))
IS_DONE = frozenset(("wordt", "worden"))


def undertaken(text: str, written: date | None, before: str = "") -> Iterator[PromiseKind]:
    """What each verb of a sentence undertakes; `before` is the sentence before it, which may name the minister.

    >>> list(undertaken("Ik neem dat over en stuur u daarover een brief.", None))
    ['act', 'inform']
    """
    sentence = read(text, written)
    if sentence.words[:1] in (["zij"], ["hij"]) and OFFICE.search(before):
        sentence = sentence.said_of("minister")
    if (
        before
        and sentence.words[:1] in THEREIN_BEGINS
        and THEREIN.match(sentence.small)
        and "inform" in undertaken(before, written)
    ):
        yield "inform"  # what the paper of the sentence before will hold
    if WE.isdisjoint(sentence.held) and WITHOUT_US.isdisjoint(sentence.held):
        return
    if RULES.keys().isdisjoint(sentence.held) or of_others_too(sentence, before):
        return
    for at, word in enumerate(sentence.words):
        for rule in RULES.get(word, ()):
            kind = rule(sentence, at)
            if (
                kind
                and not _told_again(sentence, at, rule, kind)
                and not (sentence.opening(at) == "of" and sentence.clause(at)[0] in WE)
            ):
                yield kind  # but not in "U vraagt of ik bereid ben"
                break


def _told_again(sentence: Sentence, at: int, rule: Rule, kind: PromiseKind) -> bool:
    """Whether it is under way since a letter told it: "Zoals ik in mijn brief van 3 mei heb uiteengezet, zet ik dat voort"."""
    return rule in UNDER_WAY and kind != "inform" and sentence.retold and not sentence.to_come(at)


def _shall(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government shall; or something shall be done."""
    if sentence.words[at - 1 : at] == ["te"] or sentence.about_itself or _not_so(sentence, at):
        return None
    ours = subject_of(sentence, at) or of_a_post(sentence, at)
    if ours or (of_the_state(sentence, at) and sentence.to_come(at)):
        return content(sentence, at)
    return shall_be_done(sentence, at)


def _not_so(sentence: Sentence, at: int) -> bool:
    """Whether it is said that it shall not be; what is denied before "en" is not this: "Ik deel dat niet en zal u"."""
    joined_on = sentence.words[at - 1 : at] in (["en"], ["maar"])
    return denied(until_relative(sentence.after(at)) if joined_on else sentence.clause(at))


def _goes(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government is going to do something."""
    ours = subject_of(sentence, at) or (of_the_state(sentence, at) and sentence.to_come(at))
    if not ours or denied(sentence.clause(at)) or sentence.about_itself:
        return None
    after = sentence.after(at)
    near = [word for word in after[:4] if word not in WE and word != "wel"]
    if near[:1] == ["over"] or not {"ervan", "ervanuit", "vanuit", "akkoord", "uit", "mee"}.isdisjoint(near):
        return None
    if ("uit", "van") in pairwise(after):  # "gaat bij het ontwerp uit van"
        return None
    into = ("in", "op") in pairwise(after) and "antwoord" in after  # "ga ik in het antwoord op vraag 3 in op"
    if into or ("in" in after and TALKS.isdisjoint(after) and INFINITIVES.keys().isdisjoint(after)):
        due = sentence.to_come(at) or in_paper_to_come(sentence.clause(at))
        return "inform" if due and not sentence.in_own_answer(at) else None
    if kind := _does(sentence, at):
        return kind
    aim = after.index("om", 2) if "om" in after[2:] else len(after)
    return content(sentence, at) if TALKS.isdisjoint(after[:aim]) else "talk"


def _stays(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government goes on doing something."""
    if not subject_of(sentence, at) or denied(sentence.clause(at)) or not OPINIONS.isdisjoint(sentence.after(at)):
        return None
    return content(sentence, at)


def _intends(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government intends or is prepared to do something: "ben ik bereid"."""
    if sentence.words[at] == "plan" and sentence.words[at - 1 : at] != ["van"]:
        return None
    helper = helper_of(sentence, at)
    if helper < 0 or not subject_of(sentence, helper) or denied(sentence.clause(helper)) or denied(sentence.clause(at)):
        return None
    return content(sentence, helper)


def _agreed(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government has agreed or promised that something is done; or that has been promised."""
    after = sentence.after(at)
    helper = helper_of(sentence, at)
    done = not (PARTICIPLES.keys().isdisjoint(after) or IS_DONE.isdisjoint(after))
    future = done or not SHALL_BE.isdisjoint(after) or sentence.to_come(at)
    if helper < 0 or "dat" not in after[:3] or not future or sentence.usual(at):
        return None
    if denied(until_relative(after[after.index("dat") + 1 :])):
        return None
    promised = sentence.words[at] == "toegezegd" and sentence.words[helper] in ("is", "zijn")
    return content(sentence, at) if promised or subject_of(sentence, helper) else None


def _pledges(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government undertakes: "ik zeg toe"."""
    if "toe" in sentence.after(at) and subject_of(sentence, at) and not denied(sentence.clause(at)):
        return content(sentence, at)
    return None


def _names(sentence: Sentence, at: int) -> PromiseKind | None:
    """An intention is named: "het streven is om", "het is mijn voornemen"."""
    after = sentence.after(at)
    others = "dat" in after[:3] and after[after.index("dat") + 1 :][:1] in (["zij"], ["ze"], ["hij"])
    if not sentence.intention or sentence.usual(at) or others or not NO.isdisjoint(after):
        return None
    return content(sentence, at) if sentence.words[at] != "inzet" or sentence.to_come(at) else None


def _aims(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government aims, expects or hopes to do something."""
    after = sentence.after(at)
    subject = subject_of(sentence, at)
    if not subject or denied(sentence.clause(at)) or not ITSELF.isdisjoint(after):
        return None
    if ready(sentence, at, after):
        return "act"
    if "ernaar" in after and sentence.words[at].startswith("stre"):
        return content(sentence, at)
    if sentence.words[at].startswith("stre") and "naar" in after[:4]:
        return content(sentence, at) if sentence.to_come(at) else None
    near = until_relative(after)
    te = near.index("te") if "te" in near else len(near)
    parted = joined(near) if subject != "third" else []  # "aan te bieden"
    does = not INFINITIVES.keys().isdisjoint([*near[te : te + 4], *parted])
    return content(sentence, at) if does and NO.isdisjoint(near[:te]) else None


def _does(sentence: Sentence, at: int) -> PromiseKind | None:
    """The government does in the present tense what is a promise."""
    subject = subject_of(sentence, at)
    if not subject or is_noun(sentence.words, at):
        return None
    verbs = [verb for verb, form in FINITE[sentence.words[at]] if form == subject and verb.when != "shall"]
    if not verbs:
        return None
    after, clause = sentence.after(at), sentence.clause(at)
    around = [*after, *clause]
    if denied(clause) or sentence.usual(at) or not ITSELF.isdisjoint(around) or sentence.opening(at) in BEFORE_IT:
        return None
    if sentence.words[at] == "wijs" and not TO_WHAT.isdisjoint(after[:4]):
        return None  # "Ik wijs er verder op dat"
    for verb in verbs:
        if (
            satisfied(verb, around)
            and whole(verb, after)
            and not (verb.kind == "inform" and sentence.in_own_answer(at))
        ):
            known = verb.when == "always" or (verb.when == "whom" and not KAMER.isdisjoint(around))
            if not shares(verb, around) and (known or sentence.to_come(at) or then(sentence, subject)):
                return "talk" if verb.kind == "act" and not TALKS.isdisjoint(around) else verb.kind
    return None


def _is_led_to(sentence: Sentence, at: int) -> PromiseKind | None:
    """Something leads the government to do something: "Dit is voor mij aanleiding om met de sector te bespreken hoe"."""
    clause, after = sentence.clause(at), sentence.after(at)
    ours = not OURS.isdisjoint(clause[: clause.index(sentence.words[at])])
    leads = not LEADS_TO.isdisjoint(clause)
    if not ours or not leads or after[:1] != ["om"] or denied(clause) or sentence.usual(at):
        return None
    near = until_relative(after)
    return content(sentence, at) if not INFINITIVES.keys().isdisjoint([*near, *joined(near)]) else None


UNDER_WAY = (_does, has_done, works_on, is_done)  # rules of the present tense
RULES: dict[str, list[Rule]] = {}
FORMS: tuple[tuple[Rule, str], ...] = (
    (_shall, "zal zullen"),
    (_goes, "ga gaat gaan"),
    (_stays, "blijf blijft blijven"),
    (_intends, "voornemens bereid plan"),
    (_agreed, "afgesproken overeengekomen toegezegd"),
    (invited, "uitgenodigd"),
    (indicated, "aangegeven besloten besluiten"),
    (_pledges, "zeg zeggen zegt"),
    (_names, "streven voornemen inzet bedoeling intentie planning ambitie"),
    (_aims, "streef streeft streven verwacht verwachten hoop hopen hoopt beoog beoogt beogen"),
    (may_tell, "kan kunnen"),
    (wishes, "wil willen"),
    (has_done, "laat laten"),
    (is_done, "wordt worden"),
    (receives, "ontvangt krijgt krijgen verneemt zal zullen"),
    (reaches, "bereikt bereiken toekomen toegaan"),
    (may_await, "tegemoetzien tegemoet verwachten"),
    (
        begins,
        "start starten begint beginnen verschijnt verschijnen volgt volgen komt komen gaat gaan vervalt vervallen",
    ),
    (is_aimed_at, "gestreefd"),
    (_is_led_to, "aanleiding reden"),
    (is_planned, "voorzien gepland ingepland plaats agenda geagendeerd"),
    (works_on, "werk werkt werken gewerkt"),
    (of_nederland, "nederland"),
    (_does, " ".join(FINITE)),
)
WITHOUT_US = frozenset(  # words that need no government in their sentence
    form
    for rule, forms in FORMS
    for form in forms.split()
    if rule
    in (
        _shall,
        _goes,
        works_on,
        of_nederland,
        _agreed,
        indicated,
        _names,
        is_done,
        receives,
        reaches,
        may_await,
        begins,
        is_aimed_at,
        is_planned,
        _is_led_to,
    )
)
for _rule, _forms in FORMS:
    for _form in _forms.split():
        RULES.setdefault(_form, []).append(_rule)
