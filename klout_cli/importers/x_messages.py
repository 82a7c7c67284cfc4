"""X: the shapes of private threads of two people. They have no field for what was written."""

from typing import Any

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.json_items import items
from klout_cli.importers.archive import Columns, Json, Values


class Sent(Struct, rename="camel", gc=False):
    """Who wrote whom, and when."""

    sender_id: Any = None
    recipient_id: Any = None
    created_at: str = ""


class Event(Struct, rename="camel", gc=False):
    """A message, or something else that happened in the thread."""

    message_create: Sent | None = None


class Thread(Struct, gc=False):
    """A conversation."""

    messages: list[Event] = []


class ThreadItem(Struct, rename="camel", gc=False):
    """An item of direct-messages.js, and of the headers beside it that hold no words at all."""

    dm_conversation: Thread


class Threads(Json, frozen=True):
    """A file of threads; groups, which are of no one partner, stay closed."""

    private: bool = True
    proves: bool = False

    def values(self, member: Member, columns: Columns, intake: Intake, encoding: str) -> Values:
        """Yield the messages."""
        for number, item in items(member, ThreadItem, intake):
            if isinstance(item, Bad):
                yield number, item
            else:
                for event in item.dm_conversation.messages:
                    if event.message_create:
                        yield number, event.message_create
