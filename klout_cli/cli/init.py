"""`klout init`: a commented klout.yaml, from exports or as a template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from klout_cli import __version__
from klout_cli.cli import flags
from klout_cli.cli.language import translate

if TYPE_CHECKING:
    from klout_cli.person.choice import AccountSettings
    from klout_cli.person.profile import Account, Profile
    from klout_cli.person.rows import Export
    from klout_cli.pipeline import Options

WIDE = 1 << 20
"""Prevents folding of long lines."""

HEAD = """# Settings of klout. A # before a name switches a setting off: take it away to use the \
setting.
# klout config show tells what is in effect, and where it is said.
made_by: klout {version}
"""
NO_PERSON = """
#person:
#  name: Your Name
#  lang: de
"""
ACCOUNTS = """
# The accounts. role: personal, professional or brand; it is a guess here, and is not scored. \
ignore: true leaves an account out.
# followers: a number that no export holds; it counts when you give it, and is marked self-reported.
"""
NO_ACCOUNTS = """#accounts:
#  "x:your_handle":
#    role: professional
#    followers: 1200
"""
SELF_REPORTED, NOT_HELD = "self-reported", "self-reported: these exports do not hold it"
COMMENT = re.compile(r"(?<=^# )\S.*", re.MULTILINE)
# Name of a section -> its description, and an example that is switched off. A section without one
# is only written if it is set.
SECTIONS = {
    "topics": """
# What you want to be known for. Words are matched whole; marketing* also matches what begins \
with it.
#topics:
#  communication:
#    keywords: [communication, "public speaking", marketing*]
#    hashtags: [PR]
""",
    "aliases": """
# What your own tables call their columns; for a single table, klout map FILE does it.
#aliases:
#  likes: [Herzchen]
""",
    "tables": "",
    "model": """
# The method: klout, professional, or a YAML file of your own.
#model: klout
""",
    "limits": """
# What an export may ask for before it is refused: sizes in bytes, members are files of one \
download.
#limits:
#  unpacked: 2000000000
#  members: 100000
""",
    "private": """
# Private messages stay closed unless this says true; then only who, when and direction count, \
and only for give and take.
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
    """Write a commented klout.yaml with the accounts found in exports; without exports, a template.

    What a file that is replaced says stays, but for its comments. Example: klout init
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
    from klout_cli.person.profile import AUDIENCES

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
