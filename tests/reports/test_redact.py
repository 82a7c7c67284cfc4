"""What may leave the house: numbers and categories alone (reliability P1 to P4)."""

import json
import re
from functools import cache

import pytest
from msgspec.structs import replace

from klout_cli import details, pipeline
from klout_cli.cli.options import Flags, build_options
from klout_cli.reports import FORMATS, redact, renderer
from klout_cli.reports.explain_json import factor_json, figure_json
from klout_cli.reports.json_report import audit_json
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.audit import audit_blocks
from klout_cli.reports.screens.console import draw
from klout_cli.results import Input, LedgerRow, Measured, Measurement, Snapshot, SnapshotWithLedger
from klout_cli.scoring.explanation import list_factors, list_figures
from klout_cli.scoring.model import Model, load
from tests.reports.dossiers import SAMPLE

CANARY = "KANARIE"


@cache
def sample() -> SnapshotWithLedger:
    return pipeline.measure_exports(build_options([SAMPLE], Flags(today="2026-03-02")))


@cache
def model() -> Model:
    return load("klout")


@cache
def sung() -> SnapshotWithLedger:
    """Return the sample person with a canary in every text that is not ours: what an export, a file or an importer says."""
    return SnapshotWithLedger(
        replace(
            sample().snapshot,
            person=CANARY,
            measured=tuple(map(_sung, sample().snapshot.measured)),
            on_topic=tuple(map(_sung, sample().snapshot.on_topic)),
            inputs=(Input(f"/home/{CANARY}/{CANARY}.zip", 3, 4000, "sha256:" + "0" * 64),),
        ),
        (LedgerRow(f"{CANARY}.js", 9, 7, 2, {CANARY: 2}, {CANARY: 1}, ((CANARY, CANARY),)),),
        (f"{CANARY} is read as cp1252",),
    )


def _sung(account: Measured) -> Measured:
    return replace(
        account,
        id=f"{account.network}:{account.handle}{CANARY}",
        handle=account.handle + CANARY,
        measurements=tuple(map(_doubted, account.measurements)),
        observed=tuple(map(_doubted, account.observed)),
    )


def _doubted(found: Measurement) -> Measurement:
    facts = {**found.facts, "secret": CANARY, "links": ((CANARY,),), "posts_of": ((CANARY, 3),)}
    return replace(found, facts=facts, reason=found.reason and CANARY)


@pytest.mark.parametrize("format", FORMATS)
def test_p1_no_canary_in_any_format_of_a_report(format: str) -> None:
    made = renderer(format, Screen(verbose=True))
    assert CANARY in made.dossier(pipeline.make_dossier(sung(), model())) or format == "csv"
    shown = made.dossier(pipeline.make_dossier(sung(), model(), redact=True))
    assert CANARY not in shown
    assert not re.search(r"erika|kaffeepause|mops|beispiel", shown, re.IGNORECASE)


def test_p1_no_canary_in_an_explanation_an_audit_or_a_figure() -> None:
    told = [
        factor_json(details.explain_factor(sung(), model(), id, redact=True), {})
        for id, _ in list_factors()
    ]
    told += [
        figure_json(details.explain_figure(sung(), model(), id, redact=True))
        for id, _ in list_figures()
    ]
    hidden = pipeline.audit(sung(), model(), redact=True)
    told += [audit_json(hidden), draw(audit_blocks(hidden, verbose=True), Screen())]
    assert not [text for text in told if CANARY in text or "kaffeepause" in text]


def test_redacting_changes_no_number_of_the_score() -> None:
    plain, hidden = (
        pipeline.make_report(sample(), model(), redact=redact) for redact in (False, True)
    )
    assert hidden.judgement.score.value == pytest.approx(plain.judgement.score.value, abs=1e-9)
    assert [entry.id for entry in hidden.judgement.breakdown] == [
        entry.id for entry in plain.judgement.breakdown
    ]
    for one, other in zip(hidden.judgement.breakdown, plain.judgement.breakdown, strict=True):
        assert one.points == pytest.approx(other.points, abs=1e-9)


def test_p2_accounts_are_ordinals_of_their_network_the_same_on_all_dates() -> None:
    first = sample().snapshot
    fewer = replace(first, measured=first.measured[1:])
    one, other = redact.hidden((first, fewer))
    assert {account.handle for account in one.measured} <= {"1", "2"}
    assert [account.id for account in one.measured[1:]] == [
        account.id for account in other.measured
    ]


def test_p1_a_network_of_one_s_own_has_no_name() -> None:
    snapshot = Snapshot(
        "",
        "2026-03-01",
        tuple(replace(account, network=CANARY) for account in sample().snapshot.measured),
    )
    assert {network for _, network, _ in redact.ordinals((snapshot,)).values()} == {"other"}


def _of_few(account: Measured) -> Measured:
    """Return an account in which few people do anything."""
    few = {
        "breadth": {"responders": 3},
        "endorsement": {"vouchers": 4, "recommendations": 0},
        "network": {"groups": (("followers", 3.1, False, 2, 4),), "known": 4, "contacts": 9},
        "reciprocity": {"pairs": ((2, 1, 3), (1, 0, 1)), "mutual": None, "following": None},
    }
    measurements = tuple(
        replace(one, state="measured", facts={**one.facts, **few[one.factor]}, reason="")
        if one.factor in few
        else one
        for one in account.measurements
    )
    return replace(account, measurements=measurements)


@cache
def few() -> SnapshotWithLedger:
    """Return the sample person's blog with few people around it."""
    blog = next(one for one in sample().snapshot.measured if one.network == "blog")
    return SnapshotWithLedger(replace(sample().snapshot, measured=(_of_few(blog),), on_topic=()))


def test_p3_counts_under_five_are_not_told() -> None:
    report = pipeline.make_report(few(), model(), redact=True)
    account = report.judgement.accounts[0]
    assert account.of("breadth").inputs["responders"] == "<5"
    assert account.of("endorsement").inputs["recommendations"] == "<5", "nobody is under five too"
    assert account.of("network").inputs["known"] == "<5"
    shown = account.of("network").inputs, account.of("reciprocity").inputs
    assert all("groups" not in inputs and "pairs" not in inputs for inputs in shown)
    assert "small counts, withheld" in renderer("table", Screen()).score(report)


@pytest.mark.parametrize("factor", ["breadth", "endorsement", "network", "reciprocity"])
def test_p3_steps_with_small_counts_are_withheld(factor: str) -> None:
    hidden, plain = (
        details.explain_factor(few(), model(), factor, redact=redact).accounts[0]
        for redact in (True, False)
    )
    assert plain.steps and plain.state == "measured"
    assert hidden.steps == () and hidden.next_point is None
    assert hidden.points == pytest.approx(plain.points)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("3 of 20 people wait on x:1", "<5 of 20 people wait on x:1"),
        ("all 2 lists", "all <5 lists"),
        ("0 of 20 people answered on 2026-03-01", "<5 of 20 people answered on 2026-03-01"),
        (
            "1.9 times as many on Monday, 14 posts, 3 %",
            "1.9 times as many on Monday, 14 posts, 3 %",
        ),
    ],
)
def test_p3_sentences_tell_no_small_count_either(said: str, shown: str) -> None:
    assert redact.FEW_SAID.sub("<5", said) == shown


def test_p4_of_files_only_sums_are_told() -> None:
    report = pipeline.make_report(sung(), model(), redact=True)
    assert report.ledger == (LedgerRow("all files", 9, 7, 2, {redact.WITHHELD: 2}),)
    assert [one.name for one in report.inputs] == ["download 1"]
    assert report.warnings[0] == "warnings withheld: 1"


@pytest.mark.parametrize("hidden", [False, True])
def test_json_says_whether_names_are_withheld(hidden: bool) -> None:
    report = pipeline.make_report(sample(), model(), redact=hidden)
    assert json.loads(renderer("json", Screen()).score(report))["person"]["redacted"] is hidden
