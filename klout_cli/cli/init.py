"""`klout init`: a commented klout.yaml, from exports or as a template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from klout_cli import __version__
from klout_cli.cli import flags
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import translate

if TYPE_CHECKING:
    from klout_cli.person.account import Account
    from klout_cli.person.choice import AccountSettings
    from klout_cli.person.profile import Profile
    from klout_cli.person.rows import Export
    from klout_cli.pipeline import Options

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


def init(
    context: typer.Context,
    paths: flags.Paths = None,
    output: flags.Output = Path("klout.yaml"),
    force: flags.Force = False,
    person: flags.Person = "",
    encoding: flags.Encoding = "",
    decimal: flags.Decimal = "",
    date_order: flags.DateOrder = None,
    tz: flags.TimeZone = "UTC",
    today: flags.Today = None,
    limit_gb: flags.LimitGb = None,
) -> None:
    """Write a settings file, klout.yaml, for your exports.

    Example: klout init
    twitter-2026-03-01.zip posts.csv
    """
    from klout_cli.cli import settings
    from klout_cli.cli.options import read_options
    from klout_cli.cli.output import targets, warn, write
    from klout_cli.scoring.structs import as_struct

    (file,) = targets(output, ["yaml"], [path for path in paths or [] if path.is_file()], force)
    before = settings.read(file) if file and file.exists() else {}
    own = as_struct(before, settings.Settings, str(file))
    entries = {id: _account_lines(account) for id, account in own.accounts.items()}
    name = own.person.name
    warnings: tuple[str, ...] = ()
    if paths:
        options = read_options(context, paths)
        profile, exports = _read_profile(options)
        known = options.choice.settings | own.accounts
        entries |= {
            account.id: _account_lines(
                known.get(account.id), account, _guess_role(account, exports)
            )
            for account in profile.accounts
        }
        name, warnings = profile.name, profile.warnings
    text = page(name, own.person.lang, entries, before)
    as_struct(settings.parse(text, str(output)), settings.Settings, str(output))
    write(text, file)
    if file:
        warn(
            context,
            [
                *warnings,
                f"wrote {file}: {len(entries)} accounts"
                if entries
                else f"wrote {file}, a template",
            ],
        )


def _read_profile(options: "Options") -> "tuple[Profile, Sequence[Export]]":
    """Read exports with all their accounts, unaffected by settings."""
    from msgspec.structs import replace

    from klout_cli import pipeline
    from klout_cli.person.choice import AccountSettings, Choice

    declared = dict.fromkeys(options.choice.settings, AccountSettings())
    exports = pipeline.read_exports(options)
    profile = pipeline.merge_person(exports, replace(options, choice=Choice(settings=declared)))
    return profile, exports.exports


def _guess_role(account: "Account", exports: "Sequence[Export]") -> str:
    """Return "personal" for an archive that only its owner can download.

    "brand" for a page, and for accounts beside such an archive.
    """
    from klout_cli.person.topics import folded

    of_network = [export for export in exports if export.network == account.network]
    names = folded(account.handle), folded(account.network)
    if any(export.owner.personal and folded(export.handle) in names for export in of_network):
        return "personal"
    beside = account.network == "facebook_page" or any(
        export.page or export.owner.personal for export in of_network
    )
    return "brand" if beside else "professional"


def _account_lines(
    settings: "AccountSettings | None", account: "Account | None" = None, role: str = ""
) -> list[str]:
    """Return the lines of one account: its settings, else the guessed role.

    A missing follower count is offered, commented out.
    """
    from klout_cli.person.account import AUDIENCES

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
    known = account is None or any(level.metric in AUDIENCES for level in account.levels)
    if not known and numbers.get("followers") is None:
        lines.append(f"#followers:  # {translate(NOT_HELD)}")
    return lines


def page(
    name: str, lang: str, entries: Mapping[str, Sequence[str]], before: Mapping[str, Any]
) -> str:
    """Return the text of a klout.yaml.

    `entries`: the lines of each account by its id. `before`: sections that are written as they are.
    """
    accounts = "".join(f"  {quoted(id)}:{_block(lines)}\n" for id, lines in entries.items())
    return (
        translate_comments(HEAD).format(version=__version__)
        + _person(name, lang)
        + translate_comments(ACCOUNTS)
        + (f"accounts:\n{accounts}" if accounts else NO_ACCOUNTS)
        + "".join(_sections(before))
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


def _sections(before: Mapping[str, Any]) -> Iterator[str]:
    """Yield existing sections unchanged, and examples of the others."""
    import yaml

    for name, example in SECTIONS.items():
        if name in before:
            yield "\n" + yaml.safe_dump(
                {name: before[name]}, allow_unicode=True, sort_keys=False, width=WIDE
            )
        else:
            yield translate_comments(example)


def quoted(text: str) -> str:
    """Quote any text as a YAML scalar."""
    import yaml

    return str(yaml.safe_dump(text, allow_unicode=True, default_style='"', width=WIDE)).rstrip("\n")
