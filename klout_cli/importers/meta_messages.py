"""Meta's private threads: a shape without a field for what was written, and who wrote whom."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from klout_cli.files.intake import Intake
from klout_cli.files.text import fold
from klout_cli.importers.archive import File
from klout_cli.importers.collected import Collected, Unusable
from klout_cli.importers.messages import exchange
from klout_cli.importers.meta import text_of
from klout_cli.importers.scalars import Scalar
from klout_cli.person.rows import Draft
from klout_cli.values.dates import epoch

# What strangers ask or what was filtered as spam is no exchange: those folders stay closed.
_THREAD = (
    r"(?i:(?:.*/)?messages/(?!(?:filtered_threads|message_requests)/)"
    r"(?:.+/)?message(?:_\d+)?\.json)"
)
MESSAGES = File("messages", path=_THREAD, private=True, whole=True)


class Participant(Struct, gc=False):
    """Somebody in a thread; a plain name until 2018."""

    name: Scalar = None


class Sent(Struct, gc=False):
    """Who wrote, and when: in milliseconds, in seconds until 2018."""

    sender_name: Scalar = None
    timestamp_ms: Scalar = None
    timestamp: Scalar = None


class Thread(Struct, gc=False):
    """One conversation, or a part of it."""

    participants: list[Participant | str] = field(default_factory=list)
    messages: list[Sent] = field(default_factory=list)


def add_threads(draft: Draft, threads: Sequence[tuple[Intake, Thread]], latest: int) -> None:
    """Add the messages of threads to a draft, by folded names: all that Meta says of people."""
    own = _owner([_people(thread) for _, thread in threads], draft.owner.name)
    rows = Collected(draft, "", "", adds_up=False)
    for intake, thread in threads:
        people = _people(thread)
        for number, sent in enumerate(thread.messages, start=1):
            at = epoch(sent.timestamp_ms or sent.timestamp, latest)
            sender = fold(text_of(sent.sender_name))
            try:
                rows.take(list(exchange(sender, people, own, at)), intake)
            except Unusable as error:
                intake.skip(number, error.reason)
            else:
                intake.use()


def _people(thread: Thread) -> set[str]:
    named = [person if isinstance(person, str) else person.name for person in thread.participants]
    return {
        fold(text_of(name)) for name in (*named, *(sent.sender_name for sent in thread.messages))
    } - {""}


def _owner(threads: Iterable[set[str]], name: str) -> set[str]:
    """Return who takes part in more threads than anybody else.

    Of equals whoever bears words of the profile's name; nobody where unsure.
    """
    met = Counter(person for people in threads for person in people)
    words = set(fold(name).split())
    ranked = sorted(((met[person], words.issuperset(person.split())), person) for person in met)
    sure = (
        bool(ranked)
        and (ranked[-1][0][1] or len(ranked) > 1)
        and [rank for rank, _ in ranked].count(ranked[-1][0]) == 1
    )
    return {ranked[-1][1]} if sure else set()
