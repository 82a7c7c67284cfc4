"""Downloads in: one module a network, listed here; nothing is found by magic."""

from klout_cli.importers.instagram import Instagram
from klout_cli.importers.interface import Importer
from klout_cli.importers.linkedin import LinkedIn
from klout_cli.importers.x import XArchive

IMPORTERS: tuple[Importer, ...] = (XArchive(), LinkedIn(), Instagram())
