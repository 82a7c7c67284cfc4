"""What measuring needs of a model: rules whose numbers stand in its file."""

from typing import Any, Protocol


class WindowRule(Protocol):
    """Which posts count; the numbers come from the model."""

    @property
    def days(self) -> int:
        """Length of the window."""

    @property
    def fewest(self) -> int:
        """Posts that count at least, if there are so many within `longest` days."""

    @property
    def longest(self) -> int:
        """From how many days older posts may come."""

    @property
    def half_life(self) -> float:
        """Days in which a post's weight halves."""


class PeopleRule(Protocol):
    """Who is the same person, who knows whom and who is waiting for a reply.

    The numbers come from the model.
    """

    @property
    def same_employer(self) -> float:
        """Similarity (0–100) from which two employer names are equal."""

    @property
    def same_handle(self) -> float:
        """Similarity (0–100) from which two handles are one person's."""

    @property
    def shortest_handle(self) -> int:
        """Minimum length of a handle that is compared."""

    @property
    def most_colleagues(self) -> int:
        """Maximum number of contacts per employer or group thread that are tied."""

    @property
    def same_time(self) -> int:
        """Days between two exports in which the same employer makes colleagues."""

    @property
    def smallest_community(self) -> int:
        """Minimum size of a community."""

    @property
    def answer_within(self) -> int:
        """Days after which a reply no longer counts."""


class Rules(Protocol):
    """A model's rules for measuring."""

    @property
    def window(self) -> WindowRule:
        """Which posts count."""

    @property
    def people(self) -> PeopleRule:
        """Who is who among the contacts."""

    @property
    def hints(self) -> Any:
        """What is observed for hints: its `evidence`."""
