"""Meta's private threads: the shape without a field for what was written, and the one reading of it (formats §3.2)."""

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.json_items import document
from klout_cli.files.text import fold
from klout_cli.importers.messages import message
from klout_cli.importers.meta_records import Value, text_of
from klout_cli.person.rows import Draft
from klout_cli.values.dates import epoch

# What strangers ask or what was filtered as spam is no exchange: those folders stay closed.
_THREAD = re.compile(
    r"(?:^|/)messages/(?!(?:filtered_threads|message_requests)/)(?:.+/)?message(?:_\d+)?\.json"
)


class Participant(Struct, gc=False):
    """Somebody in a thread; a plain name until 2018."""

    name: Value = None


class Sent(Struct, gc=False):
    """Who wrote, and when: in milliseconds, in seconds until 2018."""

    sender_name: Value = None
    timestamp_ms: Value = None
    timestamp: Value = None


class Thread(Struct, gc=False):
    """One conversation, or a part of it."""

    participants: list[Participant | str] = field(default_factory=list)
    messages: list[Sent] = field(default_factory=list)


def is_thread(member: Member) -> bool:
    """Tell a file of a thread by its name."""
    return _THREAD.search(member.name.lower()) is not None


def exchange(draft: Draft, members: Iterable[Member], latest: int) -> None:
    """Add the messages of threads to a draft, by the folded names of people, which are all that Meta tells of them."""
    threads: list[tuple[Intake, Thread]] = []
    for member in members:
        with draft.reading(member.where) as intake:
            threads.append((intake, document(member, Thread, intake) or Thread()))
    own = _owner([_people(thread) for _, thread in threads], draft.owner.name)
    for intake, thread in threads:
        people = _people(thread)
        for number, sent in enumerate(thread.messages, start=1):
            at = epoch(sent.timestamp_ms or sent.timestamp, latest)
            message(draft, intake, number, fold(text_of(sent.sender_name)), people, own, at)


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
