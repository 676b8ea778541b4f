"""Lists of askers and of offices, as headings print them, with who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from generator.words import FIRST_NAMES, INITIALS, PARTIES, PORTFOLIOS, PORTFOLIOS_FOR, SURNAMES

Truth = list[dict[str, Any]]


@dataclass(frozen=True)
class Said:
    """Words of a heading and what they mean."""

    text: str
    truth: Truth


def asker_name(rng: Random) -> str:
    """A surname, sometimes with a first name before it."""
    surname = rng.choice(SURNAMES)
    if rng.random() < 0.15:
        return f"{rng.choice(FIRST_NAMES)} {surname[:1].lower() + surname[1:] if ' ' in surname else surname}"
    return surname


def askers(rng: Random) -> Said:
    """ "het lid A (X)", "de leden A en B (beiden X)", "de leden A (X), B en C (allen Y) en D (Z)"."""
    number = rng.choice((1, 1, 1, 1, 2, 2, 3, 4, 5, 7))
    names = _distinct(rng, number)
    if number == 1:
        party = rng.choice(PARTIES)
        fellow = rng.choice(("", "", "", "", "", " c.s."))
        return Said(f"het lid {names[0]}{fellow} ({party})", [{"name": names[0], "party": party}])
    groups = _groups(rng, names)
    printed = [_group(rng, group, party) for group, party in groups]
    truth = [{"name": name, "party": party} for group, party in groups for name in group]
    return Said(f"de leden {_listed(printed)}", truth)


def _distinct(rng: Random, number: int) -> list[str]:
    names: list[str] = []
    while len(names) < number:
        name = asker_name(rng)
        if name.split()[-1] not in {other.split()[-1] for other in names}:
            names.append(name)
    return names


def _groups(rng: Random, names: list[str]) -> list[tuple[list[str], str]]:
    left, parties = list(names), rng.sample(PARTIES, len(names))
    out = []
    while left:
        size = min(len(left), rng.choice((1, 1, 1, 2, 3)))
        out.append((left[:size], parties.pop()))
        left = left[size:]
    return out


def _group(rng: Random, group: list[str], party: str) -> str:
    shared = {1: "", 2: "beiden ", 3: "allen "}[len(group)]
    if len(group) > 1 and rng.random() < 0.15:
        shared = ""
    return f"{_listed(group)} ({shared}{party})"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"


def office(rng: Random) -> dict[str, Any]:
    """A post: role, portfolio and the word before it ("van", "voor")."""
    if rng.random() < 0.08:
        return {"role": "minister-president", "portfolio": rng.choice((None, "Algemene Zaken")), "joint": ""}
    role = rng.choice(("minister", "minister", "staatssecretaris"))
    if role == "minister" and rng.random() < 0.25:
        return {"role": role, "portfolio": rng.choice(PORTFOLIOS_FOR), "joint": "voor"}
    return {"role": role, "portfolio": rng.choice(PORTFOLIOS), "joint": "van"}


def offices(rng: Random, number: int) -> list[dict[str, Any]]:
    """Different posts."""
    out: list[dict[str, Any]] = []
    while len(out) < number:
        post = office(rng)
        if post["portfolio"] not in {o["portfolio"] for o in out}:
            out.append(post)
    return out


def office_name(rng: Random, post: dict[str, Any], *, capital: bool) -> str:
    """ "Minister van Financiën", "minister-president", "minister voor Rechtsbescherming"."""
    if post["role"] == "minister-president":
        if post["portfolio"]:
            return f"{'Minister-President' if capital else 'minister-president'}, {'Minister' if capital else 'minister'} van Algemene Zaken"
        return "Minister-President" if capital else "minister-president"
    role = post["role"].capitalize() if capital else post["role"]
    joint = post["joint"]
    return f"{role} {joint} {post['portfolio']}"


def addressees(rng: Random, *, capital: bool) -> Said:
    """Whom the questions are put to: one post, several, the plural, or two posts of one ministry."""
    shape = rng.random()
    if shape < 0.55:
        posts = offices(rng, 1)
        text = f"de {office_name(rng, posts[0], capital=capital)}"
    elif shape < 0.70:
        posts, text = _plural(rng, capital=capital)
    elif shape < 0.78:
        portfolio = rng.choice(PORTFOLIOS)
        posts = [{"role": role, "portfolio": portfolio} for role in ("minister", "staatssecretaris")]
        first, second = ("Minister", "Staatssecretaris") if capital else ("minister", "staatssecretaris")
        text = f"de {first} en {rng.choice(('', 'de '))}{second} van {portfolio}"
    else:
        posts = offices(rng, rng.choice((2, 2, 3)))
        joints = [rng.choice(("de ", "de ", "aan de ", "")) for _ in posts[1:]]
        rest = [joint + office_name(rng, post, capital=capital) for joint, post in zip(joints, posts[1:], strict=True)]
        text = _listed([f"de {office_name(rng, posts[0], capital=capital)}", *rest])
    return Said(text, [{"role": p["role"], "portfolio": p["portfolio"]} for p in posts])


def _plural(rng: Random, *, capital: bool) -> tuple[list[dict[str, Any]], str]:
    role, plural = rng.choice(
        (("minister", "ministers"), ("minister", "ministers"), ("staatssecretaris", "staatssecretarissen"))
    )
    chosen = rng.sample(PORTFOLIOS, rng.choice((2, 2, 3)))
    joints = ["van"] * len(chosen)
    if role == "minister" and rng.random() < 0.3:
        chosen[-1], joints[-1] = rng.choice(PORTFOLIOS_FOR), "voor"
    word = plural.capitalize() if capital else plural
    printed = _listed([f"{joint} {portfolio}" for joint, portfolio in zip(joints, chosen, strict=True)])
    return [{"role": role, "portfolio": portfolio} for portfolio in chosen], f"de {word} {printed}"


def minister(rng: Random, post: dict[str, Any]) -> dict[str, Any]:
    """A post with somebody in it."""
    return {"name": rng.choice(SURNAMES), "role": post["role"], "portfolio": post["portfolio"], "joint": post["joint"]}


def answering(rng: Random, *, capital: bool) -> tuple[str, Truth, Truth]:
    """ "Minister A (X), mede namens de Staatssecretaris van Y": the words, who answers, on whose behalf."""
    first, *others = [minister(rng, post) for post in offices(rng, rng.choice((1, 1, 1, 1, 1, 2, 2, 3)))]
    text = _person(rng, first, capital=capital)
    who, behalf = [first], []
    if others and rng.random() < 0.3:
        text += f" en {rng.choice(('', 'van '))}{_person(rng, others[0], capital=capital)}"
        who.append(others[0])
        others = others[1:]
    if others:
        if rng.random() < 0.3:
            text += f", mede namens {_person(rng, others[0], capital=capital)}"
            behalf = others[:1]
        else:
            text += f", mede namens {_listed([f'de {office_name(rng, o, capital=capital)}' for o in others])}"
            behalf = [o | {"name": None} for o in others]
    return text, [_plain(p) for p in who], [_plain(p) for p in behalf]


def _person(rng: Random, who: dict[str, Any], *, capital: bool) -> str:
    role = (
        who["role"]
        if not capital
        else "Minister-President"
        if who["role"] == "minister-president"
        else who["role"].capitalize()
    )
    if not who["portfolio"]:
        who["portfolio"] = "Algemene Zaken"
    return f"{role} {who['name']} ({who['portfolio']})"


def _plain(who: dict[str, Any]) -> dict[str, Any]:
    return {key: who[key] for key in ("name", "role", "portfolio")}


def signer(rng: Random, post: dict[str, Any]) -> dict[str, Any]:
    """Who signs a letter, with initials or a first name."""
    surname = rng.choice([name for name in SURNAMES if name[:1].isupper()])
    before = rng.choice(INITIALS if rng.random() < 0.6 else FIRST_NAMES)
    parts = surname.split(" ")
    if len(parts) > 1:
        parts = [part.lower() if part != parts[-1] else part for part in parts]
    return {
        "name": f"{before} {' '.join(parts)}",
        "role": post["role"],
        "portfolio": post["portfolio"],
        "joint": post["joint"],
    }
