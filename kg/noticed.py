"""What the rules notice that make issues, in a few words of Dutch and English: one line a rule.

An issue itself says in Dutch what was noticed at its place; this says in both languages what all of its kind are.
"""

from __future__ import annotations

OTHER = ("niet begrepen", "not understood")
RULES = {
    "amounts/vague": ("geld zonder bedrag", "money without a number"),
    "amounts/ambiguous": ("geld met meer dan één lezing", "money with more than one reading"),
    "answer-number": ("het nummer van een antwoord past niet", "the number of an answer does not fit"),
    "dates/impossible": ("een dag die er niet is", "a day that does not exist"),
    "dates/no-year": ("een dag zonder zeker jaar", "a day whose year is not certain"),
    "figures/unclear": ("een getal met twee waarden", "a number with two values"),
    "html/deletions": ("doorgehaalde tekst in HTML", "struck-out text in HTML"),
    "html/hidden": ("verborgen tekst in HTML", "hidden text in HTML"),
    "html/nested": ("HTML die te diep genest is", "HTML nested too deep"),
    "legal/ecli": ("een onvolledige ECLI", "an incomplete ECLI"),
    "legal/no-law": ("een artikel zonder wet", "an article without a law"),
    "markdown/deletions": ("doorgehaalde tekst in Markdown", "struck-out text in Markdown"),
    "metadata/conflict": ("metadata die het document tegenspreken", "metadata that contradict the document"),
    "metadata/date": ("een datum in de metadata die geen dag is", "a date in the metadata that is no day"),
    "metadata/other-document": ("metadata van een ander document", "metadata of another document"),
    "metadata/unread": ("metadata die niet te lezen zijn", "metadata that cannot be read"),
    "motions/no-number": ("een motie zonder nummer", "a motion without a number"),
    "numbering/answered-twice": ("een vraag met twee antwoorden", "a question with two answers"),
    "numbering/gap": ("een vraag die ontbreekt", "a question that is missing"),
    "numbering/no-question": ("een antwoord zonder vraag", "an answer without a question"),
    "participants/no-asker": ("Kamerleden die niet zijn begrepen", "members who were not understood"),
    "participants/odd-name": ("een naam die er geen is", "a name that is none"),
    "pdf/invisible-text": ("onzichtbare tekst in een PDF", "text that a PDF does not show"),
    "pdf/owner-password": ("een PDF met een wachtwoord van de eigenaar", "a PDF with an owner's password"),
    "pdf/pages-without-text": ("bladzijden zonder tekst", "pages without text"),
    "pdf/password": ("een PDF met een wachtwoord", "a PDF with a password"),
    "pdf/white-text": ("witte tekst in een PDF", "white text in a PDF"),
    "question-number": ("een nummer van een vraag dat er twee keer staat", "a question's number that is printed twice"),
    "read/characters": ("weggelaten tekens", "characters that were left out"),
    "read/direction": ("een omgekeerde schrijfrichting", "a reversed direction of writing"),
    "text/encoding": ("een andere codering dan UTF-8", "an encoding other than UTF-8"),
    "text/repaired": ("herstelde tekens", "repaired characters"),
    "word/deletions": ("geschrapte tekst in Word", "deleted text in Word"),
    "word/inserted": ("ingevoegde documenten in Word", "documents inserted in Word"),
    "word/remarks": ("opmerkingen in de kantlijn van Word", "remarks in the margin in Word"),
    "word/symbol": ("een onbekend symbool in Word", "an unknown symbol in Word"),
    "xml/date": ("een datum in XML die niet klopt", "a date in XML that is not right"),
    "xml/unknown-elements": ("onbekende elementen van XML", "unknown elements of XML"),
}

KEPT_OUT = {  # files that could not be used, by the code of the problem
    "E-CHANGED": ("een bestand dat tijdens het lezen veranderde", "a file that changed while it was read"),
    "E-CRASH": ("een bestand waaraan de lezer bezweek", "a file that its reader did not survive"),
    "E-DENIED": ("een bestand dat niet gelezen mag worden", "a file that may not be read"),
    "E-EMPTY": ("een leeg bestand", "an empty file"),
    "E-ENCODING": ("tekst in een onbekende codering", "text in an unknown encoding"),
    "E-GARBLED": ("tekst die niet te lezen is", "text that cannot be made out"),
    "E-LIMIT": ("een bestand dat te veel tijd of geheugen kost", "a file that takes too much time or memory"),
    "E-MISSING": ("een bestand dat er niet is", "a file that is not there"),
    "E-NO-QUESTIONS": ("een stuk zonder vragen", "a document without questions"),
    "E-NO-TEXT": ("een bestand zonder tekst", "a file without text"),
    "E-NOT-A-FILE": ("iets dat geen bestand is", "something that is no file"),
    "E-PDF-BROKEN": ("een kapotte PDF", "a broken PDF"),
    "E-PDF-ENCRYPTED": ("een PDF waarvan het wachtwoord ontbreekt", "a PDF whose password is missing"),
    "E-SHAPES": ("een stuk waarvan de graaf een regel breekt", "a document whose graph breaks a rule"),
    "E-TOO-BIG": ("een te groot bestand", "a file that is too big"),
    "E-TYPE-MISMATCH": ("een bestand dat iets anders is dan zijn naam zegt", "a file that is not what its name says"),
    "E-TYPE-UNSUPPORTED": ("een bestand van een soort die niet gelezen wordt", "a file of a kind that is not read"),
    "E-XML-BROKEN": ("kapot XML", "broken XML"),
    "E-XML-DTD": ("XML met een DOCTYPE", "XML with a DOCTYPE"),
    "E-ZIP-BROKEN": ("een kapot Word-bestand", "a broken Word file"),
    "E-ZIP-LIMIT": ("een Word-bestand dat te ver uitdijt", "a Word file that expands too far"),
}


def meaning(rule: str) -> tuple[str, str]:
    """What a rule notices, or why a file was kept out under a code, in Dutch and in English.

    >>> meaning("legal/no-law")
    ('een artikel zonder wet', 'an article without a law')
    """
    return RULES.get(rule) or KEPT_OUT.get(rule) or OTHER


def dutch(rule: str) -> str:
    """What a rule or a code means, as a sentence in Dutch.

    >>> dutch("E-EMPTY")
    'Een leeg bestand.'
    """
    return _sentence(meaning(rule)[0])


def english(rule: str) -> str:
    """What a rule or a code means, as a sentence in English.

    >>> english("dates/no-year")
    'A day whose year is not certain.'
    """
    return _sentence(meaning(rule)[1])


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
