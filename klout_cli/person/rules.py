"""What measuring needs of a model: rules whose numbers stand in its file."""

from typing import Protocol


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


class EvidenceRule(Protocol):
    """What is observed as evidence for hints; the numbers come from the model."""

    @property
    def open_days(self) -> int:
        """Days during which an unanswered comment is still worth a reply."""

    @property
    def long_text(self) -> int:
        """Characters from which a post is long."""

    @property
    def thread_hours(self) -> int:
        """Hours within which a reply to oneself continues a thread."""

    @property
    def slot_hours(self) -> int:
        """Length of the times of day that are compared."""

    @property
    def best_share(self) -> float:
        """Share of an account's posts that are its best."""

    @property
    def twin_days(self) -> int:
        """Days within which the same text on two accounts is one post used twice."""

    @property
    def twin_alike(self) -> float:
        """Similarity (0–100) from which two texts are the same."""

    @property
    def twin_texts(self) -> int:
        """Number of newest posts whose texts are compared."""

    @property
    def silent_days(self) -> int:
        """Days without a link after which a site is silent."""

    @property
    def regular_links(self) -> int:
        """Links from which a site is a regular linker."""

    @property
    def endorsed_days(self) -> int:
        """Days during which an endorser remembers the work together."""

    @property
    def endorsements(self) -> int:
        """Endorsements from which somebody knows the person's work."""

    @property
    def active_contacts(self) -> int:
        """Number of most active contacts that are worth describing."""


class HintRules(Protocol):
    """What hints need of the measurements."""

    @property
    def evidence(self) -> EvidenceRule:
        """What is observed."""


class Rules(Protocol):
    """A model's rules for measuring."""

    @property
    def window(self) -> WindowRule:
        """Which posts count."""

    @property
    def people(self) -> PeopleRule:
        """Who is who among the contacts."""

    @property
    def hints(self) -> HintRules:
        """What is observed for hints."""
