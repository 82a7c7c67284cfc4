"""The screens of people: what they say and in which order (interface §5). How it is laid out is `layout`'s."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from klout_cli import __version__
from klout_cli.reports.comparison import comparison, trend
from klout_cli.reports.displayed import displayed, scale
from klout_cli.reports.facts import count, fact, label, percent, scored
from klout_cli.reports.hints import best
from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Step, Table, Waterfall, arrange
from klout_cli.reports.names import BREAKDOWN, factor_title, network_title
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.results import (
    AccountJudgement,
    Comparison,
    Entry,
    Inspection,
    Judgement,
    Kept,
    LedgerRow,
    ModelName,
    Report,
    Score,
    Source,
    Trend,
)

AVERAGE = 40.0
MANY_FILES = 5
LIMITS = (
    "An estimate of perceived online influence from what these exports hold. It does not measure knowledge, character or "
    "influence offline, and must be at most one of many factors in any decision about a person."
)
NEXT = (
    ("klout inspect PATH...", "what each export holds and which factors it can feed"),
    ("klout sources", "where to ask for the exports that are missing"),
    ("klout score PATH... -v", "every skipped row with its reason"),
)


class Terminal:
    """Screens for one `Screen`; `inspection` and `sources` exist for people only."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def score(self, report: Report) -> str:
        """Return the score screen in the order of interface §5."""
        judgement = report.judgement
        blocks = [
            _headline(judgement.score),
            _whose(report),
            scale(report, self.screen),
            _breakdown(judgement),
            _accounts(judgement),
            *_beside(report),
            *best(report),
            *_unmeasured(judgement),
            *_skipped(report.ledger, self.screen.verbose),
            _alerts(report),
            _method(report.model),
            Note("Limits", (LIMITS,), "quiet"),
            Pairs(NEXT, "Next"),
        ]
        return arrange(blocks, self.screen)

    def demo(self, report: Report, found: Comparison) -> str:
        """Return the score screen of the bundled person, and what changed since the older date."""
        return self.score(report) + "\n" + arrange([*comparison(found)], self.screen)

    def comparison(self, found: Comparison) -> str:
        """Return what changed between two dates, and by which method both are judged."""
        return arrange([*comparison(found), _method(found.model), Note("Limits", (LIMITS,), "quiet")], self.screen)

    def trend(self, found: Trend) -> str:
        """Return how a score went over many dates."""
        return arrange([*trend(found, self.screen.plain), _method(found.model), Note("Limits", (LIMITS,), "quiet")], self.screen)

    def ranking(self, people: Sequence[Mapping[str, object]], total: int, model: ModelName, ledger: Sequence[LedgerRow]) -> str:
        """Return people with score, interval and the points that make it; `people` are rows of population.rank, `total` all of them."""
        rows = tuple(_ranked(person) for person in people)
        note = f"the first {count(len(people))} of {count(total)} people; -o FILE writes all" if total > len(people) else ""
        blocks = [
            Table(("Rank", "Person", "Score", "Likely", "Measured", "What makes it"), rows),
            Note("Shown", (note,) if note else (), "quiet"),
            *_skipped(ledger, self.screen.verbose),
            Pairs((_named(model),)),
            Note("Limits", (LIMITS,), "quiet"),
        ]
        return arrange(blocks, self.screen)

    def history(self, kept: Sequence[Kept]) -> str:
        """Return what is kept, with the scores as they were published."""
        nothing = () if kept else ("nothing is kept yet; klout score FILE... keeps a snapshot",)
        header = ("No.", "Date", "Person", "Score", "Likely", "Model", "Accounts")
        return arrange([Table(header, tuple(map(_kept, kept))), Note("History", nothing)], self.screen)

    def inspection(self, inspections: Sequence[Inspection], others: Sequence[LedgerRow] = (), refused: Sequence[str] = ()) -> str:
        """Return what each export is, what it can feed and every skipped row; then the files that are no export."""
        blocks = [block for inspection in inspections for block in _inspection(inspection)]
        files = tuple((safe(row.file), safe(reason)) for row in others for reason in (*row.reasons, *row.notes))
        blocks += [Pairs(files, "Not used"), Note("Warning", tuple(safe(fault, 400) for fault in refused), "alert")]
        return arrange(blocks, self.screen)

    def sources(self, sources: Sequence[Source]) -> str:
        """Return how to get the exports of one network in full; of several, a list."""
        if len({source.network for source in sources}) == 1:
            return arrange([_source(source) for source in sources], self.screen)
        rows = tuple((source.title, source.network, source.takes) for source in sources)
        return arrange(
            [
                Table(("Export", "Network", "Takes"), rows),
                Pairs((("klout sources NETWORK", "where to ask for it, in which format, what it holds and what it cannot"),), "Next"),
            ],
            self.screen,
        )


def _headline(score: Score) -> Parts:
    value, low, high = f"{half_up(score.value, 1):.1f}", f"{half_up(score.low):.0f}", f"{half_up(score.high):.0f}"
    return Parts(
        (
            Part("Klout score", f"{value} of 100", f"KLOUT SCORE  {value} / 100", "title"),
            Part("Likely", f"{low} to {high}, with 80 % certainty", f"likely {low}–{high} (80 %)"),
            Part("Position", _position(score.percentile)),
        )
    )


def _position(percentile: float) -> str:
    if percentile < 50:
        return f"above about {half_up(percentile):.0f} % of people"
    return f"about the top {max(half_up(100 - percentile), 1):.0f} %"


def _whose(report: Report) -> Parts:
    """Say in word, shape and colour how the interval lies to the average; then whose score it is and of what date."""
    score = report.judgement.score
    if score.low > AVERAGE:
        standing = Part("Compared", "above average", "▲ above average", "plus")
    elif score.high < AVERAGE:
        standing = Part("Compared", "below average", "▼ below average", "minus")
    else:
        standing = Part("Compared", "about average", "● about average")
    person = (Part("Person", safe(report.person)),) if report.person else ()
    return Parts((standing, *person, Part("Data up to", report.as_of, f"data up to {report.as_of}")))


def _breakdown(judgement: Judgement) -> Waterfall:
    """Write 40 plus and minus points; the printed ones add up to the printed score (Q17)."""
    points = apportion([entry.points for entry in judgement.breakdown], judgement.score.value, 1)
    steps = tuple(_step(entry, shown, judgement) for entry, shown in zip(judgement.breakdown, points, strict=True))
    measured = f"{percent(judgement.score.measured)} of the method measured"
    return Waterfall(steps, Step("Score", f"{half_up(judgement.score.value, 1):.1f}", fact=measured))


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
    """Return why no account measures a factor, if all say the same; else the section below says it account by account."""
    reasons = {judged.reason for account in scored(judgement) for judged in account.factors if judged.id == factor}
    return safe(reasons.pop()) if len(reasons) == 1 else ""


def _accounts(judgement: Judgement) -> Table:
    accounts = scored(judgement)
    shares = apportion([account.share for account in accounts], sum(account.share for account in accounts), 2)
    rows = tuple(
        (
            _account(account),
            f"{half_up(account.score or 0.0, 1):.1f}",
            percent(share),
            f"{account.window.first} to {account.window.last}",
            "" if account.window.posts is None else count(account.window.posts),
        )
        for account, share in zip(accounts, shares, strict=True)
    )
    return Table(("Account", "Sub-score", "Share", "Window", "Posts"), rows)


def _account(account: AccountJudgement) -> str:
    return f"{network_title(account.network)} {safe(account.handle)}"


def _beside(report: Report) -> Iterator[Block]:
    """Say what is displayed and never scored, and which accounts are not."""
    rows = [*_channels(scored(report.judgement))]
    if report.on_topic:
        rows.append(("On topic", _cat_bonus(report.on_topic.score, report.judgement.score.value)))
    yield Pairs((*rows, *displayed(report)))
    unscored = [account for account in report.judgement.accounts if account.state != "scored"]
    yield Pairs(tuple((_account(account), _why(account.state, account.reason)) for account in unscored), "Not scored")


def _channels(accounts: Sequence[AccountJudgement]) -> Iterator[tuple[str, str]]:
    """Say which channel brings most reactions for a post, where several can be compared."""
    found = [(account.of("resonance").inputs.get("per_post"), label(account, accounts)) for account in accounts]
    ranked = sorted(((number, name) for number, name in found if isinstance(number, float)), reverse=True)
    if len(ranked) > 1:
        first, *others = (f"{half_up(number, 1):.1f}" for number, _ in ranked)
        rest = [f"{number} on {name}" for number, (_, name) in zip(others, ranked[1:], strict=True)]
        yield "Reactions", ", ".join([f"{first} a post on {ranked[0][1]}", *rest])


def _cat_bonus(on_topic: float, whole: float) -> str:
    """Tell what posts off the person's topics do to the score, as the difference of the numbers that are shown."""
    shown = half_up(on_topic, 1)
    cost = half_up(shown - half_up(whole, 1), 1)
    what = f"cost {cost:.1f}" if cost > 0 else f"add {-cost:.1f} (the cat bonus)" if cost < 0 else "change nothing"
    return f"{shown:.1f}: posts off your topics {what}"


def _why(state: str, reason: str) -> str:
    return f"{state}: {safe(reason)}" if reason else state


def _unmeasured(judgement: Judgement) -> Iterator[Block]:
    """Say what single accounts could not show, by account and reason; what no account shows for one reason stands in the breakdown."""
    accounts = scored(judgement)
    said = {entry.id for entry in judgement.breakdown if entry.state in ("missing", "not_applicable") and _one_reason(entry.id, judgement)}
    rows = []
    for account in accounts:
        reasons: dict[str, list[str]] = {}
        for judged in account.factors:
            if judged.state == "missing" and judged.id not in said:
                reasons.setdefault(judged.reason, []).append(factor_title(judged.id))
        rows += [(label(account, accounts), _why(", ".join(titles), reason)) for reason, titles in reasons.items()]
    yield Pairs(tuple(rows), "Not measured")


def _skipped(ledger: Sequence[LedgerRow], verbose: bool) -> Iterator[Block]:
    """Count what was skipped by reason; verbose, by file, line and reason (A17)."""
    reasons: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for row in ledger:
        reasons.update(row.reasons)
        notes.update(row.notes)
    read, skipped = sum(row.read for row in ledger), sum(row.skipped for row in ledger)
    rows = []
    if read:
        rows.append(
            ("Skipped", f"{count(skipped)} of {count(read)} rows: {_counts(reasons)}" if skipped else f"none of {count(read)} rows")
        )
    if notes:
        rows.append(("Noted", _counts(notes)))
    yield Pairs(tuple(rows))
    if verbose:
        yield Table(("File", "Read", "Used", "Skipped"), tuple(_files(ledger)))
        yield Pairs(tuple(_examples(ledger)), "Skipped rows")


def _files(ledger: Sequence[LedgerRow]) -> Iterator[tuple[str, ...]]:
    """Write a row for each file; a folder of many files with one used row each is one row, where its first stands."""
    single = Counter(_folder(row) for row in ledger if row.used == row.read == 1)
    summed: set[str] = set()
    for row in ledger:
        folder = _folder(row)
        if row.used == row.read == 1 and single[folder] > MANY_FILES:
            if folder not in summed:
                summed.add(folder)
                yield safe(f"{folder}/ ({count(single[folder])} files)"), *[count(single[folder])] * 2, "0"
        else:
            yield safe(row.file), count(row.read), count(row.used), count(row.skipped)


def _folder(row: LedgerRow) -> str:
    return row.file.rpartition("/")[0]


def _counts(reasons: Counter[str]) -> str:
    """List counts by reason, the most frequent first and equals by name: no order of files may show."""
    return ", ".join(
        f"{count(number)} × {safe(reason)}" for reason, number in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    )


def _examples(ledger: Iterable[LedgerRow]) -> Iterator[tuple[str, str]]:
    for row in ledger:
        yield from ((safe(f"{row.file}:{line}" if line else row.file), safe(reason)) for line, reason in row.examples)
        if 0 < len(row.examples) < row.skipped:
            yield safe(row.file), f"and {count(row.skipped - len(row.examples))} more"


def _alerts(report: Report) -> Note:
    other = () if report.model.standard else ("this is not the standard method: do not compare it with scores that are",)
    return Note("Warning", tuple(safe(warning) for warning in (*other, *report.warnings)), "alert")


def _method(model: ModelName) -> Pairs:
    return Pairs((_named(model), ("Program", f"klout-cli {__version__}")))


def _named(model: ModelName) -> tuple[str, str]:
    kind = "the standard method" if model.standard else "not the standard method"
    fingerprint = safe(model.fingerprint)[: len("sha256:") + 12]
    return "Method", f"{safe(model.name)} {model.version} ({fingerprint}), {kind}"


def _ranked(person: Mapping[str, object]) -> tuple[str, ...]:
    """Write one row of a ranking; who has no account to score stands last, without a number."""
    name, value = safe(str(person["person"])), person["score"]
    if not isinstance(value, float):
        return "", name, "", "", "", "no account with a known audience"
    low, high, measured = (float(str(person[column])) for column in ("low", "high", "measured"))
    points = apportion([float(str(person[id] or 0)) for id in BREAKDOWN], value, 1)
    made = ", ".join(f"{factor_title(id)} {part:+.1f}".replace("-", "−") for id, part in zip(BREAKDOWN, points, strict=True) if part)
    likely = f"{half_up(low):.0f}–{half_up(high):.0f}"
    return str(person["rank"]), name, f"{half_up(value, 1):.1f}", likely, percent(measured), made


def _kept(kept: Kept) -> tuple[str, ...]:
    score, model = kept.score, f"{safe(kept.model.name)} {kept.model.version}"
    networks = ", ".join(dict.fromkeys(network_title(account.network) for account in kept.snapshot.measured))
    likely = f"{half_up(score.low):.0f}–{half_up(score.high):.0f}"
    return str(kept.id), kept.snapshot.as_of, safe(kept.person), f"{half_up(score.value, 1):.1f}", likely, model, networks


def _inspection(inspection: Inspection) -> Iterator[Block]:
    title = f"{network_title(inspection.network)}: {safe(inspection.variant)}"
    rows = (
        ("Account", safe(inspection.account) or "not named in this export"),
        ("Owner", safe(inspection.owner) or "not named in this export"),
        ("Exported", inspection.exported_at or "carries no date"),
        ("Holds", ", ".join(f"{count(number)} {safe(table)}" for table, number in inspection.rows.items()) or "no rows"),
    )
    yield Pairs(rows, title)
    yield Pairs(
        tuple((supply.title, "yes" if supply.feeds else _why("no", supply.reason)) for supply in inspection.supplies), "Factors it can feed"
    )
    yield from _skipped(inspection.ledger, verbose=True)
    yield Note("Warning", tuple(safe(note) for note in inspection.notes), "alert")


def _source(source: Source) -> Pairs:
    rows = (
        ("Ask for it", source.where),
        ("Format", source.format),
        ("Takes", source.takes),
        ("Holds", source.holds),
        ("Cannot show", source.lacks),
    )
    return Pairs(rows, source.title)
