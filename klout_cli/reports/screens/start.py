"""The screen of `klout` without a command: three steps to a first score."""

from collections.abc import Iterator

from klout_cli.reports.screens.blocks import Block, Facts, Lines
from klout_cli.translation import gettext as _


def first_steps() -> Iterator[Block]:
    """Yield what klout does, and the steps to a first score."""
    yield Lines(
        (
            _("klout scores your influence from 1 to 100 and explains every point."),
            _("It reads the data you download from your own networks."),
            _("Everything stays on this computer."),
        )
    )
    steps = (
        ("1  klout demo", _("see it with an invented person")),
        ("2  klout sources", _("request your data from your networks")),
        ("3  klout FILE", _("score your downloads, as they come")),
    )
    yield Facts(_("Three steps to your score"), steps)
    yield Lines((_("All commands: klout --help"),))
