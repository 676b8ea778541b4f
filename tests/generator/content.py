"""Questions, answers and notes with what is said in them, before any layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from generator.words import ANSWERS, HARMLESS, NOTE, OUTLETS, QUESTIONS, TITLES, filled, long_day
from generator.words import day as some_day


@dataclass
class Set:
    """A set of questions: their paragraphs, the answers with the numbers they answer, notes, and the facts in them."""

    numbers: list[int]
    questions: dict[int, list[str]] = field(default_factory=dict)
    answers: list[tuple[tuple[int, ...], list[str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    papers: list[dict[str, Any]] = field(default_factory=list)
    refers: list[dict[str, int]] = field(default_factory=list)
    amounts: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What a layout can carry."""

    notes: bool = True
    paragraphs: bool = True  # more than one in a question
    joint: bool = True  # answers to several questions
    out_of_order: bool = False
    lists: bool = True
    answered: bool = True
    gaps: bool = False


def question_set(rng: Random, wanted: Wanted) -> Set:
    """A set of 1 to 60 questions, answered or not."""
    number = rng.choice((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 23, 60) if rng.random() < 0.5 else (3, 4, 5, 6))
    numbers = list(range(1, number + 1))
    if wanted.gaps and number > 4 and rng.random() < 0.2:
        numbers.remove(rng.choice(numbers[1:-1]))
    made = Set(numbers)
    for n in numbers:
        made.questions[n] = _question(rng, made, wanted)
    if wanted.answered:
        for to in _answered_together(rng, numbers, wanted):
            made.answers.append((to, _answer(rng, made, to, wanted)))
    return made


def _question(rng: Random, made: Set, wanted: Wanted) -> list[str]:
    out = [" ".join(filled(rng, rng.choice(QUESTIONS)) for _ in range(rng.choice((1, 1, 1, 2, 3))))]
    if wanted.notes and rng.random() < 0.2:
        out[0] += _note(rng, made)
    if wanted.paragraphs and rng.random() < 0.1:
        out += [f"{letter}. {filled(rng, rng.choice(QUESTIONS))}" for letter in "abc"[: rng.choice((2, 3))]]
    return out


def _note(rng: Random, made: Set) -> str:
    """The mark of a new note."""
    when = long_day(some_day(rng))
    slug = "-".join(filled(rng, "{town} {thing} volgens de inwoners").lower().split())
    address = f"https://www.polderkoerier.example.nl/regio/{rng.randrange(1000, 9999)}/{slug}"
    made.notes.append(
        rng.choice(
            (
                f"{rng.choice(OUTLETS)}, {when}, «{rng.choice(TITLES)}», {address}",
                f"{rng.choice(OUTLETS)}, {when}, «{rng.choice(TITLES)}»",
                f"{rng.choice(OUTLETS)}, «{rng.choice(TITLES)}», {when}.",
            )
        )
    )
    return f"{NOTE}{len(made.notes)}{NOTE}"


def _answered_together(rng: Random, numbers: list[int], wanted: Wanted) -> list[tuple[int, ...]]:
    out: list[tuple[int, ...]] = []
    left = list(numbers)
    while left:
        size = rng.choice((1, 1, 1, 1, 2, 3, 5)) if wanted.joint else 1
        to = left[:size]
        if wanted.out_of_order and len(left) > size + 2 and rng.random() < 0.15:
            to = [left[0], left[size + 1]]
        out.append(tuple(to))
        left = [n for n in left if n not in to]
    return out


def _answer(rng: Random, made: Set, to: tuple[int, ...], wanted: Wanted) -> list[str]:
    place = f"answer {to[0]}"
    out = [_sentences(rng, made, to, place, wanted) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    if wanted.lists and rng.random() < 0.12:
        out.append("Het gaat om de volgende maatregelen:")
        marks = rng.choice(
            (("1.", "2.", "3."), ("•", "•", "•"), ("-", "-", "-"), ("a)", "b)", "c)"), ("1)", "2)", "3)"))
        )
        out += [f"{mark} {filled(rng, 'extra toezicht op {thing} in {town}')};" for mark in marks]
        out.append("Daarmee is voldaan aan wat is toegezegd.")
    return out


def _sentences(rng: Random, made: Set, to: tuple[int, ...], place: str, wanted: Wanted) -> str:
    parts = [filled(rng, rng.choice(ANSWERS + HARMLESS)) for _ in range(rng.choice((1, 1, 2, 3)))]
    chance = rng.random()
    if chance < 0.12:
        parts.append(_paper(rng, made))
    elif chance < 0.24 and (other := [n for n in made.numbers if n not in to]):
        parts.append(_reference(rng, made, to, other))
    elif chance < 0.34:
        parts.append(_amount(rng, made, place))
    text = " ".join(parts)
    return text + _note(rng, made) if wanted.notes and rng.random() < 0.15 else text


def _paper(rng: Random, made: Set) -> str:
    dossier, number, year = rng.randrange(20000, 36900), rng.randrange(1, 3400), rng.randrange(2009, 2033)
    spaced = f"{dossier // 1000} {dossier % 1000:03}"
    following = f"{year}-{year + 1}"
    paper: dict[str, Any] = {"type": "kamerstuk", "dossier": str(dossier), "subnumber": str(number)}
    forms = (
        f"(Kamerstuk {spaced}, nr. {number})",
        f"(Kamerstukken II {year}/{(year + 1) % 100:02}, {spaced}, nr. {number})",
        f"(Kamerstukken II, {following}, {dossier}, nr. {number})",
        f"(Kamerstuk II, vergaderjaar {following}, {spaced} nr. {number})",
        f"(Tweede Kamer, vergaderjaar {year}–{year + 1}, {spaced}, nr. {number})",
        f"(TK {following}, {dossier} nr. {number})",
        f"(Kamerstuk {dossier}-{number})",
    )
    if rng.random() < 0.3:
        paper = {"type": "aanhangsel", "dossier": None, "subnumber": str(number)}
        forms = (
            f"(Aanhangsel Handelingen, vergaderjaar {year}–{year + 1}, nr. {number})",
            f"(Aanhangsel van de Handelingen, vergaderjaar {following}, nr. {number})",
            f"(Aanhangsel Handelingen II {year}/{(year + 1) % 100:02}, nr. {number})",
        )
    made.papers.append(paper)
    return filled(rng, f"De Kamer is over {{thing}} eerder geïnformeerd {rng.choice(forms)}.")


def _reference(rng: Random, made: Set, to: tuple[int, ...], other: list[int]) -> str:
    target = rng.choice(other)
    several = [n for n in other if n in range(target, target + 3)]
    made_of = [target]
    forms = (
        f"Zie het antwoord op vraag {target}.",
        f"Zie antwoord vraag {target}.",
        f"Zie mijn antwoord op vraag {target}.",
        f"Ik verwijs u naar het antwoord op vraag {target}.",
        f"Zoals aangegeven in het antwoord op vraag {target}, is hiervan geen sprake.",
        f"Het in antwoord {target} genoemde rapport gaat hier nader op in.",
        f"Kortheidshalve verwijs ik naar mijn beantwoording van vraag {target}.",
        f"Zie de beantwoording van vraag {target}.",
    )
    if several == [target, target + 1]:
        made_of = several
        forms = (
            f"Zie de antwoorden op de vragen {target} en {target + 1}.",
            f"Zie het antwoord op vraag {target} en {target + 1}.",
            f"Zie de beantwoording van de vragen {target} en {target + 1}.",
        )
    elif several == [target, target + 1, target + 2]:
        made_of = several
        forms = (
            f"Zie de antwoorden op de vragen {target} t/m {target + 2}.",
            f"Zie mijn antwoorden op de vragen {target}, {target + 1} en {target + 2}.",
            f"Zie het antwoord op de vragen {target} tot en met {target + 2}.",
        )
    made.refers += [{"from": question, "to": n} for question in to for n in made_of if n not in to]
    return rng.choice(forms)


def _amount(rng: Random, made: Set, place: str) -> str:
    whole = rng.randrange(2, 900)
    form, eur = rng.choice(
        (
            (f"€ {whole} miljoen", whole * 10**6),
            (f"€ {whole},5 mln.", whole * 10**6 + 500_000),
            (f"€ {whole}.000", whole * 1000),
            (f"EUR {whole} miljoen", whole * 10**6),
            (f"€ {whole}", whole),
        )
    )
    made.amounts.append({"eur": eur, "at": place})
    return filled(rng, f"Voor {{thing}} is {form} beschikbaar gesteld.")
