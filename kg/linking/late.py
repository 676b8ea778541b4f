"""Answers that came after the term without a notice: findings that only all documents of a case together can give.

A publication of the House says in its heading "Zie ook Aanhangsel …" where a notice of postponement came before it;
a letter does not.  So only publications are judged, and only where no document of the case is a notice or an earlier
answer, and nothing in the heading leads to one.
"""

from __future__ import annotations

from kg.linking.cases import Case
from kg.linking.lines import Lines, places
from kg.linking.steps import TERM
from kg.linking.summary import Summary, days_between
from kg.terms import address, literal, name

PUBLISHED = "ah-tk-"
ANSWERS = frozenset({"fullAnswer", "partialAnswer"})


def write(lines: Lines, case: Case) -> None:
    """The finding on the first answer of a case, where it is certain that it was late and that nobody said so."""
    days = {each.submitted for each in case.members} - {""}
    states = {each.state for each in case.documents} | {each.state for each in case.also}
    answers = [each for each in case.documents if each.state]
    if len(days) != 1 or len(answers) != 1 or not states <= ANSWERS | {""} or any(each.state for each in case.also):
        return
    (submitted,), (answer,) = days, answers
    if answer.state in ANSWERS and answer.publication.startswith(PUBLISHED) and "received" in answer.nodes:
        late = days_between(submitted, answer.answered)
        if late > TERM.days and not answer.announced:
            _finding(lines, answer, submitted, late)


def _finding(lines: Lines, answer: Summary, submitted: str, late: int) -> None:
    nodes = [(answer.key, answer.nodes[part]) for part in ("submitted", "received") if part in answer.nodes]
    place = answer.nodes["received"].rpartition("/")[2]
    node = address(f"document/{answer.key}/finding/LateAnswer/{place}")
    lines.add(node, "rdf:type", name("kv:Finding"))
    lines.add(node, "rdf:type", name("kv:LateAnswer"))
    lines.add(node, "kv:severity", name("kv:warning"))
    nl = f"Het antwoord kwam op {answer.answered}, {late} dagen na de inzending op {submitted}, zonder bericht van uitstel."
    en = f"The answer came on {answer.answered}, {late} days after the submission on {submitted}, without a notice."
    lines.add(node, "rdfs:comment", literal(nl, "nl"))
    lines.add(node, "rdfs:comment", literal(en, "en"))
    lines.add(node, "dcterms:isPartOf", address(f"document/{answer.key}"))
    for mention in places(nodes):
        lines.add(node, "kv:about", mention)
    lines.rests_on(node, places(nodes), ())
