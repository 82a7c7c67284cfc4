"""What exports are, before any score: whose, of what date, what they hold and can feed."""

from collections.abc import Iterable, Sized

from klout_cli.factors import FACTORS
from klout_cli.importers import every_importer
from klout_cli.importers.plugins import plugins
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.profile import Profile, day_of
from klout_cli.person.rows import Export
from klout_cli.person.topics import Topics
from klout_cli.pipeline.measuring import Request, day_meant, exports_of, measure, nothing
from klout_cli.results import (
    FactorSupply,
    Inspection,
    LedgerRow,
    Source,
)

KINDS = {
    "original": "own posts",
    "reply": "replies",
    "self_reply": "self-replies",
    "repost": "reposts",
    "story": "stories",
}


def inspect(request: Request) -> tuple[list[Inspection], list[LedgerRow], list[str]]:
    """Return what each export is, the ledger of files that are none, and what was refused.

    Raises InputError where there is no export.
    """
    found = exports_of(request)
    if not found.exports:
        raise nothing(found)
    inspections = [_inspection(export, request) for export in found.exports]
    told = {row.file for inspection in inspections for row in inspection.ledger}
    return (
        inspections,
        [row for row in found.ledger if row.file not in told],
        [*found.warnings, *map(str, found.refused)],
    )


def sources() -> list[Source]:
    """Return where to ask for each network's export, in the order of the importers, those of third parties last."""
    return [
        importer.source
        for importer in (*every_importer(), *(plugin.importer for plugin in plugins()[0]))
    ]


def plugin_faults() -> tuple[str, ...]:
    """Return what is wrong with importers of third parties that cannot be used."""
    return plugins()[1]


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
    """Ask every factor what it finds in this export alone.

    A table of contacts alone is no account, and says what it can add.
    """
    accounts, _ = merge_accounts([export])
    if not accounts and not export.contacts:
        return [
            FactorSupply(
                factor.id,
                factor.title,
                False,
                export.lacks.get(factor.id) or "no row of it can be used",
            )
            for factor in FACTORS
        ]
    if not accounts:
        return [
            FactorSupply(
                factor.id,
                factor.title,
                factor.id not in export.lacks,
                export.lacks.get(factor.id, ""),
            )
            for factor in FACTORS
        ]
    profile = Profile("", tuple(accounts), day_meant(request, [export]), (), ())
    (measured,) = measure(profile.seen(request.model, Topics(request.topics)))
    return [
        FactorSupply(factor.id, factor.title, found.state == "measured", found.reason)
        for factor, found in zip(FACTORS, measured.measurements, strict=True)
    ]


def _rows(export: Export) -> dict[str, int]:
    """Count the rows of each table of an export, posts by kind.

    Numbers it states stand beside them.
    """
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
    newest = {
        level.metric: level.value
        for level in sorted(export.levels, key=lambda level: level.at or 0)
    }
    return rows | newest
