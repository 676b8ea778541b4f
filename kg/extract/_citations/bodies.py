"""How the names of bodies and outlets look in running text: pieces of patterns."""

from __future__ import annotations

import re

WORD = r"[A-Z][\w&’'-]*(?:[.+/]\w+)*"
NUMBER = r"(?<!van )(?<!op )\d(?!\d|[ ]?(?:jan|feb|m(?:aa|rt|ei)|apr|ju[nl]|aug|sep|okt|nov|dec))"  # "Radio 1", but no day of a month
BODY = (
    r"(?:Inspectie|[Mm]inisterie[ ]van|(?:Kennis|Expertise)?[Cc]entrum|(?:Rijks|Kennis)?[Ii]nstituut|Autoriteit"
    r"|(?:Advies|Onderzoeks)?[Rr]aad|Planbureau|Dienst|Bureau)(?:[ ]voor)?(?:[ ](?:de|het))?"
)
PAIR = rf"{BODY}[ ]{WORD}(?:[ ]{WORD})?[ ]en[ ]?{WORD}"  # "Inspectie Veren en Sluizen"; other names end before "en"
SMALL = r"(?:van(?:de|het)?|voor(?:de|het)?|zonder|op|de|der|den|het|of|for|the|and|es|la|du|des|del|&|-|–)"  # "vanhet": where two lines met
GLUED = r"(?:van|voor|der|den)(?=[A-Z][a-z])"  # the space is lost where two lines met: "Bond vanSchippers"
TWO = r"[A-Z]\w{3,20}[ ]en[ ][A-Z]\w{3,20}[ ]\w{0,12}(?:[Pp]lanbureau|[Rr]aad|[Ii]nstituut|[Cc]entrum|[Bb]ureau|[Ff]onds|[Cc]ollege)"  # "Nat en Droog Planbureau"
NAME = rf"(?:{PAIR}|{TWO}|{WORD}(?:(?<=-)[ ]en[ ]?{WORD})?(?:[ ](?:{SMALL}[ ]|{GLUED}){{0,2}}(?:{WORD}(?:(?<=-)[ ]en[ ]?{WORD})?|&|{NUMBER})){{0,6}}(?:[ ]en[ ]-[a-z]{{3,40}})?)"


_AND_THE = r"(?:,\s?|\sen\s?)(?:de\s|het\s)?"


def names(least: int, most: int, joined: str = r"(?:,\s?|\sen\s)") -> str:
    """The pattern of `least` to `most` names: "Oost, West en De Wal".  The first begins behind no letter or digit."""
    return rf"(?:(?:(?<=\w){joined}|(?<!\w))(?>{NAME})){{{least},{most}}}"


EXPLAINED = (  # bodies with a name in small letters, before their short name: "Inspectie sluizen en bruggen (ISB)"
    r"(?:[A-Z][a-z]{3,20}(?:inspectie|autoriteit|dienst|raad|college|commissie|agentschap)|Inspectie|Autoriteit|Dienst|Raad|College|Commissie|Agentschap|Bureau|Platform|Stichting|Vereniging|Centrum|Instituut)"
    r"(?:,?\s[a-z][a-z-]{1,25}){1,7}(?=\s\([A-Z][A-Za-z]{1,6}\))"
)
PLACED = r"(?:ministerie\svan\s|burgemeester\svan\s|gemeente\s|provincie\s|commissie[\s-])?"
SORTED = (  # before the name of a body, and no part of it: "adviesbureau Stroom"
    r"(?:(?:(?:\w{2,14}-\sen\s)?\w{0,12}bureau|stichting|vakbond|vereniging|branche(?:organisatie|vereniging)|koepel|accountant(?:skantoor)?|consultant|denktank|kennisinstituut|onderzoeksinstituut|vakcentrale)\s)?"
)
OFFICE = (
    r"(?:Afdeling\s(?:advisering|bestuursrechtspraak)\svan\sde\sRaad\svan\sState|Nationale\s[Oo]mbudsman|Raad\svoor\sde\s[a-z]{5,30}(?:\sen\s[a-z]{6,30}(?=\s\([A-Z]))?|landsadvocaat|kinderombudsman"
    r"|regeringscommissaris|staatscommissie|rekenkamer(?=\W)|planbureaus)"
)
ROLE = (  # of persons, by their post: "wethouder Vos van Oost", "burgemeesters van Oost, West en De Wal"
    r"(?:(?!Nederlands)[A-Z][a-zëéï]{3,20}e\s(?:ambassad(?:eur|rice)|ambassade|regering|premier|president|minister(?:\svan\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)(?:\s[A-Z][\w’-]{1,25}){0,2}(?!\w)|(?:burgemeesters?|wethouders?|gedeputeerden?|voorzitters?|bestuurders?|directeur(?:en)?|topman|topvrouw|commissaris(?:sen)?|hoogleraar|hoogleraren|woordvoerder)"
    rf"(?:\s[A-Z][\w’-]{{1,25}}){{0,2}}\s(?:van|uit|bij)\s(?:de\s|het\s)?(?:(?:gemeente|provincie)\s)?{names(1, 5, _AND_THE)})"
)
COLLEGE = (  # "college van burgemeester en wethouders van Oost"
    r"(?:college(?:\svan\s(?:[Bb]urgemeester\sen\s[Ww]et-?houders|B\s?(?:&|en)\s?W|[Gg]edeputeerde\s[Ss]taten))?|burgemeester\sen\swet-?houders)"
    rf"\svan\s(?:de\s)?(?:(?:gemeente|provincie)\s)?{NAME}"
)
# outlets by the look of their names: letters of a broadcaster, a word for their sort, an article with a capital; and a few by name
LETTERED = (
    *(
        "Omroep",
        "Omrop",
        "RTV",
        "RTL",
        "NPO",
        "NH",
        "BBC",
        "CNN",
        "VRT",
        "ZDF",
        "ARD",
        "NOS",
        "NRC",
        "BNR",
        "WNL",
        "NU.nl",
    ),
    *("AD", "FD", "EW"),
)
PAPER_ENDS = ("dagblad", "weekblad", "nieuwsblad", "krant", "courant", "times", "zeitung")
ABROAD = ("Journal", "Herald", "Tribune", "Magazine", "Guardian", "Telegraph", "Post")
BY_NAME = (
    *(
        "Trouw",
        "Volkskrant",
        "Telegraaf",
        "Follow the Money",
        "Nieuwsuur",
        "EenVandaag",
        "Buitenhof",
        "Pointer",
        "Argos",
    ),
    "Kassa",
)
LOOKS = tuple(word.lower() for word in (*LETTERED, *PAPER_ENDS, *ABROAD, *BY_NAME))  # one of which such a name has
_ENDS = "|".join(f"(?<=[{end[0].upper()}{end[0]}]){end[1:]}" for end in PAPER_ENDS)
_NAMES = "|".join(BY_NAME).replace(" ", r"\s")
_LETTERS = "|".join(rf"{name}\b" if len(name) == len("AD") and name != "NH" else re.escape(name) for name in LETTERED)
LIKE_OUTLET = (
    rf"(?>(?:{_LETTERS})"
    r"(?:\s(?:(?:Radio|Nieuws|News|Journaal)\b|(?:op\s)?[A-Z](?:[a-zâ]{2,20}|[A-Z]{2,4}\b)|\d(?!\d))){0,2}"
    rf"|(?:[A-Z][\w’-]{{1,20}}\s){{0,3}}[A-Z]?\w{{0,12}}(?:(?<![a-z])[DWNKCTZ]|[dwnkctz])(?:{_ENDS})"
    r"(?:\svan\s(?:het|de)\s[A-Z]\w{2,15})?"
    rf"|(?:[A-Z][\w’-]{{1,20}}\s){{1,3}}(?:{'|'.join(ABROAD)})"
    rf"|{_NAMES})"
)
WITH_ARTICLE = (  # "De Avondpost", but no place
    r"(?:Het|De|The|Le|La|Der|Die|El|Il)\s(?!Hague|Bilt|Ronde|Fryske|Hogeland|Wolden|Meern|Lier|Kempen|Peel|Gooi|Haag|Nederlandsche|Jonge)"
    r"[A-Z][\w’-]{2,20}(?:\s[A-Z][\w’-]{2,20})?"
)
OUTLET = rf"(?>{LIKE_OUTLET}|{WITH_ARTICLE})"
