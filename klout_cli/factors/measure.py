"""All factors asked about one account: the measurements a snapshot stores."""

from collections import Counter

from msgspec.structs import replace

from klout_cli.factors import FACTORS, OBSERVED
from klout_cli.factors.interface import Factor
from klout_cli.person.account import day_of
from klout_cli.person.view import AccountView
from klout_cli.results import Measured, Measurement


def measure_account(view: AccountView) -> Measured:
    """Ask every factor about an account."""
    account = view.account
    exported_at = account.exported_at
    return Measured(
        id=account.id,
        network=account.network,
        handle=account.handle,
        exported_at=None if exported_at is None else day_of(exported_at).isoformat(),
        seen_at=view.day.isoformat() if view.dated else None,
        window=view.window,
        measurements=tuple(_measure(factor, view) for factor in FACTORS),
        weeks=tuple(view.weeks.values()),
        iso_weeks=tuple(view.weeks),
        crowd=_count_crowd(view),
        observed=tuple(observed.measure(view) for observed in OBSERVED),
    )


def measure_on_topic(measured: Measured, view: AccountView) -> Measured:
    """Measure on-topic posts alone; what does not come from posts stays as it was measured."""
    on_topic = view.on_topic_alone()
    return replace(
        measured,
        window=on_topic.window,
        measurements=tuple(
            _measure(factor, on_topic) if factor.of_posts else measured.of(factor.id)
            for factor in FACTORS
        ),
        weeks=tuple(on_topic.weeks.values()),
        iso_weeks=tuple(on_topic.weeks),
        crowd=_count_crowd(on_topic),
        observed=(),
    )


def _measure(factor: Factor, view: AccountView) -> Measurement:
    """Ask one factor; an export that can never feed it says why, and which export would."""
    measurement = factor.measurement(factor.measure(view))
    why = view.account.lacks.get(factor.id)
    return (
        replace(measurement, reason=why) if measurement.state == "missing" and why else measurement
    )


def _count_crowd(view: AccountView) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(view.crowd.values()).items()))
