"""The text of a commented klout.yaml, from exports or as a template (`klout init`)."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from textwrap import indent
from typing import Any

import typer
import yaml
from msgspec import Struct
from msgspec.structs import replace

from klout_cli import __version__, details, pipeline
from klout_cli.cli import settings, streams
from klout_cli.cli.options import read_options
from klout_cli.cli.output import warn, write
from klout_cli.cli.settings import Settings
from klout_cli.errors import InputError
from klout_cli.person.account import AUDIENCES, Account
from klout_cli.person.choice import AccountSettings, Choice
from klout_cli.person.rows import Export
from klout_cli.person.topics import folded
from klout_cli.reports.names import channel_name
from klout_cli.reports.screens.topics import PROPOSALS
from klout_cli.reports.topics_json import pasted
from klout_cli.results.displayed import Subject
from klout_cli.scoring.model import Model
from klout_cli.scoring.structs import as_struct
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext, translate

NUMBER = re.compile(r"\d{1,3}(?:[.,' ]\d{3}){1,3}|\d{1,12}")
WIDE = 1 << 20
"""Prevents folding of long lines."""

HEAD = """# Settings of klout. Remove the # before a name to use a setting.
# klout config show lists what is set.
made_by: klout {version}
"""
NO_PERSON = """
#person:
#  name: Your Name
#  lang: de
"""
ACCOUNTS = """
# Your accounts. role is personal, professional or brand and isn't scored.
# Set ignore to true to leave an account out, and followers if your exports don't include them.
"""
FOUND_TOPICS = """
# What you want to be known for. These words stand out in your posts.
# To use some, remove the # before topics and before their two lines.
"""
NO_ACCOUNTS = """#accounts:
#  "x:your_handle":
#    role: professional
#    followers: 1200
"""
SELF_REPORTED, NOT_HELD = N_("self-reported"), N_("your exports don't include it")
COMMENT = re.compile(r"(?<=^# )\S.*", re.MULTILINE)
# Name of a section -> its description, and an example that is switched off. A section without one
# is only written if it is set.
SECTIONS = {
    "topics": """
# What you want to be known for. marketing* matches every word that starts with it.
#topics:
#  communication:
#    keywords: [communication, "public speaking", marketing*]
#    hashtags: [PR]
""",
    "aliases": """
# Names of columns in your own tables. klout map FILE does this for one table.
#aliases:
#  likes: [Herzchen]
""",
    "tables": "",
    "model": """
# The method: klout, professional or your own YAML file.
#model: klout
""",
    "limits": """
# Limits for one download: bytes when unpacked, and number of files.
#limits:
#  unpacked: 2000000000
#  members: 100000
""",
    "private": """
# Private messages stay closed unless this is true. Even then, only who, when and direction count.
#private:
#  include: false
""",
    "history": "",
}


class Found(Struct, frozen=True):
    """What exports say: a name, the lines of each account by its id, and topics of the posts."""

    name: str
    entries: Mapping[str, Sequence[str]] = {}
    topics: Sequence[Subject] = ()
    warnings: Sequence[str] = ()


def write_settings(
    context: typer.Context, paths: Sequence[Path] | None, file: Path | None, name: str
) -> None:
    """Write settings to a file, whose own settings stay, or to standard output."""
    before = settings.read(file) if file and file.exists() else {}
    own = as_struct(before, Settings, str(file))
    found = _read_exports(context, paths, own) if paths else Found(own.person.name)
    declared = {id: _account_lines(account) for id, account in own.accounts.items()}
    entries = {**declared, **found.entries}
    text = page(found.name, own.person.lang, entries, before, found.topics)
    as_struct(settings.parse(text, name), Settings, name)
    write(text, file)
    if file:
        warn(context, [*found.warnings, _describe(file, len(entries))])


def _describe(file: Path, accounts: int) -> str:
    if not accounts:
        return _("wrote {file}, a template", file=str(file))
    return ngettext(
        "wrote {file} with {n} account",
        "wrote {file} with {n} accounts",
        accounts,
        file=str(file),
    )


def _read_exports(context: typer.Context, paths: Sequence[Path], own: Settings) -> Found:
    """Read what exports say about a person; ask for missing followers on a terminal."""
    options = read_options(context, paths)
    known = {**options.choice.settings, **own.accounts}
    unset = dict.fromkeys(options.choice.settings, AccountSettings())
    options = replace(options, choice=Choice(settings=unset))  # all accounts, as they are
    exports = pipeline.read_exports(options)
    profile = pipeline.merge_person(exports, options)
    topics: Sequence[Subject] = ()
    if not own.topics:
        with suppress(InputError):  # nothing that gives a score, so nothing to compare topics by
            person = pipeline.measure_person(exports, options)
            topics = details.propose_topics(person, exports, options)
    if streams.can_ask(context):
        known |= _ask_followers(profile.accounts, known, options.model)
    entries = {}
    for account in profile.accounts:
        role = _guess_role(account, exports.exports)
        entries[account.id] = _account_lines(known.get(account.id), account, role)
    return Found(profile.name, entries, topics, profile.warnings)


def _lacks_followers(account: Account, settings: AccountSettings | None) -> bool:
    """Return whether neither the exports nor the settings say how many followers there are."""
    known = any(level.metric in AUDIENCES for level in account.levels)
    return not known and (settings is None or settings.followers is None)


def _guess_role(account: Account, exports: Sequence[Export]) -> str:
    """Return "personal" for an archive that only its owner can download.

    "brand" for a page, and for accounts beside such an archive.
    """
    of_network = [export for export in exports if export.network == account.network]
    names = folded(account.handle), folded(account.network)
    if any(export.owner.personal and folded(export.handle) in names for export in of_network):
        return "personal"
    beside = account.network == "facebook_page" or any(
        export.page or export.owner.personal for export in of_network
    )
    return "brand" if beside else "professional"


def _account_lines(
    settings: AccountSettings | None, account: Account | None = None, role: str = ""
) -> list[str]:
    """Return the lines of one account: its settings, else the guessed role.

    A missing follower count is offered, commented out.
    """
    role = settings.role if settings and settings.role else role
    lines = [f"role: {role}"] if role else []
    if settings and settings.ignore:
        lines.append("ignore: true")
    numbers = {"followers": settings.followers, "following": settings.following} if settings else {}
    lines += [
        f"{metric}: {number}  # {translate(SELF_REPORTED)}"
        for metric, number in numbers.items()
        if number is not None
    ]
    if account is not None and _lacks_followers(account, settings):
        lines.append(f"#followers:  # {translate(NOT_HELD)}")
    return lines


def page(
    name: str,
    lang: str,
    entries: Mapping[str, Sequence[str]],
    before: Mapping[str, Any],
    topics: Sequence[Subject] = (),
) -> str:
    """Return the text of a klout.yaml.

    `entries`: the lines of each account by its id. `before`: sections that are written as they are.
    `topics`: proposals, which are written instead of an example, switched off too.
    """
    accounts = "".join(f"  {quoted(id)}:{_block(lines)}\n" for id, lines in entries.items())
    return (
        translate_comments(HEAD).format(version=__version__)
        + _person(name, lang)
        + translate_comments(ACCOUNTS)
        + (f"accounts:\n{accounts}" if accounts else NO_ACCOUNTS)
        + "".join(_sections(before, _format_topics(topics) if topics else SECTIONS["topics"]))
    )


def translate_comments(text: str) -> str:
    """Return a text with its comments translated; settings stay unchanged."""
    return COMMENT.sub(lambda line: translate(line[0]), text)


def _block(lines: Sequence[str]) -> str:
    return "".join(f"\n    {line}" for line in lines) or " {}"


def _person(name: str, lang: str) -> str:
    if not name and not lang:
        return NO_PERSON
    lines = (
        f"name: {quoted(name)}" if name else "#name: Your Name",
        f"lang: {quoted(lang)}" if lang else "#lang: de",
    )
    return "\nperson:\n" + "".join(f"  {line}\n" for line in lines)


def _format_topics(proposed: Sequence[Subject]) -> str:
    """Return the first proposals as a section that is switched off."""
    return FOUND_TOPICS + indent(pasted(proposed[:PROPOSALS]), "#")


def _sections(before: Mapping[str, Any], topics: str) -> Iterator[str]:
    """Yield existing sections unchanged, and examples of the others."""
    for name, example in {**SECTIONS, "topics": topics}.items():
        if name in before:
            yield "\n" + yaml.safe_dump(
                {name: before[name]}, allow_unicode=True, sort_keys=False, width=WIDE
            )
        else:
            yield translate_comments(example)


def quoted(text: str) -> str:
    """Quote any text as a YAML scalar."""
    return str(yaml.safe_dump(text, allow_unicode=True, default_style='"', width=WIDE)).rstrip("\n")


# On a terminal


def _ask_followers(
    accounts: Sequence[Account], known: Mapping[str, AccountSettings], model: Model
) -> dict[str, AccountSettings]:
    """Ask for the followers that exports lack; return the settings of answered accounts."""
    answered = {}
    for account in accounts:
        settings = known.get(account.id, AccountSettings())
        closed = model.network(account.network).until
        if closed or settings.ignore or not _lacks_followers(account, settings):
            continue
        name = channel_name(account.network, account.handle)
        number = _ask_number(_("How many followers does {account} have?", account=name))
        if number is not None:
            answered[account.id] = replace(settings, followers=number)
    return answered


def _ask_number(question: str) -> int | None:
    """Return a number like 1204, 1,204 or 1.204; None for an empty or ended answer."""
    while True:
        streams.say([f"{question} {_('[number, or Enter to leave it out]')}"])
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if NUMBER.fullmatch(answer):
            return int(re.sub(r"\D", "", answer))
