"""How names and addresses of news media compare."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kg.registry.names import squash

_DOMAIN = re.compile(r"\A[a-z0-9-]+(?:\.[a-z0-9-]+)+\Z")
_ARTICLE = re.compile(r"^(?:de|het|website)\s+", re.IGNORECASE)


def host(address: str) -> str:
    """The domain of an address, without "www."; "" where it has none.

    >>> host("https://www.nos.nl/l/1"), host("NU.nl"), host("NRC")
    ('nos.nl', 'nu.nl', '')
    """
    plain = "".join(address[:300].split()).lower()
    try:
        name = urlsplit(plain).hostname if "//" in plain else plain.partition("/")[0]
    except ValueError:
        return ""
    name = (name or "").removeprefix("www.")
    return name if _DOMAIN.fullmatch(name) else ""


def spelling(name: str) -> str:
    """The name without what spellings of one outlet differ in: article, "website", ".nl".

    >>> spelling("De Telegraaf") == spelling("Telegraaf.nl")
    True
    """
    plain = _ARTICLE.sub("", name[:300].strip()).lower()
    for ending in (".nl", ".com", ".be", " website"):
        plain = plain.removesuffix(ending)
    return squash(plain)
