"""Members and office-holders by the name in a document, on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kg.registry.facts import Facts, Incumbency, Membership, Period
from kg.registry.found import Candidate, Found, ranked, settled
from kg.registry.name_index import Hit, NameIndex

Judge = Callable[[Hit], Candidate | None]


def found(names: NameIndex, printed: str, judge: Judge, remote: Judge, pool: Callable[[], set[str]]) -> Found:
    """The people of a name whom `judge` accepts; else the one of `pool` with a misspelt name; else the `remote` ones."""
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


def uncovered(span: Period, on: date, what: str, names: NameIndex, printed: str, remote: Judge) -> Found:
    """No candidates for a day that the list does not cover, and who it might be."""
    why = f"{on} valt buiten de lijst van {what} ({span.start} tot {span.end})"
    possible = ranked(candidate for hit in names.match(printed) if (candidate := remote(hit)))
    return Found((), why, possible, covered=False)


def member_judge(seats: dict[str, list[Membership]], facts: Facts, groups: tuple[str, ...], on: date | None) -> Judge:
    """Accept who sat on that day; a group other than printed counts heavily against."""

    def judge(hit: Hit) -> Candidate | None:
        mine = seats.get(hit.person.key, [])
        judged = [_seat(hit, seat, facts, groups) for seat in mine if seat.period.holds(on)]
        if not judged and on:
            judged = [_seat(_between(hit), seat, facts, groups) for seat in _round(hit, mine, on)]
        return ranked(judged)[0] if judged else None

    return judge


def _round(hit: Hit, seats: list[Membership], on: date) -> list[Membership]:
    """The seats before and after a hole in the list, for a person who asked before and after that day too."""
    before = [seat for seat in seats if seat.period.end and seat.period.end <= on]
    after = [seat for seat in seats if seat.period.start and seat.period.start > on]
    return before[-1:] + after[:1] if before and after and hit.person.asked and hit.person.asked.holds(on) else []


def _between(hit: Hit) -> Hit:
    return Hit(hit.person, hit.score * 0.85, f"{hit.how}; tussen twee lidmaatschappen in de lijst")


def _seat(hit: Hit, seat: Membership, facts: Facts, groups: tuple[str, ...]) -> Candidate:
    label = facts.parties[seat.party].label
    if not groups:
        return Candidate(hit.person.key, hit.score * 0.95, f"{hit.how}; lid voor {label}", seat.key)
    if seat.party in groups:
        return Candidate(hit.person.key, hit.score, f"{hit.how}; lid voor {label}", seat.key)
    if any(seat.party in facts.parties[group].line for group in groups):
        return Candidate(
            hit.person.key, hit.score * 0.9, f"{hit.how}; lid voor voorganger of opvolger {label}", seat.key
        )
    return Candidate(hit.person.key, hit.score * 0.5, f"{hit.how}; maar op die dag lid voor {label}", seat.key)


def member_remote(seats: dict[str, list[Membership]], facts: Facts, groups: tuple[str, ...], on: date | None) -> Judge:
    """Who may have asked on a day that the list does not tell of: an open seat, questions before and after, else a namesake."""

    def judge(hit: Hit) -> Candidate | None:
        person = hit.person
        for seat in seats.get(person.key, ()):
            if seat.period.end is None and seat.period.start and on and seat.period.start <= on:
                judged = _seat(hit, seat, facts, groups)
                return Candidate(person.key, judged.score * 0.8, f"{judged.reason} toen de lijst eindigde", seat.key)
        if person.asked and person.asked.holds(on):
            return Candidate(person.key, hit.score * 0.7, f"{hit.how}; stelde ervoor en erna vragen")
        return Candidate(person.key, hit.score * 0.4, f"{hit.how}; in een andere tijd of rol bekend")

    return judge


def minister_judge(
    terms: dict[str, list[Incumbency]], facts: Facts, posts: dict[str, float], role: str, on: date | None
) -> Judge:
    """Accept who was in office on that day; `posts` are those that the printed office may mean, with their scores."""

    def judge(hit: Hit) -> Candidate | None:
        held = [term for term in terms.get(hit.person.key, ()) if term.period.holds(on)]
        judged = [_term(hit, term, facts, posts, role) for term in held]
        return ranked(judged)[0] if judged else None

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


def minister_remote(terms: dict[str, list[Incumbency]], facts: Facts, on: date | None) -> Judge:
    """Who held an office at another time, or was addressed around that day according to the list of cases."""

    def judge(hit: Hit) -> Candidate | None:
        person = hit.person
        if person.addressed and person.addressed.holds(on):
            return Candidate(person.key, hit.score * 0.8, f"{hit.how}; kreeg ervoor en erna vragen")
        held = terms.get(person.key, ())
        if held and on:
            near = min(held, key=lambda term: _distance(term.period, on))
            days = _distance(near.period, on)
            weight = 0.7 if days <= 60 else 0.5
            label = facts.posts[near.post].label
            return Candidate(person.key, hit.score * weight, f"{hit.how}; {label}, maar {days} dagen ernaast", near.key)
        return Candidate(person.key, hit.score * 0.4, f"{hit.how}; in een andere tijd of rol bekend")

    return judge


def _distance(period: Period, on: date) -> int:
    """Days from the day to the period, 0 inside."""
    before = (period.start - on).days if period.start else 0
    after = (on - period.end).days + 1 if period.end else 0
    return max(before, after, 0)
