"""Names of publishers as notes and sentences print them, less the words that are no part of the name."""

from __future__ import annotations

import re

SEPARATORS = " \t\n\u00a0,;:|–-"
SITE_WORDS = re.compile(r"^(?:de\s)?website(?:\svan)?\s{1,3}|\s{1,3}(?:website|online)$", re.IGNORECASE)
COURT = re.compile(r"^(?:[A-Z]\w{3,40}\s){1,4}(?=Rechtbank\s|Gerechtshof\s)")  # a section of it
ROLE = re.compile(r"^(?:[A-Z]?\w{0,20}adviseur|[Pp]rof(?:essor|\.)|[Hh]oogleraar|[Dd]r\.)\s?(?=[A-Z])")  # of a person
LONGEST = 14  # words
INITIAL_LAST = re.compile(r"(?:\b[A-Z]|\be\.\s?a|\bet\sal|\bc\.s)\.$")
ALONE = re.compile(  # a sort of source, and no name: "Rapport ‘Sluizen’, Waterraad"
    r"^(?:(?:Het|De|Een)\s)?(?:[A-Z]?\w{0,20}(?:rapport|rapportage|publicatie|onderzoek|advies|bericht|brief|artikel|studie|uitzending|toespraak|podcast|documentaire|column|interview|notitie)"
    r"|Factsheet|Website|Petitie|Manifest|Enquête|Peiling|Opinie|Blog|Bron|Vertaling|Idem|Ibid(?:em)?)$",
    re.IGNORECASE,
)
SHOWN = re.compile(
    r",\s?(?:(?:radio|tv|televisie)-?)?(?:uitzending|documentaire|podcast|aflevering|reportage)$", re.IGNORECASE
)
INSIDE = re.compile(  # "Bond vanSchippers", "Inspectie vanhet Onderwijs"
    r"\s(?:(?:van|voor|der|den|en)(?=[A-Z][a-z])|(?:van|voor)(?=(?:de|het)\s[A-Z]))"
)
GLUED = re.compile(r"^(?:de|het|van)(?=[A-Z][a-z]{3})")  # "deVeerkrant"
VERB_GLUED = re.compile(r"(?<=[a-z]{3})(?:blijkt|heeft|wordt|waar(?:uit|in|bij)(?:blijkt)?)$")  # "Veerbondblijkt"
SORT = re.compile(  # "de Duitse krant taz", "het dagblad Trouw", "vakblad Boerderij"
    r"^(?:(?i:de|het)\s)?(?:[A-Z][a-z]{3,14}e\s)?(?:(?:dag|week|maand|vak|opinie)?blad|krant|(?:vak)?tijdschrift|persbureau|nieuwssite|omroep|zender|(?i:onderzoeks|advies|ingenieurs|consultancy)bureau)\s(?=[\w@])"
    r"|^(?:vakbonden|vakcentrales|koepels|brancheverenigingen)\s(?=[A-Z])"
)
WHAT = re.compile(
    r"""^(?:(?i:het|de|een)\s)?(?P<noun>[Rr]apport|[Oo]nderzoek|[Aa]dvies|[Pp]ersbericht|[Bb]rief|[Bb]ericht|[Nn]ieuwsbericht
    |[Ee]-?mail|[Aa]rtikel|[Ss]tudie|[A-Z]\w{0,20}-(?:bericht|post|thread)|[Tt]weets?|[Tt]witterbericht|[Pp]osts?|[Tt]hread|[Uu]itzending|[Tt]oespraak
    |(?:[Oo]pen|[Gg]ezamenlijke)\s[Bb]rief|[Bb]randbrief|[Rr]eactie|[Pp]osition\s?[Pp]aper|[Zz]ienswijze|[Pp]resentatie|[Ss]tatement|[Vv]erklaring|[Mm]anifest)
    \s(?:(?:van|door|uit|in)\s(?:(?:de|het)\s)?(?=[A-Z@]|[a-z]+(?:\s[a-z]+){0,3}\s[A-Z])|(?=[A-Z@]|burgemeester\s))""",
    re.VERBOSE,
)
CALLED = re.compile(
    r"^(?:[Zz]ie\s(?:ook\s|bijvoorbeeld\s)?)?(?:het\s|de\s)?(?:(?:[Oo]pen|[Gg]ezamenlijke)\s)?(?![Ww]ebsite)(?P<noun>(?:[Pp]osition|[Ww]hite)\s[Pp]aper|[A-Za-z-]{4,30})\s(?=van\s|aan\sde\s|d\.\s?d\.|burgemeester\s|[A-Z]|[«“‘'\"])"
)
SERIES = re.compile(  # "CPB Policy Brief", "RIVM Rapport 2018-0140"
    r"(?<=\w)\s(?:(?:Design|Discussion|Working|Policy|Position|White|Fact|Research)\s?(?:Paper|Brief|Sheet|Note|Report)s?(?:\s(?:No\.?\s|nr\.?\s)?\d[\w/–-]*)?|Achtergronddocument|Occasional\sStudy|(?:Rapport|Report|Factsheet|Cahier|Speciaal\sverslag)(?:\s(?:No\.?\s|nr\.?\s)?\d[\w/–-]*)?)$"
)
COMMISSIONED = re.compile(r"(?<=\w)[\s,]{1,2}\(?in\sopdracht\svan\s.*$", re.DOTALL)
TO_WHOM = re.compile(
    r"\saan\s(?:(?:de|het)\s(?=[a-z]|Tweede\sKamer|Kamer\b)|minister|staatssecretaris|Tweede\sKamer|Kamer|kabinet|college|gemeente).*$"
    r"|\s(?:t\.?\s?b\.?\s?v\.?|ten\sbehoeve\svan|voor|op|bij)\s(?:het\s|de\s|een\s)?(?:\w{0,20}(?:consultatie|gesprek|overleg|debat|hoorzitting))\b.*$"
)


def publisher_name(printed: str | None) -> str | None:
    """A publisher without the words "website" and punctuation: "NOS website," -> "NOS".

    >>> [publisher_name(name) for name in ("Persbericht Schippersbond", "brief van de Waterraad aan de gezant", "in VP")]
    ['Schippersbond', 'Waterraad', 'VP']
    """
    name = (printed or "").strip(SEPARATORS + "('\"«“‘")
    name = SITE_WORDS.sub("", name if INITIAL_LAST.search(name) else name.removesuffix(".").strip())
    name = INSIDE.sub(r"\g<0> ", name)
    name = VERB_GLUED.sub("", GLUED.sub("", SORT.sub("", SHOWN.sub("", name))))
    if ALONE.match(name):
        return None
    what = WHAT.match(name)
    name = TO_WHOM.sub("", name[what.end() :]) if what else name
    name = SERIES.sub("", name)
    name = COURT.sub("", re.sub(r"^(?:in|uit|door|van|bij)(?::\s|\s+)", "", ROLE.sub("", COMMISSIONED.sub("", name))))
    again = "dezelfde" in name  # "het vervolg in dezelfde krant"
    return name if re.search(r"[^\W\d_]", name) and len(name.split()) <= LONGEST and not again else None


def noun_before(printed: str) -> str | None:
    """What a note calls its source: "Persbericht Schippersbond" -> "persbericht"."""
    what = CALLED.match(printed)
    return what["noun"].lower() if what else None
