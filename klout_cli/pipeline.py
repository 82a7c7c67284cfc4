"""The story on one page: exports -> profile -> measurements -> judgement -> Report."""

from collections.abc import Iterable, Mapping, Sequence, Sized
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError, KloutError, UsageError
from klout_cli.factors import FACTORS
from klout_cli.importers import every_importer, importers_for
from klout_cli.importers.container import Container, Limits, Member, open_container
from klout_cli.importers.interface import Importer, Reading
from klout_cli.profile import merge
from klout_cli.profile.profile import Account, Profile, Seen, day_of, week_of
from klout_cli.profile.rows import Export, Intake, Level
from klout_cli.profile.topics import Topic, Topics, folded
from klout_cli.results import FactorSupply, Inspection, Judgement, LedgerRow, Measured, Measurement, OnTopic, Report, Source, Steadiness
from klout_cli.scoring.judge import judge, judged_accounts
from klout_cli.scoring.model import Model, Window

SETTINGS_FILE = "klout.yaml"
UNKNOWN_FILE = "not a known export"
IMPLAUSIBLE = 10**10
WEEKS_SHOWN = 13
KINDS = {"original": "own posts", "reply": "replies", "self_reply": "self-replies", "repost": "reposts", "story": "stories"}


class AccountSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What klout.yaml says of an account: left out, or numbers that no export holds, marked self-reported."""

    role: str = ""
    ignore: bool = False
    followers: int | None = None
    following: int | None = None


class Request(Struct, frozen=True):
    """What is asked: whose exports, read how, seen when, and which accounts of them count.

    `as_of`: an ISO date, `newest` (the newest post) or "" (the newest export's date; `today` where no file has one). `only` and
    `without` name networks or accounts.
    """

    paths: Sequence[Path]
    model: Model
    reading: Reading
    limits: Limits = Limits()
    as_of: str = ""
    today: str = ""
    person: str = ""
    name: str = ""
    only: Sequence[str] = ()
    without: Sequence[str] = ()
    topics: Mapping[str, Topic] = {}
    accounts: Mapping[str, AccountSettings] = {}


class Found(Struct, frozen=True):
    """Everything read: exports, the ledger, and what was refused and why."""

    exports: Sequence[Export]
    ledger: Sequence[LedgerRow]
    warnings: Sequence[str]
    refused: Sequence[KloutError]


def score(request: Request) -> Report:
    """Read, merge, measure and judge.

    Raises InputError where nothing in the inputs gives a number (with the reason), AccessError where a path cannot be read.
    """
    found = read(request.paths, request.reading, request.limits)
    profile = person(found, request)
    topics = Topics(request.topics)
    judgement = judge(measure(profile, request.model.window, topics), request.model, profile.as_of)
    if judgement is None:
        raise _no_number(profile, request)
    return Report(
        model=request.model.label,
        person=profile.name,
        as_of=profile.as_of,
        judgement=judgement,
        on_topic=_on_topic(profile, judgement, request.model, topics),
        steadiness=_steadiness(profile, request.model.window, topics),
        ledger=profile.ledger,
        warnings=profile.warnings + _doubts(judgement, profile, request.model.window),
    )


def inspect(request: Request) -> tuple[list[Inspection], list[LedgerRow], list[str]]:
    """Return what each export is, the ledger of files that are none, and what was refused. Raises InputError where there is no export."""
    found = read(request.paths, request.reading, request.limits)
    if not found.exports:
        raise _nothing(found)
    inspections = [_inspection(export, request) for export in found.exports]
    told = {row.file for inspection in inspections for row in inspection.ledger}
    return inspections, [row for row in found.ledger if row.file not in told], [*found.warnings, *map(str, found.refused)]


def sources() -> list[Source]:
    """Return where to ask for each network's export, in the order of the importers."""
    return [importer.source for importer in every_importer()]


def read(paths: Sequence[Path], reading: Reading, limits: Limits) -> Found:
    """Read every export under the paths; what cannot be read is refused by name and the rest goes on."""
    exports: list[Export] = []
    ledger: list[LedgerRow] = []
    warnings: list[str] = []
    refused: list[KloutError] = []
    for path in paths:
        try:
            containers = open_container(path, limits)
        except InputError as fault:
            refused.append(fault)
            ledger.append(_skipped(path.name, fault.what))
            continue
        for container in containers:
            warnings += container.notes
            ledger += [_skipped(f"{container.name}:{name}", reason) for name, reason in container.skipped]
            try:
                exports += _extracted(container, reading, ledger)
            except InputError as fault:
                refused.append(fault)
                ledger.append(_skipped(container.name, fault.what))
    ledger += [row for export in exports for row in export.ledger]
    return Found(exports, ledger, warnings, refused)


def _extracted(container: Container, reading: Reading, ledger: list[LedgerRow]) -> list[Export]:
    claims: dict[str, Importer] = {}
    found: list[Export] = []
    members = [member for member in container.members if not member.private and member.basename != SETTINGS_FILE]
    ledger += _unopened(container)
    for importer in importers_for(members):
        for claimed in importer.identify(members, reading):
            _claim(claims, importer, claimed)
            lacks = {factor: why for factor, why in importer.feeds.items() if why}
            found += [replace(export, lacks=lacks) for export in importer.extract(claimed, reading)]
    ledger += [_skipped(member.where, UNKNOWN_FILE) for member in members if member.where not in claims]
    return found


def _unopened(container: Container) -> list[LedgerRow]:
    """Say how many files of private messages were left closed; no importer ever sees them (U7)."""
    unopened = sum(member.private for member in container.members)
    intake = Intake(container.name)
    intake.note("file of private messages, not opened", unopened)
    return [intake.ledger()] if unopened else []


def _claim(claims: dict[str, Importer], importer: Importer, members: Iterable[Member]) -> None:
    for member in members:
        other = claims.setdefault(member.where, importer)
        if other is not importer:
            both = f"{type(other).__name__} and {type(importer).__name__}"
            raise InputError(f"two importers claim this file: {both}", member.where, "report this: it is a fault of klout")


def _skipped(file: str, reason: str) -> LedgerRow:
    intake = Intake(file)
    intake.skip("", reason)
    return intake.ledger()


def person(found: Found, request: Request) -> Profile:
    """Merge the exports of one person, with the accounts and numbers the request asks for."""
    if not found.exports:
        raise _nothing(found)
    exports, name = merge.one_person(found.exports, request.person, request.accounts)
    accounts, said = merge.accounts(exports)
    if not accounts:
        raise InputError("these files hold no account", "", "contacts.csv goes together with exports; klout inspect tells what a file is")
    _refuse_unknown(accounts, "--only", request.only)
    _refuse_unknown(accounts, "--without", request.without)
    kept = [_with_manual(account, request.accounts) for account in accounts if _wanted(account, request)]
    if not kept:
        raise InputError("no account is left", "--only, --without and ignore in klout.yaml", "klout inspect lists the accounts")
    warnings = [*map(str, found.refused), *found.warnings, *said, *dict.fromkeys(note for export in exports for note in export.notes)]
    ledger = tuple(sorted(found.ledger, key=lambda row: row.file))
    return Profile(request.name or name, tuple(kept), _as_of(request, exports), ledger, tuple(warnings))


def _names(account: Account) -> dict[str, str]:
    """Return what --only and --without may call an account: its network, its id and its handle, by their folded forms."""
    return {folded(name): name for name in (account.network, account.id, account.handle)}


def _refuse_unknown(accounts: Sequence[Account], option: str, asked: Sequence[str]) -> None:
    """Refuse a name that no account bears: left unsaid, a slip of the keyboard would be another score (A28)."""
    known = {short: name for account in accounts for short, name in _names(account).items()}
    for name in asked:
        if folded(name) not in known:
            from difflib import get_close_matches  # only where a name is misspelt

            close = get_close_matches(folded(name), sorted(known), 1)
            listed = ", ".join(sorted({account.network for account in accounts}))
            raise UsageError(
                "no such network or account in these exports",
                f"{option} {name}",
                f"did you mean {known[close[0]]}?" if close else f"one of: {listed}",
            )


def _wanted(account: Account, request: Request) -> bool:
    names = _names(account).keys()
    settings = request.accounts.get(account.id)
    if names & set(map(folded, request.without)) or (settings and settings.ignore):
        return False
    return not request.only or bool(names & set(map(folded, request.only)))


def _with_manual(account: Account, settings: Mapping[str, AccountSettings]) -> Account:
    told = settings.get(account.id, AccountSettings())
    numbers = [("followers", told.followers), ("following", told.following)]
    levels = [Level(metric, value, account.exported_at, "manual") for metric, value in numbers if value is not None]
    return replace(account, levels=account.levels + tuple(levels))


def _as_of(request: Request, exports: Sequence[Export]) -> str:
    """Return the day asked for, else the newest post's (`newest`), the newest export's, or today where no file has a date."""
    if request.as_of not in ("", "newest"):
        return request.as_of
    posts = [post.at for export in exports for post in export.posts]
    dates = [at for export in exports if (at := export.exported_at or merge.newest_row(export)) is not None]
    known = posts if request.as_of == "newest" and posts else dates
    return day_of(max(known)).isoformat() if known else request.today


def measure(profile: Profile, window: Window, topics: Topics, on_topic_only: bool = False) -> list[Measured]:
    """Ask every factor about every account."""
    return [_measured(seen) for seen in profile.seen(window, topics, on_topic_only)]


def _measured(seen: Seen) -> Measured:
    account = seen.account
    masks = list(seen.crowd.values())
    return Measured(
        id=account.id,
        network=account.network,
        handle=account.handle,
        exported_at=None if account.exported_at is None else day_of(account.exported_at).isoformat(),
        seen_at=seen.day.isoformat(),
        window=seen.window,
        measurements=tuple(_with_reason(factor.measure(seen), account) for factor in FACTORS),
        weeks=seen.weeks,
        crowd=tuple(sorted((mask, masks.count(mask)) for mask in set(masks))),
    )


def _with_reason(found: Measurement, account: Account) -> Measurement:
    """Let an export that can never feed a factor say so, and name the one that would."""
    why = account.lacks.get(found.factor)
    return replace(found, reason=why) if found.state == "missing" and why else found


def _on_topic(profile: Profile, judgement: Judgement, model: Model, topics: Topics) -> OnTopic | None:
    if not topics:
        return None
    only = judge(measure(profile, model.window, topics, on_topic_only=True), model, profile.as_of)
    return OnTopic(only.score.value, only.score.value - judgement.score.value) if only else None


def _steadiness(profile: Profile, window: Window, topics: Topics) -> Steadiness | None:
    seen = profile.seen(window, topics)
    last = max(week_of(int((one.day.toordinal() - 719_163) * 86_400)) for one in seen)
    weeks = {week_of(post.at) for one in seen for post in one.originals}
    counts = [(one.post.likes, one.post.comments, one.post.shares) for each in seen for one in each.counted]
    ranked = sorted((sum(filter(None, known)) for known in counts if set(known) != {None}), reverse=True)
    return Steadiness(
        active_weeks=sum(last - WEEKS_SHOWN < week <= last for week in weeks),
        of_weeks=WEEKS_SHOWN,
        h_index=sum(count > place for place, count in enumerate(ranked)) if ranked else None,
    )


def _doubts(judgement: Judgement, profile: Profile, window: Window) -> tuple[str, ...]:
    """Say what a reader should know before believing the number."""
    said: list[str] = []
    for account in judgement.accounts:
        if account.audience.quality == "cut":
            said.append(f"{account.id}: the list of followers is cut; the audience is larger than {account.audience.followers:,.0f}")
        if account.state == "historical":
            said.append(f"{account.id}: {account.reason}")
        if (account.audience.followers or 0) > IMPLAUSIBLE:
            said.append(f"{account.id}: {account.audience.followers:,.0f} followers are implausible")
        newest = max((post.at for one in profile.accounts if one.id == account.id for post in one.posts), default=None)
        if account.window.newest is None and newest is not None and account.state == "scored":
            said.append(f"{account.id}: no post of the last {window.fallback_days} days; --as-of newest scores it as of its newest post")
    return tuple(said)


def _no_number(profile: Profile, request: Request) -> InputError:
    """Say for each account why it cannot be scored, and what would help."""
    measured = measure(profile, request.model.window, Topics(request.topics))
    reasons = [f"{account.id}: {account.reason}" for account in judged_accounts(measured, request.model, profile.as_of)]
    remedy = "klout sources tells which export holds what is missing"
    newest = max((post.at for account in profile.accounts for post in account.posts), default=None)
    if newest is not None and (age := (date.fromisoformat(profile.as_of) - day_of(newest)).days) > request.model.window.fallback_days:
        reasons.insert(0, f"the newest post is {age:,} days old")
        remedy = "score as of the newest post: --as-of newest"
    return InputError("not enough data for a number", "; ".join([*reasons, *profile.warnings]), remedy)


def _nothing(found: Found) -> InputError:
    if found.refused:
        first = found.refused[0]
        return InputError(first.what, first.where, first.remedy)
    files = [row.file for row in found.ledger]
    listed = ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    return InputError("no export that klout knows", listed, "klout sources lists what can be read; klout inspect tells what a file is")


def _inspection(export: Export, request: Request) -> Inspection:
    return Inspection(
        network=export.network,
        variant=export.variant,
        account=f"{export.network}:{export.handle}" if export.handle != export.network else "",
        owner=export.owner.name,
        exported_at=None if export.exported_at is None else day_of(export.exported_at).isoformat(),
        rows=_rows(export),
        supplies=tuple(_supplies(export, request)),
        ledger=export.ledger,
        notes=export.notes,
    )


def _supplies(export: Export, request: Request) -> Iterable[FactorSupply]:
    """Ask every factor what it finds in this export alone; a table of contacts alone is no account, and says what it can add."""
    accounts, _ = merge.accounts([export])
    if not accounts:
        return [FactorSupply(factor.id, factor.title, factor.id not in export.lacks, export.lacks.get(factor.id, "")) for factor in FACTORS]
    profile = Profile("", tuple(accounts), _as_of(request, [export]), (), ())
    (measured,) = measure(profile, request.model.window, Topics(request.topics))
    return [
        FactorSupply(factor.id, factor.title, found.state == "measured", found.reason)
        for factor, found in zip(FACTORS, measured.measurements, strict=True)
    ]


def _rows(export: Export) -> dict[str, int]:
    """Count the rows of each table of an export, posts by kind; numbers it states stand beside them."""
    rows: dict[str, int] = {}
    for post in export.posts:
        rows[KINDS[post.kind]] = rows.get(KINDS[post.kind], 0) + 1
    lists: dict[str, Sized] = {
        "contacts": export.contacts,
        "interactions": export.interactions,
        "follower ids": export.followers,
        "following ids": export.following,
    }
    rows.update({name: len(table) for name, table in lists.items() if table})
    newest = {level.metric: level.value for level in sorted(export.levels, key=lambda level: level.at or 0)}
    return rows | newest
