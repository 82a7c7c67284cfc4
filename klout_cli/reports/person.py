"""One person's score as blocks, which every format lays out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from klout_cli import __version__
from klout_cli.reports.displayed import displayed
from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Step, Table, Waterfall
from klout_cli.reports.legacy_facts import (
    account_name,
    count,
    data_date,
    fact,
    label,
    percent,
    scored,
    window_days,
)
from klout_cli.reports.names import factor_title
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import (
    NO_NUMBER,
    account_text,
    is_number,
    likely,
    position,
    score_text,
)
from klout_cli.results import (
    AccountJudgement,
    Entry,
    Hint,
    Judgement,
    LedgerRow,
    ModelName,
    Report,
    Score,
)

AVERAGE = 40.0
MANY_FILES = 5
NARROWING = 3  # exports named that would narrow a first impression
LONGEST = 400
LIMITS = (
    "An estimate of perceived online influence from what these exports hold. It does not measure "
    "knowledge, character or "
    "influence offline, and must be at most one of many factors in any decision about a person."
)


def headline(score: Score) -> Parts:
    """Return the number with its interval and its rank; of a first impression the range."""
    low, high = f"{half_up(score.low):.0f}", f"{half_up(score.high):.0f}"
    certain = f"{low} to {high}, with 80 % certainty"
    if not is_number(score.quality):
        shown = f"FIRST IMPRESSION  {likely(score)} / 100"
        return Parts((Part("First impression", certain, shown, "title"), Part("Why", NO_NUMBER)))
    value = score_text(score)
    place = (Part("Position", text),) if (text := position(score.percentile)) else ()
    return Parts(
        (
            Part("Klout score", f"{value} of 100", f"KLOUT SCORE  {value} / 100", "title"),
            Part("Likely", certain, f"likely {likely(score)} (80 %)"),
            *place,
        )
    )


def whose(report: Report) -> Parts:
    """Say in word, shape and colour how the interval relates to the average.

    Then whose score it is, and of what date.
    """
    score = report.judgement.score
    standing: tuple[Part, ...] = (Part("Compared", "about average", "● about average"),)
    if not is_number(score.quality):
        standing = ()
    elif score.low > AVERAGE:
        standing = (Part("Compared", "above average", "▲ above average", "plus"),)
    elif score.high < AVERAGE:
        standing = (Part("Compared", "below average", "▼ below average", "minus"),)
    person = (Part("Person", safe(report.person)),) if report.person else ()
    return Parts((*standing, *person, data_date(report.as_of)))


def what_makes_it(judgement: Judgement) -> Block:
    """Return the breakdown; of a first impression what is known, without points."""
    if is_number(judgement.score.quality):
        return breakdown(judgement)
    known = tuple(
        (factor_title(entry.id), text)
        for entry in judgement.breakdown
        if entry.state in ("measured", "inferred") and (text := fact(entry, judgement))
    )
    measured = f"{percent(judgement.score.measured)} of the method"
    return Pairs((*known, ("Measured", measured)), "What is known")


def narrowing(report: Report) -> Pairs:
    """Return what would narrow a first impression most."""
    ranges = [] if is_number(report.judgement.score.quality) else report.hints
    rows = tuple(
        (f"{factor_title(hint.factor)}, {safe(hint.account)}", _remedy(hint))
        for hint in ranges
        if hint.gain is None
    )
    return Pairs(rows[:NARROWING], "What would narrow it most")


def _remedy(hint: Hint) -> str:
    if hint.id == "inferred":
        return safe(hint.action, LONGEST)
    return f"{safe(hint.why, LONGEST)}: klout sources {safe(hint.account.partition(':')[0])}"


def breakdown(judgement: Judgement) -> Waterfall:
    """Return 40 plus and minus points; the printed ones add up to the printed score."""
    points = apportion([entry.points for entry in judgement.breakdown], judgement.score.value, 1)
    steps = tuple(
        _step(entry, printed, judgement)
        for entry, printed in zip(judgement.breakdown, points, strict=True)
    )
    measured = f"{percent(judgement.score.measured)} of the method measured"
    return Waterfall(
        steps, Step("Score", f"{half_up(judgement.score.value, 1):.1f}", fact=measured), points[0]
    )


def _step(entry: Entry, points: float, judgement: Judgement) -> Step:
    title = factor_title(entry.id)
    if entry.id == "average":
        return Step(title, f"{points:.1f}")
    if entry.state in ("missing", "not_applicable"):
        word = "not measured" if entry.state == "missing" else "does not apply"
        return Step(title, word=word, fact=_one_reason(entry.id, judgement))
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return Step(title, f"{sign}{abs(points):.1f}", points, fact=fact(entry, judgement))


def _one_reason(factor: str, judgement: Judgement) -> str:
    """Return why no account measures a factor, if all have the same reason.

    Otherwise the section below lists the reasons by account.
    """
    reasons = {
        judged.reason
        for account in scored(judgement)
        for judged in account.factors
        if judged.id == factor
    }
    return safe(reasons.pop()) if len(reasons) == 1 else ""


def accounts_table(judgement: Judgement) -> Table:
    """Return the scored accounts with sub-score, share, window and posts."""
    accounts = scored(judgement)
    shares = apportion(
        [account.share for account in accounts], sum(account.share for account in accounts), 2
    )
    rows = tuple(
        (
            account_name(account),
            account_text(account),
            percent(share),
            window_days(account.window),
            "" if account.window.posts is None else count(account.window.posts),
        )
        for account, share in zip(accounts, shares, strict=True)
    )
    return Table(("Account", "Sub-score", "Share", "Window", "Posts"), rows)


def beside(report: Report) -> Pairs:
    """Return what is displayed and never scored."""
    return Pairs((*_channels(scored(report.judgement)), *on_topic(report), *displayed(report)))


def on_topic(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the score without off-topic posts, if topics are set."""
    if report.on_topic and is_number(report.judgement.score.quality):
        yield "On topic", _cat_bonus(report.on_topic.score, report.judgement.score.value)


def not_scored(judgement: Judgement) -> Pairs:
    """Return the accounts that don't count, with reasons."""
    unscored = [account for account in judgement.accounts if account.state != "scored"]
    return Pairs(
        tuple((account_name(account), why(account.state, account.reason)) for account in unscored),
        "Not scored",
    )


def _channels(accounts: Sequence[AccountJudgement]) -> Iterator[tuple[str, str]]:
    """Yield the channel with most reactions per post, if several can be compared."""
    channels = [
        (account.of("resonance").inputs.get("per_post"), label(account, accounts))
        for account in accounts
    ]
    ranked = sorted(
        ((number, name) for number, name in channels if isinstance(number, float)), reverse=True
    )
    if len(ranked) > 1:
        first, *others = (f"{half_up(number, 1):.1f}" for number, _ in ranked)
        rest = [f"{number} on {name}" for number, (_, name) in zip(others, ranked[1:], strict=True)]
        yield "Reactions", ", ".join([f"{first} a post on {ranked[0][1]}", *rest])


def _cat_bonus(on_topic: float, whole: float) -> str:
    """Return the effect of off-topic posts, as the difference of the shown numbers."""
    on_topic_shown = half_up(on_topic, 1)
    cost = half_up(on_topic_shown - half_up(whole, 1), 1)
    effect = (
        f"cost {cost:.1f}"
        if cost > 0
        else f"add {-cost:.1f} (the cat bonus)"
        if cost < 0
        else "change nothing"
    )
    return f"{on_topic_shown:.1f}: posts off your topics {effect}"


def why(state: str, reason: str) -> str:
    """Return a state, with its reason if known."""
    return f"{state}: {safe(reason)}" if reason else state


def unmeasured(judgement: Judgement) -> Iterator[Block]:
    """Yield what single accounts don't show, grouping equal accounts and reasons.

    What no account shows for one reason is in the breakdown.
    """
    accounts = scored(judgement)
    reasons = {
        entry.id
        for entry in judgement.breakdown
        if entry.state in ("missing", "not_applicable") and _one_reason(entry.id, judgement)
    }
    where: dict[tuple[str, str], list[str]] = {}
    for factor in (entry.id for entry in judgement.breakdown if entry.id not in reasons):
        for account in accounts:
            for judged in account.factors:
                if judged.id == factor and judged.state == "missing":
                    where.setdefault((factor, judged.reason), []).append(label(account, accounts))
    rows: dict[tuple[str, str], list[str]] = {}
    for (factor, reason), names in where.items():
        rows.setdefault((", ".join(names), reason), []).append(factor_title(factor))
    yield Pairs(
        tuple((", ".join(titles), why(names, reason)) for (names, reason), titles in rows.items()),
        "Not measured",
    )


def skipped(ledger: Sequence[LedgerRow], verbose: bool) -> Iterator[Block]:
    """Yield skipped rows by reason; if verbose, by file, line and reason."""
    reasons: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for row in ledger:
        reasons.update(row.reasons)
        notes.update(row.notes)
    read, skipped = sum(row.read for row in ledger), sum(row.skipped for row in ledger)
    rows = []
    if read:
        rows.append(
            (
                "Skipped",
                f"{count(skipped)} of {count(read)} rows: {_counts(reasons)}"
                if skipped
                else f"none of {count(read)} rows",
            )
        )
    if notes:
        rows.append(("Noted", _counts(notes)))
    yield Pairs(tuple(rows))
    if verbose:
        yield Table(("File", "Read", "Used", "Skipped"), tuple(_files(ledger)))
        yield Pairs(tuple(_examples(ledger)), "Skipped rows")


def _files(ledger: Sequence[LedgerRow]) -> Iterator[tuple[str, ...]]:
    """Yield a row per file.

    A folder of many files with one used row each is one row, at the place of its first file.
    """
    single = Counter(_folder(row) for row in ledger if row.used == row.read == 1)
    summed: set[str] = set()
    for row in ledger:
        folder = _folder(row)
        if row.used == row.read == 1 and single[folder] > MANY_FILES:
            if folder not in summed:
                summed.add(folder)
                yield (
                    safe(f"{folder}/ ({count(single[folder])} files)"),
                    *[count(single[folder])] * 2,
                    "0",
                )
        else:
            yield safe(row.file), count(row.read), count(row.used), count(row.skipped)


def _folder(row: LedgerRow) -> str:
    return row.file.rpartition("/")[0]


def _counts(reasons: Counter[str]) -> str:
    """List counts by reason, most frequent first, then by name."""
    return ", ".join(
        f"{count(number)} × {safe(reason)}"
        for reason, number in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    )


def _examples(ledger: Iterable[LedgerRow]) -> Iterator[tuple[str, str]]:
    for row in ledger:
        yield from (
            (safe(f"{row.file}:{line}" if line else row.file), safe(reason))
            for line, reason in row.examples
        )
        if 0 < len(row.examples) < row.skipped:
            yield safe(row.file), f"and {count(row.skipped - len(row.examples))} more"


def alerts(report: Report) -> Note:
    """Return what a reader should know before believing the number."""
    other = (
        ()
        if report.model.standard
        else ("this is not the standard method: do not compare it with scores that are",)
    )
    return Note("Warning", tuple(safe(warning) for warning in (*other, *report.warnings)), "alert")


def method(model: ModelName) -> Pairs:
    """Return the model and program version used."""
    return Pairs((named(model), ("Program", f"klout-cli {__version__}")))


def named(model: ModelName) -> tuple[str, str]:
    """Return a model's name, version, fingerprint and kind as a pair."""
    kind = "the standard method" if model.standard else "not the standard method"
    fingerprint = safe(model.fingerprint)[: len("sha256:") + 12]
    return "Method", f"{safe(model.name)} {model.version} ({fingerprint}), {kind}"
