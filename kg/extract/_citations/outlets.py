"""What was in an outlet on a day, told without a title: by the name beside the date, and a word of telling.

in Buitenhof van 24 november zei u                 the name before the date
zoals de Avondpost op 9 januari onthulde
volgens Trouw (9 mei jl.)
die op 18 maart bij BNR zei                        the name after it
de uitzendingen die Radar (9 oktober) wijdde aan
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract._citations.actors import STARTS
from kg.extract._citations.bodies import NAME
from kg.extract._citations.days import Day
from kg.extract._citations.kinds import SourceType
from kg.extract._citations.names import publisher_name
from kg.extract._citations.references import Reference

_SHOWN = r"(?:(?:radio|televisie|tv|praat|actualiteiten)-?\s?)?programma|talkshow|podcast|omroep|(?:[A-Z]{2,5})-programma|documentaire"
_PRINTED = r"(?:dag|week|maand|vak|opinie|universiteits|studenten)?blad|krant|(?:vak)?tijdschrift|persbureau|nieuwssite|zakenkrant"
BEFORE_DAY = re.compile(
    rf"""(?:(?<=[\s(«“‘])|^)(?P<link>[Ii]n|bij|op|door|[Vv]olgens|van|en|zoals|die|dat|waarover|waaraan|aldus|tegen|voor|met|toen)?\s?
    (?P<article>\b(?:[Hh]et|[Dd]e)\s?)?(?:[a-zé]{{3,14}}e\s)?(?:(?P<sort>{_SHOWN}|{_PRINTED})\s)?
    (?!(?:{STARTS})\b)(?P<name>(?>{NAME}))(?:\s\((?!\d)[^()]{{2,40}}\))?
    (?:\s?(?P<on>van|op|d\.\s?d\.|uit|in)\s?|\s?(?P<open>\(|,\s))(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?$""",
    re.VERBOSE,
)
AFTER_DAY = re.compile(
    rf"^\s(?:bij|in|tegenover|tegen|aan)\s(?:(?:het|de)\s?(?=[A-Za-z]))?(?:(?P<sort>{_SHOWN}|{_PRINTED})\s)?(?P<name>(?>{NAME}))(?=\s[a-z«“‘(]|[,.?])"
)
TELLING = re.compile(
    r"""(?<!\w)(?=\w)(?:zei(?:den)?|zegt|zeggen|gezegd|meld(?:t|de|den)|gemeld|bericht(?:te|ten|en)?|schr(?:eef|even|ijft|ijven)|geschreven|vertel(?:t|de|den)|verteld
    |onthul(?:t|de|den|ling(?:en)?)|citeer(?:t|de)|geciteerd|stel(?:t|de|den)|uitzend(?:t|ing(?:en)?)|uitzond(?:en)?|uitgezonden|zond|uitspra(?:ak|ken)|uitlating(?:en)?
    |interview|vraaggesprek|reacties?|oproep|woorden|column|opinie\w*|bepleit(?:te|ten)?|pleit(?:te)?|aankondig(?:t|de|ing)|waarschuw(?:t|de|ing)|noem(?:t|de|den)|genoemd
    |verhaal|reportage|aandacht|nieuws|artikel(?:en)?|beweer(?:t|de)|verklaar(?:t|de)|gaf|stond|staat|las|lezen|gelezen|kop(?:te|t)|bleek|blijkt|noodkreet|essay|verwoord|geuit|verscheen|bewering(?:en)?|stelling|beschreven|signalen|kritiek|betoog|pleidooi|ingezonden|gezien|gehoord|bekeken|beluisterd|beeld|wijdde[nt]?|liet|lieten)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
NO_OUTLET = re.compile(
    r"""^(?:Tweede\s|Eerste\s)?(?:Kamer|Minister|Staatssecretaris|Kabinet|Raad\b(?!\svan\sState)|Wet|Besluit|Motie|Commissie|Verordening|Richtlijn|Regeling|Handelingen
    |Aanhangsel|Staatscourant|Staatsblad|Hof\b|Rechtbank|Hoge\sRaad|Afdeling|Nederland|Staat\b|Rijk\b|NAVO\b|VN\b|Gemeente|Provincie|Europe(?:se|es)\s(?:Raad|Commissie|Parlement|Hof)|EU\b|Kerst|Pasen|Prinsjesdag
    |Centrale\sRaad|College\svan\sBeroep|Verdrag|Akkoord|Belastingplan|Convenant|Besluit|Wetboek|Grondwet|Beleidsregel|Eindhoven$|Den\sHaag$|Brussel$|Amsterdam$|Rotterdam$|Utrecht$|Genève$|New\sYork$|Parijs$|Londen$)
    |(?:nota|brief|wet|besluit|akkoord|verordening|regeling|richtlijn|overleg|debat|begroting|top|plan|verdrag)$""",
    re.VERBOSE,
)
TOLD_AT_ONCE = re.compile(
    r"^\s?(?:jl\.|jongstleden)?\s?(?:meldde|berichtte|schreef|onthulde|publiceerde|becijferde|waarschuwde|concludeerde|constateerde)\b"
)
# the end of what a name follows that is its own: "in het algemeen overleg Waterstaat van 3 mei", "de Raad Visserij van 3 mei"
OF_EVENT = re.compile(
    r"\b(?:overleg|debat|\w{3,20}(?:overleg|debat|raad|commissie|wet|nota)|beraad|behandeling|vergadering|bijeenkomst|conferentie|top|begroting|V?AO|WGO|Raad|motie|wet|nota|regeling|akkoord)\s$"
)
OF_BOTH = re.compile(  # "het debat over de begroting van Water en Wegen op 3 mei"
    r"\b(?:overleg|debat|behandeling|begroting|ministerie|commissie|beleid)\s(?:van|over|voor)\s(?:de\s|het\s)?[A-Z][\w’, -]{1,50}\sen\s$"
)
OF_POST = re.compile(r"(?:[Mm]inister(?:ie)?|[Ss]taatssecretaris)\s(?:van|voor)\s$")  # "de Minister van Water op 3 mei"
SHOWN = re.compile(_SHOWN)
LINKED = re.compile(  # the end of what BEFORE_DAY finds: a word with a capital or a bracket, and what links it to the day
    r"(?:\b[A-Z][\w.&’'-]{0,40}|\)|\d)(?:\s(?:van|op|d\.\s?d\.|uit|in)\s?|(?:d\.\s?d\.)\s?|\s?(?:\(|,\s))(?:[a-z]{3,6}dag\s)?$"
)
RULING = re.compile(  # the end of what a court's name is a part of: law, no news
    r"\b(?:uitspraak|arrest|vonnis|beschikking)\s?van\s?(?:de|het|een)\s[^.;:?!«“]{0,60}?(?:[Rr]echtbank|[Hh]of|Hoge\sRaad|Raad\svan\sState|bestuursrechtspraak|rechter|[Tt]ribunaal|Beroep)"
    r"(?!\w)[^.;:?!«“]{0,40}$"
)
JOINED = re.compile(
    rf"\b(?:oproep|pleidooi|verzoek|verklaring|reactie|kritiek|waarschuwing|noodkreet|voorstel)\svan\s(?:de\s|het\s)?(?P<name>(?>{NAME}))\sen\s(?:de\s|het\s)?$"
)
LONGEST_LINK = 70
LOOK_BACK = 120  # characters before a day in which the name stands


def in_outlets(sentence: str, told: Iterable[Day]) -> Iterator[tuple[SourceType, Reference]]:
    """The outlets that a sentence names beside a day, where it has a word of telling or says that they are outlets."""
    days = [(day, day.value) for day in told if day.value and len(day.value) >= len("2024-11")]
    for day, value in days:
        first = max(0, day.start - LOOK_BACK)
        ahead = sentence[first : day.start]
        before = BEFORE_DAY.search(ahead) if LINKED.search(ahead[-LONGEST_LINK:]) else None
        after = AFTER_DAY.match(sentence[day.end :])
        if not (before or after) or RULING.search(ahead) or (before and RULING.search(ahead, 0, before.start("name"))):
            continue
        tells = TELLING.search(sentence) is not None
        whole = len(value) == len("2024-11-04")
        sure = whole or (before is not None and (before["open"] or TOLD_AT_ONCE.match(sentence[day.end :])))
        if before and OF_POST.search(ahead[: before.start("name")]):
            before = None
        of_event = OF_BOTH if before and before["link"] == "en" else OF_EVENT
        if before and before["link"] in (None, "en") and of_event.search(ahead[: before.start("name")]):
            before = None
        if before and sure and _is_outlet(before, tells=tells) and _placed(before, sentence[day.end :]):
            own = before["link"] and (before["article"] or "")[:1].isupper()  # "in De Avondpost": part of the name
            start = first + before.start("article" if own else "name")
            if before["link"] == "en" and (
                other := JOINED.search(sentence[:start])
            ):  # "de oproep van Waterwacht en PONT van 3 mei"
                start = other.start("name")
            name = sentence[start : first + before.end("name")]
            yield _sort(before, sentence), Reference(start, day.end, publisher_name(name), day)
        elif after and whole and tells and _is_outlet(after, tells=True):
            yield (
                _sort(after, sentence),
                Reference(day.start, day.end + after.end(), publisher_name(after["name"]), day),
            )


def _is_outlet(found: re.Match[str], *, tells: bool) -> bool:
    told = (
        tells
        or found["sort"] is not None
        or (found.groupdict().get("link") or "").lower() in ("volgens", "aldus", "zoals")
    )
    return told and not NO_OUTLET.search(found["name"])


def _placed(found: re.Match[str], after: str) -> bool:
    """Whether the name is where an outlet's is: "in Brussel op 3 mei" names a place, "(NAME 3 mei)" must close."""
    if found["open"]:
        return found["open"] == "(" and after.lstrip()[:1] in (")", ",")
    return not (found["link"] in ("In", "in") and found["on"] == "op" and found["sort"] is None)


def _sort(found: re.Match[str], sentence: str) -> SourceType:
    shown = (found["sort"] and SHOWN.match(found["sort"])) or "uitzend" in sentence or "uitzond" in sentence
    return "broadcast" if shown else "news"
