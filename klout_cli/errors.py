"""The one tree of expected errors, caught once: the command line makes exit codes of them."""

import re
from collections.abc import Iterable, Sequence

from klout_cli.translation import Message

SMALL = re.compile(r"(?!klout\b)[^\W\d_](?:[^\W\d_]|['’-])*(?=[\s,:]|$)")
"""A first word that a sentence writes with a capital: no option, file, key or fact."""


class KloutError(Exception):
    """An error the person can do something about.

    A line each for what it is, where (file, member, line) and the remedy; `listed` are lines
    between them, where there is something to choose from. Messages carry names of files, keys,
    columns and types, never values: exports are full of other people's text.
    """

    exit_code = 70

    def __init__(
        self, what: str, where: str = "", remedy: str = "", listed: Sequence[str] = ()
    ) -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy
        self.listed = tuple(listed)

    def __str__(self) -> str:
        parts = [part for part in (self.what, self.where, *self.listed, self.remedy) if part]
        if not any(isinstance(part, Message) for part in parts):
            return " · ".join(parts)
        names = [f"part{place}" for place in range(len(parts))]
        template = " · ".join(f"{{{name}}}" for name in names)
        return Message(template, **dict(zip(names, parts, strict=True)))


class GateError(KloutError):
    """A gate of a script was not met (`--fail-under`)."""

    exit_code = 1


class UsageError(KloutError):
    """Wrong usage, settings or model file."""

    exit_code = 2


class InputError(KloutError):
    """An input, or a member of one, cannot be used; or nothing in all of them gives a number."""

    exit_code = 3


class StrictError(KloutError):
    """Something was skipped and `--strict` was given."""

    exit_code = 4


class AccessError(KloutError):
    """A file cannot be read or written."""

    exit_code = 5


class ImporterError(Exception):
    """A bug in the importer of a network, no error of the tree above; its cause tells where.

    `--without` that network leaves it out.
    """

    def __init__(self, network: str) -> None:
        super().__init__(network)
        self.network = network


def as_sentence(text: str) -> str:
    """Return a shown phrase as one sentence, with a capital and a full stop.

    What is wrong with a file is also a reason in the ledger, where it is a phrase.
    """
    if SMALL.match(text):
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def meant(given: str, known: dict[str, str] | Iterable[str], otherwise: str = "") -> str:
    """Return the remedy for an unknown name: a similar one, else `otherwise`, else all there are.

    `known` may map each name to how it is written.
    """
    from difflib import get_close_matches  # only where something is misspelt

    written = known if isinstance(known, dict) else {name: name for name in known}
    close = get_close_matches(given, written, 1)
    if close:
        return Message("did you mean {name}?", name=written[close[0]])
    return otherwise or Message("use one of {names}", names=", ".join(written.values()))
