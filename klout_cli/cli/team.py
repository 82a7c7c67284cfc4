"""`klout team`: several people who agreed to it, one folder each."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import typer
from msgspec.structs import replace

from klout_cli.cli import flags, language, settings
from klout_cli.cli.options import build_options
from klout_cli.cli.output import replacing, write, write_bytes
from klout_cli.cli.snapshots import measure_person
from klout_cli.errors import InputError, KloutError, UsageError
from klout_cli.translation import gettext as _

if TYPE_CHECKING:
    from klout_cli.cli.report_options import ReportOptions
    from klout_cli.reports.team import TeamMember

DEFAULT_FOLDER = Path("klout-team")


class Client(NamedTuple):
    """One folder with what its klout.yaml says about the person."""

    folder: Path
    name: str
    consent: bool


def team(
    context: typer.Context,
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER...", help="One folder of exports per person.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="A new folder for the reports.")
    ] = DEFAULT_FOLDER,
    with_names: Annotated[
        bool, typer.Option("--with-names", help="Show names; without it everything is redacted.")
    ] = False,
    as_of: flags.AsOf = None,
    model: flags.ModelName = None,
    **shared: Unpack[flags.ReadingFlags],
) -> None:
    """Score several people, one folder each.

    Each folder needs a klout.yaml with their consent.

    Example: klout team clients/anna clients/ben -o reports
    """
    from klout_cli.cli import report_options
    from klout_cli.reports.team import team_page, team_table, team_workbook

    if output.exists():
        raise UsageError(_("This folder exists already."), str(output), _("-o reports"))
    clients = [_read_client(folder) for folder in folders]
    agreed = [client for client in clients if client.consent]
    refused = len(clients) - len(agreed)
    lang = language.current_language()
    options = report_options.read_report_options(
        context, (), no_posts=not with_names, redact=not with_names, lang=lang
    )
    with replacing(output) as folder:
        folder.mkdir(mode=0o700)
        members = [
            _report_person(client, number, folder, options)
            for number, client in enumerate(agreed, start=1)
        ]
        if not any(member.report for member in members):
            raise InputError(
                _("Nobody could be scored."),
                "; ".join(member.problem for member in members),
                _("each folder needs exports, and a klout.yaml with the person's consent"),
            )
        write(team_page(members, refused, lang), folder / "index.html")
        write_bytes(team_workbook(members), folder / "team.xlsx")
    write(team_table(members, refused))


def _read_client(folder: Path) -> Client:
    """Read a folder's own klout.yaml alone: nobody agrees for somebody else."""
    from klout_cli import SETTINGS_FILE

    if not folder.is_dir():
        raise UsageError(_("This isn't a folder."), str(folder), _("klout team FOLDER..."))
    file = folder / SETTINGS_FILE
    tree = settings.read(file) if file.exists() else {}
    person: Any = tree.get("person")
    values = person if isinstance(person, dict) else {}
    consent = values.get("consent")
    agreed = consent is True or isinstance(consent, date)
    return Client(folder, str(values.get("name") or ""), agreed)


def _report_person(
    client: Client, number: int, folder: Path, options: "ReportOptions"
) -> "TeamMember":
    """Write one person's report; what goes wrong is a problem of theirs alone."""
    from klout_cli.cli import report_options
    from klout_cli.reports.html_report import HtmlReport
    from klout_cli.reports.team import TeamMember

    shown = _("Person {n}", n=number) if options.redact else client.name or client.folder.name
    try:
        run = build_options([client.folder], options)
        inputs = measure_person(replace(run, name=client.name))
        dossier = report_options.make_full_dossier(inputs, options)
        page = HtmlReport(options.lang).dossier(dossier)
    except KloutError as error:
        return TeamMember(shown, problem=error.what)
    file = f"person-{number}.html"
    write(page, folder / file)
    return TeamMember(shown, dossier.report, file)
