"""The first half of the story: exports -> profile -> measurements, which a snapshot keeps."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.factors import FACTORS, OBSERVED, TRAITS
from klout_cli.factors.interface import Factor
from klout_cli.files.container import Limits
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.importers.read import EMPTY, Found, read
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.choice import Choice, chosen
from klout_cli.person.merging import newest_row
from klout_cli.person.owners import choose_person, explain_unnamed
from klout_cli.person.profile import Account, Profile, Seen, day_of
from klout_cli.person.rows import Export
from klout_cli.person.topics import Topic, Topics
from klout_cli.results import (
    Measured,
    Measurement,
    Snapshot,
    Taken,
)
from klout_cli.scoring.model import Model
from klout_cli.values.reading import Reading


class Request(Struct, frozen=True):
    """What is asked: whose exports, read how, seen when, and which accounts of them count.

    `as_of`: an ISO date, `newest` (the newest post) or "" (the newest export's date; `today` where
    no file has one).
    """

    paths: Sequence[Path]
    model: Model
    reading: Reading
    limits: Limits = Limits()
    as_of: str = ""
    today: str = ""
    person: str = ""
    name: str = ""
    choice: Choice = Choice()
    topics: Mapping[str, Topic] = {}
    progress: Progress = NO_PROGRESS


def exports_of(request: Request) -> Found:
    """Read the exports a request names; raises AccessError where a path cannot be read."""
    return read(request.paths, request.reading, request.limits, request.progress)


def take(request: Request) -> Taken:
    """Read exports and measure the person in them on the day that is asked for.

    Raises InputError where the inputs hold no account of one person, AccessError where a path
    cannot be read.
    """
    return seen_on(request, exports_of(request))


def seen_on(request: Request, found: Found) -> Taken:
    """Measure the person in exports that are read already, as `take` does."""
    with request.progress.step("measuring"):
        return _taken(request, found)


def _taken(request: Request, found: Found) -> Taken:
    profile = person(found, request)
    topics = Topics(request.topics)
    seen = profile.seen(request.model, topics)
    measured = measure(seen)
    snapshot = Snapshot(
        person=profile.name,
        as_of=profile.as_of,
        measured=tuple(measured),
        on_topic=tuple(map(_from_topics, measured, seen)) if topics else (),
        traits=tuple(trait.measure(seen) for trait in TRAITS),
        inputs=found.inputs(),
        topics=tuple(request.topics),
    )
    return Taken(snapshot, profile.ledger, profile.warnings)


def on_days(requests: Sequence[Request]) -> list[Taken]:
    """Measure the person in the same exports on several days, reading them once.

    Raises as `take` does.
    """
    found = exports_of(requests[0])
    return [seen_on(request, found) for request in requests]


def at_ends(request: Request, period: str) -> list[Taken]:
    """Measure the person at the end of every period since the first post, and on the day that is asked for; raises as `take` does."""
    from klout_cli.scoring.compare import period_ends

    found = exports_of(request)
    last = seen_on(request, found)
    posts = [post.at for export in found.exports for post in export.posts]
    first = day_of(min(posts)).isoformat() if posts else last.snapshot.as_of
    days = period_ends(first, last.snapshot.as_of, period)
    return [*(seen_on(replace(request, as_of=day), found) for day in days), last]


def person(found: Found, request: Request) -> Profile:
    """Merge the exports of one person, with the accounts and numbers the request asks for."""
    if not found.exports:
        raise nothing(found)
    exports, name = choose_person(found.exports, request.person, request.choice.settings)
    accounts, said = merge_accounts(exports)
    if not accounts:
        notes = dict.fromkeys(note for export in exports for note in export.notes)
        raise InputError(
            "these files hold no account",
            "; ".join(notes),
            "they go together with an export; klout inspect tells what a file is",
        )
    kept = chosen(accounts, request.choice)
    if request.person:
        said = [
            *explain_unnamed(found.exports, exports, request.choice.settings),
            *said,
        ]
    warnings = [
        *map(str, found.refused),
        *found.warnings,
        *said,
        *dict.fromkeys(note for export in exports for note in export.notes),
    ]
    ledger = tuple(sorted(found.ledger, key=lambda row: row.file))
    return Profile(
        request.name or name, tuple(kept), day_meant(request, exports), ledger, tuple(warnings)
    )


def day_meant(request: Request, exports: Sequence[Export]) -> str:
    """Return the day asked for, else the newest post's (`newest`), the newest export's, or today where no file has a date."""
    if request.as_of not in ("", "newest"):
        return request.as_of
    posts = [post.at for export in exports for post in export.posts]
    dates = [
        at for export in exports if (at := export.exported_at or newest_row(export)) is not None
    ]
    known = posts if request.as_of == "newest" and posts else dates
    return day_of(max(known)).isoformat() if known else request.today


def measure(seen: Iterable[Seen]) -> list[Measured]:
    """Ask every factor about every account."""
    return list(map(_measured, seen))


def _from_topics(measured: Measured, whole: Seen) -> Measured:
    """Ask about on-topic posts alone.

    What does not come from posts stays as it was measured (method §4.3).
    """
    seen = whole.on_topic_alone()
    found = tuple(
        _with_reason(factor.measure(seen), seen.account)
        if factor.of_posts
        else measured.of(factor.id)
        for factor in FACTORS
    )
    return replace(
        measured,
        window=seen.window,
        measurements=found,
        weeks=seen.weeks,
        crowd=_crowd(seen),
        observed=(),
    )


def _measured(seen: Seen) -> Measured:
    account = seen.account
    return Measured(
        id=account.id,
        network=account.network,
        handle=account.handle,
        exported_at=None
        if account.exported_at is None
        else day_of(account.exported_at).isoformat(),
        seen_at=seen.day.isoformat(),
        window=seen.window,
        measurements=_asked(FACTORS, seen),
        weeks=seen.weeks,
        crowd=_crowd(seen),
        observed=_asked(OBSERVED, seen),
    )


def _crowd(seen: Seen) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(seen.crowd.values()).items()))


def _asked(factors: Iterable[Factor], seen: Seen) -> tuple[Measurement, ...]:
    return tuple(_with_reason(factor.measure(seen), seen.account) for factor in factors)


def _with_reason(found: Measurement, account: Account) -> Measurement:
    """Let an export that can never feed a factor say so, and name the one that would."""
    why = account.lacks.get(found.factor)
    return replace(found, reason=why) if found.state == "missing" and why else found


def nothing(found: Found) -> InputError:
    """Say why there is no export: what was refused, else which files are none."""
    if found.refused:
        first = found.refused[0]
        return InputError(first.what, first.where, first.remedy)
    files = [row.file for row in found.ledger]
    listed = ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    if all(EMPTY in row.reasons for row in found.ledger):
        return InputError(EMPTY, listed, "download or save it again")
    return InputError(
        "no export that klout knows",
        listed,
        "klout sources lists what can be read; klout inspect tells what a file is",
    )
