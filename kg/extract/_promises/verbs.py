"""Verbs with which the government undertakes something, as data: their forms, what they need and what they do.

A line holds the first person, the infinitive, the participle, the part that may stand apart ("bied ... aan"), words
one of which the verb needs ("doe ... toekomen"), and when its present tense is a promise: `always`, only with the
Kamer as receiver or a time to come (`whom`), only with a `time` to come, or never by itself (`shall`).

>>> [(v.kind, v.particle, form) for v, form in FINITE["toestuurt"]]
[('inform', '', 'third')]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PromiseKind = Literal["inform", "investigate", "act", "talk"]
When = Literal["always", "whom", "time", "shall"]
WHEN: dict[str, When] = {"always": "always", "whom": "whom", "time": "time", "shall": "shall"}
Form = Literal["first", "third", "plural"]

INFORM = """
stuur sturen gestuurd - - whom
stuur sturen gestuurd toe - always
zend zenden gezonden - - whom
zend zenden gezonden toe - always
verzend verzenden verzonden - - whom
verstuur versturen verstuurd - - whom
bied bieden geboden aan - whom
informeer informeren geïnformeerd - - whom
bericht berichten bericht - - whom
deel delen gedeeld - met_kamer always
deel delen gedeeld mee - time
deel delen gedeeld mede - time
rapporteer rapporteren gerapporteerd - - always
doe doen gedaan - toekomen always
doe doen gedaan - verslag always
laat laten gelaten - weten whom
leg leggen gelegd - inzage always
leg leggen gelegd voor kamer always
stel stellen gesteld - hoogte/kennis always
houd houden gehouden - hoogte always
breng brengen gebracht - hoogte always
kom komen gekomen terug - always
kom komen gekomen - terug always
koppel koppelen gekoppeld terug - always
ga gaan gegaan in - time
maak maken gemaakt - openbaar/bekend time
maak maken gemaakt bekend - time
geef geven gegeven - inzicht/uitsluitsel/duidelijkheid/antwoord/reactie/toelichting/helderheid time
verstrek verstrekken verstrekt - - whom
lever leveren geleverd aan - whom
besteed besteden besteed - aandacht/paragraaf/hoofdstuk time
licht lichten gelicht toe - time
licht lichten gelicht in - whom
presenteer presenteren gepresenteerd - - time
reageer reageren gereageerd - - time
beantwoord beantwoorden beantwoord - - time
kondig kondigen gekondigd aan - time
schrijf schrijven geschreven - - time
meld melden gemeld - - time
neem nemen genomen op brief/kamerbrief/voortgangsbrief/verzamelbrief/rapportage/voortgangsrapportage/monitor whom
kom komen gekomen - beleidsreactie/kabinetsreactie/reactie/brief/appreciatie always
zet zetten gezet uiteen - time
voorzie voorzien voorzien - reactie/appreciatie/kabinetsreactie/beleidsreactie time
vermeld vermelden vermeld - - time
leg leggen gelegd af verantwoording time
wijd wijden gewijd - paragraaf/hoofdstuk/passage/brief time
"""
INVESTIGATE = """
onderzoek onderzoeken onderzocht - - always
bezie bezien bezien - - always
bekijk bekijken bekeken - - always
kijk kijken gekeken - - time
verken verkennen verkend - - always
inventariseer inventariseren geïnventariseerd - - always
ga gaan gegaan na - always
doe doen gedaan - onderzoek/navraag always
inspecteer inspecteren geïnspecteerd - - time
zoek zoeken gezocht uit - always
breng brengen gebracht - kaart always
breng brengen gebracht - beeld time
houd houden gehouden - pols time
analyseer analyseren geanalyseerd - - time
evalueer evalueren geëvalueerd - - time
monitor monitoren gemonitord - - time
toets toetsen getoetst - - time
beoordeel beoordelen beoordeeld - - time
meet meten gemeten - - time
herhaal herhalen herhaald - - time
bereken berekenen berekend - - time
tel tellen geteld - - time
peil peilen gepeild - - time
herijk herijken herijkt - - time
test testen getest - - time
houd houden gehouden - gaten/oog always
houd houden gehouden - proef/praktijkproef/pilot/enquête/peiling/steekproef/schouw/raadpleging time
overweeg overwegen overwogen - - shall
weeg wegen gewogen af - time
reken rekenen gerekend door - time
licht lichten gelicht door - time
bestudeer bestuderen bestudeerd - - time
voer voeren gevoerd uit verkenning/onderzoek/evaluatie/inventarisatie/analyse/doorlichting/nulmeting always
"""
ACT = """
betrek betrekken betrokken - bij always
weeg wegen gewogen mee - always
volg volgen gevolgd - - shall
volg volgen gevolgd op aanbeveling/aanbevelingen/advies/adviezen always
publiceer publiceren gepubliceerd - - time
neem nemen genomen over - always
neem nemen genomen op - time
neem nemen genomen mee bij/in/naar always
neem nemen genomen - initiatief always
neem nemen genomen - maatregelen/besluit/stappen/beslissing/hand/gebruik/overweging/behandeling/dienst time
tref treffen getroffen - maatregelen/voorziening/voorzieningen/voorbereidingen time
zet zetten gezet voort - always
zet zetten gezet in ervoor always
zet zetten gezet in - time
zet zetten gezet om - time
zet zetten gezet op - time
start starten gestart - - time
begin beginnen begonnen - - time
besluit besluiten besloten - - time
besluit besluiten besloten - of always
beslis beslissen beslist - - time
beslis beslissen beslist - of always
vraag vragen gevraagd - om always
verzoek verzoeken verzocht - om/te always
geef geven gegeven - opdracht always
geef geven gegeven - uitvoering/gevolg/opvolging/invulling time
draag dragen gedragen op te/om always
pas passen gepast aan - time
wijzig wijzigen gewijzigd - - time
herzie herzien herzien - - time
verleng verlengen verlengd - - time
verruim verruimen verruimd - - time
verhoog verhogen verhoogd - - time
verlaag verlagen verlaagd - - time
versterk versterken versterkt - - time
intensiveer intensiveren geïntensiveerd - - time
investeer investeren geïnvesteerd - - time
verbeter verbeteren verbeterd - - time
actualiseer actualiseren geactualiseerd - - time
controleer controleren gecontroleerd - - time
verwerk verwerken verwerkt - - time
verminder verminderen verminderd - - time
vervang vervangen vervangen - - time
plaats plaatsen geplaatst - - time
open openen geopend - - time
sluit sluiten gesloten - - time
schrap schrappen geschrapt - - time
voltooi voltooien voltooid - - time
stel stellen gesteld in - time
stel stellen gesteld op - always
stel stellen gesteld vast - time
stel stellen gesteld aan - time
stel stellen gesteld - beschikbaar/beschikking/regels time
stel stellen gesteld open - time
voeg voegen gevoegd - bijlage/bij time
voeg voegen gevoegd toe - time
verspreid verspreiden verspreid - - time
verstrek verstrekken verstrekt - subsidie/bijdrage time
wijs wijzen gewezen aan - time
schaf schaffen geschaft af - time
leg leggen gelegd aan - time
koop kopen gekocht aan - time
stuur sturen gestuurd bij - time
zet zetten gezet stop - time
keer keren gekeerd uit - time
deel delen gedeeld toe - time
richt richten gericht in - time
richt richten gericht op - time
dien dienen gediend in - time
breng brengen gebracht - consultatie/internetconsultatie/procedure/ministerraad/stand time
leg leggen gelegd vast - time
leg leggen gelegd - ministerraad/afdeling/raad time
voer voeren gevoerd in - time
voer voeren gevoerd uit - time
voer voeren gevoerd door - time
scherp scherpen gescherpt aan - time
breid breiden gebreid uit - time
bouw bouwen gebouwd af - time
hef heffen geheven op - time
rond ronden gerond af - time
werk werken gewerkt uit - time
bereid bereiden bereid voor - time
trek trekken getrokken uit - time
trek trekken getrokken in - always
zorg zorgen gezorgd - - time
regel regelen geregeld - - time
realiseer realiseren gerealiseerd - - time
maak maken gemaakt - afspraken/sterk/balans/werk/eind/einde time
doe doen gedaan - gestand always
geef geven gegeven door - always
doe doen gedaan - voorstel/voorstellen/aanbod/deze/dit time
kom komen gekomen na - always
kom komen gekomen - regeling/besluit/aanpak/voorstel/voorstellen/plan time
kom komen gekomen - wetsvoorstel/reparatiewet/spoedwet/novelle/wetswijziging always
zie zien gezien - genoodzaakt always
werf werven geworven - - time
vervul vervullen vervuld - - time
betaal betalen betaald - - time
betaal betalen betaald uit - time
betaal betalen betaald terug - time
vergoed vergoeden vergoed - - time
herstel herstellen hersteld - - time
ontwikkel ontwikkelen ontwikkeld - - time
implementeer implementeren geïmplementeerd - - time
verplicht verplichten verplicht - - time
verbied verbieden verboden - - time
ondersteun ondersteunen ondersteund - - shall
lanceer lanceren gelanceerd - - time
"""
TALK = """
spreek spreken gesproken - - time
spreek spreken gesproken aan - time
bespreek bespreken besproken - - always
overleg overleggen overlegd - - time
voer voeren gevoerd - gesprek/gesprekken/overleg time
treed treden getreden - overleg/gesprek always
neem nemen genomen door - time
ga gaan gegaan aan gesprek/gesprekken/dialoog always
ga gaan gegaan - gesprek/overleg/tafel/werkbezoek/conversatie always
agendeer agenderen geagendeerd - - always
breng brengen gebracht - sprake always
breng brengen gebracht op - always
breng brengen gebracht - aandacht always
breng brengen gebracht - bezoek/werkbezoek time
leg leggen gelegd - werkbezoek/bezoek time
stel stellen gesteld - orde always
kaart kaarten gekaart aan - always
nodig nodigen genodigd uit - always
roep roepen geroepen op - time
roep roepen geroepen bijeen - always
dring dringen gedrongen aan - time
attendeer attenderen geattendeerd - op always
vraag vragen gevraagd - aandacht time
bezoek bezoeken bezocht - - time
ontvang ontvangen ontvangen - - time
ontmoet ontmoeten ontmoet - - time
organiseer organiseren georganiseerd - - time
wijs wijzen gewezen - - time
leg leggen gelegd voor - always
"""
DONE = """verholpen ingevuld ingeregeld teruggedraaid stopgezet opgeleverd opgericht aangelegd teruggevorderd
    gecompenseerd uitgekeerd heropend gegund getekend ondertekend bijgesteld vernieuwd gemoderniseerd gerenoveerd opgeknapt gesaneerd
    gesloopt verwijderd aangebracht gebouwd omgebouwd uitgerold opgestart hervat overgedragen overgeheveld weggewerkt ingelopen
    aangeschaft uitgerust afgehandeld bijgewerkt gedicht opgelost vereenvoudigd verduidelijkt
    versneld beëindigd gebruikt toegepast gerepareerd geplaatst geïnstalleerd verbreed opengesteld"""  # participles that are only ever passive
TABLES: tuple[tuple[PromiseKind, str], ...] = (
    ("inform", INFORM),
    ("investigate", INVESTIGATE),
    ("act", ACT),
    ("talk", TALK),
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with the words it needs after it; `particle` where its separable part stands apart."""

    kind: PromiseKind
    infinitive: str
    particle: str
    needs: tuple[str, ...]
    when: When


FINITE: dict[str, list[tuple[Verb, Form]]] = {}
INFINITIVES: dict[str, list[Verb]] = {}
PARTICIPLES: dict[str, list[Verb]] = {}
NEEDED: dict[str, None] = {}


def listed(words: str) -> frozenset[str]:
    """The words of a list that is printed as running text."""
    return frozenset(words.split())


def _learn(kind: PromiseKind, line: str) -> None:
    """Enter the forms of one verb: apart from its separable part, and joined to it as in "die ik toestuur"."""
    stem, infinitive, participle, part, words, when = line.split()
    particle = part.replace("-", "")
    needs = () if words == "-" else tuple(words.split("/"))
    apart, joined = (Verb(kind, particle + infinitive, p, needs, WHEN[when]) for p in (particle, ""))
    third = {"ga": "gaat"}.get(stem, stem if stem.endswith("t") else stem + "t")
    forms: tuple[tuple[str, Form], ...] = ((stem, "first"), (third, "third"), (infinitive, "plural"))
    for word, form in forms:
        FINITE.setdefault(word, []).append((apart, form))
        if particle:
            FINITE.setdefault(particle + word, []).append((joined, form))
    for start in (particle, particle + "te") if particle else ("",):
        INFINITIVES.setdefault(start + infinitive, []).append(joined)
    PARTICIPLES.setdefault(particle + participle, []).append(joined)
    NEEDED.update(dict.fromkeys(needs))


for _kind, _table in TABLES:
    for _line in _table.strip().splitlines():
        _learn(_kind, _line)
for _word in DONE.split():
    PARTICIPLES.setdefault(_word, []).append(Verb("act", "", "", (), "time"))
