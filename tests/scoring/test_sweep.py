"""The principles over many drawn persons, and that the sweep notices a guard that is gone."""

from collections.abc import Callable
from itertools import islice
from math import log2

import pytest

from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Network
from klout_cli.factors.operations import Floats
from klout_cli.factors.substance import Substance
from klout_cli.scoring import account
from tests.scoring.sweep import breaches

Patch = pytest.MonkeyPatch
FEW, MANY = 2_500, 100_000


def test_no_principle_is_broken_in_a_few_thousand_persons() -> None:
    assert list(islice(breaches(FEW, seed=1), 3)) == []


@pytest.mark.slow
def test_no_principle_is_broken_in_a_hundred_thousand_persons() -> None:
    assert list(islice(breaches(MANY, seed=2), 3)) == []


def _praise_for_no_list(patch: Patch) -> None:
    """Without max(0, …) a small audience is expected to have less than no list."""

    def expected(self, ops, rule, given, facts):  # type: ignore[no-untyped-def]
        return given.reference.norm_a + given.reference.norm_b * ops.log10(1 + given.followers)

    patch.setattr(Endorsement, "expected", expected)


def _clip_alike_on_both_sides(patch: Patch) -> None:
    """Silence would cost as much as the best answer brings."""
    patch.setattr(
        account, "clipped", lambda ops, model, factor, z: Floats.clip(z, -2.5, model.scale.clip)
    )


def _contacts_below_the_mean_take_away(patch: Patch) -> None:
    def credit(self, standing, interactions, *, expert):  # type: ignore[no-untyped-def]
        above = 0.0 if standing is None else (standing - self.mean) / self.sd
        dealt = min(1.0, log2(1 + interactions) / log2(1 + self.full))
        return dealt * (above + (self.expert if expert else 0.0))

    patch.setattr(Network.Rule, "credit", credit)


def _substance_takes_more_than_resonance_gives(patch: Patch) -> None:
    def z(self, ops, rule, given, facts):  # type: ignore[no-untyped-def]
        on_topic = self._z_on(ops, rule, given, facts)
        return (on_topic - given.counted_z["resonance"]) / rule.sd

    patch.setattr(Substance, "z", z)


@pytest.mark.parametrize(
    ("take_out", "breach"),
    [
        (_praise_for_no_list, "endorsement"),
        (_clip_alike_on_both_sides, "silence counts"),
        (_contacts_below_the_mean_take_away, "a contact takes"),
        (_substance_takes_more_than_resonance_gives, "off topic takes"),
    ],
)
def test_the_sweep_notices_a_guard_that_is_gone(
    monkeypatch: Patch, take_out: Callable[[Patch], None], breach: str
) -> None:
    take_out(monkeypatch)
    assert any(breach in found for found in breaches(FEW, seed=1))
