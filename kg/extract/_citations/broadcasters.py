"""Programmes with who broadcasts them, which is no part of their name.

Radar (AVROTROS), 18 mei 2020          in brackets behind it
AVROTROS, Radar, 18 mei 2020           before it
Argos, NPO Radio 1, 13 maart 2021      the channel behind it
"""

from __future__ import annotations

import re

from kg.extract._citations.bodies import NAME

_SOCIETY = r"(?:AVROTROS|AVRO|TROS|BNNVARA|BNN(?:-VARA)?|VARA|KRO(?:-NCRV)?|NCRV|NTR|NPS|VPRO|HUMAN|EO|(?:Omroep\s)?MAX|WNL|PowNed)"
SOCIETIES = rf"{_SOCIETY}(?:\s?[/&]\s?{_SOCIETY})*"
CHANNEL = r"(?:(?:NPO\s?)?Radio\s\d|NPO\s?\d|Nederland\s\d|RTL\s?\d|SBS\s?6)"
BROADCASTER = re.compile(rf"(?:{SOCIETIES}|{CHANNEL})")
BEFORE = re.compile(rf"^(?:(?:{SOCIETIES}|{CHANNEL})(?:,\s|:\s|\s[–|-]\s)|NOS/NTR\s)(?=[A-Z])")
BEHIND = re.compile(
    rf"(?<=\w)(?:,\s(?:{CHANNEL}|{SOCIETIES})|\s\((?:{SOCIETIES}|{CHANNEL})(?:,\s(?:{SOCIETIES}|{CHANNEL}))?\))$"
)
NAME_AND_TITLE = re.compile(
    rf"^(?:(?:[Dd]e\s)?[Uu]itzending\s(?:van\s)?)?(?P<name>(?>{NAME})),?\s[«“‘\"'](?P<title>[^«»“”]{{2,200}})[»”’\"']$"
)
PROGRAMME_BEFORE = tuple(
    re.compile(form)
    for form in (
        r"(?<!\w)(?:in|bij|van|op|door|programma|podcast)\s[«“‘]?(?P<name>[A-Z][\w&’' -]{1,40}?)[»”’]?\s?$",
        rf"(?:^|[\s(«“‘])(?P<name>(?>{NAME}))[»”’]?\s?$",
    )
)


def programme(publisher: str | None, title: str | None, *, quoted: bool) -> tuple[str | None, str | None]:
    """Publisher and title, where a society stands before the programme or a channel behind it.

    >>> programme("AVROTROS", "Radar", quoted=False), programme("Argos, NPO Radio 1", "De pont", quoted=True)
    (('Radar', None), ('Argos', 'De pont'))
    """
    if not publisher:
        return publisher, title
    if title and (re.fullmatch(SOCIETIES, title) or re.fullmatch(CHANNEL, title)):
        return publisher, None
    if title and BROADCASTER.fullmatch(publisher) and (shown := NAME_AND_TITLE.match(title)):
        return shown["name"], shown["title"]  # "Veerwijzer ‘De pont’ (VARA, 2 mei 2031)"
    name = BEHIND.sub("", BEFORE.sub("", publisher))
    if title and not quoted and re.fullmatch(SOCIETIES, name) and re.fullmatch(NAME, title):
        return title, None
    return name, title


def shown_by(publisher: str, name: str) -> bool:
    """Whether a publisher is a programme and its society: "KRO/Veerwijzer" of "Veerwijzer"."""
    society, _, rest = publisher.partition("/")
    return rest == name and re.fullmatch(SOCIETIES, society) is not None and not re.fullmatch(SOCIETIES, name)


def programme_before(text: str, bracket: int, inside: str) -> re.Match[str] | None:
    """The programme before the bracket at `bracket` that names its broadcaster: "Vroege Vogels (BNNVARA, 3 mei 2019)"."""
    if not BROADCASTER.fullmatch(inside):
        return None
    before = text[max(0, bracket - 60) : bracket]
    return next((found for form in PROGRAMME_BEFORE if (found := form.search(before))), None)
