"""Word documents: answers and questions as the ministries and the members send them, letters, notices."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.content import Set, Wanted, question_set
from generator.people import addressees, answering, askers, office_name, offices, signer
from generator.publications import asking, numbers, subject, truth_of
from generator.typesetting import MARK, numbered
from generator.words import PORTFOLIOS, day, filled, long_day, session

# question, answer, answer to several; "{}\n" ends the line, " " goes on
STYLES = (
    ("Vraag {}\n", "Antwoord {}\n", "Antwoord {}\n"),
    ("Vraag {}\n", "Antwoord op vraag {}\n", "Antwoord op de vragen {}\n"),
    ("Vraag {}\n", "Antwoord op vraag {}\n", "Antwoord op vraag {}\n"),
    ("Vraag {}\n", "Antwoord op vraag {}:\n", "Antwoord op vragen {}:\n"),
    ("Vraag {}\n", "Antwoord\n", "Antwoord\n"),
    ("Vraag {}:\n", "Antwoord {}:\n", "Antwoord {}:\n"),
    ("Vraag {}: ", "Antwoord {}: ", "Antwoord {}: "),
    ("Vraag {}. ", "Antwoord {}. ", "Antwoord {}. "),
    ("Vraag {}) ", "Antwoord {}) ", "Antwoord {}) "),
    ("Vraag {} ", "Antwoord {} ", "Antwoord {} "),
    ("VRAAG {}\n", "ANTWOORD {}\n", "ANTWOORD {}\n"),
    ("{}. ", "Antwoord vraag {}:\n", "Antwoord vragen {}:\n"),
    ("{}. ", "Antwoord:\n", "Antwoord:\n"),
    ("{}) ", "Antwoord {}:\n", "Antwoord {}:\n"),
    ("{}.\n", "Antwoord {}\n", "Antwoord {}\n"),
    ("{}\n", "Antwoord\n", "Antwoord\n"),
    ("{}\n", "Antwoord {}\n", "Antwoord {}\n"),
    ("Vraag {}\n", "Beantwoording vraag {}\n", "Beantwoording vragen {}\n"),
    ("**Vraag {}**\n", "**Antwoord {}**\n", "**Antwoord {}**\n"),
    ("Vraag {}\n", "Antwoord op vraag {}. ", "Antwoord op de vragen {}. "),
    ("Vraag nr. {}\n", "Antwoord op vraag nr. {}\n", "Antwoord op vraag nr. {}\n"),
    ("Vraag {}\n", "Reactie op vraag {}\n", "Reactie op vragen {}\n"),
    ("Vraag {}\n", "Antwoord vraag {}\n", "Antwoord vragen {}\n"),
)  # fmt: skip


def body(rng: Random, made: Set) -> str:
    """Questions and answers in one of the styles, with blank lines between all, few or none of them."""
    question, answer, several = rng.choice(STYLES)
    bare = "{}" not in answer
    blank, within = rng.choice(
        (("\n", "\n"), ("\n", ""), ("\n\n", "\n"), ("", "") if question != "{}\n" else ("\n", ""))
    )
    out: list[str] = []
    printed: set[int] = set()
    for to, text in made.answers or [((n,), []) for n in made.numbers]:
        for n in [
            n for n in made.numbers if n not in printed and (n <= max(to) if bare or rng.random() < 0.9 else n in to)
        ]:
            out.append(question.format(n) + f"\n{within}".join(made.questions[n]) + "\n")
            printed.add(n)
        if text:
            form = several if len(to) > 1 else answer
            out.append(form.format(numbers(rng, to)) + f"\n{within}".join(text) + "\n")
    for n in made.numbers:
        if n not in printed:
            raise ValueError(f"question {n} is not printed")
    return blank.join(out)


def noted(rng: Random, text: str, made: Set) -> str:
    """With end notes: "1)" or "[1]"."""
    (text,), ordered = numbered([text], made.notes)
    listed = re.search(r"(?m)^(?:Vraag )?1\)", text)  # who numbers questions so, does not number notes so
    form = rng.choice(("[{}]", " [{}]") if listed else (" {})", "[{}]", " [{}]"))
    text = MARK.sub(lambda m: form.format(m[1]), text)
    notes = [f"{form.strip().format(n)} {note}" for n, note in enumerate(ordered, 1)]
    return text + ("\n\n" + rng.choice(("\n", "\n\n")).join(notes) + "\n" if notes else "")


def word_damage(rng: Random, text: str) -> str:
    """What Word leaves in a text: hard spaces, soft hyphens, spaces at line ends."""
    chance = rng.random()
    if chance < 0.1:
        text = re.sub(r"(?<=Vraag|woord) (?=\d)", "\u00a0", text)
    elif chance < 0.2:
        text = text.replace("overhaaste", "over\u00adhaaste").replace("zorgvuldigheid", "zorg\u00advuldigheid")
    elif chance < 0.3:
        text = text.replace("\n", " \n")
    elif chance < 0.35:
        text = text.replace("\n", "\r\n")
    return text


def answer_document(rng: Random) -> tuple[str, dict[str, Any]]:
    """ "AH 604": the answers without the heading of the questions."""
    received = day(rng)
    case, number = f"{received.year}Z{rng.randrange(10, 24999):05}", rng.randrange(1, 4100)
    made = question_set(rng, Wanted())
    text, answerers, behalf = answering(rng, capital=False)
    printed = case if rng.random() < 0.8 else case.replace("Z", "Z ")
    years = f"{session(received)}-{session(received) + 1}"
    zie = rng.random() < 0.2
    also = f"\nZie ook Aanhangsel Handelingen, vergaderjaar {years}, nr. {number + 1}\n" * zie
    head = f"AH {number}\n{printed}\nAntwoord van {text} (ontvangen {long_day(received)})\n{also}\n"
    own = f"ah-tk-{session(received)}{session(received) + 1}-{number}"
    truth = truth_of(made, kind="answer", case=[case], publication=own, answerers=answerers, on_behalf_of=behalf)
    truth["received"] = received.isoformat()
    if zie:
        truth["papers"] = [{"type": "aanhangsel", "dossier": None, "subnumber": str(number + 1)}, *truth["papers"]]
    content = noted(rng, body(rng, made), made)
    if rng.random() < 0.15:
        earlier = f"{received.year}Z{rng.randrange(25000, 26000)}"
        content += f"\nToelichting: Deze vragen dienen ter aanvulling op eerdere vragen over de veerponten (vraagnummer {earlier}).\n"
        truth["papers"] = [*truth["papers"], {"type": "case", "dossier": None, "subnumber": earlier}]
    return word_damage(rng, head + content), truth


def question_document(rng: Random) -> tuple[str, dict[str, Any]]:
    """The questions as the member sends them, numbered or not."""
    sent = day(rng)
    case = f"{sent.year}Z{rng.randrange(10, 24999):05}"
    numbered = rng.random() < 0.5
    made = question_set(rng, Wanted(answered=False, paragraphs=numbered))
    words, who, to = asking(rng)
    about = subject(rng)
    dated = rng.choice(
        (f"(ingezonden {long_day(sent)})", f"(ingezonden op {long_day(sent)})", f"(Ingezonden d.d. {long_day(sent)})")
    )
    head = rng.choice(
        (
            f"{case}\n\n{dated}\n\n{words} over {about}\n\n",
            f"{case}\n{words} over {about} {dated}\n\n",
            f"{dated}\n\n{words} over {about}.\n\n\n",
        )
    )
    truth = truth_of(made, kind="question", case=[case] if case in head else [], askers=who.truth, addressees=to.truth)
    truth |= {"submitted": sent.isoformat(), "subject": about}
    content = body(rng, made) if numbered else "\n\n".join(made.questions[n][0] for n in made.numbers) + "\n"
    return word_damage(rng, head + noted(rng, content, made)), truth


def letter(rng: Random) -> tuple[str, dict[str, Any]]:
    """A ministry's letter: cover page, signature of one or two, and the answers in an annex."""
    sent = day(rng)
    when = sent + timedelta(days=rng.randrange(8, 60))
    case = f"{sent.year}Z{rng.randrange(10, 24999):05}"
    made = question_set(rng, Wanted())
    who, to, about = askers(rng), addressees(rng, capital=False), subject(rng)
    signers = [signer(rng, post) for post in offices(rng, rng.choice((1, 1, 1, 2)))]
    behalf = [p | {"name": None} for p in offices(rng, 1)] if rng.random() < 0.25 and len(signers) == 1 else []
    behalf = [p for p in behalf if p["portfolio"] != signers[0]["portfolio"]]
    mede = f", mede namens {' en '.join(f'de {office_name(rng, p, capital=False)}' for p in behalf)}," if behalf else ""
    cover = _cover(rng, about, when) + _opening(rng, (sent, case), who.text, about, mede) + _signature(rng, signers)
    annex = (
        f"\nVragen van {who.text} aan {to.text} over {about} (ingezonden {long_day(sent)}, {case})\n\n"
        if rng.random() < 0.6
        else f"\nAntwoorden op de vragen van {who.text} aan {to.text} over {about} ({case})\n\n"
    )
    truth = truth_of(made, kind="answer", case=[case], askers=who.truth, addressees=to.truth, subject=about)
    truth |= {"answerers": [_plain(s) for s in signers], "on_behalf_of": [_plain(p) for p in behalf]}
    truth |= {"submitted": sent.isoformat() if "ingezonden" in annex or "ingezonden" in cover else None}
    truth["letter_date"] = when.isoformat() if "Datum" in cover or "Den Haag, " in cover else None
    return word_damage(rng, cover + annex + noted(rng, body(rng, made), made)), truth


def _plain(who: dict[str, Any]) -> dict[str, Any]:
    return {key: who[key] for key in ("name", "role", "portfolio")}


def _cover(rng: Random, about: str, when: date) -> str:
    ministry = rng.choice(PORTFOLIOS)
    return rng.choice(
        (
            "",
            f"Den Haag, {long_day(when)}\n\n",
            (
                "> Retouradres Postbus 20301 2500 EH Den Haag\n\nAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nPostbus 20018\n"
                f"2500 EA DEN HAAG\n\nMinisterie van {ministry}\n\nOns kenmerk\n{rng.randrange(4000000, 6900000)}\n\n"
                f"Datum {long_day(when)}\nOnderwerp Antwoorden Kamervragen over {about}\n\n"
            ),
            (
                f"Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nBinnenhof 4\n2513 AA Den Haag\n\nDatum: {long_day(when)}\n"
                f"Betreft: beantwoording vragen over {about}\n\nGeachte voorzitter,\n\n"
            ),
        )
    )


def _opening(rng: Random, sent: tuple[date, str], who: str, about: str, mede: str) -> str:
    when, case = long_day(sent[0]), sent[1]
    return rng.choice(
        (
            (
                f"In antwoord op uw brief van {when}, nr. {case}{mede} deel ik u mede dat de schriftelijke vragen van {who} over {about}, "
                "worden beantwoord zoals aangegeven in de bijlage bij deze brief.\n"
            ),
            f"Hierbij bied ik u{mede} de antwoorden aan op de vragen van {who} over {about} ({case}).\n",
            f"Hierbij zend ik u{mede} de antwoorden op de schriftelijke vragen van {who} over {about} (ingezonden {when}, kenmerk {case}).\n",
            f"Hierbij ontvangt u{mede} de beantwoording van de vragen gesteld door {who} over {about}, met kenmerk {case}.\n",
        )
    )


def _signature(rng: Random, signers: list[dict[str, Any]]) -> str:
    greeting = rng.choice(("", "\nHoogachtend,\n", "\nMet vriendelijke groet,\n"))
    capital = rng.random() < 0.5
    word = "De" if capital else "de"
    space = rng.choice(("\n", "\n\n\n\n", "\n\n", "\n \n \n"))
    named_first = rng.random() < 0.2
    out = []
    for who in signers:
        office = office_name(rng, who, capital=rng.random() < 0.5)
        if named_first:
            out.append(f"{who['name']}\n{office[:1].upper()}{office[1:]}\n")
        else:
            out.append(f"{word} {office},{space}{who['name']}\n")
    return greeting + "\n" + "\n".join(out)


NOTICES = (
    ("De vragen van {who} over {about} ({case}) kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat de benodigde "
    "afstemming meer tijd behoeft. Ik zal uw Kamer zo spoedig mogelijk de antwoorden op de vragen doen toekomen."),
    ("Hierbij deel ik u mede dat de schriftelijke vragen van {who} over {about} ({case}) niet binnen de gestelde termijn van drie weken "
    "kunnen worden beantwoord. De reden van het uitstel is dat nog niet alle benodigde informatie is ontvangen."),
    ("Op {sent} hebben {who} vragen gesteld over {about}. Tot mijn spijt is beantwoording binnen de gestelde termijn niet mogelijk, "
    "omdat nader overleg nodig is. Ik zal de vragen zo spoedig mogelijk beantwoorden."),
    ("Naar aanleiding van de vragen van {who} over {about} (ingezonden {sent}, kenmerk {case}) bericht ik u dat deze niet binnen de "
    "termijn van drie weken kunnen worden beantwoord vanwege de benodigde afstemming."),
    "Met deze brief vraag ik uitstel voor de beantwoording van de schriftelijke vragen van {who} over {about} ({case}).",
)  # fmt: skip


def notice(rng: Random) -> tuple[str, dict[str, Any]]:
    """The notice that answers will be late: as sent to the House, or as a letter."""
    sent = day(rng)
    when = sent + timedelta(days=20)
    case = f"{sent.year}Z{rng.randrange(10, 24999):05}"
    who, about, made = askers(rng), filled(rng, "{thing} in {town}"), Set([])
    wording = rng.choice(NOTICES)
    text = wording.format(who=who.text, about=about, case=case, sent=long_day(sent))
    if "hebben" in wording and len(who.truth) == 1:
        text = text.replace("hebben", "heeft")
    truth = truth_of(made, kind="postponement", askers=who.truth, subject=about, case=[case])
    truth["submitted"] = sent.isoformat() if "{sent}" in wording else None
    if rng.random() < 0.5:
        number = rng.randrange(1, 4100)
        named, answerers, behalf = answering(rng, capital=False)
        truth |= {"answerers": answerers, "on_behalf_of": behalf, "received": when.isoformat()}
        truth["publication"] = f"ah-tk-{session(when)}{session(when) + 1}-{number}"
        return f"AH {number}\n{case}\nMededeling van {named} (ontvangen {long_day(when)})\n\n{text}\n", truth
    signers = [signer(rng, post) for post in offices(rng, 1)]
    truth["answerers"] = [_plain(s) for s in signers]
    truth["letter_date"] = when.isoformat()
    truth["case"] = [case]
    top = f"Den Haag, {long_day(when)}\nUw kenmerk {case}\n\nGeachte voorzitter,\n\n"
    return top + text + "\n" + _signature(rng, signers), truth
