"""Publications of the House as their PDF gives them: answers (ah-tk) and questions (kv-tk), from 2009 on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.content import Set, Wanted, question_set
from generator.people import Said, addressees, answering, askers
from generator.typesetting import Page, Paragraph, typeset, without_marks
from generator.words import OUTLETS, SUBJECTS, day, filled, long_day, session

HEADINGS = (
    ("Vraag {}", "Antwoord {}"),
    ("Vraag {}", "Antwoord {}"),
    ("Vraag {}", "Antwoord op vraag {}"),
    ("Vraag {}", "Antwoord"),
)


def numbers(rng: Random, to: tuple[int, ...]) -> str:
    """ "3", "3 en 4", "3, 4 en 5", "3 t/m 5"."""
    if len(to) == 1:
        return str(to[0])
    if len(to) > 2 and to == tuple(range(to[0], to[-1] + 1)) and rng.random() < 0.6:
        return rng.choice((f"{to[0]} t/m {to[-1]}", f"{to[0]} tot en met {to[-1]}", f"{to[0]} t/m {to[-1]}"))
    return f"{', '.join(map(str, to[:-1]))} en {to[-1]}"


def truth_of(made: Set, **header: Any) -> dict[str, Any]:
    """The truth of a document with this content."""
    questions = [{"n": n, "text": without_marks("\n".join(made.questions[n]))} for n in made.numbers]
    answers = [{"to": list(to), "text": without_marks("\n".join(text))} for to, text in made.answers]
    empty = {"case": [], "publication": None, "askers": [], "addressees": [], "answerers": [], "on_behalf_of": []}
    empty |= {"submitted": None, "received": None, "letter_date": None, "subject": None}
    found = {"papers": made.papers, "refers": made.refers, "amounts": made.amounts}
    return {**empty, **found, "questions": questions, "answers": answers, **header}


def subject(rng: Random) -> str:
    """What the questions are about."""
    return filled(rng, rng.choice(SUBJECTS))


def asking(rng: Random, *, opening: str | None = None) -> tuple[str, Said, Said]:
    """ "Vragen van het lid A (X) aan de Minister van Y": the words, the askers, the addressees."""
    who, to = askers(rng), addressees(rng, capital=rng.random() < 0.5)
    word = opening or rng.choice(
        ("Vragen van", "Vragen van", "Vragen van", "Schriftelijke vragen van", "Vragen gesteld door")
    )
    return f"{word} {who.text} aan {to.text}", who, to


def page_of(rng: Random, when: date, kind: str, own: str) -> Page:
    """How the pages of this publication look."""
    years = f"{session(when)}–{session(when) + 1}"
    word = "Aanhangsel" if kind == "ah" else "Vragen"
    running = f"Tweede Kamer, vergaderjaar {years}, {word} {{page}}"
    issn = ("ISSN 0921 - 7398",) if kind == "ah" else ()
    first: tuple[str, ...] = (own, *issn, f"’s-Gravenhage {when.year} {running}")
    if rng.random() < 0.4:
        first = (own, f"{'ISSN 0921 - 7398' if kind == 'ah' else ''}’s-Gravenhage {when.year}{running}")
    return Page(
        width=rng.choice((70, 78, 80, 88, 95)),
        lines=rng.choice((35, 50, 60)),
        hyphenate=rng.random() < 0.6,
        glue=rng.choice((0.0, 0.0, 0.3, 0.6)),
        mark=rng.choice(("glued", "line")),
        note=rng.choice(("{n}{text}", "{n} {text}")),
        footer=(running,),
        first_footer=first,
        form_feed=rng.random() < 0.2,
        glue_footer=rng.random() < 0.2,
        trailing=rng.choice(("", "", " ")),
    )


def masthead(when: date, kind: str) -> list[Paragraph]:
    """The top of the first page."""
    years = f"Vergaderjaar {session(when)}–{session(when) + 1}"
    if kind == "ah":
        rest = ["Vragen gesteld door de leden der Kamer, met de daarop door de", "regering gegeven antwoorden"]
        return [
            Paragraph(line, heading=True)
            for line in ("Tweede Kamer der Staten-Generaal2", f"{years} Aanhangsel van de Handelingen", *rest)
        ]
    return [
        Paragraph(line, heading=True)
        for line in ("Tweede Kamer der Staten-Generaal2", f"{years} Vragen gesteld door de leden der Kamer")
    ]


def body(rng: Random, made: Set, *, merged: bool = False) -> list[Paragraph]:
    """Questions and answers under their headings."""
    asked, answered = rng.choice(HEADINGS)
    if answered == "Antwoord" and any(len(to) > 1 and to != tuple(range(to[0], to[-1] + 1)) for to, _ in made.answers):
        answered = "Antwoord {}"
    out: list[Paragraph] = []
    printed: set[int] = set()
    for to, text in made.answers or [((n,), []) for n in made.numbers]:
        if merged and len(to) > 1 and not printed & set(to):
            out.append(Paragraph(asked.format(numbers(rng, to)), heading=True))
            out += [Paragraph(part) for n in to for part in made.questions[n]]
            printed |= set(to)
        for n in [n for n in made.numbers if n not in printed and n <= max(to)]:
            out.append(Paragraph(asked.format(n), heading=True))
            out += [Paragraph(part) for part in made.questions[n]]
            printed.add(n)
        if text:
            out.append(Paragraph(answered.format(numbers(rng, to)), heading=True))
            out += [Paragraph(part) for part in text]
    return out


def merge_truth(truth: dict[str, Any], made: Set) -> None:
    """Where questions stand in one block their texts may not be told apart: then each has the text of the block."""
    for to, _ in made.answers:
        if len(to) > 1:
            whole = "\n".join(q["text"] for q in truth["questions"] if q["n"] in to)
            for question in truth["questions"]:
                if question["n"] in to:
                    question["block"] = whole


def answered(rng: Random) -> tuple[str, dict[str, Any]]:
    """ah-tk: questions with the government's answers, or the notice that these will be late."""
    sent = day(rng)
    received = sent + timedelta(days=rng.randrange(8, 60))
    number, late = rng.randrange(1, 4100), rng.random() < 0.15
    own = f"ah-tk-{session(received)}{session(received) + 1}-{number}"
    merged = rng.random() < 0.25
    made = question_set(rng, Wanted(paragraphs=not merged, out_of_order=not merged, gaps=True, answered=not late))
    words, who, to = asking(rng)
    about = subject(rng)
    text, answerers, behalf = answering(rng, capital=rng.random() < 0.7)
    also = f" Zie ook Aanhangsel Handelingen, vergaderjaar {session(received)}–{session(received) + 1}, nr. {max(1, number - 90)}."
    zie = rng.random() < 0.3
    head = [
        Paragraph(str(number), heading=True),
        Paragraph(f"{words} over {about} ({rng.choice(('ingezonden', 'Ingezonden'))} {long_day(sent)})."),
        Paragraph(
            f"{'Mededeling' if late else 'Antwoord'} van {text} ({rng.choice(('ontvangen', 'Ontvangen'))} {long_day(received)}).{also * zie}"
        ),
    ]
    truth = truth_of(
        made, kind="postponement" if late else "answer", publication=own, askers=who.truth, addressees=to.truth
    )
    truth |= {
        "answerers": answerers,
        "on_behalf_of": behalf,
        "submitted": sent.isoformat(),
        "received": received.isoformat(),
    }
    truth["subject"] = about
    if zie:
        truth["papers"] = [
            {"type": "aanhangsel", "dossier": None, "subnumber": str(max(1, number - 90))},
            *truth["papers"],
        ]
    if merged:
        merge_truth(truth, made)
    end = (
        [Paragraph("Mededeling", heading=True), Paragraph(LATE.format(who=who.text, to=to.text, about=about))]
        if late
        else []
    )
    paragraphs = masthead(received, "ah") + head + body(rng, made, merged=merged) + end
    return typeset(rng, paragraphs, made.notes, page_of(rng, received, "ah", own)), truth


def unbroken(rng: Random) -> tuple[str, dict[str, Any]]:
    """An answer as some converters give it: one line, pages and all."""
    while True:
        text, truth = answered(rng)
        numbered_answers = not truth["answers"] or re.search(r"(?m)^Antwoord (?:op vraag )?\d", text)
        if (
            "- " not in text[:900].replace("\n", " ")
            and numbered_answers
            and truth["kind"] == "answer"
            and not any(outlet in text for outlet in OUTLETS)
        ):
            return " ".join(text.split()), truth


LATE = (
    "Hierbij deel ik u mede dat de schriftelijke vragen van {who} aan {to} over {about} niet binnen de gebruikelijke termijn "
    "kunnen worden beantwoord, aangezien nog niet alle benodigde informatie is ontvangen. Ik streef ernaar de vragen zo spoedig "
    "mogelijk te beantwoorden."
)


def asked(rng: Random) -> tuple[str, dict[str, Any]]:
    """kv-tk: written questions that have no answer yet, or oral ones in one sentence."""
    sent = day(rng)
    oral = rng.random() < 0.15
    case = f"{sent.year}Z{rng.randrange(10, 24999):05}"
    made = Set([]) if oral else question_set(rng, Wanted(answered=False))
    single = "Vraag van" if len(made.numbers) == 1 and rng.random() < 0.4 else None
    words, who, to = asking(rng, opening="Mondelinge vragen van" if oral else single)
    about = subject(rng)
    head = [Paragraph(case, heading=True), Paragraph(f"{words} over {about} (ingezonden {long_day(sent)}).")]
    truth = truth_of(
        made, kind="oral" if oral else "question", case=[case], publication=f"kv-tk-{case}", askers=who.truth
    )
    truth |= {"addressees": to.truth, "submitted": sent.isoformat(), "subject": about}
    page = page_of(rng, sent, "kv", f"kv-tk-{case}")
    return typeset(rng, masthead(sent, "kv") + head + body(rng, made), made.notes, page), truth


def answered_before_2011(rng: Random) -> tuple[str, dict[str, Any]]:
    """ah-tk until 2010: all questions under bare numbers, then "Antwoord", then the answers under bare numbers."""
    sent = date(2009, 1, 5) + timedelta(days=rng.randrange(500))
    received = sent + timedelta(days=rng.randrange(8, 60))
    number = rng.randrange(1, 4100)
    made = question_set(rng, Wanted(lists=False))
    words, who, to = asking(rng, opening="Vragen van")
    about = subject(rng)
    text, answerers, behalf = answering(rng, capital=False)
    head = [Paragraph(str(number), heading=True), Paragraph(f"{words} over {about}. (Ingezonden {long_day(sent)})")]
    questions = [p for n in made.numbers for p in (Paragraph(str(n), heading=True), *map(Paragraph, made.questions[n]))]
    answers = [
        p for to_, parts in made.answers for p in (Paragraph(numbers(rng, to_), heading=True), *map(Paragraph, parts))
    ]
    middle = [Paragraph("Antwoord", heading=True), Paragraph(f"Antwoord van {text}. (Ontvangen {long_day(received)})")]
    truth = truth_of(
        made, kind="answer", askers=who.truth, addressees=to.truth, answerers=answerers, on_behalf_of=behalf
    )
    truth |= {"submitted": sent.isoformat(), "received": received.isoformat(), "subject": about}
    truth["publication"] = f"ah-tk-{session(received)}{session(received) + 1}-{number}"
    running = f"Tweede Kamer, vergaderjaar {session(received)}–{session(received) + 1}, Aanhangsel {{page}}"
    year = session(received)
    first = (
        f"KVR{rng.randrange(30000, 45000)}",
        f"{year % 100:02}{(year + 1) % 100:02}tkkvr{number}",
        "ISSN 0921 - 7398",
        "Sdu Uitgevers",
    )
    page = Page(
        lines=45, hyphenate=True, footer=(running,), first_footer=(*first, f"’s-Gravenhage {received.year}", running)
    )
    return typeset(rng, masthead(received, "ah") + head + questions + middle + answers, made.notes, page), truth
