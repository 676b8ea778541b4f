"""What the generated documents talk about: invented people, places, papers and sentences.

A note's mark stands in a sentence as NOTE (a character of the private use area) and its number; the layouts print
it in their own way and the truth leaves it out.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

NOTE = "\ue000"

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

SURNAMES = (
    "Ruigewaard", "Van Duinbergen", "El Kasmi", "Den Oldenhof", "'t Zandt", "Van der Wilgen", "De Heidekamp", "Ouwejan",
    "Ten Brinkhof", "Ter Velden", "Kolenbrander-Vos", "Van den Polder-Steen", "Dijkwater", "Özkaya", "Yılmazer", "Bé",
    "Van 't Holland", "De la Porte", "Al Hamdani", "Sint-Nicolaas", "Lindewal", "Van Esdoorn", "Krijgsheld", "Mosterdman",
    "Verheuvel", "Op den Akker", "Ben Salah", "In 't Veen", "D'Arbeel", "Éclairmont", "Von Tielen", "Onderdijks",
)  # fmt: skip
FIRST_NAMES = ("Lotte", "Jan Willem", "Saïd", "Renée", "Bart", "Anne-Fleur", "Teun", "Mirjam")
INITIALS = ("A.", "J.C.", "M.L.M.", "Th.", "P.J.H.", "C.E.G.", "H.")
PARTIES = (
    "VVD", "D66", "CDA", "SP", "PvdA", "GroenLinks", "GroenLinks-PvdA", "PVV", "ChristenUnie", "SGP", "PvdD", "50PLUS",
    "DENK", "FVD", "Volt", "JA21", "BBB", "NSC", "BIJ1", "Nieuw Sociaal Contract", "Partij voor de Dieren",
    "Groep Kolenbrander", "Lid Ouwejan", "Waterpartij", "Partij voor de Polder", "Fractie Den Oldenhof",
)  # fmt: skip
PORTFOLIOS = (
    "Justitie en Veiligheid", "Veiligheid en Justitie", "Financiën", "Buitenlandse Zaken", "Binnenlandse Zaken en Koninkrijksrelaties",
    "Economische Zaken", "Economische Zaken, Landbouw en Innovatie", "Onderwijs, Cultuur en Wetenschap",
    "Volksgezondheid, Welzijn en Sport", "Sociale Zaken en Werkgelegenheid", "Infrastructuur en Waterstaat",
    "Infrastructuur en Milieu", "Landbouw, Visserij, Voedselzekerheid en Natuur", "Landbouw, Natuur en Voedselkwaliteit", "Defensie",
    "Verkeer en Waterstaat", "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "Klimaat en Groene Groei", "Asiel en Migratie",
    "Economische Zaken en Klimaat", "Volkshuisvesting en Ruimtelijke Ordening", "Immigratie en Asiel",
)  # fmt: skip
PORTFOLIOS_FOR = (
    "Rechtsbescherming", "Medische Zorg", "Langdurige Zorg en Sport", "Natuur en Stikstof", "Klimaat en Energie",
    "Buitenlandse Handel en Ontwikkelingssamenwerking", "Primair en Voortgezet Onderwijs", "Wonen en Rijksdienst",
    "Armoedebeleid, Participatie en Pensioenen", "Jeugd en Gezin", "Vreemdelingenzaken en Integratie",
)  # fmt: skip
TOWNS = ("Zuiderveen", "Oosterwolde aan de Lek", "Kralendam", "Nieuw-Wilgen", "Bergsluis", "Hoogeduin")
BODIES = (
    "de Polderautoriteit",
    "het Kennisbureau Vaarwegen",
    "de Stichting Schoolmaaltijd",
    "het Waterschap Zuiderveen",
)
THINGS = (
    "het sluisonderhoud",
    "de schoolmaaltijden",
    "de nachttrein",
    "de buurtbatterijen",
    "de veerponten",
    "de dijkbewaking",
)
TITLES = (
    "Sluisdeuren klemmen al drie jaar", "Wie betaalt de nachttrein?", "'Nooit meer over de brug'", "Kinderen zonder ontbijt",
    "Ruzie over turf (deel 2)", "Antwoord op alle vragen? Nee!", "Vraag 3 blijft open",
)  # fmt: skip
OUTLETS = ("De Polderkoerier", "Omroep Zuiderveen", "Dagblad van de Lek", "Waternieuws.nl")

SUBJECTS = (
    "{thing} in {town}",
    "het bericht «{title}»",
    "het bericht ‘{title}’",
    'het bericht "{title}"',
    "de berichten «{title}» en «{title2}»",
    "de uitspraken van {body} over {thing} (en de gevolgen daarvan)",
    "het rapport over {thing} inzake de kosten voor {town}",
    "de beantwoording van eerdere schriftelijke vragen over {thing}",
    "«{title}» en de brief d.d. 24 oktober 2024 over {thing}",
    "mensen die overlast hebben van {thing}",
    "het artikel «De vragen van {town} aan de minister over {thing}»",
    "{thing} (2e fase), de overlast en de veiligheid",
    "het voornemen om {thing} per 1 januari te stoppen",
)
QUESTIONS = (
    "Bent u bekend met het bericht «{title}»?",
    "Heeft u kennisgenomen van het rapport van {body} over {thing}?",
    "Klopt het dat {thing} in {town} al jaren tekortschiet?",
    "Deelt u de mening dat {body} hierin te weinig doet? Zo ja, waarom? Zo nee, waarom niet?",
    "Hoeveel mensen in {town} hebben volgens u last van {thing}?",
    "Wat is uw reactie op de stelling dat {thing} «te laat en te duur» is?",
    "Kunt u een overzicht geven van de maatregelen die sinds 2019 voor {thing} zijn genomen?",
    "Welke stappen gaat u zetten om de inwoners van {town} tegemoet te komen, en op welke termijn?",
    "Bent u bereid om hierover met {body} in gesprek te gaan en de Kamer daarover te informeren?",
    "Op welke wijze wordt toezicht gehouden op {thing}? Kunt u dat toelichten?",
    "Wanneer is {thing} voor het laatst onderzocht?",
    "Kunt u deze vragen een voor een en voor het commissiedebat beantwoorden?",
    "Waarom is er in {town} niet eerder opgetreden, terwijl {body} daar al om vroeg?",
    "Herinnert u zich uw uitspraak dat {thing} «vraag 3 op de lijst» zou zijn?",
)
ANSWERS = (
    "Ja.",
    "Nee.",
    "Ja, ik ben bekend met dit bericht.",
    "Ik deel die mening niet.",
    "Het toezicht op {thing} ligt bij {body}.",
    "Uit navraag bij {body} blijkt dat in {town} geen klachten bekend zijn.",
    "Daarbij is het van belang dat gemeenten zelf afwegen wat zij nodig vinden.",
    "In de periode tot en met vorig jaar is hiervan geen sprake geweest.",
    "Voor {thing} gelden de regels die ook elders in het land van toepassing zijn.",
    "Ik heb daarover geen gegevens, omdat deze niet worden bijgehouden.",
    "Dit vraagt om zorgvuldigheid; overhaaste besluiten helpen {town} niet.",
    "De vragen die in {town} leven, neem ik serieus.",
    "Antwoord geven op deze vraag is pas mogelijk als het onderzoek klaar is.",
)
HARMLESS = (
    "In {town} gaat het om circa 1.200 huishoudens, 65% van het totaal en 3 scholen.",
    "Sinds 1 januari 2021 is artikel 7 van toepassing op {thing}.",
    "Op 12 locaties is gemeten; op 3 daarvan werd de norm overschreden.",
)


def filled(rng: Random, template: str) -> str:
    """A template with invented names in it."""
    title, title2 = rng.sample(TITLES[:4], 2)
    return template.format(
        thing=rng.choice(THINGS), town=rng.choice(TOWNS), body=rng.choice(BODIES), title=title, title2=title2
    )


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


def day(rng: Random) -> date:
    """A day between 2009 and 2033."""
    return date(2009, 1, 5) + timedelta(days=rng.randrange(9000))


def long_day(when: date) -> str:
    """As headings print it: 3 april 2025."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def session(when: date) -> int:
    """The year in which the session (vergaderjaar) of a day began: on the third Tuesday of September."""
    opening = 15 + (1 - date(when.year, 9, 15).weekday()) % 7
    return when.year if when >= date(when.year, 9, opening) else when.year - 1
