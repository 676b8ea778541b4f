"""How people and bodies without a name of their own look in running text: pieces of patterns."""

from __future__ import annotations

from kg.extract._citations.bodies import LIKE_OUTLET, NAME, names

_PEOPLE = (
    "organisaties|instellingen|verenigingen|stichtingen|bedrijven|ondernemers|werkgevers|werknemers|medewerkers|bewoners|omwonenden|inwoners|burgers"
    "|ouders|leerlingen|studenten|scholieren|docenten|leraren|leerkrachten|schoolleiders|bestuurders|wetenschappers|onderzoekers|hoogleraren|economen"
    "|juristen|advocaten|rechters|artsen|specialisten|verpleegkundigen|verleners|apothekers|psychologen|therapeuten|patiënten|cliënten|boeren|vissers"
    "|schippers|chauffeurs|machinisten|agenten|militairen|bemanningsleden|veteranen|gemeenten|provincies|waterschappen|burgemeesters|wethouders"
    "|gedeputeerden|raadsleden|gemeenteraden|partijen|fracties|bonden|kerken|musea|theaters|kunstenaars|journalisten|redacteuren|uitgevers|huurders"
    "|gedupeerden|slachtoffers|nabestaanden|getroffenen|vrijwilligers|leden|ambtenaren|oud-ministers|deskundigen|experts|koepels|universiteiten"
    "|hogescholen|scholen|ziekenhuizen|huizen|banken|verzekeraars|fabrikanten|telers|tuinders|winkeliers|reizigers|ouderen|jongeren|eigenaren|houders"
    "|ombudsmannen|zorgaanbieders|aanbieders|coöperaties|corporaties|makers|vervoerders|artiesten|scholieren|prominenten|besturen|praktijken"
)
_COUNT = (
    r"(?:\d[\d.]{0,6}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{3,6}tien|twintig|dertig|veertig|vijftig|[a-z]{3,12}tig|honderd"
    r"|tientallen|honderden|duizenden|enkele|verschillende|diverse|meerdere)"
)
# counted people of any trade: "46 schaapherders", "dertig douaniers"; "drie pagina's" and "twee weken" are no people
_MANY = r"(?i:\d[\d.]{1,6}|elf|twaalf|[a-z]{3,6}tien|tien|twintig|dertig|veertig|vijftig|[a-z]{3,12}tig|honderd|tientallen|honderden|duizenden)"
_TRADE = (
    r"(?!pagina|bladzijde|kantje|regel|punt|alinea|woord|minuten|minuut|week|weken|maand|kwart|dag|jaar|jaren|euro|ton|keer|vel|bijlage|vra[ag]|artikel|deel|delen|procent|miljoen|augustus|kilometer|meter|exempla)"
    r"(?:[a-zë-]{3,30}(?:ers|eurs|iers|aars|ors|anten|enten|isten|ogen|ologen|gasten|raden|vrouwen|mannen|ieten|aten|ici|diensten|clubs|groepen|bonden|zaken|winkels|teams|instanties)|[a-zë-]{0,30}(?:loodsen|tolken|gidsen|koks|piloten|coaches|trainers))(?!\w)"
)
_SEVERAL = r"(?:gemeenten|provincies|waterschappen|hogescholen|universiteiten|vakbonden|koepels|brancheverenigingen)"
_ABOUT = r"(?:(?:meer\sdan|ruim|bijna|ongeveer|circa|ca\.|zo[’']n)\s)?"
_AND = r"(?:,\s|,?\sen\s)"
_OLD = r"(?:\(oud-\)|oud-)?"
_OF = rf"\s(?:van|uit|in|bij|op)\s(?:de\s|het\s)?(?!{LIKE_OUTLET}){names(1, 4)}"


def _group(of: str) -> str:
    return (
        rf"(?:{_SEVERAL}\s{names(2, 9, _AND)}"  # "gemeenten Oost, West en De Wal"
        rf"|{_ABOUT}(?:(?P<many>{_MANY})\s(?:(?:[a-zë-]{{4,24}}|[A-Z][a-zë]{{3,20}})e\s){{0,2}}{_OLD}{_TRADE}(?:\sen\s{_TRADE})?"
        rf"|(?P<some>{_COUNT}\s)?(?:[a-zë-]{{4,24}}e\s){{0,2}}{_OLD}(?=\w{{4,50}}(?<=[nsa])(?!\w))\w{{0,24}}?(?:{_PEOPLE})(?!\w)){of})"
    )


GROUP = _group(rf"(?:{_OF})?")
COUNTED = _group(rf"(?:{_OF}|(?(many)|(?(some)|(?!))))")  # by their number or by where they are from
_OF_WHAT = rf"\s(?:van|voor|uit|bij)\s(?:de\s|het\s)?(?:(?>{NAME})|[a-z]{{4,30}}(?:\s(?:(?:van|in)\s(?:de\s|het\s)?)?(?>{NAME}))?)"
COLLECTIVE = (  # bodies without a name of their own: "ondernemingsraad van de veerdienst", "cliëntenraad van het Veerziekenhuis"
    r"(?:(?:(?:ondernemings|medezeggenschaps|cliënten|patiënten|ouder|studenten|bewoners|wijk|dorps|gemeente|deelnemers|familie|faculteits|buurt|jongeren|adviesraad|faculteits|sector|senioren)ra(?:ad|den)|raad\svan\s(?:bestuur|toezicht|commissarissen)"
    r"|(?:bewoners|huurders|personeels|buurt|wijk|winkeliers|ouder|dorps)(?:commissie|vereniging|comité|platform|organisatie|belangen)|actiecomité|actiegroep|(?:medische\s)?staf|bestuur|directie|personeel)"
    rf"{_OF_WHAT}|college\svan\s(?:b\s?en\s?w|B\s?en\s?W|burgemeester\sen\swet-?houders)(?:{_OF_WHAT})?)"
)
