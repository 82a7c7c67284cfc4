"""Downloads in: one module a network, listed here; nothing is found by magic."""

from klout_cli.importers.accounts_table import AccountsTable
from klout_cli.importers.contacts_table import ContactsTable
from klout_cli.importers.instagram import Instagram
from klout_cli.importers.interface import Importer
from klout_cli.importers.linkedin import LinkedIn
from klout_cli.importers.posts_table import PostsTable
from klout_cli.importers.x import XArchive
from klout_cli.importers.x_analytics import XAnalytics

IMPORTERS: tuple[Importer, ...] = (XArchive(), XAnalytics(), LinkedIn(), Instagram(), PostsTable(), AccountsTable(), ContactsTable())
