"""What a reference prints besides publisher, date, title and address: pages, places, when it was looked at, its number.

>>> trimmed("Zembra (KRO-NCRV), tv-uitzending van 7 mei 2023, «Natte muren», p. 3 (geraadpleegd op 4 juni 2023)")
'Zembra, 7 mei 2023, «Natte muren»'
>>> trimmed("Waterbureau-rapport 2018–0047: «Sluizen»")
'Waterbureau: «Sluizen»'
>>> trimmed("Waterautoriteit (december 2022). Sectorbeeld 2022. Den Haag: Waterstaat, p. 19.")
'Waterautoriteit, december 2022, Sectorbeeld 2022'
"""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|maart|mrt|march|apr|mei|may|juni?|june|juli?|july|aug|sep|okt|oct|nov|dec|févr?|mai|juin)[a-zé]{0,7}\.?"
_DATE = rf"(?:\d{{1,2}}\.?\s?{_MONTH}\s?\d{{4}}|{_MONTH}\s\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}})"
_PLACES = (
    r"(?:Den\sHaag|['’]s-Gravenhage|Utrecht|Amsterdam|Rotterdam|Leiden|Groningen|Delft|Wageningen|Brussels?|London|Londen"
    r"|Parijs|Paris|Berlijn|Bern|Luxemburg|New\sYork|Washington|Genève|Geneva)"
)
_NUMBER = r"(?:[A-Z]{1,5}[-/]?)?\d[\w./–-]*"
YEAR_TITLE = re.compile(
    r"^(?P<who>[A-Z](?![^:]{0,60}\d\s[a-z]{3,9}\s\d{4}:)[^,:;()«“‘]{1,60}),?\s\(?(?P<date>(?:19|20)\d\d)\)?:\s(?P<title>\S.{3,300})$"
)
PLACE_LAST = re.compile(  # "Waterraad. Lood in leidingen. Den Haag, 17 juni 2031; publicatie nr. 2031/05"
    rf"^(?P<who>[A-Z][^.;]{{3,80}})\.\s(?P<title>[A-Z][^.«“‘]{{6,200}})\.\s{_PLACES}(?::\s[^,.;]{{3,60}})?,\s(?P<date>{_DATE}|\d{{4}})(?:[;.].*|)$"
)
SUBTITLE = (  # "Vast op de wal. Bereik van ponten in de delta": words of a sentence, and no publisher, place or journal
    r"(?!(?:Geraadpleegd|Beschikbaar|Verkregen|Opgehaald|Onderzoek|Rapport|Eindrapport|Studie|In\sopdracht|Te)\s)"
    r"(?![^.]{0,80}(?i:tijdschrift|journal|review|universiteit|university|ministerie|uitgeve|jaargang|\bblad\b))"
    r"[A-Z][a-zë’-]{1,30}(?=[^.]{0,160}\s(?!(?:van|voor|de|der|den|het|en|of|op|in|the|and|for|te|bij)\s)[a-zë]{3,30}(?:[\s.]|$))(?:\s[\w’'-]{1,40}){2,20}"
)
SCHOLARLY = re.compile(
    rf"^(?P<who>[^().,]{{3,80}})\s\((?P<date>{_DATE}|\d{{4}})\)\.\s(?P<title>[^.«“‘]{{4,200}}(?:\.\s{SUBTITLE}(?=\.|$))?)(?:\..*|)$"
)

_SEEN = ("geraadpleegd", "bezocht", "bekeken", "geopend", "gewijzigd", "ingezien", "accessed", "retrieved", "consulted")
_SHOWN = (
    "uitzending",
    "aflevering",
    "interview",
    "gepubliceerd",
    "verschenen",
    "uitgezonden",
    "publicatiedatum",
    "aangeboden",
    "overhandigd",
    "verstuurd",
    "verzonden",
)
_WHERE = (
    "pagina", "p.", "pag", "blz", "bladzijde", "tabel", "figuur", "hoofdstuk", "paragraaf", "par.", "alinea", "§", "r.", "nr", "no.",
    "jrg", "vol.", "jaargang", "bijlage", "annex",
)  # fmt: skip
TRIMS: tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...] = (
    tuple(  # form, what stands there instead, what it needs
        (re.compile(form, re.VERBOSE | re.IGNORECASE), instead, needs)
        for form, instead, needs in (
            # when somebody looked at it, or it was changed
            (
                rf"""[\s,;]{{0,2}}\(?\b(?:laatst(?:elijk)?\s)?(?:geraadpleegd|bezocht|bekeken|geopend|gewijzigd|ingezien|accessed|retrieved|consulted)
            (?:\s(?:op|on))?:?\s{_DATE}\)?(?:,?\s(?:van|from|via)\s?$)?""",
                "",
                _SEEN,
            ),
            # its sort, between its maker and its title
            (
                (
                    r",\s(?:(?:nieuws|pers|web)?bericht|onderzoek|rapport|rapportage|artikel|advies|factsheet|brief|publicatie|studie|column|interview"
                    r"|(?:brand|nood|zorg|open\s)brief|manifest|petitie|notitie|handreiking|evaluatie|analyse|verkenning|peiling|enquête|monitor|jaarverslag|opiniestuk)\s(?=[«“‘'\"])"
                ),
                ", ",
                (",",),
            ),
            # to whom a letter went, and its number
            (
                r"^((?-i:[A-Z])?\w*brief\s(?:van\s|(?-i:[A-Z]))[^,;]{2,80}?)\saan\s[^,;]{2,60}(?:,\s[^,;\d]{3,40}\sen\s[^,;\d]{3,60})?(?=,\s)",
                r"\1",
                ("brief",),
            ),
            (
                r"(?:,\s(?:(?:met|onder|ons)\s)?|\s(?:met|onder)\s)kenmerk:?\s[\w./-]{3,30}(?=$|[,.;\s])",
                "",
                ("kenmerk",),
            ),
            # of what day its figures are
            (
                rf",\s(?:peildatum|stand\sper|cijfers\sper|versie(?:\svan)?)\s{_DATE}",
                "",
                ("peildatum", "stand", "cijfers", "versie"),
            ),
            # that it was shown or printed on that day
            (
                rf"""(?:,\s?|\s)(?:(?:radio|tv|televisie)-?)?(?:uitzending|aflevering|interview|gepubliceerd|verschenen|uitgezonden|publicatiedatum|aangeboden|overhandigd|verstuurd|verzonden)
            (?:\s(?:van|op|d\.\s?d\.)|:)?\s(?={_DATE})""",
                ", ",
                _SHOWN,
            ),
            (rf",\s(?:maan|dins|woens|donder|vrij|zater|zon)dag\s(?={_DATE})", ", ", ("dag",)),
            (rf",\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?={_DATE})", ", ", ("day",)),
            (rf"({_DATE})\sen\s{_DATE}", r"\1", (" en ",)),
            (rf"(?<=[\s,])\d{{1,2}}(?:\s{_MONTH})?\sen\s(?={_DATE})", "", (" en ",)),
            (rf"\s/\s(?={_DATE}\s/\s)|(?<=\d{{4}})\s/\s(?=[A-Z«“‘])", ", ", (" / ",)),
            # where in it: pages, tables, its number in a series
            (
                r"""[\s,;]{1,2}(?:voorpagina|(?:pp?\.|pag\.?|blz\.?|bladzijden?|pagina(?:['’]?s)?|tabel|figuur|hoofdstuk|(?:sub)?paragraaf|par\.|alinea|§|r\.\s?o\.|nrs?\.|no\.
            |jaargang|jrg\.|vol\.|bijlage|annex)\s?[\dIVX][\w.:–-]*(?:\s?(?:–|-|en|,)\s(?:pp?\.\s)?(?!(?:19|20)\d\d\b)\d[\w.–-]*)?)(?=\s*(?:$|[,;.)(]))""",
                "",
                _WHERE,
            ),
            (
                rf"\s\((?:\w{{0,20}}(?:rapport|report|cahier|publicatie|advies|notitie|dossier|kenmerk)(?:[\s-]?(?:nummer|nr\.?|no\.?))?|nr\.|nummer|no\.)(?:\svan)?:?\s{_NUMBER}\)",
                "",
                ("(",),
            ),
            (r"\s\((?-i:[A-Z]{2,6})[\s-](?:\d{4}[\s/-])?(?-i:[A-Z])?\d[\w./-]{2,12}\)", "", ("(",)),
            (
                r"\s((?:19|20)\d\d);\s?\d{1,4}(?:\s?\(\d{1,3}\))?(?::\s?[\w–-]{1,20})?(?=$|[,.;\s])",
                r", \1",
                (";",),
            ),  # volume and pages
            # its sort, before its date
            (
                rf"(?<=[\w)]),\s(?:nieuwsbericht|persbericht|bericht|rapport|rapportage|artikel|advies|factsheet|brief|publicatie|nieuwsbrief|blog|column)(?:\s(?:van|d\.\s?d\.))?\s(?={_DATE})",
                ", ",
                (",",),
            ),
            # what it goes with
            (
                r"\s?\((?:(?:niet|als|in)\s)?(?:bijlage|bijgevoegd|bijgesloten|meegezonden|meegestuurd|onderhands|vertrouwelijk|ter\sinzage)[^()]{0,60}\)",
                "",
                ("bij", "meege", "onderhands", "vertrouwelijk", "inzage"),
            ),
            # the sort of file, the series and its number
            (r"[\s,;]{0,2}\((?:pdf|docx?|xlsx?|pptx?)\)", "", ("(",)),
            (
                r",\s(?:Policy\s(?:Paper|Brief)|Working\sPaper|Discussion\sPaper|Fact\sSheet|Occasional\sPaper|Research\sPaper)(?:\s(?:no\.?|nr\.?)?\s?\d[\w./-]*)?(?=$|[,.;])",
                "",
                ("paper", "brief", "sheet"),
            ),
            # the number of a paper of the United Nations
            (r",\s(?=[A-Z/.-]{1,20}\d)[A-Z]{1,4}(?:/[A-Z\d.-]{1,12}){1,4}(?=$|[,;.\s])", "", ("/",)),
            (r"[\s,;(]{1,3}(?:als\s)?bijlage\s(?:bij|van|bij\sde|tot)\b.*$", "", ("bijlage",)),
            (r"[\s,;(]{1,3}(?:Kamerstuk|Handelingen\sI|TK\s\d).*$", "", ("kamerstuk", "handelingen", "tk")),
            (r"[;.]\s(?:zie\sook|zie\shiervoor|vgl\.|cf\.)\s.*$", "", ("zie", "vgl.", "cf.")),
            (r"(?:,|\.\s(?:onder)?(?:zoek|rapport)(?:age)?)\sin\sopdracht\svan\s[^,;«“]{3,80}$", "", ("opdracht",)),
            # what somebody looks for at the address
            (
                r"^(?:voor\s(?:(?:het|de|een|meer|verdere)\s)?(?-i:[a-z]{4,20}))(?:\s(?:hierover|daarover|zie))?[\s:.,]*$",
                "",
                ("voor",),
            ),
            (
                r",\s(?:rapport|advies|publicatie|report|cahier)(?=,\s(?:19|20)\d\d\.?$)",
                "",
                ("rapport", "advies", "publicatie", "report", "cahier"),
            ),
            # who printed what its maker wrote
            (r",\s(?-i:[A-Z])[\w’'-]{2,20}:\s(?-i:[A-Z])[\w&.’' -]{1,40}?(?=,\s(?:19|20)\d\d\.?$)", "", (": ",)),
            (
                rf"^((?P<who>(?-i:[A-Z])[\w&’' -]{{1,40}})\b.*?)[.,]\s{_PLACES}(?:,\s(?-i:[A-Z]{{2}}))?:\s(?P=who)\.?$",
                r"\1",
                (": ",),
            ),
            (
                rf",\s(?-i:[A-Z])[\w&’' -]{{1,30}}\s(?:Publishing|Press|Uitgevers?|Publishers)(?:,\s{_PLACES})?(?=$|[,.;])",
                "",
                ("publish", "press", "uitgever"),
            ),
            # where it was printed
            (rf"(?<=\(){_PLACES},\s(?=\w+\s\d{{4}}|\d{{4}})", "", ("(",)),
            (r"\s\((?-i:[A-Z])\w{2,20}:\s[^()]{2,40}?,?\s((?:19|20)\d\d)\)", r" (\1)", ("(",)),
            (rf",\s{_PLACES},?(?=\s(?:{_DATE}|\d{{4}})\b)", ",", (",",)),
            (rf"(?<=\d{{4}}),\s{_PLACES}\.?$", "", (",",)),
            (
                r"^((?-i:[A-Z])[^«“‘'\",]{1,80},\s[«“‘'\"][^»”]{4,200}[»”’'\"]),\s(?-i:[A-Z])[\w-]{2,20}(?:\s(?:aan\s(?:de|den)|op|bij)(?=\s)|\s(?-i:[A-Z])[\w-]{2,20}){0,3},\s(?=(?:19|20)\d\d\.?$)",
                r"\1, ",
                (",",),
            ),
            # the broadcaster of a programme, the short name of a body
            (
                r"^((?-i:[A-Z])[\w.&’'-]{0,40}(?:\s(?-i:[A-Z])[\w.&’'-]{0,40}){0,4})\s\((?-i:[A-Z][A-Z/&\s-]{1,20}|[A-Z][\w-]{1,12}/[A-Z][\w/-]{1,20})\)(?=[,:])",
                r"\1",
                ("(",),
            ),
            # the same once more, with its sort and number: "WBA (2031), Ponten, WBA-rapport 2031-0012"
            (
                rf"^((?-i:(?P<body>[A-Z]{{2,8}}))\b.*?),\s(?P=body)[\s-](?:brief)?(?:rapport|report|advies|notitie|publicatie)(?:\s{_NUMBER})?(?=$|[,.;\s])",
                r"\1",
                ("rapport", "report", "advies", "notitie", "publicatie"),
            ),
            # a sort and a number behind the name of a body
            (
                rf"^((?-i:[A-Z])[\w&]{{1,20}}(?:\s(?-i:[A-Z])[\w&]{{1,20}}){{0,2}})-(?:brief)?(?:rapport|advies|notitie|publicatie|onderzoek|persbericht)(?:\s{_NUMBER})?(?=[:,]\s)",
                r"\1",
                ("-",),
            ),
            (
                rf"(?<=,\s)((?-i:[A-Z]{{2,6}}))[\s-](?:report|rapport|advies|paper|working\spaper|policy\sbrief)\s(?:no\.?\s|nr\.?\s)?{_NUMBER}(?=$|[,.;\s])",
                r"\1",
                (",",),
            ),
            (
                rf",\s(?:rapport|advies|publicatie|report|cahier)(?:nummer|nr\.?|\sno\.?|\snr\.?|\snummer)?\s{_NUMBER}(?=$|[,.;\s])",
                "",
                (",",),
            ),
        )
    )
)


def trimmed(head: str) -> str:
    """A reference without its address, less what says nothing of publisher, date and title."""
    scholarly = SCHOLARLY.match(head) or YEAR_TITLE.match(head) or PLACE_LAST.match(head)
    text = f"{scholarly['who']}, {scholarly['date']}, {scholarly['title']}" if scholarly else head
    small = text.lower()
    for form, instead, needs in TRIMS:
        if any(map(small.__contains__, needs)):
            text = form.sub(instead, text)
    return text


def trimmed_end(text: str, words: re.Pattern[str], marks: str) -> str:
    """Text without the marks at its end, and without the words that lead to what follows."""
    return words.sub("", text.rstrip(marks)).rstrip(marks)
