"""`klout init`: a commented klout.yaml, of what exports hold or as a template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from klout_cli import __version__
from klout_cli.cli import options
from klout_cli.cli.selection import Selection, selecting
from klout_cli.cli.speech import said

if TYPE_CHECKING:
    from klout_cli.person.choice import AccountSettings
    from klout_cli.person.profile import Account, Profile
    from klout_cli.person.rows import Export
    from klout_cli.pipeline.measuring import Request

WIDE = 1 << 20
"""Nothing is folded."""

HEAD = """# Settings of klout. A # before a name switches a setting off: take it away to use the setting.
# klout config show tells what is in effect, and where it is said.
made_by: klout {version}
"""
NO_PERSON = """
#person:
#  name: Your Name
#  lang: de
"""
ACCOUNTS = """
# The accounts. role: personal, professional or brand; it is a guess here, and is not scored. ignore: true leaves an account out.
# followers: a number that no export holds; it counts when you give it, and is marked self-reported.
"""
NO_ACCOUNTS = """#accounts:
#  "x:your_handle":
#    role: professional
#    followers: 1200
"""
SELF_REPORTED, NOT_HELD = "self-reported", "self-reported: these exports do not hold it"
COMMENT = re.compile(r"(?<=^# )\S.*", re.MULTILINE)
# Name of a section -> what it is, and an example that is switched off. A section without one is
# written where it is set only.
SECTIONS = {
    "topics": """
# What you want to be known for. Words are matched whole; marketing* also matches what begins with it.
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
# What an export may ask for before it is refused: sizes in bytes, members are files of one download.
#limits:
#  unpacked: 2000000000
#  members: 100000
""",
    "private": """
# Private messages stay closed unless this says true; then only who, when and direction count, and only for give and take.
#private:
#  include: false
""",
    "history": "",
}


@selecting("as_of", "model", "only", "without", "include_private")
def init(
    context: typer.Context,
    paths: options.Paths = None,
    output: options.Output = Path("klout.yaml"),
    force: options.Force = False,
    *,
    selection: Selection,
) -> None:
    """Write a commented klout.yaml with the accounts found in exports; without exports, a template.

    What a file that is replaced says stays, but for its comments. Example: klout init
    twitter-2026-03-01.zip posts.csv
    """
    from klout_cli.cli import settings
    from klout_cli.cli.output import targets, warn, write
    from klout_cli.cli.progress import choose_progress
    from klout_cli.cli.request import build
    from klout_cli.scoring.model import as_struct

    (file,) = targets(output, ["yaml"], [path for path in paths or [] if path.is_file()], force)
    kept = settings.read(file) if file and file.exists() else {}
    own = as_struct(kept, settings.Settings, str(file))
    entries = {id: _entry(told) for id, told in own.accounts.items()}
    name = own.person.name
    warnings: tuple[str, ...] = ()
    if paths:
        request = build(paths, **selection, progress=choose_progress(context))
        profile, exports = _read(request)
        told = request.choice.settings | own.accounts
        entries |= {
            account.id: _entry(told.get(account.id), account, _role(account, exports))
            for account in profile.accounts
        }
        name, warnings = profile.name, profile.warnings
    text = page(name, own.person.lang, entries, kept)
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


def _read(request: "Request") -> "tuple[Profile, Sequence[Export]]":
    """Read exports with all their accounts, also those that settings leave out, and without the numbers settings add."""
    from msgspec.structs import replace

    from klout_cli.person.choice import AccountSettings, Choice
    from klout_cli.pipeline import measuring

    declared = dict.fromkeys(request.choice.settings, AccountSettings())
    found = measuring.exports_of(request)
    return measuring.person(
        found, replace(request, choice=Choice(settings=declared))
    ), found.exports


def _role(account: "Account", exports: "Sequence[Export]") -> str:
    """Guess a role: an archive that only its owner can download is personal, a page or what stands beside such an archive a brand."""
    from klout_cli.person.topics import folded

    of_network = [export for export in exports if export.network == account.network]
    names = folded(account.handle), folded(account.network)
    if any(export.owner.personal and folded(export.handle) in names for export in of_network):
        return "personal"
    beside = account.network == "facebook_page" or any(
        export.page or export.owner.personal for export in of_network
    )
    return "brand" if beside else "professional"


def _entry(
    told: "AccountSettings | None", account: "Account | None" = None, role: str = ""
) -> list[str]:
    """Return the lines of one account: what was told of it, else the guess.

    A number nobody knows is offered.
    """
    from klout_cli.person.profile import AUDIENCES

    role = told.role if told and told.role else role
    lines = [f"role: {role}"] if role else []
    if told and told.ignore:
        lines.append("ignore: true")
    numbers = {"followers": told.followers, "following": told.following} if told else {}
    lines += [
        f"{metric}: {number}  # {said(SELF_REPORTED)}"
        for metric, number in numbers.items()
        if number is not None
    ]
    known = account is None or any(level.metric in AUDIENCES for level in account.levels)
    if not known and numbers.get("followers") is None:
        lines.append(f"#followers:  # {said(NOT_HELD)}")
    return lines


def page(
    name: str, lang: str, entries: Mapping[str, Sequence[str]], kept: Mapping[str, Any]
) -> str:
    """Return the text of a klout.yaml: names quoted, `entries` the lines of each account by its id, sections of `kept` as they are."""
    accounts = "".join(f"  {quoted(id)}:{_block(lines)}\n" for id, lines in entries.items())
    return (
        spoken(HEAD).format(version=__version__)
        + _person(name, lang)
        + spoken(ACCOUNTS)
        + (f"accounts:\n{accounts}" if accounts else NO_ACCOUNTS)
        + "".join(_sections(kept))
    )


def spoken(text: str) -> str:
    """Return one of these texts with its comments in the language of this run; settings and their names stay."""
    return COMMENT.sub(lambda line: said(line[0]), text)


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


def _sections(kept: Mapping[str, Any]) -> Iterator[str]:
    """Yield what was set before, as it was, and examples of what was not."""
    import yaml

    for name, example in SECTIONS.items():
        if name in kept:
            yield "\n" + yaml.safe_dump(
                {name: kept[name]}, allow_unicode=True, sort_keys=False, width=WIDE
            )
        else:
            yield spoken(example)


def quoted(text: str) -> str:
    """Write any text as a quoted scalar of YAML."""
    import yaml

    return str(yaml.safe_dump(text, allow_unicode=True, default_style='"', width=WIDE)).rstrip("\n")
