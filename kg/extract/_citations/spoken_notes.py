"""Notes that give who of the government said what is quoted, and where.

«De ponten varen.» Minister van Water tijdens het vragenuur, 22 oktober 2024.
Uitspraak van de Minister-President in het debat over de veerdiensten van 3 mei 2024
"""

from __future__ import annotations

import re
from datetime import date

from kg.extract._citations.days import days, moved_day
from kg.extract._citations.references import Reference

SPOKE = re.compile(
    r"""(?:^|[»”’"'.,:]\s|\b(?:van|door)\s(?:de\s)?)(?P<name>(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|[Pp]remier)(?:\s[^.;:«»“”()\n]{2,80}?)?)
    \s(?:tijdens|bij|in)\s(?:het|de|een)\s(?P<title>(?:mondelinge\s)?(?:vragenuur|persconferentie|[a-z]{0,20}(?:debat|overleg)|interpellatie)[^.,;:()«»\n]{0,80}?)
    (?:,\s|\s(?:van|op|d\.\s?d\.)\s|\s\()(?=\d)""",
    re.VERBOSE,
)
EVENT = re.compile(  # "Algemeen Overleg Binnenvaart van 13 februari 2031"
    r"^\W{0,2}(?P<title>(?:Algemeen\s[Oo]verleg|AO|(?:[Cc]ommissie|[Tt]weeminuten|[Pp]lenair\s)?[Dd]ebat|(?:[Nn]ota|[Ww]etgevings)overleg|[Vv]ragenuur)\b[^.,;:()«»\n]{0,80}?)(?:,\s|\s(?:van|op|d\.\s?d\.)\s|\s\()(?=\d)"
)
PLACES = ("vragenuur", "persconferentie", "debat", "overleg", "interpellatie")


def spoken(text: str, start: int, end: int, written: date | None) -> Reference | None:
    """What a member of the government said in a debate, by `text[start:end]` of a note."""
    part = text[start:end]
    if (held := EVENT.match(part)) and (day := next((d for d in days(part, written) if d.start == held.end()), None)):
        return Reference(start + held.start("title"), start + day.end, None, moved_day(day, start), held["title"])
    found = SPOKE.search(part) if any(place in part for place in PLACES) else None
    day = next((d for d in days(part, written) if d.start == found.end()), None) if found else None
    if found is None or day is None or day.value is None:
        return None
    name, title = " ".join(found["name"].split()), " ".join(found["title"].split())
    return Reference(start + found.start("name"), start + day.end, name, moved_day(day, start), title)
