"""What an importer is: it claims the members it knows, and translates their rows.

It never judges, merges or prints.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeAlias

from klout_cli.files.container import Member
from klout_cli.person.rows import Export
from klout_cli.results import Source
from klout_cli.values.reading import PLAIN, Reading

Claims: TypeAlias = list[tuple[Member, ...]]
"""The exports in a container, each as the members that belong to it."""


class Importer(Protocol):
    """One network's downloads. The class docstring is for the reader of the code.

    `source` is what `klout sources` prints.
    """

    network: str
    source: Source
    feeds: Mapping[str, str]
    """factor id -> "" where these exports can feed it, else why not."""

    def identify(self, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the exports in a container.

        Decide by names, keys and first bytes; never by reading private message files. Of `reading`
        only the encoding and the person's own names of columns matter, to those who tell files by
        their headers.
        """
        ...

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Translate an identified export into one `Export` per account.

        Rows go through `Draft.reading(member.where)`, which counts them; faults of a file are
        raised as InputError inside it.
        """
        ...
