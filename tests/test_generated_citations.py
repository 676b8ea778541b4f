"""Cited sources in made-up notes and sentences with known truth: every form with many names, dates and titles."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from test_extract_citations import structure

from kg.extract.citations import Citation, extract

OUTLETS = (
    ("Avondpost", "avondpost.nl"), ("De Streekbode", "destreekbode.nl"), ("OTV Z", "otvz.nl"),
    ("Waterkant", "waterkant.nl"), ("EenOchtend", "eenochtend.otv.nl"),
    ("Omroep Oosterwal", "omroepoosterwal.nl"), ("Dagblad van de Polder", "dvdp.nl"),
    ("Kustnieuws.nl", "kustnieuws.nl"), ("VP", "vp.nl"), ("The Harbour Times", "harbourtimes.com"),
    ("Follow the Boat", "ftb.nl"), ("Radio 9", "radio9.nl"), ("Het Zeeuwse Blad", "hetzeeuwseblad.nl"),
    ("N&W Dagblad", "nwdagblad.nl"), ("BNB", "bnb.nl"),
)  # fmt: skip
MAKERS = (
    "Waterraad", "Bureau Stroom", "Instituut voor Veren", "Universiteit Oosterwal", "Veerbond",
    "Planbureau voor de Kust", "Algemene Schippersbond (ASB)", "Inspectie Waterwegen", "VKB",
    "Stichting De Brug", "Kenniscentrum Sluizen",
)  # fmt: skip
SUBJECTS = ("veerponten", "oude sluizen", "de staat van bruggen", "vaartijden in de winter", "zwemles in open water")
SUBTLE = ("Pont ‘Maria’ vaart niet meer", "Schipper: 'Dit gaat niet'", "Sluis van 3 miljoen lekt al sinds 2019")
FIRST = ("Veerdienst", "Gemeente", "Schippersbond", "Minister", "Burgemeester Jansen", "Nieuwe brug", "Sluis 7")
THEN = ("waarschuwt voor tekort", "stopt met subsidie", "wil meer geld", "sluit na klachten", "kost dorp miljoenen")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What one source says of itself, as it is to be found; None where it is not printed."""

    publisher: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Dealt:
    """The names, the day and the title that a form is filled with."""

    outlet: str
    site: str
    maker: str
    title: str
    subject: str
    day: str
    iso: str
    url: str


def dealt(seed: str) -> Dealt:
    rng = random.Random(seed)
    outlet, site = rng.choice(OUTLETS)
    month, day, year = rng.randrange(11), rng.randint(1, 28), rng.randint(2021, 2024)
    title = rng.choice((*SUBTLE, *[f"{rng.choice(FIRST)} {rng.choice(THEN)}" for _ in range(6)]))
    path = "-".join(word for word in title.lower().split() if word.isalnum())
    return Dealt(
        outlet, site, rng.choice(MAKERS), title, rng.choice(SUBJECTS), f"{day} {MONTHS[month]} {year}",
        f"{year}-{month + 1:02d}-{day:02d}", f"https://www.{site}/artikel/{rng.randint(1000, 9999)}/{path}",
    )  # fmt: skip


Form = tuple[str, str, dict[str, object]]

# name, note, what differs from publisher, date, title (url: True where the address is printed)
NOTES: tuple[Form, ...] = (
    ("plain", "{outlet}, {day}, {title}, {url}", {"url": True}),
    ("guillemets", "{outlet}, {day}, «{title}» ({url}).", {"url": True}),
    ("double quotes", "{outlet}, {day}, “{title}”, {url}.", {"url": True}),
    ("stop before address", "{outlet}, {day}. «{title}». ({url})", {"url": True}),
    ("title before date", "{outlet}, «{title}», {day}, {url}", {"url": True}),
    ("d.d.", "{outlet} d.d. {day}, «{title}»", {}),
    ("website", "Website {outlet}, {day}, «{title}» ({url})", {"url": True}),
    ("bracket", "«{title}» ({outlet}, {day})", {}),
    ("bars", "{title} | Binnenland | {outlet}", {"date": None}),
    ("date first", "{day}, {outlet}, «{title}», {url}", {"url": True}),
    ("no title", "{outlet}, {day}, {url}", {"url": True, "title": None}),
    ("address alone", "{url}", {"url": True, "title": None, "date": None, "publisher": "site"}),
    ("no address", "{outlet}, {day}, «{title}»", {}),
    ("see", "Zie {outlet}, {day}, «{title}» ({url})", {"url": True}),
    ("via", "{outlet}, {day}, «{title}», via {url}", {"url": True}),
    ("month only", "{outlet}, {month}, «{title}» ({url})", {"url": True, "date": "month"}),
    ("title, outlet, date", "'{title}', {outlet}, {day}", {}),
    ("title before outlet", "{title}, {outlet}, {day}, https://{site}/a", {"url": "home"}),
    ("outlet and author", "{outlet}, Jan de Vos, {day}, «{title}», https://{site}/a", {"url": "home"}),
    ("consulted", "{outlet}, «{title}», {day}. Geraadpleegd op 9 december 2024 via {url}", {"url": True}),
    ("no commas", "{outlet} {day} ‘{title}’", {}),
    ("label inside", "[1] {outlet}, {day}, «{title}», {url}", {"url": True}),
    ("press release", "Persbericht {outlet}, {day}, «{title}»", {}),
    ("pages", "{maker} ({year}), {title}, p. 12.", {"publisher": "maker", "date": "year"}),
    ("report of", "Zie ook het rapport van {the}{maker}, «{title}», {day}.", {"publisher": "maker"}),
    ("kind and title", "Rapport «{title}» ({maker}, {month})", {"publisher": "maker", "date": "month"}),
    ("scholar", "{maker} ({year}). {title}.", {"publisher": "maker", "date": "year"}),
)
# name, question, what is to be found
NEWS: tuple[Form, ...] = (
    ("known", "Bent u bekend met het bericht «{title}» ({outlet}, {day})?", {}),
    ("of", "Kent u het artikel “{title}” van {outlet} d.d. {day}?", {}),
    ("entitled", "Heeft u kennisgenomen van het bericht in {outlet} getiteld «{title}»?", {"date": None}),
    ("site", "Kent u het bericht «{title}» op {site}?", {"publisher": "host", "date": None}),
    ("what do you think", "Wat vindt u van het artikel ‘{title}’ ({outlet}, {day})?", {}),
    ("interview", "Heeft u het interview ‘{title}’ in {outlet} gelezen?", {"date": None}),
    ("broadcast", "Heeft u de uitzending van {outlet} van {day} gezien?", {"title": None}),
    ("documentary", "Kent u de documentaire «{title}» van {outlet}?", {"date": None}),
    ("opinion", "Wat vindt u van het opiniestuk van Jan de Vos in {outlet} van {day}?", {"title": None}),
    ("interview with", "Kent u het interview met de heer Jansen in {outlet} van {day}?", {"title": None}),
    ("stood in", "In {outlet} van {day} stond dat de pont stopt.", {"title": None}),
    ("according to", "Volgens {outlet} ({day}) stopt de pont.", {"title": None}),
    ("series", "Kent u de documentaireserie «{title}» ({outlet}, {day})?", {}),
    ("podcast", "Kent u de podcast «{title}» ({outlet}, {day})?", {}),
)
REPORTS: tuple[Form, ...] = (
    ("report", "Wat vindt u van het rapport «{title}» van {the}{maker}?", {"title": "title"}),
    ("investigation", "Kent u het onderzoek van {the}{maker} naar {subject}?", {}),
    ("out of a survey", "Wat vindt u ervan, zoals blijkt uit een enquête van {the}{maker}?", {"title": "enquête"}),
    ("advice with a day", "Hoe leest u het advies van {the}{maker} van {day}?", {"date": "iso"}),
    ("study of a year", "Kent u de studie van {the}{maker} uit {year}?", {"date": "year"}),
    ("year before maker", "Kent u het rapport uit {year} van {the}{maker}?", {"date": "year"}),
    ("done by", "Blijkt dat ook uit de evaluatie die door {the}{maker} is gedaan?", {}),
    ("brought out", "De {maker} heeft eind {year} advies uitgebracht over {subject}.", {"date": "year"}),
    ("concluded", "De Vaarraad concludeerde dat {subject} beter moet.", {"publisher": "Vaarraad"}),
    (
        "has had made",
        "Vorig jaar heeft de Waterraad in {year} onderzoek laten doen.",
        {"publisher": "Waterraad", "date": "year"},
    ),
    (
        "published",
        "Kent u het onderzoek «{title}» dat VKB op {day} publiceerde?",
        {"publisher": "VKB", "date": "iso", "title": "title"},
    ),
    ("survey", "Wat zegt de Nationale Schippersenquête {year}?", {"publisher": None, "title": "survey"}),
    ("bare", "Uit onderzoek van {the}{maker} blijkt dat ook.", {}),
    (
        "states in",
        "De Waterbond stelde in haar rapport van {day} dat {subject} beter moet.",
        {"publisher": "Waterbond", "date": "iso"},
    ),
    (
        "in its",
        "In haar rapport van {day} stelt de Waterbond dat het beter moet.",
        {"publisher": "Waterbond", "date": "iso"},
    ),
    ("compound", "Wat vindt u van het Veerwijzer-onderzoek uit {year}?", {"publisher": "Veerwijzer", "date": "year"}),
    ("compound title", "Kent u het Veerwijzer-rapport «{title}»?", {"publisher": "Veerwijzer", "title": "title"}),
    ("client", "Kent u het onderzoek van {the}{maker}, in opdracht van de Waterbond?", {}),
    (
        "several words",
        "Kent u het rapport van de Inspectie Veren en Sluizen?",
        {"publisher": "Inspectie Veren en Sluizen"},
    ),
    ("laid down", "Kent u het «Deltaplan» voor de Polder van {the}{maker}?", {"title": "Deltaplan"}),
    ("yearly", "Dat staat in het jaarverslag {year} van {the}{maker}.", {"title": "yearly"}),
)

# name, question, what is to be found: statements and letters
STATEMENTS: tuple[Form, ...] = (
    (
        "question time",
        "Wat bedoelde u toen u tijdens het vragenuur van {day} zei dat dit klopt?",
        {"title": "vragenuur"},
    ),
    ("debate", "Zei u dat niet tijdens het commissiedebat Vaarwegen van {day}?", {"title": "commissiedebat Vaarwegen"}),
    (
        "bill",
        "Herinnert u zich uw toezegging bij de behandeling van de Brugwet op {day}?",
        {"title": "behandeling van de Brugwet"},
    ),
    (
        "oral",
        "Kent u de mondelinge vragen van het lid Vos over {subject} (mondeling vragenuur {day})?",
        {"title": "oral"},
    ),
    ("president", "Wat vindt u van de uitspraken van president Aalders op {day}?", {"publisher": "president Aalders"}),
    ("outcry", "Kent u de brandbrief van de Waterbond van {day}?", {"publisher": "Waterbond"}),
    (
        "mayor",
        "Kent u de open brief van de burgemeester van Oosterwal d.d. {day}?",
        {"publisher": "burgemeester van Oosterwal"},
    ),
    ("letter", "Staat dat ook in de brief van {day}?", {}),
    ("informed", "Op {day} is de Kamer met een brief geïnformeerd.", {}),
)


def filled(pattern: str, d: Dealt) -> str:
    the = "" if d.maker.startswith(("Bureau", "Stichting")) else "de " if d.maker[0] not in "IKP" else "het "
    _, month, year = d.day.split()
    return pattern.format(
        outlet=d.outlet, site=d.site, maker=d.maker, title=d.title, subject=d.subject, day=d.day, url=d.url,
        month=f"{month} {year}", year=year, the=the,
    )  # fmt: skip


def truth(d: Dealt, changed: dict[str, object], *, report: bool = False) -> Said:
    year = d.iso[:4]
    words: dict[object, str] = {
        "site": d.site, "host": d.site, "maker": d.maker, "title": d.title, "month": d.iso[:7], "year": year,
        "iso": d.iso,
        "survey": f"Nationale Schippersenquête {year}",
        "oral": f"mondelinge vragen van het lid Vos over {d.subject}",
        "yearly": f"jaarverslag {year}",
    }  # fmt: skip
    values = {key: words.get(value, value) for key, value in changed.items() if key != "url"}
    plain: dict[str, object] = {"publisher": d.outlet, "date": d.iso, "title": d.title}
    if report:
        plain = {"publisher": d.maker, "date": None, "title": None}
    publisher, day, title = ((plain | values)[key] for key in ("publisher", "date", "title"))
    addresses: dict[object, str] = {True: d.url, "home": f"https://{d.site}/a"}
    printed = [str(value) if value else None for value in (publisher, day, title)]
    return Said(printed[0], printed[1], printed[2], addresses.get(changed.get("url")))


def said(citation: Citation) -> Said:
    return Said(citation.publisher, citation.date, citation.title, citation.url)


CASES = range(12)


@pytest.mark.parametrize("form", NOTES, ids=lambda form: form[0])
def test_a_note_of_any_form_says_what_it_says(form: Form) -> None:
    name, pattern, changed = form
    for i in CASES:
        d = dealt(f"{name} {i}")
        note = filled(pattern, d)
        found = [said(c) for c in extract(structure("Kent u dit?{1}", {"1": note}))]
        assert found == [truth(d, changed)], note


@pytest.mark.parametrize("form", NOTES, ids=lambda form: form[0])
def test_a_note_and_the_title_that_carries_its_mark_are_one_source(form: Form) -> None:
    name, pattern, changed = form
    for i in CASES:
        d = dealt(f"{name} {i}")
        note = filled(pattern, d)
        found = list(extract(structure(f"Kent u het bericht «{d.title}»?{{1}}", {"1": note})))
        assert [len(c.also) for c in found] == [1], note
        assert (found[0].title, found[0].publisher) == (d.title, truth(d, changed).publisher), note


@pytest.mark.parametrize("form", NEWS, ids=lambda form: form[0])
def test_an_article_in_a_sentence_is_found(form: Form) -> None:
    name, pattern, changed = form
    for i in CASES:
        d = dealt(f"{name} {i}")
        found = [said(c) for c in extract(structure(filled(pattern, d)))]
        wanted = truth(d, changed)
        assert [Said(f.publisher, f.date, f.title) for f in found] == [wanted], filled(pattern, d)


@pytest.mark.parametrize("form", REPORTS, ids=lambda form: form[0])
def test_a_report_in_a_sentence_is_found(form: Form) -> None:
    name, pattern, changed = form
    for i in CASES:
        d = dealt(f"{name} {i}")
        found = [said(c) for c in extract(structure(filled(pattern, d)))]
        assert found == [truth(d, changed, report=True)], filled(pattern, d)


@pytest.mark.parametrize("form", STATEMENTS, ids=lambda form: form[0])
def test_a_statement_or_a_letter_is_found_by_its_day(form: Form) -> None:
    name, pattern, changed = form
    for i in CASES:
        d = dealt(f"{name} {i}")
        found = [said(c) for c in extract(structure(filled(pattern, d)))]
        assert found == [truth(d, {"publisher": None, "title": None} | changed)], filled(pattern, d)


@pytest.mark.parametrize("first", NOTES[:6], ids=lambda form: form[0])
@pytest.mark.parametrize("second", NOTES[:6], ids=lambda form: form[0])
def test_two_sources_in_one_note_are_two(first: Form, second: Form) -> None:
    one, two = dealt(f"{first[0]} first"), dealt(f"{second[0]} second")
    assert one.url != two.url
    note = f"{filled(first[1], one)}; {filled(second[1], two)}"
    assert [said(c) for c in extract(structure(notes={"1": note}))] == [truth(one, first[2]), truth(two, second[2])]


NOTHING = (
    "Wordt er een onderzoek naar {subject} gedaan?",
    "Kunt u een rapport over {subject} laten opstellen en dat naar de Kamer sturen?",
    "Bent u bereid de Kamer een brief over {subject} te sturen?",
    "Deelt u de mening dat «{subject}» van belang is?",
    "Klopt het dat {the}{maker} hier op {day} over heeft vergaderd?",
    "Het Openbaar Ministerie doet onderzoek naar {subject}.",
    "Ik wacht het onderzoek van {the}{maker} af.",
    "Er is geen onderzoek van {the}{maker} naar {subject}.",
)


@pytest.mark.parametrize("pattern", NOTHING)
def test_what_is_yet_to_come_or_no_source_is_not_found(pattern: str) -> None:
    for i in CASES:
        text = filled(pattern, dealt(f"nothing {i}"))
        assert [said(c) for c in extract(structure(text))] == [], text
