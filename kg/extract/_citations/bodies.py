"""How the names of bodies and outlets look in running text: pieces of patterns."""

from __future__ import annotations

WORD = r"[A-Z][\w&’'-]*(?:\.\w+)*"
NUMBER = r"\d(?!\d|[ ](?:jan|feb|m(?:aa|rt|ei)|apr|ju[nl]|aug|sep|okt|nov|dec))"  # "Radio 1", but no day of a month
BODY = (
    r"(?:Inspectie|[Mm]inisterie[ ]van|(?:Kennis|Expertise)?[Cc]entrum|(?:Rijks|Kennis)?[Ii]nstituut|Autoriteit"
    r"|(?:Advies|Onderzoeks)?[Rr]aad|Planbureau|Dienst|Bureau)(?:[ ]voor)?(?:[ ](?:de|het))?"
)
PAIR = rf"{BODY}[ ]{WORD}(?:[ ]{WORD})?[ ]en[ ]{WORD}"  # "Inspectie Veren en Sluizen"; other names end before "en"
SMALL = r"(?:van|voor|op|de|der|den|het|of|the|and|&|-|–)"
NAME = rf"(?:{PAIR}|{WORD}(?:[ ](?:{SMALL}[ ]){{0,2}}(?:{WORD}|&|{NUMBER})){{0,6}})"
PLACED = r"(?:ministerie\svan\s|burgemeester\svan\s|gemeente\s|provincie\s|commissie[\s-])?"
OFFICE = (
    r"(?:Nationale\s[Oo]mbudsman|Raad\svoor\sde\s[a-z]{5,30}|landsadvocaat|kinderombudsman"
    r"|regeringscommissaris|staatscommissie|rekenkamer(?=\W)|planbureaus)"
)
