"""X: the shapes of private threads of two people. They have no field for what was written."""

import re
from typing import Any

from msgspec import Struct

from klout_cli.files.container import Member

HEADERS, BODIES = "direct-message-headers", ("direct-messages", "direct-message")
_NAME = re.compile(r"direct-message(?:s|-headers)?(?:-part\d+)?(?: ?\(\d+\))?\.js")


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


def is_thread(member: Member) -> bool:
    """Tell a file of threads by its name; groups, which are of no one partner, stay closed."""
    return _NAME.fullmatch(member.basename) is not None
