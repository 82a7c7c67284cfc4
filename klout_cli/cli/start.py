"""`klout` on a terminal: which networks you use, and exports that wait in your downloads."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import typer
from msgspec import Struct
from msgspec.structs import replace

from klout_cli.cli import streams
from klout_cli.cli.options import Flags, build_reading
from klout_cli.cli.output import show_blocks, write_bytes
from klout_cli.cli.progress import choose_progress
from klout_cli.cli.settings import user_file
from klout_cli.files.limits import Limits
from klout_cli.importers.plugins import list_sources
from klout_cli.importers.recognise import Recognised, recognise_exports
from klout_cli.reports.names import network_title
from klout_cli.reports.safe import safe
from klout_cli.reports.screens.sources import first_steps, requests_blocks
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate

FILE = "start.json"
NETWORKS = (
    "linkedin",
    "instagram",
    "facebook_page",
    "x",
    "youtube",
    "xing",
    "tiktok",
    "mastodon",
    "blog",
)


class Remembered(Struct, frozen=True):
    """What the first-run questions were answered with; `look` is None until it was asked."""

    networks: tuple[str, ...] = ()
    look: bool | None = None


def find_exports(context: typer.Context) -> list[Path]:
    """Ask for networks, then for the downloads folder; return exports to score now."""
    if not streams.can_ask(context):
        show_blocks(context, first_steps())
        return []
    remembered = recall()
    if not remembered.networks:
        _ask_networks(context)
        return []
    paths = offer_downloads(context)
    if not paths:
        _show_networks(context, remembered.networks)
    return paths


def offer_downloads(context: typer.Context) -> list[Path]:
    """Return the exports in the downloads folder that the person wants to score now.

    Asks once whether klout may look there, and each time before anything is scored.
    """
    if not streams.can_ask(context) or not may_look():
        return []
    found = _look(context)
    if not found:
        _say(_("There are no exports in {folder} yet.", folder=str(downloads())))
        return []
    for export in found:
        _say(f"  {safe(export.path.name)}  {translate(export.title)}")
    question = ngettext("Score this export now?", "Score these {n} exports now?", len(found))
    return [export.path for export in found] if _agree(question) else []


def may_look() -> bool:
    """Return whether klout may look into the downloads folder; asks once."""
    remembered = recall()
    if remembered.look is not None or not downloads().is_dir():
        return bool(remembered.look) and downloads().is_dir()
    _say(_("klout can look for your exports in {folder}.", folder=str(downloads())))
    _say(_("It only recognises exports by their contents. Nothing is scored or sent."))
    look = _agree(_("May klout look there?"))
    remember(replace(remembered, look=look))
    return look


def downloads(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the user's downloads folder."""
    from platformdirs import user_downloads_path

    return Path(environ.get("KLOUT_DOWNLOADS") or user_downloads_path())


def recall() -> Remembered:
    """Return what was answered before; an unreadable file counts as none."""
    try:
        return msgspec.json.decode(_file().read_bytes(), type=Remembered)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Remembered()


def remember(answers: Remembered) -> None:
    """Save the answers beside the user's settings."""
    _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_bytes(msgspec.json.encode(answers), _file())


def _file() -> Path:
    return user_file().with_name(FILE)


def _ask_networks(context: typer.Context) -> None:
    _say(_("Which of these do you use? Numbers, like 1,3"))
    for place, network in enumerate(NETWORKS, start=1):
        _say(f"  {place}  {network_title(network)}")
    chosen = _parse_choice(sys.stdin.readline())
    if not chosen:
        _say(_("Try it with an invented person: klout demo"))
        return
    remember(replace(recall(), networks=tuple(chosen)))
    _show_networks(context, chosen)


def _parse_choice(answer: str) -> list[str]:
    """Return the networks of a line like "1, 3"; what is no number of the list is ignored."""
    numbers = (part for part in answer.replace(",", " ").split() if part.isdecimal())
    places = dict.fromkeys(int(part) for part in numbers)
    return [NETWORKS[place - 1] for place in places if 1 <= place <= len(NETWORKS)]


def _show_networks(context: typer.Context, networks: Sequence[str]) -> None:
    """Show where to request the data of each network, and how to go on."""
    sources = [source for source in list_sources() if source.network in networks]
    show_blocks(context, requests_blocks(sources))


def _look(context: typer.Context) -> list[Recognised]:
    with choose_progress(context).step(_("looking for exports")):
        return list(recognise_exports(downloads(), build_reading(Flags()), Limits()))


def _agree(question: str) -> bool:
    """Ask a yes-or-no question; an empty answer is no."""
    yes = (_("y"), _("yes"), "y", "yes")
    _say(question + " " + _("[y/N]"))
    return sys.stdin.readline().strip().casefold() in yes


def _say(line: str) -> None:
    streams.say([line])
