"""What a page was asked for: written into it, so that `klout verify` can ask for the same again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import MsgspecError, Struct, to_builtins
from msgspec.json import decode, encode
from msgspec.structs import replace

from klout_cli.cli.request import build
from klout_cli.cli.selection import Selection
from klout_cli.cli.subject import Subject
from klout_cli.errors import GateError, InputError, UsageError
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.pipeline import measuring, reporting
from klout_cli.reports.html_report import HtmlReport
from klout_cli.reports.tongue import ENGLISH, languages
from klout_cli.reports.verify import options_of
from klout_cli.results.dossier import Dossier


class Asked(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename="kebab"):
    """Options of `klout report` by their names, those that change what a page says.

    `as_of` is the day that was meant.
    """

    as_of: str = ""
    model: str = ""
    person: str = ""
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    include_private: bool | None = None
    encoding: str = ""
    decimal: str = ""
    date_order: str = ""
    tz: str = "UTC"
    today: str = ""
    post: tuple[str, ...] = ()
    redact: bool = False
    lang: str = ENGLISH


def asked_for(selection: Selection, post: tuple[str, ...], redact: bool, lang: str) -> Asked:
    """Return what the options of a command ask for."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in selection.items()
        if value is not None
    }
    given.pop("limit_gb", None)
    return Asked(**given, post=post, redact=redact, lang=lang)


def seen(
    paths: Sequence[Path],
    asked: Asked,
    limit_gb: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> Subject:
    """Read the exports as asked.

    Raises as `build` and `take` do, UsageError also for options that would tell what is withheld.
    """
    if asked.redact and (asked.post or any(":" in name for name in (*asked.only, *asked.without))):
        raise UsageError(
            "this would tell what is withheld",
            "--redact",
            "leave out --post, and name networks instead of accounts",
        )
    request = build(
        paths, as_of=asked.as_of, model=asked.model, person=asked.person, only=asked.only, without=asked.without,
        include_private=asked.include_private, encoding=asked.encoding, decimal=asked.decimal, date_order=asked.date_order,
        tz=asked.tz, today=asked.today or None, limit_gb=limit_gb, progress=progress,
    )  # fmt: skip
    found = measuring.exports_of(request)
    return Subject(measuring.seen_on(request, found), request.model, found, request)


def dossier(one: Subject, asked: Asked) -> Dossier:
    """Return all that a report says of a person, with what was asked for; raises UsageError for a post that is none of theirs."""
    made = (reporting.redacted_dossier if asked.redact else reporting.dossier)(one.taken, one.model)
    return replace(
        made, posts=reporting.shown(one.exports, asked.post), options=_told(_same(one, asked))
    )


def _same(one: Subject, asked: Asked) -> Asked:
    """Return what to ask for to get the same again, without a folder, and without a name where names are withheld."""
    return replace(
        asked,
        as_of=one.snapshot.as_of,
        model=Path(asked.model).name,
        person="" if asked.redact else asked.person,
    )


def _told(asked: Asked) -> dict[str, str]:
    """Write options as they are given."""
    told = to_builtins(asked)
    return {
        name: ", ".join(value) if isinstance(value, list | tuple) else str(value)
        for name, value in told.items()
    }


def application(
    paths: Sequence[Path],
    asked: Asked,
    limit_gb: int | None = None,
    progress: Progress = NO_PROGRESS,
) -> str:
    """Return the page for an application; raises as `seen` and `dossier` do."""
    one = seen(paths, asked, limit_gb, progress)
    return HtmlReport(asked.lang).application(
        dossier(one, asked), encode(_same(one, asked)).decode()
    )


def again(
    page: str,
    paths: Sequence[Path],
    model: str,
    person: str,
    limit_gb: int | None,
    progress: Progress = NO_PROGRESS,
) -> str:
    """Make a page for an application anew from exports; `model` and `person` stand for what it does not say.

    Raises UsageError without exports, InputError for a page that is none, GateError for options that cannot be; else as `application`.
    """
    if not paths:
        raise UsageError("no exports given", "PATH...", "klout verify FILE PATH...")
    options = options_of(page)
    if options is None:
        raise InputError(
            "this is no page for an application",
            "",
            "klout report PATH... --application -o FILE makes one",
        )
    try:
        asked = decode(options, type=Asked)
    except MsgspecError as fault:
        raise GateError("rejected: the options in this page are none of klout's") from fault
    if asked.lang not in languages():
        raise GateError("rejected: the options in this page are none of klout's")
    try:
        return application(
            paths,
            replace(asked, model=model or asked.model, person=person or asked.person),
            limit_gb,
            progress,
        )
    except UsageError as fault:
        raise GateError(f"rejected: {fault.what}", fault.where, fault.remedy) from fault
