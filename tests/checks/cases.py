"""Invented accounts as checks see them: measured, judged, among others."""

from klout_cli.checks.interface import Case
from klout_cli.results import (
    AccountJudgement,
    Audience,
    Fact,
    FactorJudgement,
    Measured,
    Measurement,
    Window,
)

AS_OF = "2026-03-01"
WINDOW = Window("2025-12-01", AS_OF, 20, "2026-02-20")


def account(
    network: str = "x",
    handle: str = "erika",
    exported_at: str | None = AS_OF,
    **found: dict[str, Fact] | str,
) -> Measured:
    """Measure what is given: facts, or the reason why there are none."""
    observed = tuple(
        Measurement(factor, "missing", {}, facts)
        if isinstance(facts, str)
        else Measurement(factor, "measured", facts)
        for factor, facts in found.items()
    )
    return Measured(f"{network}:{handle}", network, handle, exported_at, AS_OF, WINDOW, observed)


def case(
    measured: Measured,
    *others: Measured,
    audience: Audience | None = None,
    resonance: dict[str, Fact] | str = "no reactions in this export",
    historical: bool = False,
    topics: bool = True,
    mutual: bool = False,
) -> Case:
    """Judge an account as told; nothing is reckoned."""
    known = isinstance(resonance, dict)
    factor = FactorJudgement(
        "resonance",
        "measured" if known else "missing",
        0.0,
        None,
        resonance if known else {},
        "" if known else resonance,
    )
    judged = AccountJudgement(
        id=measured.id,
        network=measured.network,
        handle=measured.handle,
        state="historical" if historical else "scored",
        exported_at=measured.exported_at,
        window=WINDOW,
        audience=audience or Audience(None, None, None, "unknown"),
        factors=(factor,),
        reason="the network closed" if historical else "",
    )
    return Case(measured, judged, others, AS_OF, topics, mutual)
