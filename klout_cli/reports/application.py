"""The one-page report that goes with an application."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from klout_cli import __version__
from klout_cli.reports import pages
from klout_cli.reports.breakdown import times_usual
from klout_cli.reports.facts import scored
from klout_cli.reports.names import distinct_name
from klout_cli.reports.numbers import count, day, percent, times
from klout_cli.reports.safe import safe
from klout_cli.results import AccountJudgement, Report
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext

MOST_CHANNELS, MOST_TOPICS = 7, 4
BEST_POSTS = 3
HASH_LETTERS = 12


class Tile(NamedTuple):
    """A large number with what it counts."""

    number: str
    text: str


def application_context(dossier: Dossier) -> dict[str, Any]:
    """Return the texts and rows of the page."""
    report = dossier.report
    score = report.judgement.score
    shared = pages.shared_context(dossier)
    return shared | {
        "headline": safe(dossier.headline, 120),
        "measured": _(
            "{share} of the method could be measured. That is too little for a number.",
            share=percent(score.measured),
        )
        if percent(score.measured) != percent(0)
        else _("Too little could be measured for a number."),
        "tiles": list(list_tiles(report)),
        "channels": shared["channels"][:MOST_CHANNELS],
        "more_channels": max(len(shared["channels"]) - MOST_CHANNELS, 0),
        "topics": shared["topics"][:MOST_TOPICS],
        "about": _about(report),
        "limits": _(
            "It says nothing about knowledge or character, and should be at most one of many "
            "factors in a decision."
        ),
        "proof": _proof(report),
    }


def list_tiles(report: Report) -> Iterator[Tile]:
    """Yield up to four facts that exports could prove."""
    accounts = scored(report.judgement)
    followers = [
        account.audience.followers
        for account in accounts
        if account.audience.followers and account.audience.quality != "inferred"
    ]
    if followers:
        text = ngettext(
            "followers and readers on one account",
            "followers and readers on {n} accounts",
            len(followers),
        )
        yield Tile(count(sum(followers)), text)
    yield from _times_tile(accounts)
    yield from _endorsement_tile(accounts)
    steadiness = report.trait("steadiness")
    if steadiness:
        weeks = f"{steadiness['active_weeks']} / {steadiness['of_weeks']}"
        yield Tile(weeks, _("weeks with a new post"))


def _times_tile(accounts: list[AccountJudgement]) -> Iterator[Tile]:
    """Yield the best ratio among the accounts that matter."""
    rated = [
        (ratio, account)
        for account in accounts
        if account.share >= 0.05 and (ratio := times_usual(account)) is not None
    ]
    if rated:
        ratio, account = max(rated, key=lambda pair: pair[0])
        label = distinct_name(account, accounts)
        yield Tile(
            times(ratio), _("the reactions usual for such an account ({label})", label=label)
        )


def _endorsement_tile(accounts: list[AccountJudgement]) -> Iterator[Tile]:
    """Yield how many people vouch for the person, wherever most do."""
    vouched = [
        (vouchers, account)
        for account in accounts
        if isinstance(vouchers := account.of("endorsement").inputs.get("vouchers"), int | float)
        and vouchers
    ]
    if vouched:
        vouchers, account = max(vouched, key=lambda pair: pair[0])
        label = distinct_name(account, accounts)
        metric = account.of("endorsement").inputs.get("metric")
        text = {
            "lists": _("{label} lists include this account", label=label),
            "linkbacks": _("links from other sites ({label})", label=label),
        }.get(str(metric), _("endorsements on {label}", label=label))
        yield Tile(count(vouchers), text)


def _about(report: Report) -> str:
    windows = [one.window for one in report.judgement.accounts if one.state == "scored"]
    days = [one for window in windows for one in (window.first, window.last) if one]
    if not days:
        text = _("An estimate of how far public posts carry, from the person's own exports.")
        return f"{text} ({_('no date in these files')})"
    return _(
        "An estimate of how far public posts carry, from the person's own exports "
        "({first} to {last}).",
        first=day(min(days)),
        last=day(max(days)),
    )


def _proof(report: Report) -> str:
    """Return how to check the page, and what identifies method and exports."""
    exports = ", ".join(
        _shorten(download.fingerprint)
        for download in sorted(report.inputs, key=lambda one: one.fingerprint)
    )
    model = f"{safe(report.model.name)} {report.model.version}"
    return _(
        "klout verify PAGE EXPORTS · klout-cli {program} · method {model} ({fingerprint}) · "
        "exports {exports}",
        program=__version__,
        model=model,
        fingerprint=_shorten(report.model.fingerprint),
        exports=exports,
    )


def _shorten(fingerprint: str) -> str:
    return safe(fingerprint.removeprefix("sha256:")[:HASH_LETTERS])
