"""Who a person's connections are: by level, field and company."""

from msgspec import Struct

from klout_cli.results.around import FEWER, few


class Listeners(Struct, frozen=True):
    """Connections on networks that show positions, each person once.

    `levels` and `fields` count those with a position, largest first, under "" those whose
    position isn't in the tables; `companies` have their largest first, with the names as written.
    """

    person: str
    as_of: str | None
    networks: tuple[str, ...]
    people: int
    levels: tuple[tuple[str, int], ...]
    fields: tuple[tuple[str, int], ...]
    companies: tuple[tuple[str, int], ...]
    redacted: bool = False

    @property
    def with_position(self) -> int:
        """How many show a position."""
        return sum(people for _level, people in self.levels)

    def amount(self, count: int) -> int | str:
        """Return a count, or "<5" if it is small and redacted."""
        return FEWER if self.redacted and few(count) else count
