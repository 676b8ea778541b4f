"""What is said of money in a document: amounts, sums that were added up again, and amounts that could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from kg.extract._amounts.kinds import Funding
from kg.extract._unread import Unread
from kg.records import Finding, Mention, Span, Term, Value, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Mention):
    """An amount of money.  `slices`: what falls in which year, where that is known.

    `per`: of what it is the price of one ("leerling", "jaar"), `payer`: who pays it, both as printed; `told_at`: where.
    """

    field: ClassVar[str] = "amounts"
    rdf_class: ClassVar[str] = "Amount"

    raw: str
    value: Decimal
    currency: str = "EUR"
    years: tuple[int, ...] = ()
    funding: Funding | None = None
    from_year: int | None = None
    per_year: bool = False
    per: tuple[str, ...] = ()
    payer: str | None = None
    purpose: str | None = None
    told_at: tuple[Span, ...] = ()
    slices: tuple[tuple[int, Decimal], ...] = ()
    part_of: Amount | None = None

    def evidence(self) -> tuple[Span, ...]:
        """The amount, then the words that say per what it is and who pays."""
        return tuple(dict.fromkeys((*self.spans, *self.told_at)))

    def record(self) -> dict[str, Any]:
        """The keys of the records contract; `eur` is null for other currencies."""
        value = _json_number(self.value)
        return {
            "eur": value if self.currency == "EUR" else None,
            "raw": self.raw,
            "at": self.at[0] if self.at else "",
            "years": list(self.years),
            "kind": self.funding,
            "from_year": self.from_year,
            "per_year": self.per_year,
            "per": list(self.per),
            "payer": self.payer,
            "purpose": self.purpose,
            "currency": self.currency,
            "value": value,
            "slices": {str(year): _json_number(part) for year, part in self.slices},
        }

    def facts(self) -> Iterator[tuple[str, Value]]:
        """Value, currency, years and kind."""
        yield "schema:value", self.value
        yield "schema:currency", self.currency
        yield "kv:asPrinted", self.raw
        if self.funding:
            yield "kv:funding", Term(self.funding)
        for year in self.years:
            yield "kv:year", Year(year)
        if self.from_year:
            yield "kv:fromYear", Year(self.from_year)
        if self.per_year:
            yield "kv:perYear", True
        for unit in self.per:
            yield "kv:perUnit", unit
        if self.payer:
            yield "kv:payerAsPrinted", self.payer
        if self.purpose:
            yield "kv:purpose", self.purpose
        if self.part_of:
            yield "kv:partOf", self.part_of

    def parts(self) -> Iterator[tuple[str, str, str, tuple[tuple[str, Value], ...]]]:
        """The year slices."""
        for year, value in self.slices:
            yield "kv:hasSlice", str(year), "YearSlice", (("kv:year", Year(year)), ("schema:value", value))


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCheck(Mention):
    """A stated total, added up again from its parts."""

    field: ClassVar[str] = "sums"
    rdf_class: ClassVar[str] = "SumCheck"

    total: Amount
    summands: tuple[Amount, ...]
    yearly: tuple[bool, ...]
    computed: Decimal
    adds_up: bool

    def record(self) -> dict[str, Any]:
        """Total, parts (`per_year`: counted once for each year), computed value, verdict."""
        return {
            "at": self.at[0] if self.at else "",
            "total": _json_number(self.total.value),
            "parts": [
                {"eur": _json_number(part.value), "years": list(part.years), "per_year": yearly}
                for part, yearly in zip(self.summands, self.yearly, strict=True)
            ],
            "computed": _json_number(self.computed),
            "adds_up": self.adds_up,
        }

    def facts(self) -> Iterator[tuple[str, Value]]:
        """The amounts, what is stated, what comes out."""
        yield "kv:total", self.total
        for part in self.summands:
            yield "kv:part", part
        yield "kv:statedValue", self.total.value
        yield "kv:computedValue", self.computed
        yield "kv:addsUp", self.adds_up

    def findings(self) -> Iterator[Finding]:
        """A total that its parts do not make."""
        if not self.adds_up:
            parts = " + ".join(
                f"{len(part.years)} × {part.raw}" if yearly else part.raw
                for part, yearly in zip(self.summands, self.yearly, strict=True)
            )
            stated, computed = (f"{value:,.2f}".rstrip("0").rstrip(".") for value in (self.total.value, self.computed))
            stated, computed = (number.replace(",", " ") for number in (stated, computed))
            yield Finding(
                kind="SumMismatch",
                severity="warning",
                nl=f"De delen ({parts}) zijn samen {computed}, niet {stated}.",
                en=f"The parts ({parts}) make {computed}, not {stated}.",
                about=(self.total, *self.summands),
                values=(self.total.value, self.computed),
                spans=self.total.spans,
                at=self.at,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadAmount(Unread):
    """Money whose value is not certain: kept as an issue, with the reason."""

    raw: str


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
