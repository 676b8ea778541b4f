"""Web addresses as printed and repaired: "https:// krant.nl/artikel", "(www.krant.nl/artikel).", "ttps://krant.nl"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SUFFIX = r"(?:nl|com|org|eu|net|be|info|io|inc|de|fr|uk|int|gov|edu|news|tv|amsterdam|frl|ua|ch|dk|se|no|es|it|ie)"
ADDRESS = re.compile(
    rf"""(?:(?:h?ttps?\s?:\s?//\s?)(?=[^\s<>«»“”"]) | (?<![\w.@/-])www\.(?=\w)
       | (?<![\w.@/-])(?=[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,3}}\.{SUFFIX}/[\w-]))
       [^\s<>«»“”"‹›]{{2,2000}}
       (?:(?<=[?&=])\s(?=[\w%-]{{1,40}}=)[^\s<>«»“”"]{{1,2000}})?
       (?:(?:(?<=[-_])\s(?=(?-i:[a-z\d])[\w%]{{0,40}}[-_/.][\w%])|(?<=\w/)\s(?=(?-i:[a-z\d])[\w%-]{{0,60}}/(?:[\w%.-]{{1,80}}/|[\w%]{{0,40}}\d|[\w%.]{{1,40}}[-.][\w%]))
         |(?<=\w/)\s(?=[\w-]{{1,80}}\.(?:html?|pdf|aspx|php)(?!\w))
         |(?<=\w/)\s(?=(?-i:[a-z\d]{{1,30}}(?:-[a-z\d]{{1,30}}){{1,20}}(?:\)|[.]?\s{{0,3}}\Z)|[a-z\d]{{1,30}}(?:-[a-z\d]{{1,30}}){{3,20}})))[^\s<>«»“”"]{{2,500}}){{0,3}}""",
    re.VERBOSE | re.IGNORECASE,
)
GLUED_SOURCE = re.compile(  # "krant.nl/pont;Avondpost, 3 mei", "(krant.nl/pont).WBA, 3 mei"
    r";(?=[A-Z][a-z]|[«“‘]|[A-Z]{2,6},?$)|[,;](?=(?:geraadpleegd|bezocht|bekeken|gezien|laatst)(?![\w.-]))|\)[.,;]?(?=(?:[A-Z][\w’-]{0,30}|en),?$|[«“‘])"
)
GLUED_LEAD = re.compile(r"(?:zie|ook|via|op)(?=www\.)")  # "zie ookwww.krant.nl/pont"
SITE = re.compile(
    rf"(?<![\w.@/-])(?:www\.)?(?P<site>[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,2}}\.{SUFFIX})(?![\w/-])", re.IGNORECASE
)
NAMED_SITE = re.compile(
    r"""(?:\b(?:het|de)\s(?P<title>[A-Z][^.?!;,()\n]{3,100}?)\s?\(
    |\b(?:[Zz]ie|[Rr]aadpleeg|[Bb]ezoek)\s(?:ook\s|verder\s)?(?:de\s(?:web)?site\s(?:van\s)?)?\(?)
    (?P<site>(?:www\.)?[\w-]{2,63}(?:\.[\w-]{2,63}){0,2}\.(?:nl|com|org|eu|net|info))(?![\w/@-])""",
    re.VERBOSE,
)
SCHEME = re.compile(r"^h?ttp(?P<s>s?)\s?:\s?//\s?", re.IGNORECASE)
HOST = re.compile(r"^https?://(?:www\d?\.|m\.)?(?P<host>[^/:?#]+)", re.IGNORECASE)
DAY_FIRST = re.compile(r"[/=_-](?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<y>20\d\d)(?!\d)")
DAY = re.compile(r"[/=-](?P<y>20\d\d)(?P<joint>[/-]?)(?P<m>0[1-9]|1[0-2])(?P=joint)(?P<d>0[1-9]|[12]\d|3[01])(?![\d])")


MAY_HOLD = re.compile(rf"//|\.{SUFFIX}/", re.IGNORECASE)
SITE_HELD = re.compile(r"\.(?:nl|com|org|eu|net|info)(?![\w/@-])")


ACCENTS = str.maketrans(  # Frisian names have accents that their sites lack: "fryslan.frl"
    {"a": "[aâáàä]", "e": "[eéèêë]", "i": "[iíïî]", "o": "[oóöô]", "u": "[uúüû]", "c": "[cç]", "n": "[nñ]"}
)
SHARED_SITES = frozenset({"europa", "gov", "overheid", "co", "ac"})  # sites with a body on each subdomain


@dataclass(frozen=True, slots=True)
class Address:
    """An address in `text[start:end]`: as printed there, and as a browser takes it."""

    start: int
    end: int
    printed: str
    url: str


def addresses(text: str) -> Iterator[Address]:
    """The addresses in `text`, in order.

    >>> [a.url for a in addresses("Zie (https:// krant.nl/a_(b).) en www.stad.nl/x, of ttps://c.nl.")]
    ['https://krant.nl/a_(b)', 'https://www.stad.nl/x', 'https://c.nl']
    """
    if not may_hold(text):
        return
    for found in ADDRESS.finditer(text):
        lead = GLUED_LEAD.match(found.group())
        start = found.start() + (lead.end() if lead else 0)
        printed = _without_tail(text[start : found.end()])
        yield Address(start, start + len(printed), printed, repaired(printed))


def may_hold(text: str) -> bool:
    """Whether `text` has what every address has: "//", "www." or a site with a path."""
    return "www." in text.lower() or ("/" in text and MAY_HOLD.search(text) is not None)


def named_sites(text: str) -> Iterator[tuple[int, str | None, Address]]:
    """Sites that a text sends its reader to: where that begins, the title if one is printed, and the address.

    >>> [(title, a.url) for _, title, a in named_sites("Zie het Register van vletten (vletnl.nl), of zie veer.nl.")]
    [('Register van vletten', 'https://vletnl.nl'), (None, 'https://veer.nl')]
    """
    if not SITE_HELD.search(text):
        return
    for found in NAMED_SITE.finditer(text):
        if found["title"] and found["site"].partition(".")[0].isupper():
            continue  # a body's short name: "Rijksdienst voor Veren (RVV.nl)"
        address = Address(found.start("site"), found.end("site"), found["site"], repaired(found["site"]))
        begin = found.start("title") if found["title"] else address.start
        yield begin, found["title"], address


def repaired(printed: str) -> str:
    """The whole address, with a scheme and without spaces."""
    scheme = SCHEME.match(printed)
    rest = re.sub(r"\s+", "", printed[scheme.end() :] if scheme else printed)
    return f"http{scheme['s'].lower() if scheme else 's'}://{rest}"


def host(url: str) -> str:
    """The site of a repaired address: "krant.nl"."""
    found = HOST.match(url)
    return found["host"].lower() if found else ""


def named_like(site: str, text: str) -> str | None:
    """The name that a text prints for the body or outlet of a site: the word that the site is called by, always with a capital.

    >>> [named_like(site, "Volgens WBA en Veerkrant") for site in ("wba.europa.eu", "www.veerkrant.nl", "boot.nl")]
    ['WBA', 'Veerkrant', None]
    """
    parts = site.removeprefix("www.").split(".")[:-1]
    label = parts[0] if parts and parts[-1] in SHARED_SITES else parts[-1] if parts else ""
    if not label:
        return None
    letters = re.escape(label).translate(ACCENTS) if site.endswith(".frl") else re.escape(label)
    form = rf"(?<![\w.@/«-])({letters})(?![\w/@-]|\.\w)((?-i:\s[A-Z][a-z]\w{{1,20}}){{0,2}})"
    printed = re.findall(form, text, re.IGNORECASE)
    if not printed or not all(word[0].isupper() for word, _ in printed):
        return None
    first: str = printed[0][0]
    if kept := re.search(
        rf"(?<!\w)(?:provincie|gemeente|waterschap|hoogheemraadschap)\s{re.escape(first)}(?!\w)", text
    ):
        return kept.group()  # no place makes a page: "provincie Veerland"
    more = {rest for _, rest in printed}  # "Waterwacht International", where that is what all call it
    return first + (more.pop() if len(more) == 1 and first.istitle() else "")


def day_in(url: str) -> str | None:
    """The day that an address states: "https://krant.nl/2024/05/13/titel" -> "2024-05-13"."""
    address = url.partition("#")[0]
    found = DAY.search(address) or DAY_FIRST.search(address)
    return f"{found['y']}-{found['m']}-{found['d']}" if found else None


def slug(url: str) -> str:
    """The longest part of the path: in news, the title in small letters and hyphens."""
    path = re.sub(r"^https?://[^/]*", "", url).partition("?")[0].partition("#")[0]
    return max(path.split("/"), key=len)


def _without_tail(printed: str) -> str:
    """Without the full stop, comma, question mark, quotation mark or bracket that belongs to the sentence, and a source glued to it."""
    if glued := GLUED_SOURCE.search(printed):
        printed = printed[: glued.start()]
    while printed:
        last = printed[-1]
        if last in ".,;:?!'’‘\"]" or (last == ")" and printed.count("(") < printed.count(")")):
            printed = printed[:-1]
        else:
            break
    return printed
