"""When two mentions are of one source: equal addresses, alike titles, one publisher at one date."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

BODY_ALONE = re.compile(
    r"[A-Z]\w{4,20}(?:raad|kamer|toezicht|inspectie|autoriteit|ombudsman|commissariaat)|Commissariaat"
)
SHORT_NAME = re.compile(r"\((?P<short>[^()]{2,14})\)$")
SHORT = re.compile(r"[A-Z]{3,6}")
SUBTITLED = re.compile(
    r"^(?P<main>(?:[^\s.:?!–(]+\s){1,12}?[^\s.:?!–(]{2,40})(?:[.:?!]\s|\s[–(-])"
)  # of two words and more
LAST_PART = re.compile(  # "De staat van het water. Waterverslag 2030/2031": what appears again and again
    r"(?:[.:?!]|\s[–-])\s(?P<last>[A-Z][^.:?!]{3,60}(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?)$"
)
BEGINS = re.compile(r"(?<!\w)[A-Z](?=[a-z])|(?<=\s-)[a-z]")  # the words of a name that count
TITLE = 0.7  # share of letter triples in common: "hiv-infecties" for "hiv-besmettingen" in a title of ten words
REPEATED = 0.5  # the same where an answer repeats the title of its question, often from memory
CONTAINED = 0.55  # a title that is cut short still has more than half of the whole


@lru_cache(maxsize=1024)
def letters(text: str | None) -> str:
    """Letters and digits only, small, without accents: "Café-tour" -> "cafetour"."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in plain if not unicodedata.combining(c)))


def alike(a: str | None, b: str | None, share: float = TITLE) -> bool:
    """Whether two titles are one but for spelling, spaces or a shortened end; `share` of their triples in common."""
    first, second = letters(a), letters(b)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if short in long and len(short) >= CONTAINED * len(long):
        return True
    if short in (_main(a, b), _last_part(a, b)):
        return True
    x, y = _triples(first), _triples(second)
    return 2 * sum((x & y).values()) >= share * (sum(x.values()) + sum(y.values())) > 0


def begins_with(long: str | None, short: str | None) -> bool:
    """Whether a title is the first words of a longer one, two of them or more."""
    start = letters(short)
    return len((short or "").split()) > 1 and letters(long).startswith(start)


def _main(a: str | None, b: str | None) -> str | None:
    """The letters of the longer title before its subtitle: "Ponten in zicht. Een verkenning" -> "ponteninzicht"."""
    found = SUBTITLED.match(max(a or "", b or "", key=len))
    return letters(found["main"]) if found else None


def _last_part(a: str | None, b: str | None) -> str | None:
    """The letters of the part with a year that the longer title ends with."""
    found = LAST_PART.search(max(a or "", b or "", key=len))
    return letters(found["last"]) if found else None


def same_publisher(a: str | None, b: str | None) -> bool:
    """So "Telegraaf" is "De Telegraaf", "NRC" is "nrc.nl", "Nederlandse Stichting X (NSX)" is "NSX", "Zembla" "zembla.bnnvara.nl"."""
    first, second = _name(a), _name(b)
    if not first or not second:
        return False
    if first in _labels(b) or second in _labels(a) or _of_site(a, b) or _of_site(b, a):
        return True
    if (
        first == second
        or second in (initials(a), capitals(a))
        or first in (initials(b), capitals(b))
        or first == _in_bracket(b)
        or second == _in_bracket(a)
        or abbreviates(a, b)
        or abbreviates(b, a)
        or any(goes_on(name, b) for name in (a, *_labels(a)))
        or any(goes_on(name, a) for name in (b, *_labels(b)))
    ):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) <= len("nvwa"):
        return False  # short names in longer ones: "OM" in "Omroep"
    return (short in long and len(short) >= CONTAINED * len(long)) or alike(first, second)


def goes_on(short: str | None, name: str | None) -> bool:
    """Whether a name is that of a body in full: "Onderzoeksraad voor Sluizen" of "Onderzoeksraad".

    >>> goes_on("Onderzoeksraad", "Onderzoeksraad voor Sluizen"), goes_on("Sluis", "Sluis voor Boten")
    (True, False)
    """
    if not short or not name or len(name) <= len(short) or not BODY_ALONE.fullmatch(short.capitalize()):
        return False
    return name.casefold().startswith(tuple(f"{short.casefold()} {link} " for link in ("voor", "op", "van")))


def same_day(a: str | None, b: str | None) -> bool:
    """Whether two dates do not contradict each other: "2024-11" and "2024-11-04"; an unknown date contradicts none."""
    return not a or not b or a.startswith(b) or b.startswith(a)


def address_key(url: str) -> str:
    """An address without scheme, "www." and what follows "?" or "#"."""
    return re.sub(r"[?#].*$", "", re.sub(r"^https?://(?:www\.)?", "", url.casefold())).rstrip("/.,)")


def _labels(site: str | None) -> list[str]:
    """The names between the dots of a site, but for the last."""
    return site.casefold().removeprefix("www.").split(".")[:-1] if site and " " not in site else []


def _of_site(name: str | None, site: str | None) -> bool:
    """Whether a site is called by the capitals that a name begins with: "ABC Nieuws" of "abc.be"."""
    first = (name or "").partition(" ")[0]
    return first.isupper() and len(first) > len("VN") and first != name and first.casefold() in _labels(site)


@lru_cache(maxsize=1024)
def _name(name: str | None) -> str:
    return letters(
        re.sub(
            r"(?i)^(?:de|het|the)\s|\.(?:nl|com|org|eu|be|net|co\.uk)$|\s?\([^()]{0,40}\)$", "", (name or "").strip()
        )
    )


def initials(name: str | None) -> str | None:
    """Of three words and more: "Follow the Boat" -> "ftb"."""
    words = (name or "").split()
    return "".join(word[0] for word in words).casefold() if len(words) > len("ab") else None


def abbreviates(short: str | None, name: str | None) -> bool:
    """Whether capitals are letters of a name in its order, with the first of each of its words.

    >>> [abbreviates(short, "Orde van Registerloodsen en -visserijschippers") for short in ("ORLV", "ORS", "OLV", "Orlv")]
    [True, False, False, False]
    """
    if not short or not name or not SHORT.fullmatch(short) or len(name) < 3 * len(short):
        return False
    first = "".join(found.group() for found in BEGINS.finditer(name)).casefold()
    small = short.casefold()
    return len(first) > 1 and first[0] == small[0] and _within(small, letters(name)) and _within(first, small)


def _within(few: str, many: str) -> bool:
    """Whether some letters stand among others in their order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def capitals(name: str | None) -> str | None:
    """Of the words with a capital, three and more: "Instituut voor de Bouw van Ponten" -> "ibp"."""
    words = [word for word in (name or "").split() if word[0].isupper()]
    return "".join(word[0] for word in words).casefold() if len(words) > len("ab") else None


def _in_bracket(name: str | None) -> str | None:
    """The short name at the end of a name: "Team Zoönosen (T-Z)" -> "tz"."""
    found = SHORT_NAME.search(name or "")
    return letters(found["short"]) if found else None


@lru_cache(maxsize=256)
def _triples(text: str) -> Counter[str]:
    padded = f" {text} "
    return Counter(padded[i : i + 3] for i in range(len(padded) - 2))
