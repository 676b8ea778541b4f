"""What mail adds to the text that it carries: signs before the lines it quotes, and the end that a program writes.

"> Vraag 1", ">> Kent u het bericht?"; "Verzonden vanaf mijn iPhone".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.records import Span

SIGN = re.compile(r"^[^\S\n]{0,3}>(?:[^\S\n]{0,1}>){0,9}[^\S\n]?", re.MULTILINE)
WORDS = re.compile(
    r"[^\S\n]{0,9}(?:[^\W\d_]|[\[(«‘“'\"„-])"
)  # what follows the sign, where it does not mean "more than"
FEWEST = 3  # lines of a quotation

# A program or a person ends a mail here.  Only below an empty line, where nothing that belongs to a letter follows.
ENDS = re.compile(
    r"""^(?:
      (?P<sent>(?:Verzonden|Verstuurd|Gestuurd|Sent)[ ](?:vanaf|vanuit|via|met|from)[ ](?:mijn|my|Outlook|Mail|Gmail|iPhone|iPad|Samsung|Proton)[^\n]{0,60}
      |(?:Download|Get)[ ]Outlook[^\n]{0,60}|Outlook[ ]voor[ ](?:iOS|Android)[^\n]{0,60})
    | --[ ]?
    | (?:Van|From):[ ][^\n]{1,80}
    )$""",
    re.VERBOSE | re.MULTILINE,
)
MOST = 12  # lines of such an end
LETTER = re.compile(r"^(?:Vra(?:ag|gen)|Antwoord)\b|[?]\s*$|\b[Mm]inister|\b[Ss]taatssecretaris", re.MULTILINE)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    r"""Where the signs before quoted lines stand: lines that follow each other, most of which go on with words.

    >>> list(quoted("> 65 jaar: 3\n> 75 jaar: 4\n> 85 jaar: 5\n"))
    []
    >>> list(quoted("Hallo,\n\n> Vraag 1\n>> Kent u het?\n>\n"))
    [(8, 10), (18, 21), (33, 34)]
    """
    run: list[re.Match[str]] = []
    for found in SIGN.finditer(text) if ">" in text else ():
        if run and text[run[-1].end() : found.start()].count("\n") != 1 and _between(text, run[-1], found):
            yield from _signs(text, run)
            run = []
        run.append(found)
    yield from _signs(text, run)


def _between(text: str, above: re.Match[str], below: re.Match[str]) -> bool:
    """Whether a line that is not quoted stands between two that are."""
    stop = text.find("\n", above.end())
    return bool(text[stop : below.start()].strip())


def _signs(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    filled = [found for found in run if text[found.end() : found.end() + 1].strip()]
    worded = sum(1 for found in filled if WORDS.match(text, found.end()))
    if len(run) >= FEWEST and 2 * worded > len(filled):
        yield from (found.span() for found in run)


def mail_end(text: str) -> Iterator[Span]:
    """The last lines of a mail: below an empty line, who sends it on and what it was sent with."""
    whole = text.rstrip()
    first = len(whole)
    for _ in range(MOST):
        first = max(0, whole.rfind("\n", 0, first))
    for found in ENDS.finditer(whole, first):
        rest = whole[found.start() :]
        if (
            not whole[whole.rfind("\n", 0, max(0, found.start() - 1)) + 1 : found.start()].strip()
            and not LETTER.search(rest)
            and any(end["sent"] or end[0].startswith("--") for end in ENDS.finditer(rest))
        ):
            yield Span(found.start(), len(whole))
            return
