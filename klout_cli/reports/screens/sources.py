"""The screens of `klout sources` and of the first run: where to request exports, and how."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.screens.blocks import Block, Column, Facts, Table, say, suggest
from klout_cli.results import Source
from klout_cli.translation import gettext as _
from klout_cli.translation import translate

START = ("linkedin", "instagram", "facebook_page", "x", "youtube")


def sources_blocks(sources: Sequence[Source], *, verbose: bool) -> Iterator[Block]:
    """Yield one network's exports in full; of all networks a list, the most used ones first."""
    if len({source.network for source in sources}) == 1:
        for source in sources:
            yield _in_full(source)
        yield say(_("Then give klout the download as it comes."))
        return
    first = [source for network in START for source in sources if source.network == network]
    rest = [source for source in sources if source not in first]
    yield _list(_("Start here"), first)
    if verbose:
        yield _list(_("All others"), rest)
    else:
        names = dict.fromkeys(translate(source.title) for source in rest)
        yield say(", ".join(names), title=_("Also read"))
    yield suggest(
        ("klout sources linkedin", _("the steps for one network")),
        ("klout sources -v", _("the whole list")),
    )


def requests_blocks(sources: Sequence[Source]) -> Iterator[Block]:
    """Yield how to request the data of some networks, one export each."""
    first = {source.network: source for source in reversed(sources)}
    for source in (source for source in sources if source is first[source.network]):
        yield Facts(translate(source.title), _request(source))
    yield say(_("When your downloads are ready, start klout again."))


def _list(title: str, sources: Sequence[Source]) -> Table:
    rows = tuple(
        (translate(source.title), source.network, translate(source.takes)) for source in sources
    )
    return Table(title, (Column(), Column(), Column(_("ready"))), rows)


def _request(source: Source) -> tuple[tuple[str, str], ...]:
    """Return where to request an export, in which format, and when it is ready."""
    return (
        (_("Where"), translate(source.where)),
        (_("Format"), translate(source.format)),
        (_("Ready"), translate(source.takes)),
    )


def _in_full(source: Source) -> Facts:
    rows = (
        *_request(source),
        (_("Includes"), translate(source.holds)),
        (_("Missing"), translate(source.lacks)),
    )
    return Facts(translate(source.title), rows)


def first_steps() -> Iterator[Block]:
    """Yield what klout does, and the steps to a first score."""
    yield say(
        _("klout scores your influence from 1 to 100 and explains every point."),
        _("It reads the data you download from your own networks."),
        _("Everything stays on this computer."),
    )
    steps = (
        ("1  klout demo", _("see it with an invented person")),
        ("2  klout sources", _("request your data from your networks")),
        ("3  klout FILE", _("score your downloads, as they come")),
    )
    yield Facts(_("Three steps to your score"), steps)
    yield say(_("All commands: klout --help"))
