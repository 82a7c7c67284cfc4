"""No test asks for a socket, nor does any process it starts: conftest.py imports this, and children find it on PYTHONPATH (P8).

Python's audit events see sockets however they are made. Spark and the browsers of tests talk to
processes on this machine, and to no other.
"""

import sys

HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "", None)
local = any("spark" in word for word in sys.orig_argv)
"""Whether sockets within this machine are allowed."""


def refuse(event: str, values: tuple) -> None:
    """Raise for a socket, or for one that leads away from this machine."""
    if not event.startswith("socket.") or (local and not _leads_away(event, values)):
        return
    raise RuntimeError(f"a socket is asked for: {event}")


def _leads_away(event: str, values: tuple) -> bool:
    if event in ("socket.connect", "socket.sendto"):
        address = values[1]
        return isinstance(address, tuple) and address[0] not in HERE
    return event == "socket.getaddrinfo" and values[0] not in HERE


sys.addaudithook(refuse)
