"""Members and office-holders by the name in a document, on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kg.registry.facts import Facts, Incumbency, Membership, Period
from kg.registry.found import Candidate, Found, ranked, settled
from kg.registry.name_index import Hit, NameIndex

NEAR = 366
"""Days from a known seat within which a person may have sat."""
HANDOVER = 60
"""Days round a term in which documents still, or already, name its holder."""
EVEN = 1e-9
"""Scores that differ by no more are the same."""
Judge = Callable[[Hit], Candidate | None]


def found(names: NameIndex, printed: str, judge: Judge, remote: Judge, pool: Callable[[], set[str]]) -> Found:
    """The people of a name whom `judge` accepts, else one of `pool` with a misspelt name; and the `remote` ones."""
    hits = names.match(printed)
    accepted = [candidate for hit in hits if (candidate := judge(hit))]
    others = [candidate for hit in hits if (candidate := remote(hit))]
    if not accepted:
        accepted = [candidate for hit in names.alike(printed, pool()) if (candidate := judge(hit))]
    taken = {candidate.key for candidate in accepted}
    possible = ranked(candidate for candidate in others if candidate.key not in taken)
    candidates = settled(accepted)
    if len(candidates) > 1:
        reason = f"{len(candidates)} personen passen bij {printed!r}"
    elif candidates:
        reason = candidates[0].reason
    else:
        reason = f"niemand met de naam {printed!r} op die dag" if hits else f"de naam {printed!r} staat in geen lijst"
    return Found(candidates, reason, possible)


def outside(span: Period, on: date, what: str) -> str:
    """Why nobody is certain on a day that a list does not cover."""
    return f"{on} valt buiten de lijst van {what} ({span.start} tot {span.end})"


def uncovered(why: str, names: NameIndex, printed: str, remote: Judge, evident: Judge | None = None) -> Found:
    """Who it might be on a day that the list does not cover; candidates are only those whom other evidence shows."""
    hits = names.match(printed)
    candidates = settled(candidate for hit in hits if evident and (candidate := evident(hit)))
    taken = {candidate.key for candidate in candidates}
    possible = ranked(candidate for hit in hits if (candidate := remote(hit)) and candidate.key not in taken)
    return Found(candidates, candidates[0].reason if candidates else why, possible, covered=False)


Seats = dict[str, list[Membership]]


def member_judge(seats: Seats, attested: Seats, facts: Facts, groups: tuple[str, ...], on: date | None) -> Judge:
    """Accept who sat on that day, by the list of members or by the list of cases; another group counts against."""

    def judge(hit: Hit) -> Candidate | None:
        mine = seats.get(hit.person.key, [])
        held = [seat for seat in mine if seat.period.holds(on)]
        judged = [_seat(hit, seat, facts, groups) for seat in held]
        if judged:
            labels = [facts.parties[seat.party].label for seat in held]
            return _one(hit, judged, labels, "lid, maar voor welke fractie blijkt niet")
        asked = [stretch for stretch in attested.get(hit.person.key, ()) if stretch.period.holds(on)]
        judged = [_asked(hit, stretch, mine, groups) for stretch in asked]
        return ranked(judged)[0] if judged else None

    return judge


def _one(hit: Hit, judged: list[Candidate], labels: list[str], unclear: str) -> Candidate:
    """The best; where several fit alike, the person is known, but not by which seat or term: `via` is empty then."""
    best = max(judged, key=lambda each: each.score)
    alike = dict.fromkeys(label for each, label in zip(judged, labels, strict=True) if each.score >= best.score - EVEN)
    if len(alike) < 2:
        return best
    return Candidate(best.key, best.score, f"{hit.how}; {unclear}: {', '.join(alike)}")


def asked_judge(seats: Seats, attested: Seats, groups: tuple[str, ...], on: date) -> Judge:
    """Accept who asked questions round that day by the list of cases, which has all who did; another group counts."""

    def judge(hit: Hit) -> Candidate | None:
        asked = [stretch for stretch in attested.get(hit.person.key, ()) if stretch.period.holds(on)]
        return _asked(hit, asked[0], seats.get(hit.person.key, []), groups) if asked else None

    return judge


def _seat(hit: Hit, seat: Membership, facts: Facts, groups: tuple[str, ...]) -> Candidate:
    label = facts.parties[seat.party].label
    if not groups:
        return Candidate(hit.person.key, hit.score * 0.95, f"{hit.how}; lid voor {label}", seat.key)
    if seat.party in groups:
        return Candidate(hit.person.key, hit.score, f"{hit.how}; lid voor {label}", seat.key)
    if any(seat.party in facts.parties[group].line for group in groups):
        why = f"{hit.how}; lid voor {label}, voorganger of opvolger"
        return Candidate(hit.person.key, hit.score * 0.9, why, seat.key)
    return Candidate(hit.person.key, hit.score * 0.5, f"{hit.how}; maar op die dag lid voor {label}", seat.key)


def _asked(hit: Hit, stretch: Membership, seats: list[Membership], groups: tuple[str, ...]) -> Candidate:
    """The list of members is silent: the group is checked against the person's other seats."""
    known = {seat.party for seat in seats} | {stretch.party} - {""}
    why = f"{hit.how}; stelde in die tijd vragen volgens de zakenlijst"
    if groups and known and not known & set(groups):
        return Candidate(hit.person.key, hit.score * 0.5, f"{why}, maar nooit lid voor die fractie", stretch.key)
    weight = 0.9 if not groups else 0.92 if known else 0.88
    return Candidate(hit.person.key, hit.score * weight, why, stretch.key)


def member_remote(seats: Seats, attested: Seats, facts: Facts, groups: tuple[str, ...], on: date | None) -> Judge:
    """Who may have asked on a day of which the list is silent: an open seat, questions round that day, a namesake."""

    def judge(hit: Hit) -> Candidate | None:
        key, mine = hit.person.key, seats.get(hit.person.key, [])
        for seat in mine:
            if seat.period.end is None and on and seat.period.holds(on):
                judged = _seat(hit, seat, facts, groups)
                return Candidate(key, judged.score * 0.8, f"{judged.reason} toen de lijst eindigde", seat.key)
        for stretch in attested.get(key, ()):
            if on and stretch.period.holds(on):
                return _asked(hit, stretch, mine, groups)
        around = [*mine, *attested.get(key, ())]
        if on and around and (days := min(_distance(each.period, on) for each in around)) <= NEAR:
            return Candidate(key, hit.score * 0.6, f"{hit.how}; lid of vragensteller tot op {days} dagen na")
        return Candidate(key, hit.score * 0.4, f"{hit.how}; in een andere tijd of rol bekend")

    return judge


def minister_judge(
    terms: dict[str, list[Incumbency]], facts: Facts, posts: dict[str, float], role: str, on: date | None
) -> Judge:
    """Accept who was in office on that day; `posts` are those that the printed office may mean, with their scores."""

    def judge(hit: Hit) -> Candidate | None:
        held = [term for term in terms.get(hit.person.key, ()) if term.period.holds(on)]
        judged = [_term(hit, term, facts, posts, role) for term in held]
        labels = [facts.posts[term.post].label for term in held]
        return _one(hit, judged, labels, "in welk ambt blijkt niet") if judged else None

    return judge


def _term(hit: Hit, term: Incumbency, facts: Facts, posts: dict[str, float], role: str) -> Candidate:
    post = facts.posts[term.post]
    if not role:
        return Candidate(hit.person.key, hit.score * 0.95, f"{hit.how}; {post.label}", term.key)
    if term.post in posts:
        return Candidate(hit.person.key, hit.score, f"{hit.how}; {post.label}", term.key)
    if _same_rank(post.role, role):
        return Candidate(hit.person.key, hit.score * 0.85, f"{hit.how}; in dat ambt bekend als {post.label}", term.key)
    return Candidate(hit.person.key, hit.score * 0.5, f"{hit.how}; maar op die dag {post.label}", term.key)


def _same_rank(role: str, printed: str) -> bool:
    return (role == "stateSecretary") == printed.lower().startswith("staatssecretaris")


def addressed_judge(on: date) -> Judge:
    """Accept who was addressed before and after that day by the list of cases: in what office, it does not say."""

    def judge(hit: Hit) -> Candidate | None:
        asked = hit.person.addressed
        if asked is None or not asked.holds(on):
            return None
        return Candidate(hit.person.key, hit.score * 0.9, f"{hit.how}; kreeg in die tijd vragen volgens de zakenlijst")

    return judge


def minister_remote(terms: dict[str, list[Incumbency]], facts: Facts, on: date | None) -> Judge:
    """Who held an office at another time."""

    def judge(hit: Hit) -> Candidate | None:
        person = hit.person
        held = terms.get(person.key, ())
        if held and on:
            near = min(held, key=lambda term: _distance(term.period, on))
            days = _distance(near.period, on)
            weight = 0.7 if days <= HANDOVER else 0.5
            label = facts.posts[near.post].label
            return Candidate(person.key, hit.score * weight, f"{hit.how}; {label}, maar {days} dagen ernaast", near.key)
        return Candidate(person.key, hit.score * 0.4, f"{hit.how}; in een andere tijd of rol bekend")

    return judge


def _distance(period: Period, on: date) -> int:
    """Days from the day to the period, 0 inside."""
    before = (period.start - on).days if period.start else 0
    after = (on - period.end).days + 1 if period.end else 0
    return max(before, after, 0)
