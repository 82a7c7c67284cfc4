"""What hints are made from: a person's measurements, and the model that judged them."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from klout_cli.results import (
    AccountJudgement,
    Fact,
    Judgement,
    Measured,
    Measurement,
    Snapshot,
    table_rows,
)
from klout_cli.scoring.model import Model

Row = tuple[Any, ...]


class Evidence(Struct, frozen=True):
    """A person's measurements, and the model that judged them."""

    snapshot: Snapshot
    judgement: Judgement
    model: Model

    @property
    def accounts(self) -> list[tuple[Measured, AccountJudgement]]:
        """The accounts that make the score."""
        scored = {account.id: account for account in self.judgement.scored}
        return [
            (account, scored[account.id])
            for account in self.snapshot.measured
            if account.id in scored
        ]

    def trait(self, id: str) -> Mapping[str, Fact]:
        """Return the facts of a trait; none if it is not measured."""
        return next((trait.facts for trait in self.snapshot.traits if trait.factor == id), {})


def rows_of(measured: Measured, factor: str, name: str) -> Sequence[Row]:
    """Return the rows of a table among an account's facts; none if it is not measured."""
    return table_rows(measured.of(factor).facts, name)


def own_facts(
    measured: Measured,
    judged: AccountJudgement,
    model: Model,
    traits: Sequence[Measurement] = (),
) -> dict[str, float | str]:
    """Return the measured, observed and judged numbers and words of one account.

    With those of the person's traits.
    """
    values = [
        (measurement.factor, measurement.facts)
        for measurement in (*measured.measurements, *measured.observed, *traits)
        if measurement.state == "measured"
    ]
    values += [(factor.id, factor.inputs) for factor in judged.factors]
    facts: dict[str, float | str] = {
        f"{id}.{name}": value
        for id, named in values
        for name, value in named.items()
        if isinstance(value, int | float | str)
    }
    if (z := judged.of("resonance").z) is not None:
        facts["resonance.times"] = 10 ** (z * model.factors.resonance.sd)
    return facts | {"account.id": measured.id, "account.network": measured.network}
